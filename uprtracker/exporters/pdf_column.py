"""How wide the columns of a table are on paper, and what its cells say in words."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from uprtracker.exporters.document import Cell, Column, StatusValue, Table
from uprtracker.exporters.pdf_style import TextStyle, Type
from uprtracker.exporters.pdf_text import Ruler, words_of
from uprtracker.vocabulary.day import day_in_words
from uprtracker.vocabulary.status import bucket_label

BETWEEN = 10.0
"""Between the texts of two columns."""

SHAPE_ROOM = 13.0
"""From the left edge of a status cell to its word."""

_NO_BREAK = "\u00a0"
_WIDEST_NEED = 0.2
_TERM = 6
_SAMPLE = 48
_ROUNDS = 16
_SHARPNESS = 6


def cell_style(kind: str, styles: Type) -> TextStyle:
    return styles.cell_strong if kind == "number" else styles.cell


def cell_words(value: Cell) -> tuple[str, str]:
    """What a cell says, and what it says under that in secondary ink."""
    if isinstance(value, StatusValue):
        return bucket_label(value.bucket), value.draft
    if isinstance(value, date):
        day_and_month, _space, year = day_in_words(value).rpartition(" ")
        return f"{day_and_month.replace(' ', _NO_BREAK)} {year}".strip(), ""
    return "" if value is None else str(value), ""


def text_widths(tables: Sequence[Table], width: float, ruler: Ruler, styles: Type) -> list[float]:
    """Widths of the texts of tables with the same columns, so that they stand in line with each other.

    No column is so narrow that a word of its title or of a name is cut. Beyond that they go by the columns' shares of
    `width`, or by what their texts need where rows become lower by that.
    """
    columns = tables[0].columns
    room = width - BETWEEN * (len(columns) - 1)
    rows = [row for table in tables for row in table.rows()]
    needs = [
        min(_need(column, {row[i] for row in rows}, ruler, styles), room * _WIDEST_NEED)
        for i, column in enumerate(columns)
    ]
    whole = sum(column.share for column in columns)
    by_share = _shared_out(room, [column.share / whole for column in columns], needs)
    sample = rows[:: len(rows) // _SAMPLE + 1]
    if not sample:
        return by_share
    lengths = [
        [_length(column, value, ruler, styles) for column, value in zip(columns, row, strict=True)]
        for row in sample
    ]
    by_need = _balanced(lengths, by_share, needs)
    return min((by_share, by_need), key=lambda widths: _lines(columns, sample, widths, ruler, styles))


def _need(column: Column, values: set[Cell], ruler: Ruler, styles: Type) -> float:
    """Width of the widest word. A recommendation's number is one word; a title and a status take two lines at the most."""
    style = cell_style(column.kind, styles)
    texts = [word for word, _draft in map(cell_words, values)]
    title = ruler.in_two_lines(column.title, styles.small_strong)
    if column.kind == "number":
        return max([title, *(ruler.width(text, style) for text in texts)])
    words: set[str] = set()
    for text in texts:
        words.update(words_of(text))
    # an address is cut after its slashes
    words = {word for word in words if "://" not in word}
    # a day in Chinese could break between any two of its characters
    widest = [ruler.width(w, style) if column.kind == "date" else _widest(w, style, ruler) for w in words]
    if column.kind == "status":
        widest += [ruler.in_two_lines(text, style) for text in set(texts)]
    return max([title, *(width + _beside(column) for width in widest)])


def _widest(text: str, style: TextStyle, ruler: Ruler) -> float:
    """A term of a few Chinese characters could break between any two of them, and would stand upright in a narrow column."""
    return ruler.width(text, style) if len(text) <= _TERM else ruler.widest_word(text, style)


def _length(column: Column, value: Cell, ruler: Ruler, styles: Type) -> float:
    """Length of a cell's text if it were set in one line."""
    word, draft = cell_words(value)
    style = cell_style(column.kind, styles)
    texts = sum(line.width for line in ruler.wrap(word, style, float("inf")))
    return texts + ruler.width(draft, styles.small) + _beside(column)


def _beside(column: Column) -> float:
    return SHAPE_ROOM if column.kind == "status" else 0.0


def _balanced(
    lengths: Sequence[Sequence[float]], widths: Sequence[float], needs: Sequence[float]
) -> list[float]:
    """The widths moved to where they lower the rows most, none below its need.

    A cell is about as high as its length divided by its width, and a row as its highest cell. The sum over the rows
    is least where each column's width is as its part in those heights; a high power stands for the highest, which makes
    the sum smooth, and small steps lead there.
    """
    room = sum(widths)
    widths = list(widths)
    for _round in range(_ROUNDS):
        parts = [0.0] * len(widths)
        for row in lengths:
            powers = [(length / width) ** _SHARPNESS for length, width in zip(row, widths, strict=True)]
            whole = sum(powers)
            if whole:
                highest = whole ** (1 / _SHARPNESS)
                for i, power in enumerate(powers):
                    parts[i] += highest * power / whole
        moved = [w * (part / w) ** (1 / (_SHARPNESS + 1)) for part, w in zip(parts, widths, strict=True)]
        widths = _shared_out(room, [w / sum(moved) for w in moved], needs)
    return widths


def _lines(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    ruler: Ruler,
    styles: Type,
) -> int:
    """How many lines rows take together in columns of these widths."""

    @cache
    def in_cell(i: int, value: Cell) -> int:
        room = widths[i] - _beside(columns[i])
        word, draft = cell_words(value)
        words = ruler.wrap(word, cell_style(columns[i].kind, styles), room)
        return len(words) + len(ruler.wrap(draft, styles.small, room))

    return sum(max(in_cell(i, value) for i, value in enumerate(row)) for row in rows)


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
