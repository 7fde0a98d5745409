"""Where a table's headers stand: the row that names the most fields, and rows that go on with it."""

from dataclasses import dataclass

from uprtracker.importers.column_field import fields_of_header
from uprtracker.importers.recommendation_text import split_number
from uprtracker.importers.sheet import Sheet, SheetRow, text_of

_ROWS_ABOVE = 30
_LONGEST_HEADER = 120
_LONGEST_OF_SEVERAL = 60
_FEWEST_NAMED = 2


@dataclass(frozen=True)
class Headers:
    """`row` is the number of the first row of headers (0: there is none), `count` how many rows they take.

    `texts` are those of each column, of several rows joined, from the first column on.
    """

    row: int
    count: int
    texts: tuple[str, ...]


def find_headers(sheet: Sheet) -> Headers:
    """The headers of a sheet; without any, every column has an empty one."""
    top = sheet.rows[:_ROWS_ABOVE]
    named = [_named(row) for row in top]
    best = max(range(len(top)), key=lambda at: (named[at], -at), default=0)
    width = max((len(row.values) for row in sheet.rows[:1000]), default=0)
    if not top or named[best] < _FEWEST_NAMED:
        return Headers(0, 0, ("",) * width)
    rows = [top[best]]
    for row in top[best + 1 : best + 3]:
        if row.number != rows[-1].number + 1 or not _goes_on(sheet, row, rows[0]):
            break
        rows.append(row)
    return Headers(rows[0].number, len(rows), headers_of(sheet, rows[0].number, len(rows), width))


def headers_of(sheet: Sheet, row: int, count: int, width: int) -> tuple[str, ...]:
    """The headers in given rows; one that is merged over several columns belongs to each of them."""
    texts = [""] * width
    for header in sheet.rows:
        if not row <= header.number < row + count:
            continue
        for column in range(width):
            text = header.text(column) or _merged_from_left(sheet, header, column)
            texts[column] = " ".join(f"{texts[column]} {text}".split())
    return tuple(texts)


def _merged_from_left(sheet: Sheet, row: SheetRow, column: int) -> str:
    for cells in sheet.merged:
        if cells.top <= row.number - 1 <= cells.bottom and cells.left < column <= cells.right:
            return row.text(cells.left) if cells.top == row.number - 1 else ""
    return ""


def _named(row: SheetRow) -> int:
    """How many cells of a row are headers that we know."""
    texts = [text_of(value) for value in row.values if isinstance(value, str)]
    return sum(1 for text in texts if len(text) <= _LONGEST_HEADER and fields_of_header(text))


def _goes_on(sheet: Sheet, row: SheetRow, first: SheetRow) -> bool:
    """Whether a row below goes on with the headers: short words, where the first row has none or one for several."""
    texts = [(at, text) for at in range(len(row.values)) if (text := row.text(at).strip())]
    if not texts or any(len(text) > _LONGEST_OF_SEVERAL or split_number(text)[0] for _at, text in texts):
        return False
    shared = {
        column
        for cells in sheet.merged
        if cells.top <= first.number - 1 <= cells.bottom and cells.right > cells.left
        for column in range(cells.left, cells.right + 1)
    }
    below = sum(at in shared or not first.text(at).strip() for at, _text in texts)
    return below == len(texts) or (below * 2 >= len(texts) and _named(row) > 0)
