"""A ministry's workbook read back, whatever a spreadsheet program did to it: rows by identity, cells by field.

What the cells mean for the dossier is not decided here; what cannot be read is told with its cell and left out.
"""

from dataclasses import dataclass
from pathlib import Path

from uprtracker.i18n import _
from uprtracker.importers import office_package as package
from uprtracker.importers.record import Notice
from uprtracker.importers.returned_cell import Refusal, read_answer
from uprtracker.importers.returned_identity import Identity, read_identity
from uprtracker.importers.sheet import Sheet, SheetRow, cell_name, place_of, text_of
from uprtracker.vocabulary.ministry_sheet import ANSWERS, BY_KEY, IDENTITY_SHEET, field_of, plain

_ROWS_TO_SEARCH = 20
_LEAST_HEADERS = 3


@dataclass(frozen=True)
class ReturnedRow:
    """One row. `cells` are the answers that could be read, by field, as words of the dossier (ISO dates, stored words).

    A field that is not in `cells` says nothing; an empty word means that the cell is empty. `addresses` are the cells'.
    `refused`: why the row as a whole cannot be used.
    """

    uid: str
    number: str
    text: str
    cells: dict[str, str]
    addresses: dict[str, str]
    place: str
    refused: str = ""


@dataclass(frozen=True)
class ReturnedWorkbook:
    """What came back. `missing_columns` are the fields whose columns are gone: they say nothing."""

    path: Path
    identity: Identity
    rows: tuple[ReturnedRow, ...]
    problems: tuple[Notice, ...]
    missing_columns: tuple[str, ...]


def read_returned(path: Path) -> ReturnedWorkbook:
    """Read a ministry's workbook; `UserError` for a file that is none, or whose identity or columns are gone."""
    # its library takes longer to load than all else that opens a dossier
    from uprtracker.importers.workbook_file import read_workbook

    sheets = read_workbook(path, hidden=True)
    identity = read_identity(path, sheets)
    table = _find_table(sheets)
    if table is None:
        raise package.refusal(
            path,
            _("its sheet of recommendations is gone"),
            _("copy the answers into a new workbook for this ministry"),
        )
    rows, problems = table.read()
    missing = tuple(field.key for field in ANSWERS if field.key not in table.columns)
    return ReturnedWorkbook(path, identity, tuple(rows), (*table.sheet.notices, *problems), missing)


@dataclass(frozen=True)
class _Table:
    """The sheet with the answers: its columns by field, and the number of the row above the first answer."""

    sheet: Sheet
    columns: dict[str, int]
    head: int

    def read(self) -> tuple[list[ReturnedRow], list[Notice]]:
        rows: list[ReturnedRow] = []
        problems: list[Notice] = []
        merged = self._merged_cells()
        for row in self.sheet.rows:
            if row.number > self.head and not row.is_blank:
                rows.append(self._row(row, merged, problems))
        return rows, problems

    def _row(self, row: SheetRow, merged: set[tuple[int, int]], problems: list[Notice]) -> ReturnedRow:
        cells: dict[str, str] = {}
        addresses: dict[str, str] = {}
        for field in ANSWERS:
            column = self.columns.get(field.key)
            if column is None:
                continue
            address = addresses[field.key] = cell_name(row, column)
            if (row.number - 1, column) in merged:
                problems.append(
                    Notice(address, _("the cell is merged with others; only the first of them was read"))
                )
                continue
            value = row.values[column] if column < len(row.values) else None
            answer = read_answer(field, value, counts_from_1904=self.sheet.counts_from_1904)
            if isinstance(answer, Refusal):
                problems.append(Notice(address, answer.message))
            else:
                cells[field.key] = answer
        return ReturnedRow(
            uid=self._text(row, "uid").strip(),
            number=self._text(row, "number").strip(),
            text=plain(self._text(row, "text")),
            cells=cells,
            addresses=addresses,
            place=place_of(self.sheet.name, row.number),
            refused=self._refusal(row),
        )

    def _text(self, row: SheetRow, key: str) -> str:
        column = self.columns.get(key)
        return row.text(column) if column is not None else ""

    def _refusal(self, row: SheetRow) -> str:
        """A number that became a figure: 140.10 would be read as 140.1, and nobody could tell."""
        column = self.columns.get("number")
        if column is None or column >= len(row.values) or isinstance(row.values[column], str | None):
            return ""
        return _("the number in {cell} is a figure ({value}), not text; the row was not read").format(
            cell=cell_name(row, column), value=text_of(row.values[column])
        )

    def _merged_cells(self) -> set[tuple[int, int]]:
        """Cells covered by a merged range, but for its first: they are empty without anybody having emptied them."""
        covered: set[tuple[int, int]] = set()
        rows = {row.number - 1 for row in self.sheet.rows}
        columns = set(self.columns.values())
        for merged in self.sheet.merged:
            covered |= {
                (row, column)
                for column in columns
                if merged.left <= column <= merged.right
                for row in rows
                if merged.top <= row <= merged.bottom and (row, column) != (merged.top, merged.left)
            }
        return covered


def _find_table(sheets: list[Sheet]) -> _Table | None:
    found = [_as_table(sheet) for sheet in sheets if sheet.name != IDENTITY_SHEET]
    return max(filter(None, found), key=lambda table: len(table.columns), default=None)


def _as_table(sheet: Sheet) -> _Table | None:
    """A sheet by its header rows, keys before labels; `None` where it has neither or nothing could be answered there."""
    columns: dict[str, int] = {}
    head = 0
    for row in sheet.rows:
        if row.number > _ROWS_TO_SEARCH:
            break
        named = _named_columns(row)
        if len(named) < _LEAST_HEADERS:
            continue
        head = row.number
        for key, column in named.items():
            if column not in columns.values():
                columns.setdefault(key, column)
    is_ours = any(BY_KEY[key].answer for key in columns) and ("uid" in columns or "number" in columns)
    return _Table(sheet, columns, head) if is_ours else None


def _named_columns(row: SheetRow) -> dict[str, int]:
    """The fields that the cells of a row name."""
    named: dict[str, int] = {}
    for column, value in enumerate(row.values):
        if isinstance(value, str) and (key := field_of(value)):
            named.setdefault(key, column)
    return named
