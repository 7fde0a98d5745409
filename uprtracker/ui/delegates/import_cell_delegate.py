"""How the cells of an import's preview are drawn: one line, the number strong, the rest quiet beside the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.ui.charts.writing import mirrored, write_line
from uprtracker.ui.item_models.import_table_model import NUMBER, TEXT
from uprtracker.ui.theme import BODY, CAPTION, current_theme

_PAD, _FIRST_PAD = 8, 16
_BAR = 3


class ImportCellDelegate(QStyledItemDelegate):
    """In the look of the list of recommendations."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, cell = current_theme(), option.rect
        mirror = option.direction == Qt.LayoutDirection.RightToLeft
        first = index.column() == NUMBER
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.colour("accent_soft"))
            if first:
                left = cell.right() + 1 - _BAR if mirror else cell.left()
                painter.fillRect(left, cell.top(), _BAR, cell.height(), theme.colour("accent"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))
        painter.save()
        painter.translate(cell.topLeft())
        strong = QFont.Weight.DemiBold if first else QFont.Weight.Normal
        main = index.column() in (NUMBER, TEXT)
        painter.setFont(theme.font(BODY if main else CAPTION, strong))
        painter.setPen(theme.colour("ink" if main else "secondary"))
        start = float(_FIRST_PAD if first else _PAD)
        place = QRectF(start, 0, cell.width() - start - _PAD, cell.height())
        words = mirrored(place, cell.width(), mirror)
        write_line(painter, words, str(index.data() or ""), right_to_left=mirror, elide=True)
        painter.restore()
