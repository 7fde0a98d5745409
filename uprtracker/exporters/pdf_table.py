"""Tables on paper: one light strip per row, which breaks its cells once and draws itself; header and banners are repeated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_heading import HeadingMaker, TextStrip
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status
from uprtracker.exporters.pdf_style import (
    CELL,
    CELL_STRONG,
    HAIRLINE,
    NOTE,
    RULE,
    SMALL,
    SMALL_STRONG,
    TextStyle,
)
from uprtracker.exporters.pdf_text import Line, Ruler
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import bucket_label

_BETWEEN = 10.0
_PADDING = 4.0
_SHAPE = 8.5
_SHAPE_ROOM = 13.0
_FEWEST_LINES = 3
_REPEATED_LENGTH = 60
_WIDEST_NEED = 0.2


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines of one cell; those from `secondary_from` on are set in secondary ink, beside the shape of `bucket` if any."""

    lines: tuple[Line, ...]
    secondary_from: int
    bucket: str = ""

    def split(self, n: int) -> "tuple[_Cell, _Cell]":
        first = _Cell(self.lines[:n], min(self.secondary_from, n), self.bucket)
        return first, _Cell(self.lines[n:], max(self.secondary_from - n, 0))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a column stands in the table: its left edge and the width of its text."""

    x: float
    width: float
    kind: str

    @property
    def style(self) -> TextStyle:
        return CELL_STRONG if self.kind == "number" else CELL


class _Setter:
    """Breaks the cells of one table. What stands in many rows (a position, a ministry, a status) is broken once."""

    def __init__(self, table: Table, width: float, ruler: Ruler) -> None:
        self._ruler = ruler
        self._known: dict[tuple[int, str, str], _Cell] = {}
        self.width = width
        self.places: list[_Place] = []
        x = 0.0
        for column, text_width in zip(table.columns, self._text_widths(table), strict=True):
            self.places.append(_Place(x, text_width, column.kind))
            x += text_width + _BETWEEN

    def _text_widths(self, table: Table) -> list[float]:
        """The columns' shares of the width, but none so narrow that a word of its title or of a short cell is cut."""
        room = self.width - _BETWEEN * (len(table.columns) - 1)
        whole = sum(column.share for column in table.columns)
        needs = [
            min(self._need(column, {row[i] for row in table.rows()}), room * _WIDEST_NEED)
            for i, column in enumerate(table.columns)
        ]
        return _shared_out(room, [column.share / whole for column in table.columns], needs)

    def _need(self, column: Column, values: set[Cell]) -> float:
        style = CELL_STRONG if column.kind == "number" else CELL
        extra = _SHAPE_ROOM if column.kind == "status" else 0.0
        words = {word for word, _draft in map(_words, values) if len(word) <= _REPEATED_LENGTH}
        if column.kind == "number":
            widest = max((self._ruler.width(word, style) for word in words), default=0.0)
        else:
            widest = max((self._ruler.widest_word(word, style) for word in words), default=0.0)
        return max(self._ruler.widest_word(column.title, SMALL_STRONG), widest + extra)

    def row(self, values: Sequence[Cell], style: TextStyle | None = None) -> tuple[_Cell, ...]:
        return tuple(self._cell(i, value, style) for i, value in enumerate(values))

    def _cell(self, index: int, value: Cell, style: TextStyle | None) -> _Cell:
        word, draft = _words(value)
        if len(word) > _REPEATED_LENGTH or style:
            return self._broken(index, value, word, draft, style)
        key = (index, word, draft)
        cell = self._known.get(key)
        if cell is None:
            cell = self._known[key] = self._broken(index, value, word, draft, style)
        return cell

    def _broken(self, index: int, value: Cell, word: str, draft: str, style: TextStyle | None) -> _Cell:
        place = self.places[index]
        is_status = isinstance(value, StatusValue)
        width = place.width - (_SHAPE_ROOM if is_status else 0.0)
        lines = self._ruler.wrap(word, style or place.style, width)
        notes = self._ruler.wrap(draft, SMALL, width)
        return _Cell((*lines, *notes), len(lines), value.bucket if isinstance(value, StatusValue) else "")


def _shared_out(room: float, shares: Sequence[float], needs: Sequence[float]) -> list[float]:
    """Parts of `room` by shares that add up to 1, where none is below its need; if there is not room, by need."""
    if sum(needs) >= room:
        return [need * room / sum(needs) for need in needs]
    raised: set[int] = set()
    while True:
        left = room - sum(needs[i] for i in raised)
        rest = sum(share for i, share in enumerate(shares) if i not in raised)
        parts = [needs[i] if i in raised else share / rest * left for i, share in enumerate(shares)]
        short = {i for i, part in enumerate(parts) if part < needs[i] - 1e-6}
        if not short:
            return parts
        raised |= short


