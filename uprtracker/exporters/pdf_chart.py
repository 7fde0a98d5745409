"""Bars of statuses on paper: hairline gaps, the order of the scale, *Not reported* hatched, figures where they fit."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from uprtracker.exporters.document import StatusBar, StatusBars
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status
from uprtracker.exporters.pdf_style import HATCH, Density, TextStyle
from uprtracker.exporters.pdf_tag import Tag, figure
from uprtracker.exporters.pdf_text import Line, Ruler
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.listing import listed_apart
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, bucket_label

_HAIR = 0.75
_THINNEST = 0.75
_INSIDE = 3.0
_INSIDE_HATCH = 8.0
_LEGEND_SHAPE = 9.5
_LEGEND_BETWEEN = 20.0
_LEGEND_CLOSEST = 10.0
_NAME_SHARE = 0.45
_TOTAL_GAP = 10.0


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def readable_on(colour: str) -> str:
    """Paper or ink, whichever stands out more."""
    ground, paper, ink = (_luminance(c) + 0.05 for c in (colour, LIGHT.paper, LIGHT.ink))
    return LIGHT.paper if paper / ground >= ground / ink else LIGHT.ink


@dataclass(frozen=True)
class _Figures:
    """The numbers that may stand in segments, measured once."""

    ruler: Ruler
    style: TextStyle

    def lines(self, number: int) -> list[Line]:
        return self.ruler.wrap(str(number), self.style, float("inf"))


def _segments(count: StatusCount) -> Iterator[tuple[str, int]]:
    return ((bucket, count[bucket]) for bucket in BUCKETS if count[bucket])


def draw_bar(
    pen: Pen, x: float, top: float, size: tuple[float, float], count: StatusCount, figures: _Figures
) -> None:
    """The segments of a count in a bar of (width, height)."""
    width, height = size
    per_one = width / max(count.total, 1)
    for bucket, number in _segments(count):
        shown = max(number * per_one - _HAIR, _THINNEST)
        if bucket == NOT_REPORTED:
            pen.hatch(x, top - height, shown, height, HATCH)
        else:
            pen.rectangle(x, top - height, shown, height, LIGHT.status[bucket])
        _draw_figure(pen, (x, top), (shown, height), bucket, figures.lines(number), figures.style)
        x += number * per_one


def _draw_figure(
    pen: Pen,
    corner: tuple[float, float],
    size: tuple[float, float],
    bucket: str,
    lines: list[Line],
    style: TextStyle,
) -> None:
    x, top = corner
    width, height = size
    needed = lines[0].width
    free = _INSIDE_HATCH if bucket == NOT_REPORTED else _INSIDE
    if needed + 2 * free > width or height < style.size + 1:
        return
    left = x + (width - needed) / 2
    ground = LIGHT.status[bucket]
    if bucket == NOT_REPORTED:
        ground = LIGHT.paper
        pen.rectangle(left - 2, top - height, needed + 4, height, ground)
    style = replace(style, colour=readable_on(ground))
    pen.text(left, top - (height - style.leading) / 2, lines, style)


@dataclass
class _OverallBar(Strip):
    """One bar as wide as the frame."""

    count: StatusCount
    width: float
    height: float
    figures: _Figures
    tag: Tag
    keeps_next: bool = True

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.tagged(self.tag):
            if self.count.total:
                draw_bar(pen, x, top, (self.width + _HAIR, self.height), self.count, self.figures)
            else:
                pen.rectangle(x, top - self.height, self.width, self.height, LIGHT.ground)


@dataclass(frozen=True)
class _LegendItem:
    bucket: str
    label: list[Line]
    figure: list[Line]
    tag: Tag

    @property
    def width(self) -> float:
        figure = self.figure[0].width + 5 if self.figure else 0.0
        return _LEGEND_SHAPE + 5 + self.label[0].width + figure


def _in_rows(items: list[_LegendItem], width: float) -> tuple[float, list[list[_LegendItem]]]:
    """The items in one row, closer together if need be, or else in several; with the space between them."""
    spare = width - sum(item.width for item in items)
    between = min(_LEGEND_BETWEEN, spare / max(len(items) - 1, 1))
    if between >= _LEGEND_CLOSEST:
        return between, [items]
    rows: list[list[_LegendItem]] = [[]]
    used = 0.0
    for item in items:
        if rows[-1] and used + item.width > width:
            rows.append([])
            used = 0.0
        rows[-1].append(item)
        used += item.width + _LEGEND_BETWEEN
    return _LEGEND_BETWEEN, rows


class Legend(Strip):
    """Shape and word of every status, with its figure where a count is given."""

    def __init__(
        self, ruler: Ruler, width: float, count: StatusCount | None, gap: float, density: Density, parent: Tag
    ) -> None:
        self.gap = gap
        self._tag = Tag("L", parent)
        self._style, self._strong = density.words, density.strong
        items = [self._item(bucket, ruler, width, count) for bucket in BUCKETS]
        self._between, self._rows = _in_rows(items, width)
        self._pitch = self._style.leading + 2
        self.height = len(self._rows) * self._pitch

    def _item(self, bucket: str, ruler: Ruler, width: float, count: StatusCount | None) -> _LegendItem:
        label = ruler.wrap(bucket_label(bucket), self._style, width)
        figure = ruler.wrap(str(count[bucket]), self._strong, width) if count else []
        body = Tag("LBody", Tag("LI", self._tag), once=True)
        return _LegendItem(bucket, label, figure, body)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for i, row in enumerate(self._rows):
            at = x
            for item in row:
                with pen.tagged(item.tag):
                    self._draw_item(pen, at, top - i * self._pitch, item)
                at += item.width + self._between

    def _draw_item(self, pen: Pen, x: float, top: float, item: _LegendItem) -> None:
        draw_status(pen, item.bucket, x, top - self._style.leading / 2, _LEGEND_SHAPE)
        x += _LEGEND_SHAPE + 5
        pen.text(x, top, item.label, self._style)
        if item.figure:
            pen.text(x + item.label[0].width + 5, top, item.figure, self._strong)


@dataclass
class _NamedBar(Strip):
    """A name, its bar, and its total at the right edge."""

    name: list[Line]
    total: list[Line]
    count: StatusCount
    bar_place: tuple[float, float]
    total_place: tuple[float, float]
    density: Density
    figures: _Figures
    tag: Tag
    head: tuple[Strip, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = self.density.pitch + (len(self.name) - 1) * self.density.words.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        bar_x, bar_width = self.bar_place
        total_x, total_width = self.total_place
        style = self.density.words
        middle = top - self.height / 2
        size = (bar_width, self.density.bar)
        with pen.tagged(self.tag):
            pen.text(x, top - (self.density.pitch - style.leading) / 2, self.name, style, bar_x)
            pen.numbers(x + total_x, middle + style.leading / 2, self.total, style, total_width)
            draw_bar(pen, x + bar_x, middle + self.density.bar / 2, size, self.count, self.figures)


def overall_strips(block: StatusBar, frame: Frame) -> list[Strip]:
    ruler, width, density = frame.ruler, frame.width, frame.density
    title = frame.headings.block(block.title, block.note, density, 5, frame.outline_level)
    tag = figure(frame.tag, _in_words(block.title, block.count))
    bar = _OverallBar(block.count, width, density.overall, _Figures(ruler, frame.type.cell_strong), tag)
    return [title, bar, Legend(ruler, width, block.count, 8, density, frame.tag)]


def bars_strips(block: StatusBars, frame: Frame) -> list[Strip]:
    """Bars to one scale, with a legend where none stands on the page yet."""
    ruler, width, density = frame.ruler, frame.width, frame.density
    strips: list[Strip] = [frame.headings.block(block.title, block.note, density, 3, frame.outline_level)]
    head: tuple[Strip, ...] = ()
    if not frame.has_legend:
        legend = Legend(ruler, width, None, 0, density, frame.tag)
        legend.keeps_next = True
        strips.append(legend)
        head = (legend,)
    names = [_in_line(ruler.wrap(name, density.words, width * _NAME_SHARE)) for name, _count in block.bars]
    totals = [ruler.wrap(str(count.total), density.words, width) for _name, count in block.bars]
    bar_x = max((line.width for name in names for line in name), default=0.0) + 12
    total_width = max((line.width for total in totals for line in total), default=0.0)
    longest = max((count.total for _name, count in block.bars), default=0) or 1
    room = width - bar_x - total_width - _TOTAL_GAP
    figures = _Figures(ruler, frame.type.cell_strong)
    for (words, count), name, total in zip(block.bars, names, totals, strict=True):
        tag = figure(frame.tag, _in_words(words, count))
        bar_place = (bar_x, room * count.total / longest)
        total_place = (width - total_width, total_width)
        strips.append(_NamedBar(name, total, count, bar_place, total_place, density, figures, tag, head))
    if block.footnote:
        strips.append(frame.paragraph(block.footnote, density.words, gap=6))
    return strips


def _in_line(name: list[Line]) -> list[Line]:
    """However long, a name begins where the others do, and does not run into its bar."""
    return [line._replace(against=False) for line in name]


def _in_words(name: str, count: StatusCount) -> str:
    """What a bar shows, for whoever does not see it."""
    statuses = listed_apart(f"{bucket_label(bucket)} {number}" for bucket, number in _segments(count))
    return f"{name}: {statuses or 0}"
