"""A list of stacked bars of official statuses, one to a ministry, paragraph, theme or cycle, with direct totals."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from uprtracker.i18n import _
from uprtracker.ui.charts.chart import Chart, Mark
from uprtracker.ui.charts.segments import draw_segment, segments
from uprtracker.ui.charts.writing import PAD, mirrored, write_line
from uprtracker.ui.theme import BODY, CAPTION, current_theme
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_ROW = 24
_BAR = 12
_GAP = 12
_WIDEST_NAME = 0.5


@dataclass(frozen=True)
class BarRow:
    """One bar. `label` stands in a column of its own before the name (`10 (a)`); `note` after the bar, or instead of it.

    `wish_of` gives what opening a bucket emits, with `None` for the whole row.
    """

    name: str
    count: StatusCount
    wish_of: Callable[[str | None], Any]
    label: str = ""
    note: str = ""


@dataclass(frozen=True)
class _Widths:
    """How wide the columns of text are in the whole list: measured once for a size, as every bar asks for them."""

    label: float
    name: float
    total: float


class BarList(Chart):
    """Bars are as long as their totals, measured by the largest one."""

    def __init__(self, name: str, heading: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self._heading = heading
        self._rows: tuple[BarRow, ...] = ()
        self._widths = _Widths(0.0, 0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Iterable[BarRow]) -> None:
        self._rows = tuple(rows)
        self.updateGeometry()
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(320, current_theme().px(_ROW) * len(self._rows) + 2 * PAD)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def lay_out(self) -> list[Mark]:
        theme = current_theme()
        self._widths = self._measure()
        bar_start, bar_end = self._bar_span()
        largest = max((row.count.total for row in self._rows), default=1) or 1
        marks = []
        for number, row in enumerate(self._rows):
            top = PAD + number * theme.px(_ROW)
            whole = QRectF(PAD, top + 2, self.width() - 2 * PAD, theme.px(_ROW) - 4)
            marks.append(self._mark(whole, row, None, number, 0))
            length = (bar_end - bar_start) * row.count.total / largest
            bar_top = top + (theme.px(_ROW) - theme.px(_BAR)) / 2
            for place, segment in enumerate(segments(row.count, length), start=1):
                box = QRectF(bar_start + segment.start, bar_top, segment.width, theme.px(_BAR))
                marks.append(self._mark(box, row, segment.bucket, number, place))
        return marks

    def draw(self, painter: QPainter) -> None:
        theme = current_theme()
        label_width, name_width = self._widths.label, self._widths.name
        for number, row in enumerate(self._rows):
            top, height = PAD + number * theme.px(_ROW), theme.px(_ROW)
            x = float(PAD)
            if label_width:
                painter.setFont(theme.font(BODY, QFont.Weight.DemiBold))
                painter.setPen(theme.colour("ink"))
                self._write(painter, QRectF(x, top, label_width, height), row.label)
                x += label_width + _GAP
            painter.setFont(theme.font(BODY))
            painter.setPen(theme.colour("ink" if row.count.total else "secondary"))
            self._write(painter, QRectF(x, top, name_width, height), row.name, elide=True)
            self._draw_figures(painter, row, top, height)
        for mark in self.marks:
            if mark.column > 0:
                bucket = self._present(self._rows[mark.row])[mark.column - 1]
                draw_segment(painter, mark.place, bucket)

    def table(self) -> list[list[str]]:
        header = [self._heading, *(bucket_label(bucket) for bucket in BUCKETS), _("Total")]
        rows = [
            [
                f"{row.label} {row.name}".strip(),
                *(str(row.count[bucket]) for bucket in BUCKETS),
                str(row.count.total),
            ]
            for row in self._rows
        ]
        return [header, *rows]

    def legend(self) -> list[str]:
        return [bucket for bucket in BUCKETS if any(row.count[bucket] for row in self._rows)]

    def cell_wish(self, row: int, column: int) -> Any:
        shown = self._rows[row]
        if column in (0, len(BUCKETS) + 1):
            return shown.wish_of(None)
        bucket = BUCKETS[column - 1]
        return shown.wish_of(bucket) if shown.count[bucket] else None

    def _draw_figures(self, painter: QPainter, row: BarRow, top: float, height: float) -> None:
        theme = current_theme()
        bar_start, bar_end = self._bar_span()
        painter.setFont(theme.font(BODY))
        painter.setPen(theme.colour("ink" if row.count.total else "secondary"))
        total = QRectF(bar_end + _GAP, top, self._widths.total, height)
        self._write(painter, total, str(row.count.total), at_end=True)
        if row.note:
            largest = max(other.count.total for other in self._rows) or 1
            used = (bar_end - bar_start) * row.count.total / largest
            after = bar_start + used + (8 if used else 0)
            painter.setFont(theme.font(CAPTION))
            painter.setPen(theme.colour("secondary"))
            self._write(painter, QRectF(after, top, bar_end - after, height), row.note, elide=True)

    def _write(
        self, painter: QPainter, place: QRectF, text: str, *, elide: bool = False, at_end: bool = False
    ) -> None:
        where = mirrored(place, self.width(), self.isRightToLeft())
        write_line(painter, where, text, right_to_left=self.isRightToLeft(), at_end=at_end, elide=elide)

    def _mark(self, place: QRectF, row: BarRow, bucket: str | None, number: int, column: int) -> Mark:
        where = mirrored(place, self.width(), self.isRightToLeft())
        name = f"{row.label} {row.name}".strip()
        if bucket is None:
            words = _("{name}: {n}").format(name=name, n=row.count.total)
            words = f"{words}, {row.note}" if row.note else words
        else:
            words = _("{name}, {status}: {n}").format(
                name=name, status=bucket_label(bucket), n=row.count[bucket]
            )
        return Mark(where, words, row.wish_of(bucket), number, column)

    def _present(self, row: BarRow) -> list[str]:
        return [bucket for bucket in BUCKETS if row.count[bucket]]

    def _bar_span(self) -> tuple[float, float]:
        """From where to where the longest bar reaches, as read from the left."""
        widths = self._widths
        start = PAD + (widths.label + _GAP if widths.label else 0) + widths.name + _GAP
        return start, self.width() - PAD - widths.total - _GAP

    def _measure(self) -> _Widths:
        theme = current_theme()
        strong = QFontMetricsF(theme.font(BODY, QFont.Weight.DemiBold))
        plain = QFontMetricsF(theme.font(BODY))
        label = max((strong.horizontalAdvance(row.label) for row in self._rows), default=0.0)
        name = max((plain.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        total = max((plain.horizontalAdvance(str(row.count.total)) for row in self._rows), default=0.0)
        room = self.width() * _WIDEST_NAME - (label + _GAP if label else 0)
        return _Widths(label, min(name + 1, room), total)
