"""The rows of a mapped table that are recommendations: headings, repeated headers and hints told apart, merged
cells filled down, formulas refused."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.record import Notice
from uprtracker.importers.sheet import CellError, Formula, Sheet, SheetRow, Value, cell_name

# Words that programs write where there is nothing.
_NOTHING = frozenset(("null", "none", "nan", "#n/a", "n/a", "-", "–", "—"))
_HINT = re.compile(r"^(?:Required|Optional):|^IMPORTANT:")
_LONGEST_HEADING = 200


@dataclass(frozen=True)
class TableRows:
    """Rows with the heading printed above each; `refused` tells why others are not among them."""

    rows: tuple[tuple[SheetRow, str], ...]
    refused: tuple[Notice, ...]


def text_in(row: SheetRow, column: int) -> str:
    """A cell's text with its line ends; empty where it says that there is nothing."""
    text = row.text(column).strip()
    return "" if text.casefold() in _NOTHING else text


def recommendation_rows(sheet: Sheet, mapping: ColumnMapping) -> TableRows:
    """The rows below the headers that hold a recommendation, in order."""
    found: list[tuple[SheetRow, str]] = []
    refused: list[Notice] = []
    heading = ""
    headers = {_said(row) for row in sheet.rows if _is_header(row, mapping)}
    for row in _filled_down(sheet, mapping):
        if row.number < mapping.header_row + mapping.header_rows or _said(row) in headers or _is_hint(row):
            continue
        if above := _heading(row, mapping):
            heading = above
        elif faults := list(_computed_cells(row, mapping)):
            refused.append(Notice(sheet.place(row), "; ".join(faults)))
        elif any(text_in(row, column.column) for column in mapping.columns if column.field):
            found.append((row, heading))
    return TableRows(tuple(found), tuple(refused))


def _is_header(row: SheetRow, mapping: ColumnMapping) -> bool:
    return mapping.header_row <= row.number < mapping.header_row + mapping.header_rows


def _said(row: SheetRow) -> tuple[str, ...]:
    return tuple(one_line(row.text(at)) for at in range(len(row.values)))


def _is_hint(row: SheetRow) -> bool:
    return any(isinstance(value, str) and _HINT.match(value) for value in row.values[:3])


def _heading(row: SheetRow, mapping: ColumnMapping) -> str:
    """The text of a row that has no more than one: a theme or a ministry above the rows that belong to it."""
    texts = dict.fromkeys(text for at in range(len(row.values)) if (text := one_line(text_in(row, at))))
    if len(texts) != 1:
        return ""
    text = next(iter(texts))
    numbered = mapping.of(Field.NUMBER) or mapping.of(Field.CODE)
    in_text = any(text_in(row, column.column) for column in mapping.of(Field.TEXT))
    if len(text) > _LONGEST_HEADING or (in_text and not numbered) or text[0].isdigit():
        return ""
    return text


def _computed_cells(row: SheetRow, mapping: ColumnMapping) -> Iterator[str]:
    """Cells that are read but hold a formula or an error, each by its address."""
    for column in mapping.columns:
        value = row.values[column.column] if column.field and column.column < len(row.values) else None
        if isinstance(value, Formula):
            message = _("the row is left out because cell {cell} holds a formula (which showed '{result}')")
            yield message.format(cell=cell_name(row, column.column), result=value.result)
        elif isinstance(value, CellError):
            message = _("the row is left out because cell {cell} shows the error {code}")
            yield message.format(cell=cell_name(row, column.column), code=value.code)


def _filled_down(sheet: Sheet, mapping: ColumnMapping) -> Iterator[SheetRow]:
    merged = {column: _ranges(sheet, column) for column in mapping.fill_down}
    above: dict[int, tuple[int, Value]] = {}
    for row in sheet.rows:
        values: list[Value] = list(row.values)
        for column in mapping.fill_down:
            if column < len(values) and values[column] not in (None, ""):
                above[column] = (row.number, values[column])
            elif column in above and _covered(row, above[column][0], merged[column]) and not row.is_blank:
                values += [None] * (column + 1 - len(values))
                values[column] = above[column][1]
        yield SheetRow(row.number, tuple(values))


def _ranges(sheet: Sheet, column: int) -> list[tuple[int, int]]:
    """First and last row of the merged cells in a column."""
    return [
        (cells.top + 1, cells.bottom + 1)
        for cells in sheet.merged
        if cells.left <= column <= cells.right and cells.bottom > cells.top
    ]


def _covered(row: SheetRow, since: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return not ranges or any(first <= since <= row.number <= last for first, last in ranges)
