"""A row of somebody's own table, asked for our fields instead of its columns."""

from dataclasses import dataclass, field

from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping, MappedColumn
from uprtracker.importers.printed_text import one_line
from uprtracker.importers.sheet import Sheet, SheetRow, Value
from uprtracker.importers.table_rows import text_in


@dataclass(frozen=True)
class MappedRow:
    """One row with its mapping; `heading` is what was printed above it.

    `doubts` and `notices` gather what the readers of its fields find.
    """

    sheet: Sheet
    mapping: ColumnMapping
    row: SheetRow
    heading: str = ""
    doubts: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def has(self, wanted: Field) -> bool:
        """Whether the table has a column for a field."""
        return bool(self.mapping.of(wanted))

    def cells(self, wanted: Field) -> list[tuple[MappedColumn, str]]:
        """The columns of a field that hold text in this row, with it."""
        columns = self.mapping.of(wanted)
        return [(column, text) for column in columns if (text := text_in(self.row, column.column))]

    def text(self, wanted: Field) -> str:
        """The first text of a field in one line; empty where there is none."""
        return next((one_line(text) for _column, text in self.cells(wanted)), "")

    def value(self, wanted: Field) -> tuple[Value, int]:
        """The first value of a field that is not empty, and its column; None and -1 where there is none."""
        for column in self.mapping.of(wanted):
            if text_in(self.row, column.column):
                return self.row.values[column.column], column.column
        return None, -1
