"""Tables on paper: one light strip per row, which breaks its cells once and draws itself; header and banners are repeated."""

from collections.abc import Sequence
from dataclasses import replace

from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.pdf_cell import Place, PlainCell, SetCell
from uprtracker.exporters.pdf_column import BETWEEN, SHAPE_ROOM, cell_style, cell_words
from uprtracker.exporters.pdf_flow import Strip
from uprtracker.exporters.pdf_frame import Frame
from uprtracker.exporters.pdf_pen import Pen
from uprtracker.exporters.pdf_style import HAIRLINE, RULE, TextStyle
from uprtracker.exporters.pdf_tag import COLUMN_SCOPE, ROW_SCOPE, RowTag, Tag
from uprtracker.vocabulary.palette import LIGHT

_GAP = 9.0
_PROSE = 60
_FEWEST_LINES = 3
_FEWEST_LEFT = 2
_LOW_ROW = 45.0

_CELLS = (("TD", ""), ("TH", ROW_SCOPE))
"""In the structure, a recommendation's number heads its row."""

_Cell = SetCell | PlainCell


class _Setter:
    """Breaks the cells of one table. What stands in many rows (a position, a ministry, a status) is broken once."""

    def __init__(self, table: Table, frame: Frame) -> None:
        self.ruler = frame.ruler
        self.leading = frame.type.cell.leading
        self._known = frame.cells_of(table)
        self.title_style = frame.type.small_strong
        self.width = frame.width
        self.padding = frame.density.padding
        self.tag = Tag("Table", frame.tag)
        self._cells = [_CELLS[column.kind == "number"] for column in table.columns]
        self.places: list[Place] = []
        x = 0.0
        for column, width in zip(table.columns, frame.column_widths(table), strict=True):
            style = cell_style(column.kind, frame.type)
            self.places.append(Place(x, width, self.padding, column.kind, style, frame.type.small))
            x += width + BETWEEN

    def row_tag(self) -> RowTag:
        return RowTag(self.tag, self._cells)

    def row(self, values: Sequence[Cell]) -> list[_Cell]:
        return [
            self._once(place, value)
            if isinstance(value, str) and (len(value) > _PROSE or place.kind == "number")
            else known.get(value) or self._new(place, value, known)
            for place, value, known in zip(self.places, values, self._known, strict=True)
        ]

    def row_in(self, style: TextStyle, values: Sequence[Cell]) -> list[_Cell]:
        """A row in a style of its own."""
        places = [replace(place, style=style) for place in self.places]
        return [self._broken(place, value) for place, value in zip(places, values, strict=True)]

    def _once(self, place: Place, text: str) -> _Cell:
        """A text that is unlikely to stand in another row."""
        lines = self.ruler.plain(text, place.style, place.width)
        return self._broken(place, text) if lines is None else PlainCell(place, lines)

    def _new(self, place: Place, value: Cell, known: dict[Cell, SetCell]) -> _Cell:
        cell = known[value] = self._broken(place, value)
        return cell

    def _broken(self, place: Place, value: Cell) -> SetCell:
        bucket = value.bucket if isinstance(value, StatusValue) else ""
        width = place.width - (SHAPE_ROOM if bucket else 0.0)
        word, draft = cell_words(value)
        lines = self.ruler.wrap(word, place.style, width)
        notes = self.ruler.wrap(draft, place.small, width)
        return SetCell(place, (*lines, *notes), len(lines), bucket)


class _Row(Strip):
    """A row of cells above a hairline, or, as `total`, below a rule and in SemiBold."""

    __slots__ = ("_cells", "_setter", "_tag", "_total", "head", "height", "keeps_next")

    def __init__(
        self,
        setter: _Setter,
        cells: Sequence[_Cell],
        head: tuple[Strip, ...],
        total: bool = False,
        tag: RowTag | None = None,
    ) -> None:
        self._setter = setter
        self._tag = tag
        self._cells = cells
        self._total = total
        self.head = head
        self.keeps_next = False
        self.height = max([cell.height for cell in cells]) * setter.leading + 2 * setter.padding

    def draw(self, pen: Pen, x: float, top: float) -> None:
        tag = self._tag or self._setter.row_tag()
        pen.row(tag, top, LIGHT.ink, [cell.drawn(pen, x) for cell in self._cells])
        for i, cell in enumerate(self._cells):
            if cell.turned or (i in tag.said and cell.height):
                tag.say_in(i, cell.words)
        if self._total:
            pen.rule(x, top, self._setter.width, LIGHT.ink, RULE)
        else:
            pen.rule(x, top - self.height + HAIRLINE, self._setter.width, LIGHT.line, HAIRLINE)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        most = max(cell.height for cell in self._cells)
        lines = min(int((room - 2 * self._setter.padding) / self._setter.leading), most - _FEWEST_LEFT)
        if lines < _FEWEST_LINES:
            return None
        parts = [cell.split(lines) for cell in self._cells]
        tag = self._tag or self._setter.row_tag()
        first = _Row(self._setter, [part[0] for part in parts], self.head, self._total, tag)
        return first, _Row(self._setter, [part[1] for part in parts], self.head, self._total, tag)


class _Header(Strip):
    """The titles of the columns above a rule."""

    keeps_next = True

    gap = _GAP

    def __init__(self, setter: _Setter, columns: Sequence[Column]) -> None:
        self._setter = setter
        self._style = setter.title_style
        self._titles = [
            setter.ruler.wrap(column.title, self._style, place.width)
            for column, place in zip(columns, setter.places, strict=True)
        ]
        self._lines = max(len(title) for title in self._titles)
        row = Tag("TR", setter.tag)
        self._tags = [Tag("TH", row, COLUMN_SCOPE) for _column in columns]
        self._again = ""
        self.height = self._lines * setter.leading + setter.padding + RULE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """They are read once, though each page of the table has them."""
        if self._again:
            pen.furniture(top, self._again)
            return
        self._again = pen.recorded(lambda: self._draw_all(pen, x))
        for i, tag in enumerate(self._tags):
            with pen.tagged(tag):
                self._draw_title(pen, i, x, top)
        self._draw_rule(pen, x, top)

    def _draw_all(self, pen: Pen, x: float) -> None:
        for i in range(len(self._titles)):
            self._draw_title(pen, i, x, 0.0)
        self._draw_rule(pen, x, 0.0)

    def _draw_title(self, pen: Pen, number: int, x: float, top: float) -> None:
        place, title = self._setter.places[number], self._titles[number]
        first = top - (self._lines - len(title)) * self._setter.leading
        if place.kind == "count":
            pen.numbers(x + place.x, first, title, self._style, place.width)
        else:
            pen.text(x + place.x, first, title, self._style, place.width)

    def _draw_rule(self, pen: Pen, x: float, top: float) -> None:
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
        strips.append(_Row(setter, setter.row_in(frame.type.cell_strong, table.total), under, total=True))
    return strips
