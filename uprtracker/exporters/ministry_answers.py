"""The sheet on which a ministry answers: what the United Nations printed is locked, what the ministry says is open."""

from datetime import date

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break

from uprtracker.exporters.ministry_page import HEAD_ANSWER, HEAD_READ, KEY, WIDTHS, style_of
from uprtracker.exporters.xlsx_cell import LINE, SheetWriter, Value, lines_needed
from uprtracker.exporters.xlsx_table_sheet import colour_status_words
from uprtracker.i18n import _
from uprtracker.vocabulary.ministry_sheet import (
    ANSWERS,
    FIELDS,
    Field,
    MinistryRow,
    MinistrySheet,
    role_label,
)

_FIRST_ROW = 3
"""Of the data: above it the hidden keys of the columns and their labels."""

_LEAST_LINES = 4
_LAST_ON_PAGES = ("due", "measure_due")
"""The columns after which a new page begins: the answer, the work, the evidence with what is to be looked up."""

_EARLIEST, _LATEST = date(1990, 1, 1), date(2100, 12, 31)
_EPOCH = date(1899, 12, 30)


def write_answers(writer: SheetWriter, data: MinistrySheet, lists: dict[str, str]) -> None:
    """Write the sheet; `lists` are the ranges of the drop-downs by the kind of their column."""
    sheet = writer.sheet
    for position, field in enumerate(FIELDS, start=1):
        dimension = sheet.column_dimensions[get_column_letter(position)]
        dimension.width = WIDTHS[field.key]
        dimension.hidden = field.key == "uid"
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    sheet.print_title_rows = f"2:{_FIRST_ROW - 1}"
    sheet.print_title_cols = "A:B"
    for key in _LAST_ON_PAGES:
        sheet.col_breaks.append(Break(id=_position(key)))
    # a plain mapping, as the writer of rows wants it
    sheet.row_dimensions[1] = {"hidden": "1"}  # type: ignore[assignment]
    writer.append([field.key for field in FIELDS], [KEY] * len(FIELDS))
    heads = [HEAD_ANSWER if field.answer else HEAD_READ for field in FIELDS]
    writer.append([field.label for field in FIELDS], heads, 2 * LINE + 8)
    styles = [style_of(field) for field in FIELDS]
    for row in data.rows:
        values = [_value(row, field) for field in FIELDS]
        writer.append(values, styles, _height(values))
    if data.rows:
        sheet.auto_filter.ref = f"B2:{get_column_letter(len(FIELDS))}{writer.row}"
        colour_status_words(writer, _cells(writer, "status"))
        for field in ANSWERS:
            _offer(writer, field, lists)


def _position(key: str) -> int:
    return next(i for i, field in enumerate(FIELDS, start=1) if field.key == key)


def _cells(writer: SheetWriter, key: str) -> str:
    letter = get_column_letter(_position(key))
    return f"{letter}{_FIRST_ROW}:{letter}{writer.row}"


def _value(row: MinistryRow, field: Field) -> Value:
    match field.key:
        case (
            "uid" | "number" | "document" | "text" | "theme" | "comment" | "said_on" | "due" | "last_progress"
        ):
            return getattr(row, field.key)  # type: ignore[no-any-return]
        case "states" | "paragraphs":
            return ", ".join(getattr(row, field.key))
        case "measures" | "sources":
            return "\n".join(getattr(row, field.key))
        case "position":
            return row.position.label
        case "role":
            return role_label(row.role)
        case "status":
            return row.status.label if row.status else None
    return None


def _height(values: list[Value]) -> float:
    lines = (
        lines_needed(value, WIDTHS[field.key])
        for field, value in zip(FIELDS, values, strict=True)
        if isinstance(value, str) and field.key != "uid"
    )
    return LINE * max(_LEAST_LINES, *lines) + 4


def _offer(writer: SheetWriter, field: Field, lists: dict[str, str]) -> None:
    """The drop-down or the check of an answer's cells; free texts have none."""
    if field.kind == "date":
        choice = DataValidation(
            type="date",
            operator="between",
            formula1=str((_EARLIEST - _EPOCH).days),
            formula2=str((_LATEST - _EPOCH).days),
        )
        choice.errorTitle = _("Not a date")
        choice.error = _("Write the date as 2027-06-30, between 1990 and 2100.")
    elif field.kind in lists:
        choice = DataValidation(type="list", formula1=lists[field.kind])
        choice.errorTitle = _("Not on the list")
        choice.error = _("Choose one of the words of the list; the sheet of instructions explains them.")
    else:
        return
    choice.allow_blank = True
    # an institution may be one that the dossier does not know yet
    choice.showErrorMessage = field.kind != "institution"
    choice.add(_cells(writer, field.key))
    writer.sheet.data_validations.append(choice)
