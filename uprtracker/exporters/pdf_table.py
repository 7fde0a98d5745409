"""Tables on paper: one light strip per row, which breaks its cells once and draws itself; header and banners are repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.pdf_column import BETWEEN, SHAPE_ROOM, cell_style, cell_words
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_shape import draw_status
from uprtracker.exporters.pdf_style import HAIRLINE, RULE, TextStyle
from uprtracker.exporters.pdf_tag import COLUMN_SCOPE, ROW_SCOPE, Tag
from uprtracker.exporters.pdf_text import Line
from uprtracker.vocabulary.palette import LIGHT

_GAP = 9.0
_PROSE = 60
_SHAPE = 8.5
_FEWEST_LINES = 3
_FEWEST_LEFT = 2
_LOW_ROW = 45.0


class _Cell(NamedTuple):
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
    style: TextStyle


class _Setter:
    """Breaks the cells of one table. What stands in many rows (a position, a ministry, a status) is broken once."""

    def __init__(self, table: Table, frame: Frame) -> None:
        self._ruler = frame.ruler
        self.type = frame.type
        self.leading = frame.type.cell.leading
        self._known: dict[tuple[int, Cell], _Cell] = {}
        self.width = frame.width
        self.padding = frame.density.padding
        self.tag = Tag("Table", frame.tag)
        self.places: list[_Place] = []
        x = 0.0
        for column, width in zip(table.columns, frame.column_widths(table), strict=True):
            self.places.append(_Place(x, width, column.kind, cell_style(column.kind, frame.type)))
            x += width + BETWEEN

    def row(self, values: Sequence[Cell], style: TextStyle | None = None) -> tuple[_Cell, ...]:
        return tuple(self._cell(i, value, style) for i, value in enumerate(values))

    def row_tags(self) -> list[Tag]:
        """The cells of a row in the structure; a recommendation's number heads its row."""
        row = Tag("TR", self.tag)
        return [
            Tag("TH", row, ROW_SCOPE) if place.kind == "number" else Tag("TD", row) for place in self.places
        ]

    def _cell(self, index: int, value: Cell, style: TextStyle | None) -> _Cell:
        if style or (isinstance(value, str) and len(value) > _PROSE):
            return self._broken(index, value, style)
        cell = self._known.get((index, value))
        if cell is None:
            cell = self._known[index, value] = self._broken(index, value, style)
        return cell

    def _broken(self, index: int, value: Cell, style: TextStyle | None) -> _Cell:
        place = self.places[index]
        bucket = value.bucket if isinstance(value, StatusValue) else ""
        width = place.width - (SHAPE_ROOM if bucket else 0.0)
        word, draft = cell_words(value)
        lines = self._ruler.wrap(word, style or place.style, width)
        notes = self._ruler.wrap(draft, self.type.small, width)
        return _Cell((*lines, *notes), len(lines), bucket)


