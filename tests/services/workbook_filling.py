"""A ministry's workbook as a ministry fills it in: values by number and field, written by another program's hand."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.catalogue import export_ministry_workbook
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality

Answers = Mapping[str, Mapping[str, Any]]
FIRST_ROW = 3


def hand_out(
    dossier: Dossier,
    ministry: str,
    target: Path,
    *,
    language: str = "en",
    audience: Confidentiality = Confidentiality.PUBLIC,
) -> Path:
    """Make a ministry's workbook as the command does."""
    dossier.handing_out.hand_out(
        ministry, partial(export_ministry_workbook, target=target), language=language, audience=audience
    )
    return target


def answers_sheet(book: openpyxl.Workbook) -> Worksheet:
    return book.worksheets[1]


def columns(sheet: Worksheet) -> dict[str, int]:
    """The columns by their hidden keys."""
    return {str(cell.value): cell.column for cell in sheet[1]}


def row_of(sheet: Worksheet, number: str) -> int:
    column = columns(sheet)["number"]
    return next(row for row in range(FIRST_ROW, sheet.max_row + 1) if sheet.cell(row, column).value == number)


def offered(path: Path, field: str = "status") -> list[str]:
    """The words of a column's drop-down, as the workbook holds them."""
    book = openpyxl.load_workbook(path)
    sheet = answers_sheet(book)
    letter = sheet.cell(1, columns(sheet)[field]).column_letter
    rules = sheet.data_validations.dataValidation
    (rule,) = [rule for rule in rules if str(rule.sqref).startswith(f"{letter}{FIRST_ROW}")]
    name, cells = str(rule.formula1).replace("$", "").split("!")
    return [str(cell.value) for (cell,) in book[name.strip("'")][cells]]


def fill(path: Path, answers: Answers, target: Path | None = None) -> Path:
    """Write answers into a workbook, here or as another file; an empty text empties the cell."""
    book = openpyxl.load_workbook(path)
    sheet = answers_sheet(book)
    for number, values in answers.items():
        row = row_of(sheet, number)
        for field, value in values.items():
            sheet.cell(row, columns(sheet)[field]).value = value if value != "" else None
    book.save(target or path)
    return target or path
