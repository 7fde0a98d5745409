"""Sheets that people filter and edit: one real Excel table with a frozen header, status drop-down and colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableColumn, TableStyleInfo

from uprtracker.exporters.document import Cell, Column, Involved, StatusValue, Table
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, Value, lines_needed
from uprtracker.exporters.xlsx_style import BOXED, HEADER, CellStyle, argb, status_format, tint
from uprtracker.i18n import _
from uprtracker.vocabulary.listing import listed_apart
from uprtracker.vocabulary.status import BUCKETS, bucket_label

_WIDTHS = {
    "number": 9.0,
    "group": 16.0,
    "review": 9.0,
    "text": 45.0,
    "states": 20.0,
    "position": 12.0,
    "status": 18.0,
    "draft": 14.0,
    "lead": 17.0,
    "supporting": 15.0,
    "paragraphs": 10.5,
    "due": 11.5,
    "comment": 38.0,
    "text_and_states": 40.0,
    "measures": 36.0,
    "next_step": 16.0,
    "evidence": 20.0,
    "nhri_comment": 17.0,
    "ministry": 44.0,
    "count": 13.0,
    "what": 18.0,
    "before": 20.0,
    "after": 20.0,
    "by": 24.0,
    "at": 12.0,
    "field": 20.0,
    "base": 34.0,
    "ours": 34.0,
    "theirs": 34.0,
    "decision": 10.0,
}
_USUAL_WIDTH = 16.0
_FIRST_DXF_FORMAT = 200
"""Above the numbers of the formats that the sheet's own cells use."""


_Getter = Callable[[str, Sequence[Cell]], Value]


@dataclass(frozen=True)
class _Field:
    """A column of the sheet; `value` takes it from a row of the document's table and the banner above it."""

    key: str
    title: str
    style: CellStyle
    value: _Getter
    is_status: bool = False

    @property
    def width(self) -> float:
        return _WIDTHS.get(self.key, _USUAL_WIDTH)


def write_table_sheet(writer: SheetWriter, table: Table) -> str:
    """Write the sheet; return the range in which people choose a status, empty where it has none."""
    fields = _fields(table)
    sheet = writer.sheet
    for position, field in enumerate(fields, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = field.width
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    styles = [field.style for field in fields]
    writer.append([field.title for field in fields], [HEADER] * len(fields), 2 * LINE + 6)
    for group in table.groups:
        for row in group.rows:
            values = [field.value(group.heading, row) for field in fields]
            writer.append(values, styles, _height(fields, values))
    if writer.row == 1:
        writer.append([None] * len(fields), styles)
    _add_excel_table(writer, table.key, fields)
    return _colour_statuses(writer, fields)


def _height(fields: Sequence[_Field], values: Sequence[Value]) -> float:
    lines = (
        lines_needed(value, field.width)
        for field, value in zip(fields, values, strict=True)
        if isinstance(value, str)
    )
    return LINE * max(lines, default=1) + 4


def _fields(table: Table) -> list[_Field]:
    fields: list[_Field] = []
    for position, column in enumerate(table.columns):
        if column.kind == "status":
            fields += _status_fields(table, column, position)
        elif column.key == "lead":
            fields.append(_Field("lead", _("Lead ministry"), BOXED["text"], _lead(position)))
            fields.append(_Field("supporting", _("Supporting"), BOXED["text"], _supporting(position)))
        else:
            style = BOXED["as_text" if column.key == "paragraphs" else column.kind]
            key = "count" if column.kind == "count" else column.key
            fields.append(_Field(key, column.title, style, _plain(position)))
    if table.group_title:
        fields.insert(1, _Field("group", table.group_title, BOXED["text"], lambda heading, _row: heading))
    return fields


def _status_fields(table: Table, column: Column, position: int) -> list[_Field]:
    fields = [_Field(column.key, column.title, BOXED["status"], _status_word(position), is_status=True)]
    if any(isinstance(cell := row[position], StatusValue) and cell.draft for row in table.rows()):
        fields.append(_Field("draft", _("Draft, not counted"), BOXED["text"], _draft(position)))
    return fields


def _plain(position: int) -> _Getter:
    return lambda _heading, row: cast(Value, row[position])


def _status_word(position: int) -> _Getter:
    def word(_heading: str, row: Sequence[Cell]) -> Value:
        cell = row[position]
        return bucket_label(cell.bucket) if isinstance(cell, StatusValue) else cast(Value, cell)

    return word


def _draft(position: int) -> _Getter:
    return lambda _heading, row: cast(StatusValue, row[position]).draft


def _lead(position: int) -> _Getter:
    return lambda _heading, row: cast(Involved, row[position]).lead


def _supporting(position: int) -> _Getter:
    return lambda _heading, row: listed_apart(cast(Involved, row[position]).supporting)


def _add_excel_table(writer: SheetWriter, name: str, fields: Sequence[_Field]) -> None:
    table = ExcelTable(displayName=name, ref=f"A1:{get_column_letter(len(fields))}{writer.row}")
    # named here, because the library would else build every cell of the range to read the names
    table.tableColumns = [TableColumn(id=i, name=field.title) for i, field in enumerate(fields, start=1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    # not Worksheet.add_table, which warns in write-only workbooks that columns have no names; these have
    writer.sheet.tables.add(table)


def _colour_statuses(writer: SheetWriter, fields: Sequence[_Field]) -> str:
    """Colour and shape follow the word, whatever a person chooses later."""
    chosen = ""
    for position, field in enumerate(fields, start=1):
        if field.is_status:
            letter = get_column_letter(position)
            cells = f"{letter}2:{letter}{writer.row}"
            colour_status_words(writer, cells)
            chosen = cells if field.key == "status" else chosen
    return chosen


def colour_status_words(writer: SheetWriter, cells: str) -> None:
    """Give each status in `cells` its ground and its shape, as soon as its word stands there."""
    for offset, bucket in enumerate(BUCKETS):
        look = DifferentialStyle(
            fill=PatternFill(bgColor=argb(tint(bucket)), fill_type="solid"),
            numFmt=NumberFormat(_FIRST_DXF_FORMAT + offset, status_format(bucket)),
        )
        word = bucket_label(bucket).replace('"', '""')
        writer.sheet.conditional_formatting.add(
            cells, Rule(type="cellIs", operator="equal", formula=[f'"{word}"'], dxf=look)
        )


def offer_statuses(writer: SheetWriter, cells: str, scale: str) -> None:
    """A drop-down with the words of `scale`, a range with its sheet, in `cells`."""
    choice = DataValidation(type="list", formula1=scale, allow_blank=True, showErrorMessage=True)
    choice.errorTitle = _("Not a status")
    choice.error = _("Choose one of the words of the scale; they are explained on the last sheet.")
    choice.add(cells)
    writer.sheet.data_validations.append(choice)
