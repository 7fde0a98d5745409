"""How wide the columns of a table are on paper, and what its cells say in words."""

from collections.abc import Sequence
from datetime import date

from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.pdf_style import CELL, CELL_STRONG, SMALL, SMALL_STRONG, TextStyle
from uprtracker.exporters.pdf_text import Ruler
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.status import bucket_label

SHAPE_ROOM = 13.0
"""From the left edge of a status cell to its word."""

BETWEEN = 10.0
"""Between the texts of two columns."""

SHORT = 60
"""Characters up to which a text is a name or a value that may stand in many rows, rather than prose."""

_WIDEST_NEED = 0.2
_PROSE_KEEPS = 0.8
_NO_BREAK = "\u00a0"
_ONE_LINE = (24, SHORT)
_SAMPLE = 40


def cell_style(kind: str) -> TextStyle:
    return CELL_STRONG if kind == "number" else CELL


def cell_words(value: Cell) -> tuple[str, str]:
    """What a cell says, and what it says under that in secondary ink."""
    if isinstance(value, StatusValue):
        return bucket_label(value.bucket), value.draft
    if isinstance(value, date):
        day_and_month, _space, year = day_in_words(value).rpartition(" ")
        return f"{day_and_month.replace(' ', _NO_BREAK)} {year}".strip(), ""
    return "" if value is None else str(value), ""


def text_widths(tables: Sequence[Table], width: float, ruler: Ruler) -> list[float]:
    """Widths of the texts of tables with the same columns, so that they stand in line with each other.

    They go by the columns' shares of `width`, but none is so narrow that a word of a title or a name is cut. Where other
    columns have more than they fill, or prose can give up a fifth, short values get one line if that saves height.
    """
    columns = tables[0].columns
    room = width - BETWEEN * (len(columns) - 1)
    rows = [row for table in tables for row in table.rows()]
    values = [{cell_words(row[i])[0] for row in rows} for i in range(len(columns))]
    most = room * _WIDEST_NEED
    needs = [min(_need(c, v, ruler), most) for c, v in zip(columns, values, strict=True)]
    whole = sum(column.share for column in columns)
    widths = _shared_out(room, [column.share / whole for column in columns], needs)
    settings = [widths]
    for longest in _ONE_LINE:
        lines = [_one_line(c, v, ruler, longest) for c, v in zip(columns, values, strict=True)]
        wishes = [max(need, min(line, most)) for need, line in zip(needs, lines, strict=True)]
        floors = [
            max(need, share * _PROSE_KEEPS) if any(len(value) > SHORT for value in v) else min(share, wish)
            for share, need, wish, v in zip(widths, needs, wishes, values, strict=True)
        ]
        settings.append(_moved(widths, floors, wishes))
    sample = rows[:: len(rows) // _SAMPLE + 1]
    return min(settings, key=lambda setting: _lines(columns, sample, setting, ruler))


def _lines(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], widths: Sequence[float], ruler: Ruler
) -> int:
    """How many lines rows take together in columns of these widths."""
    total = 0
    for row in rows:
        in_cells = []
        for column, value, width in zip(columns, row, widths, strict=True):
            room = width - _beside(column)
            word, draft = cell_words(value)
            lines = len(ruler.wrap(word, cell_style(column.kind), room)) + len(ruler.wrap(draft, SMALL, room))
            in_cells.append(lines)
        total += max(in_cells)
    return total


def _moved(widths: list[float], floors: list[float], wishes: list[float]) -> list[float]:
    """What columns have above their floors goes to those below their wishes, the smallest wants first."""
    spare = [width - floor for width, floor in zip(widths, floors, strict=True)]
    given = 0.0
    result = list(widths)
    for i in sorted(range(len(widths)), key=lambda i: wishes[i] - widths[i]):
        more = wishes[i] - widths[i]
        if 0 < more <= sum(spare) - given:
            result[i] += more
            given += more
    return [width - part * given / (sum(spare) or 1) for width, part in zip(result, spare, strict=True)]


def _need(column: Column, values: set[str], ruler: Ruler) -> float:
    """Width of the widest word; a recommendation's number is one word."""
    if column.kind == "number":
        return max(ruler.widest_word(column.title, SMALL_STRONG), _one_line(column, values, ruler))
    widest = max((ruler.widest_word(v, CELL) for v in values if len(v) <= SHORT), default=0.0)
    return max(ruler.widest_word(column.title, SMALL_STRONG), widest + _beside(column))


def _one_line(column: Column, values: set[str], ruler: Ruler, longest: int = SHORT) -> float:
    """Width of the widest value in one line; 0 for a column with values of more than `longest` characters."""
    if any(len(value) > longest for value in values):
        return 0.0
    style = cell_style(column.kind)
    return max((ruler.width(value, style) for value in values), default=0.0) + _beside(column)


def _beside(column: Column) -> float:
    return SHAPE_ROOM if column.kind == "status" else 0.0


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