class _Row(Strip):
    """A row of cells above a hairline, or, as `total`, below a rule and in SemiBold."""

    __slots__ = ("_cells", "_setter", "_style", "_tags", "head", "height", "keeps_next")

    def __init__(
        self,
        setter: _Setter,
        cells: tuple[_Cell, ...],
        head: tuple[Strip, ...],
        style: TextStyle | None = None,
        tags: list[Tag] | None = None,
    ) -> None:
        self._setter = setter
        self._tags = [] if tags is None else tags
        self._cells = cells
        self._style = style
        self.head = head
        self.keeps_next = False
        self.height = max(len(cell.lines) for cell in cells) * setter.leading + 2 * setter.padding

    def draw(self, pen: Pen, x: float, top: float) -> None:
        if not self._tags:
            self._tags += self._setter.row_tags()
        for place, cell, tag in zip(self._setter.places, self._cells, self._tags, strict=True):
            if cell.lines:
                with pen.tagged(tag):
                    self._draw_cell(pen, place, cell, x + place.x, top - self._setter.padding)
            else:
                pen.place(tag)
        colour, thickness = (LIGHT.ink, RULE) if self._style else (LIGHT.line, HAIRLINE)
        pen.rule(
            x, top if self._style else top - self.height + HAIRLINE, self._setter.width, colour, thickness
        )

    def _draw_cell(self, pen: Pen, place: _Place, cell: _Cell, x: float, top: float) -> None:
        style = self._style or place.style
        if place.kind == "count":
            pen.numbers(x, top, cell.lines, style, place.width)
            return
        width = place.width
        if cell.bucket:
            draw_status(pen, cell.bucket, x, top - self._setter.leading / 2, _SHAPE)
            x += SHAPE_ROOM
            width -= SHAPE_ROOM
        if cell.secondary_from == len(cell.lines):
            pen.text(x, top, cell.lines, style, width)
            return
        pen.text(x, top, cell.lines[: cell.secondary_from], style, width)
        below = top - cell.secondary_from * self._setter.leading
        pen.text(x, below, cell.lines[cell.secondary_from :], self._setter.type.small, width)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        most = max(len(cell.lines) for cell in self._cells)
        lines = min(int((room - 2 * self._setter.padding) / self._setter.leading), most - _FEWEST_LEFT)
        if lines < _FEWEST_LINES:
            return None
        parts = [cell.split(lines) for cell in self._cells]
        first = _Row(self._setter, tuple(part[0] for part in parts), self.head, self._style, self._tags)
        rest = tuple(part[1] for part in parts)
        return first, _Row(self._setter, rest, self.head, self._style, self._tags)


class _Header(Strip):
    """The titles of the columns above a rule."""

    keeps_next = True

    gap = _GAP

    def __init__(self, setter: _Setter, columns: Sequence[Column]) -> None:
        self._setter = setter
        self._style = setter.type.small_strong
        self._titles = setter.row([column.title for column in columns], self._style)
        self._lines = max(len(title.lines) for title in self._titles)
        row = Tag("TR", setter.tag)
        self._tags = [Tag("TH", row, COLUMN_SCOPE, once=True) for _column in columns]
        self.height = self._lines * setter.leading + setter.padding + RULE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for place, title, tag in zip(self._setter.places, self._titles, self._tags, strict=True):
            first = top - (self._lines - len(title.lines)) * self._setter.leading
            with pen.tagged(tag):
                if place.kind == "count":
                    pen.numbers(x + place.x, first, title.lines, self._style, place.width)
                else:
                    pen.text(x + place.x, first, title.lines, self._style, place.width)
        pen.rule(x, top - self.height + RULE, self._setter.width, LIGHT.ink, RULE)


def table_strips(table: Table, frame: Frame) -> list[Strip]:
    """A table as strips; its banners enter the outline. Where it goes on, a page begins with what its rows belong to."""
    strips: list[Strip] = []
    is_empty = not any(True for _row in table.rows())
    if is_empty and table.empty:
        strips.append(frame.paragraph(table.empty, frame.type.note, gap=_GAP))
    if is_empty and table.total is None:
        return strips
    setter = _Setter(table, frame)
    headings = replace(frame, tag=setter.tag).headings
    header = _Header(setter, table.columns)
    under: tuple[Strip, ...] = (headings.again(frame.heading.text), header) if frame.heading else (header,)
    strips.append(header)
    for group in table.groups:
        head: tuple[Strip, ...] = under
        if group.heading:
            strips.append(headings.banner(group.heading, under, frame.outline_level, len(table.columns)))
            head = (header, headings.again(group.heading, below=HAIRLINE))
        rows = [_Row(setter, setter.row(row), head) for row in group.rows]
        if len(rows) > 2 and rows[-1].height < _LOW_ROW:
            # a low row alone at the top of a page looks lost
            rows[-2].keeps_next = True
        strips += rows
    if table.total:
        if isinstance(strips[-1], _Row):
            strips[-1].keeps_next = True
        strong = frame.type.cell_strong
        strips.append(_Row(setter, setter.row(table.total, strong), under, strong))
    return strips
