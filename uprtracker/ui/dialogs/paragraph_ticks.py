"""The paragraphs of a text to tick, labels in a column of their own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from uprtracker.i18n import _
from uprtracker.ui.charts.writing import mirrored, write_line
from uprtracker.ui.panels.navigation_entry import sentence_case
from uprtracker.ui.theme import BODY, current_theme
from uprtracker.vocabulary.read_model import Paragraph

LABEL_ROLE = Qt.ItemDataRole.UserRole
_SHORT_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW = 28
_LABELS_END = 92


class ParagraphTicks(QListWidget):
    """Space and a click on the box tick; Enter is left to the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "ticks")
        self.setAccessibleName(_("Paragraphs"))
        self.setItemDelegate(_TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def paragraph_item(paragraph: Paragraph, *, linked: bool) -> QListWidgetItem:
    """A row for a paragraph; one that is linked already cannot be ticked."""
    short = sentence_case(paragraph.caption)
    if linked:
        short = _("{short} (linked)").format(short=short)
    item = QListWidgetItem(paragraph.label)
    item.setData(LABEL_ROLE, paragraph.label)
    item.setData(_SHORT_ROLE, short)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{paragraph.label} {short}")
    item.setFont(current_theme().font(BODY, QFont.Weight.DemiBold))
    item.setSizeHint(QSize(0, current_theme().px(_ROW)))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Unchecked)
    if linked:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    return item


class _TickDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, current_theme().colour("accent_soft"))
        super().paint(painter, option, index)
        theme, mirror = current_theme(), option.direction == Qt.LayoutDirection.RightToLeft
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.save()
        painter.translate(option.rect.topLeft())
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.colour("ink" if enabled else "tertiary"))
        start = theme.px(_LABELS_END)
        width = float(option.rect.width())
        place = mirrored(QRectF(start, 0, width - start - 8, option.rect.height()), width, mirror)
        write_line(painter, place, index.data(_SHORT_ROLE), right_to_left=mirror, elide=True)
        painter.restore()
