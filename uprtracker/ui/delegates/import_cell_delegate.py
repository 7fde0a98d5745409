"""How the cells of an import's preview are drawn: two lines, the number strong, the rest quiet beside the text."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.ui.delegates.cell_text import laid_out
from uprtracker.ui.delegates.row_delegate import LINE_HEIGHT
from uprtracker.ui.item_models.import_table_model import NUMBER, TEXT
from uprtracker.ui.theme import BODY, CAPTION, current_theme

_PAD, _FIRST_PAD = 8, 16
_BAR, _LINES = 3, 2


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
        start = theme.px(_FIRST_PAD if first else _PAD)
        line, width = float(theme.px(LINE_HEIGHT)), cell.width() - start - theme.px(_PAD)
        font = (theme.px(BODY if main else CAPTION), strong)
        if width > 0:
            words = laid_out(str(index.data() or ""), font, width, _LINES, line, "", mirror)
            x = theme.px(_PAD) if mirror else start
            ink = theme.colour("ink" if main else "secondary")
            words.draw(painter, x, (cell.height() - _LINES * line) / 2, ink, theme.colour("hit"))
        painter.restore()
