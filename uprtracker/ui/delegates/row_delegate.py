"""How every cell of the list of recommendations is drawn: ground, hairline, focus, and its text."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from uprtracker.ui.delegates.cell_text import laid_out
from uprtracker.ui.item_models.recommendation_column import COLUMNS
from uprtracker.ui.theme import BODY, CAPTION, Theme, current_theme
from uprtracker.vocabulary.read_model import Recommendation

ROW_HEIGHT, COMPACT_HEIGHT = 56, 32
LINE_HEIGHT = 18
_PAD_X, _FIRST_PAD, _PAD_TOP = 8, 16, 9
_BAR = 3
_EDITOR_WIDTH, _EDITOR_HEIGHT = 216, 32

Index = QModelIndex | QPersistentModelIndex

_LOOKS = {
    "number": (BODY, QFont.Weight.DemiBold, "ink"),
    "text": (BODY, QFont.Weight.Normal, "ink"),
}
_OTHER_LOOK = (CAPTION, QFont.Weight.Normal, "secondary")


class RowDelegate(QStyledItemDelegate):
    """Draws text cells; `search` is what hits are marked for, `compact` one line instead of two."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = ""
        self.compact = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        _draw_ground(painter, option, index.column() == 0, selected, theme)
        row: Recommendation = index.model().row_at(index.row())
        self.draw_cell(
            painter, self._inner(option.rect, index.column(), theme), row, index.column(), selected
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            _draw_focus(painter, option.rect, theme)

    def draw_cell(
        self, painter: QPainter, area: QRect, row: Recommendation, column: int, _selected: bool
    ) -> None:
        """Draw what a cell says; `area` is the place of its text, without the margins."""
        self.draw_text(painter, area, COLUMNS[column].text(row), _LOOKS.get(COLUMNS[column].key, _OTHER_LOOK))

    def draw_text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        look: tuple[int, QFont.Weight, str],
        most_lines: int | None = None,
    ) -> float:
        """Draw a text from the top of the area in as many lines as there is room for; returns how high it is."""
        if not text or area.width() < 2 * _PAD_X:
            return 0.0
        theme = current_theme()
        size, weight, role = look
        lines = most_lines or (1 if self.compact else 2)
        laid = laid_out(
            text,
            (theme.px(size), weight),
            area.width(),
            lines,
            float(theme.px(LINE_HEIGHT)),
            self.search,
            self._mirrored(),
        )
        laid.draw(painter, area.x(), area.y(), theme.colour(role), theme.colour("hit"))
        return laid.height

    def beside(self, area: QRect, size: int, taken: int) -> tuple[QRect, int]:
        """The place of the words beside a mark of this size at the side where reading starts, and where the mark begins."""
        if self._mirrored():
            return area.adjusted(0, 0, -taken, 0), area.right() + 1 - size
        return area.adjusted(taken, 0, 0, 0), area.left()

    def _mirrored(self) -> bool:
        return self.parent() is not None and self.parent().isRightToLeft()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """An editor covers its cell, and more where the cell is narrower than what is written in it."""
        theme = current_theme()
        place = QRect(option.rect)
        place.setHeight(min(place.height(), theme.px(_EDITOR_HEIGHT)))
        place.moveCenter(option.rect.center())
        place.setWidth(max(place.width(), theme.px(_EDITOR_WIDTH)))
        if beyond := max(0, place.right() - editor.parentWidget().rect().right()):
            place.translate(-beyond, 0)
        editor.setGeometry(place)

    def _inner(self, cell: QRect, column: int, theme: Theme) -> QRect:
        """The part of a cell where its text may stand."""
        line = theme.px(LINE_HEIGHT)
        top = (cell.height() - line) // 2 if self.compact else theme.px(_PAD_TOP)
        before = theme.px(_FIRST_PAD if column == 0 else _PAD_X)
        after = theme.px(_PAD_X)
        if self._mirrored():
            before, after = after, before
        return cell.adjusted(before, top, -after, 0)


def _draw_ground(
    painter: QPainter, option: QStyleOptionViewItem, first: bool, selected: bool, theme: Theme
) -> None:
    cell = option.rect
    if selected:
        painter.fillRect(cell, theme.colour("accent_soft"))
    painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.colour("line"))
    if selected and first:
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left = cell.right() + 1 - _BAR if mirrored else cell.left()
        painter.fillRect(left, cell.top(), _BAR, cell.height(), theme.colour("accent"))


def _draw_focus(painter: QPainter, cell: QRect, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(cell).adjusted(2, 2, -2, -3)
    painter.drawRoundedRect(QRectF(QPointF(ring.left(), ring.top()), ring.size()), 4, 4)
    painter.restore()
