"""Somebody's own table before it is imported: its first rows, how they are read, and why each column is proposed so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.cell_date import read_date
from uprtracker.importers.column_field import LANGUAGES, Field, fields_of_header
from uprtracker.importers.column_mapping import ColumnMapping, MappedColumn, load_mapping, save_mapping
from uprtracker.importers.column_proposal import propose
from uprtracker.importers.header_rows import headers_of
from uprtracker.importers.sheet import Sheet, SheetRow, column_letter
from uprtracker.importers.table_file import TableFile, open_tables
from uprtracker.importers.text_encoding import CANDIDATES, NAMES

__all__ = ["LANGUAGES", "ColumnMapping", "Field", "MappedColumn", "TablePreview", "save_mapping"]

_ROWS_SHOWN = 12
_ROWS_SAMPLED = 200
_SAMPLES = 3
_EXACT_WORDS = 3
_DATES = (Field.DUE_ON, Field.STATUS_ON)


@dataclass(frozen=True)
class DateDoubt:
    """A date that can be read in two orders, with both days."""

    printed: str
    day_first: date
    month_first: date


class TablePreview:
    """A file of tables, opened once; `encoding` is empty for workbooks. `UserError` where it cannot be read."""

    def __init__(self, path: Path, *, encoding: str = "") -> None:
        self.path = path
        self._file: TableFile = open_tables(path, encoding=encoding)
        self.encoding = self._file.encoding
        self.delimiter = self._file.delimiter

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(sheet.name for sheet in self._file.sheets)

    @property
    def encodings(self) -> tuple[tuple[str, str], ...]:
        """The encodings to choose from with their names, the one it was read in first; none for workbooks."""
        if not self.encoding:
            return ()
        codes = dict.fromkeys((self.encoding, "utf-8", *CANDIDATES, "utf-16"))
        return tuple((code, NAMES.get(code, code.upper())) for code in codes)

    def notices(self, mapping: ColumnMapping) -> tuple[str, ...]:
        """What the reader of the file says of it, such as that its encoding was judged."""
        return tuple(notice.message for notice in self._sheet(mapping).notices)

    def rows(self, mapping: ColumnMapping) -> list[tuple[int, tuple[str, ...]]]:
        """The first rows of the chosen sheet as texts, each with its number."""
        shown = self._sheet(mapping).rows[:_ROWS_SHOWN]
        return [(row.number, tuple(row.text(at) for at in range(len(row.values)))) for row in shown]

    def samples(self, mapping: ColumnMapping, column: int) -> str:
        """A few different contents of a column."""
        texts = (" ".join(row.text(column).split()) for row in self._body(mapping))
        return " · ".join(list(dict.fromkeys(text for text in texts if text))[:_SAMPLES])

    def with_sheet(self, name: str) -> ColumnMapping:
        """What another sheet of the file is proposed to hold."""
        sheet = next(sheet for sheet in self._file.sheets if sheet.name == name)
        return propose(replace(self._file, sheets=(sheet,)))

    def with_header_row(self, mapping: ColumnMapping, number: int) -> ColumnMapping:
        """The mapping with its headers in the row of that number, 0 for a table without; proposed anew where that
        row names fields."""
        sheet = self._sheet(mapping)
        below = replace(sheet, rows=tuple(row for row in sheet.rows if row.number >= number))
        proposed = propose(replace(self._file, sheets=(below,)))
        if number and proposed.header_row == number:
            return proposed
        width = max(len(row.values) for row in sheet.rows)
        texts = headers_of(sheet, number, 1, width) if number else ("",) * width
        known = {column.column: column for column in mapping.columns}
        columns = tuple(
            replace(known.get(at, MappedColumn(at, "")), header=text) for at, text in enumerate(texts)
        )
        return replace(mapping, columns=columns, header_row=number, header_rows=1 if number else 0)

    def loaded(self, mapping: ColumnMapping, file: Path) -> ColumnMapping:
        """A mapping file, moved to where its headers stand in this table; `UserError` where they do not."""
        moved = load_mapping(file).for_headers(column.header for column in mapping.columns)
        if moved is None:
            raise UserError(
                _(
                    "'{mapping}' names headers that '{file}' does not have; say here what its columns hold."
                ).format(mapping=file.name, file=self.path.name)
            )
        here = {column.column for column in moved.columns}
        rest = tuple(replace(c, field=None) for c in mapping.columns if c.column not in here)
        columns = tuple(sorted((*moved.columns, *rest), key=lambda column: column.column))
        return replace(
            moved,
            columns=columns,
            sheet=mapping.sheet,
            header_row=mapping.header_row,
            header_rows=mapping.header_rows,
            encoding=mapping.encoding,
            delimiter=mapping.delimiter,
        )

    def date_doubt(self, mapping: ColumnMapping) -> DateDoubt | None:
        """The first date that could be read in either order, if there is one."""
        columns = [column.column for field in _DATES for column in mapping.of(field)]
        for row in self._body(mapping):
            for value in (row.values[at] for at in columns if at < len(row.values)):
                day, month = read_date(value), read_date(value, day_first=False)
                if day.either_order and day.day and month.day:
                    return DateDoubt(str(value), day.day, month.day)
        return None

    def _sheet(self, mapping: ColumnMapping) -> Sheet:
        named = [sheet for sheet in self._file.sheets if sheet.name == mapping.sheet]
        return (named or list(self._file.sheets))[0]

    def _body(self, mapping: ColumnMapping) -> Iterable[SheetRow]:
        first = mapping.header_row + mapping.header_rows
        return [row for row in self._sheet(mapping).rows[:_ROWS_SAMPLED] if row.number >= first]


def reason(column: MappedColumn) -> str:
    """Why a column is read as it is, in a few words; empty where it is not read."""
    if column.field is None:
        return ""
    weight = fields_of_header(column.header).get(column.field, 0)
    if weight >= _EXACT_WORDS:
        return _("its header says so")
    if weight:
        return _("its header speaks of it")
    return (
        _("its contents look like it") if column.header else _("its contents look like it; it has no header")
    )


def letter(column: MappedColumn) -> str:
    """The letter that spreadsheets show above a column."""
    return column_letter(column.column)
