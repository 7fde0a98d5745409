"""Cells of a plain view whose texts read in the direction of their own script, and are shortened at their own end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.ui.delegates.cell_text import reads_to_the_left
from uprtracker.ui.theme import current_theme

Index = QModelIndex | QPersistentModelIndex


class OwnDirectionDelegate(QStyledItemDelegate):
    """Texts without letters, such as numbers, stand where the view puts them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        to_the_left = reads_to_the_left(option.text)
        if to_the_left is not None:
            directions = Qt.LayoutDirection
            option.direction = directions.RightToLeft if to_the_left else directions.LeftToRight

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plain = QStyleOptionViewItem(option)
        focused = plain.state & QStyle.StateFlag.State_HasFocus
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, plain, index)
        if focused:
            painter.save()
            painter.setPen(QPen(current_theme().colour("accent"), 2))
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
            painter.restore()
