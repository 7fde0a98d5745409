"""A table as any source gives it (workbook, old workbook, delimited text): rows of values with their place."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from uprtracker.i18n import _
from uprtracker.importers.record import Notice

MOST_ROWS = 20_000
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that computes: never evaluated. `result` is what the program that saved it last saw."""

    text: str
    result: str = ""


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error, such as `#REF!`."""

    code: str


Value = str | int | float | bool | datetime | date | time | timedelta | Formula | CellError | None


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row; `number` counts from 1 as a person counts, and so does the line of a text file's first cell."""

    number: int
    values: tuple[Value, ...]

    def text(self, column: int) -> str:
        """The value in a column (from 0) as text; empty beyond the row's end."""
        return text_of(self.values[column]) if column < len(self.values) else ""

    @property
    def is_blank(self) -> bool:
        return not any(value is not None and text_of(value).strip() for value in self.values)


@dataclass(frozen=True, slots=True)
class MergedCells:
    """A merged range, all four counted from 0 and included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One table of a file. `counts_from_1904` is the epoch of bare serial dates; `notices` tell what was left out.

    `is_text`: every value is a text, as in a delimited file.
    """

    file: str
    name: str
    rows: tuple[SheetRow, ...]
    merged: tuple[MergedCells, ...] = ()
    notices: tuple[Notice, ...] = ()
    counts_from_1904: bool = False
    is_text: bool = False

    def place(self, row: SheetRow) -> str:
        """Where a row stands, in a person's words."""
        return place_of(self.name, row.number)


def place_of(sheet: str, row: int) -> str:
    """`sheet Follow-up, row 12`, or `row 12` where there is only one table."""
    return place_words(sheet).format(sheet=sheet, row=row)


def place_words(sheet: str) -> str:
    """The words of `place_of` with `{row}` to be filled in, for many rows of one sheet."""
    return _("sheet {sheet}, row {row}") if sheet else _("row {row}")


def column_letter(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: SheetRow, column: int) -> str:
    """A cell's address as spreadsheets write it, `C17`."""
    return f"{column_letter(column)}{row.number}"


def without_blank_end(values: tuple[Value, ...]) -> tuple[Value, ...]:
    """The values up to the last that is not empty."""
    end = len(values)
    while end and values[end - 1] in (None, ""):
        end -= 1
    return values[:end]


def text_of(value: Value) -> str:
    """A value as a person reads it in the cell; whole figures without `.0`, dates as ISO, formulas as their result."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, Formula):
        return value.result
    if isinstance(value, CellError):
        return value.code
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return str(value)
