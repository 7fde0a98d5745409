"""One stacked bar of official statuses with its legend: shape, word and count of every bucket that is not empty."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from uprtracker.i18n import _
from uprtracker.ui.charts.chart import Chart, Mark
from uprtracker.ui.charts.segments import draw_segment, segments
from uprtracker.ui.charts.writing import PAD, mirrored, write_line
from uprtracker.ui.shape_painter import draw_status
from uprtracker.ui.theme import BODY, current_theme
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_BAR_HEIGHT = 26
_TO_LEGEND = 10
_LINE = 24
_SHAPE = 14
_BETWEEN_ENTRIES = 24


class StatusBar(Chart):
    """`wish_of` gives what opening a bucket emits."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._count = StatusCount(dict.fromkeys(BUCKETS, 0), 0)
        self._wish_of: Callable[[str], Any] = str
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_count(self, count: StatusCount, wish_of: Callable[[str], Any]) -> None:
        self._count, self._wish_of = count, wish_of
        self.updateGeometry()
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        entries = self._entries(width)
        bottom = entries[-1].bottom() if entries else current_theme().px(_BAR_HEIGHT)
        return round(bottom) + PAD

    def lay_out(self) -> list[Mark]:
        width = float(self.width())
        inner = width - 2 * PAD
        height = current_theme().px(_BAR_HEIGHT)
        marks = []
        for place, segment in enumerate(segments(self._count, inner)):
            box = QRectF(PAD + segment.start, PAD, segment.width, height)
            marks.append(self._mark(mirrored(box, width, self.isRightToLeft()), segment.bucket, 0, place))
        for place, (bucket, box) in enumerate(zip(self._present(), self._entries(self.width()), strict=True)):
            marks.append(self._mark(mirrored(box, width, self.isRightToLeft()), bucket, 1, place))
        return marks

    def draw(self, painter: QPainter) -> None:
        theme = current_theme()
        present = self._present()
        for mark in self.marks:
            bucket = present[mark.column]
            if mark.row == 0:
                draw_segment(painter, mark.place, bucket)
                continue
            size = theme.px(_SHAPE)
            inner = mark.place.adjusted(PAD, 0, -PAD, 0)
            left = inner.right() - size if self.isRightToLeft() else inner.left()
            draw_status(painter, left, inner.center().y() - size / 2, size, bucket)
            words = (
                inner.adjusted(0, 0, -size - 6, 0)
                if self.isRightToLeft()
                else inner.adjusted(size + 6, 0, 0, 0)
            )
            self._draw_entry(painter, words, bucket)

    def table(self) -> list[list[str]]:
        rows = [[bucket_label(bucket), str(self._count[bucket])] for bucket in self._present()]
        return [[_("Status"), _("Recommendations")], *rows]

    def cell_wish(self, row: int, _column: int) -> Any:
        return self._wish_of(self._present()[row])

    def _draw_entry(self, painter: QPainter, place: QRectF, bucket: str) -> None:
        theme, mirror = current_theme(), self.isRightToLeft()
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(BODY))
        write_line(painter, place, bucket_label(bucket), right_to_left=mirror)
        painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
        write_line(painter, place, str(self._count[bucket]), right_to_left=mirror, at_end=True)

    def _mark(self, place: QRectF, bucket: str, row: int, column: int) -> Mark:
        words = _("{status}: {n}").format(status=bucket_label(bucket), n=self._count[bucket])
        return Mark(place, words, self._wish_of(bucket), row, column)

    def _present(self) -> list[str]:
        return [bucket for bucket in BUCKETS if self._count[bucket]]

    def _entries(self, width: int) -> list[QRectF]:
        """The places of the legend's entries, as read from the left, going on in the next line where one is full."""
        theme = current_theme()
        word, figure = QFontMetricsF(theme.font(BODY)), QFontMetricsF(theme.font(BODY, QFont.Weight.DemiBold))
        corner = QPointF(0, PAD + theme.px(_BAR_HEIGHT) + theme.px(_TO_LEGEND))
        places = []
        for bucket in self._present():
            words = word.horizontalAdvance(bucket_label(bucket)) + figure.horizontalAdvance(
                str(self._count[bucket])
            )
            needed = theme.px(_SHAPE) + 6 + words + 8 + 2 * PAD
            if corner.x() > 0 and corner.x() + needed > width:
                corner = QPointF(0, corner.y() + theme.px(_LINE))
            places.append(QRectF(corner.x(), corner.y(), needed, theme.px(_LINE) - 4))
            corner.setX(corner.x() + needed + theme.px(_BETWEEN_ENTRIES) - 2 * PAD)
        return places