def _words(value: Cell) -> tuple[str, str]:
    """What a cell says, and what it says under that in secondary ink."""
    if isinstance(value, StatusValue):
        return bucket_label(value.bucket), value.draft
    if isinstance(value, date):
        return day_in_words(value), ""
    return "" if value is None else str(value), ""


class _Row(Strip):
    """A row of cells above a hairline, or, as `total`, below a rule and in SemiBold."""

    __slots__ = ("_cells", "_setter", "_style", "head", "height")

    def __init__(
        self,
        setter: _Setter,
        cells: tuple[_Cell, ...],
        head: tuple[Strip, ...],
        style: TextStyle | None = None,
    ) -> None:
        self._setter = setter
        self._cells = cells
        self._style = style
        self.head = head
        self.height = max(len(cell.lines) for cell in cells) * CELL.leading + 2 * _PADDING

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for place, cell in zip(self._setter.places, self._cells, strict=True):
            if cell.lines:
                self._draw_cell(pen, place, cell, x + place.x, top - _PADDING)
        colour, thickness = (LIGHT.ink, RULE) if self._style else (LIGHT.line, HAIRLINE)
        pen.rule(
            x, top if self._style else top - self.height + HAIRLINE, self._setter.width, colour, thickness
        )

    def _draw_cell(self, pen: Pen, place: _Place, cell: _Cell, x: float, top: float) -> None:
        style = self._style or place.style
        if place.kind == "count":
            pen.text_to_right(x + place.width, top, cell.lines, style)
            return
        width = place.width
        if cell.bucket:
            draw_status(pen, cell.bucket, x, top - CELL.leading / 2, _SHAPE)
            x += _SHAPE_ROOM
            width -= _SHAPE_ROOM
        if cell.secondary_from == len(cell.lines):
            pen.text(x, top, cell.lines, style, width)
            return
        pen.text(x, top, cell.lines[: cell.secondary_from], style, width)
        pen.text(x, top - cell.secondary_from * CELL.leading, cell.lines[cell.secondary_from :], SMALL, width)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        lines = int((room - 2 * _PADDING) / CELL.leading)
        if lines < _FEWEST_LINES:
            return None
        parts = [cell.split(lines) for cell in self._cells]
        first = _Row(self._setter, tuple(part[0] for part in parts), self.head, self._style)
        return first, _Row(self._setter, tuple(part[1] for part in parts), self.head, self._style)


class _Header(Strip):
    """The titles of the columns above a rule."""

    keeps_next = True

    def __init__(self, setter: _Setter, columns: Sequence[Column], gap: float) -> None:
        self.gap = gap
        self._setter = setter
        self._titles = setter.row([column.title for column in columns], SMALL_STRONG)
        self._lines = max(len(title.lines) for title in self._titles)
        self.height = self._lines * CELL.leading + _PADDING + RULE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for place, title in zip(self._setter.places, self._titles, strict=True):
            first = top - (self._lines - len(title.lines)) * CELL.leading
            if place.kind == "count":
                pen.text_to_right(x + place.x + place.width, first, title.lines, SMALL_STRONG)
            else:
                pen.text(x + place.x, first, title.lines, SMALL_STRONG, place.width)
        pen.rule(x, top - self.height + RULE, self._setter.width, LIGHT.ink, RULE)


def table_strips(table: Table, width: float, ruler: Ruler, level: int) -> list[Strip]:
    """A table as strips; its banners enter the outline at `level`."""
    if not any(True for _row in table.rows()):
        return [TextStrip(ruler.wrap(table.empty, NOTE, width), NOTE, width, gap=8)]
    setter = _Setter(table, width, ruler)
    header = _Header(setter, table.columns, gap=8)
    headings = HeadingMaker(ruler, width)
    strips: list[Strip] = [header]
    for group in table.groups:
        head: tuple[Strip, ...] = (header,)
        if group.heading:
            strips.append(headings.banner(group.heading, head, level))
            head = (header, headings.banner_again(group.heading))
        strips += [_Row(setter, setter.row(row), head) for row in group.rows]
    if table.total:
        strips.append(_Row(setter, setter.row(table.total, CELL_STRONG), (header,), CELL_STRONG))
    return strips
