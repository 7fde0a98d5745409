"""An entry of the left rail: label, words, count, and a small bar of statuses."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from uprtracker.ui.delegates.cell_text import reads_to_the_left
from uprtracker.ui.icon import pixmap
from uprtracker.ui.theme import BODY, CAPTION, Theme, current_theme
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED

LABEL_ROLE, COUNT_ROLE, BAR_ROLE = (Qt.ItemDataRole.UserRole + n for n in (1, 2, 3))
"""A label in a column of its own, the count as printed, and the `StatusCount` of the bar."""

ENTRY_HEIGHT = 28
_MARGIN, _PAD, _END_PAD, _GAP = 2, 12, 8, 8
_LABEL_WIDTH, _BAR_WIDTH, _BAR_HEIGHT, _SIGN = 42, 34, 4, 9

Index = QModelIndex | QPersistentModelIndex


class RailDelegate(QStyledItemDelegate):
    """Draws one entry; `has_labels` keeps a column for labels, `has_bars` one for bars."""

    def __init__(self, parent: QObject, *, has_labels: bool = False, has_bars: bool = False) -> None:
        super().__init__(parent)
        self._has_labels = has_labels
        self._has_bars = has_bars

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, current_theme().px(ENTRY_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option, selected, theme)
        line = _Line(option.rect, mirrored=option.direction == Qt.LayoutDirection.RightToLeft)
        line.take(theme.px(_PAD), 0)
        if index.model().hasChildren(index):
            _draw_sign(painter, option, theme)
        if self._has_labels:
            _draw_label(painter, line, index, theme)
        line.take_end(theme.px(_END_PAD), 0)
        if self._has_bars:
            bar = line.take_end(theme.px(_BAR_WIDTH), theme.px(_GAP))
            _draw_bar(painter, bar, index.data(BAR_ROLE), theme, line.mirrored)
        self._draw_words(painter, line, index, selected, theme)
        painter.restore()

    def _draw_words(
        self, painter: QPainter, line: "_Line", index: Index, selected: bool, theme: Theme
    ) -> None:
        count = index.data(COUNT_ROLE) or ""
        painter.setFont(theme.font(CAPTION))
        area = line.take_end(painter.fontMetrics().horizontalAdvance(count), theme.px(_GAP))
        painter.setPen(theme.colour("secondary" if selected else "tertiary"))
        _draw_line(painter, area, count, line.mirrored)
        weight = QFont.Weight.Medium if selected else QFont.Weight.Normal
        painter.setFont(theme.font(BODY, weight))
        painter.setPen(theme.colour("ink" if selected else "secondary"))
        room = line.rest
        words = painter.fontMetrics().elidedText(
            index.data(Qt.ItemDataRole.DisplayRole), Qt.TextElideMode.ElideRight, room.width()
        )
        _draw_line(painter, room, words, line.mirrored)


def _draw_label(painter: QPainter, line: "_Line", index: Index, theme: Theme) -> None:
    area = line.take(theme.px(_LABEL_WIDTH), theme.px(_GAP))
    painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
    painter.setPen(theme.colour("ink"))
    # labels such as 10 (a) hold a letter of ours, and are written alike in every language
    _draw_line(painter, area, index.data(LABEL_ROLE) or "", line.mirrored)


class _Line:
    """The room of an entry, taken piece by piece from both ends in the direction of reading."""

    def __init__(self, area: QRect, *, mirrored: bool) -> None:
        self.rest = QRect(area)
        self.mirrored = mirrored

    def take(self, width: int, gap: int) -> QRect:
        return self._take_left(width, gap) if not self.mirrored else self._take_right(width, gap)

    def take_end(self, width: int, gap: int) -> QRect:
        return self._take_right(width, gap) if not self.mirrored else self._take_left(width, gap)

    def _take_left(self, width: int, gap: int) -> QRect:
        taken = QRect(self.rest.left(), self.rest.top(), width, self.rest.height())
        self.rest.setLeft(self.rest.left() + width + gap)
        return taken

    def _take_right(self, width: int, gap: int) -> QRect:
        taken = QRect(self.rest.right() + 1 - width, self.rest.top(), width, self.rest.height())
        self.rest.setRight(self.rest.right() - width - gap)
        return taken


def _draw_bar(
    painter: QPainter, area: QRect, count: StatusCount | None, theme: Theme, mirrored: bool
) -> None:
    """Segments of the statuses in the order of the scale, over the whole width; an empty track without any."""
    if count is None:
        return
    height = theme.px(_BAR_HEIGHT)
    area = QRect(area.left(), area.center().y() - height // 2, area.width(), height)
    painter.fillRect(area, theme.colour("line"))
    if not count.total:
        return
    start = 0.0
    for bucket in BUCKETS:
        width = area.width() * count[bucket] / count.total
        if bucket != NOT_REPORTED and width:
            left = area.right() + 1 - start - width if mirrored else area.left() + start
            painter.fillRect(QRectF(left, area.top(), width, area.height()), theme.status_colour(bucket))
        start += width


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, selected: bool, theme: Theme) -> None:
    area = QRectF(option.rect).adjusted(_MARGIN, 0.5, -_MARGIN, -0.5)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if selected else "line"))
        painter.drawRoundedRect(area, 6, 6)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)


def _draw_sign(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The arrow before an entry with others below it."""
    size = theme.px(_SIGN)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    closed = "chevron-left" if mirrored else "chevron-right"
    name = "chevron-down" if option.state & QStyle.StateFlag.State_Open else closed
    x = option.rect.right() - size - 2 if mirrored else option.rect.left() + 2
    y = option.rect.center().y() - size // 2
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(x, y, pixmap(name, theme.palette.tertiary, size, ratio))


def _draw_line(painter: QPainter, area: QRect, text: str, mirrored: bool) -> None:
    """One line in the direction of its own script; labels and figures are never turned round."""
    directions = Qt.LayoutDirection
    painter.setLayoutDirection(directions.RightToLeft if reads_to_the_left(text) else directions.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), text)
