"""Reading a ministry's workbook back, whatever a spreadsheet program or a person did to it."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.exporters.test_ministry_workbook import sheet_of
from tests.services.workbook_filling import FIRST_ROW, answers_sheet, columns
from uprtracker.errors import UserError
from uprtracker.exporters.catalogue import export_ministry_workbook
from uprtracker.importers.returned_workbook import ReturnedWorkbook, read_returned

Edit = Callable[[openpyxl.Workbook, Worksheet, dict[str, int]], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    export_ministry_workbook(sheet_of(comment="a bill"), tmp_path / "m.xlsx")
    return tmp_path / "m.xlsx"


def edited(path: Path, edit: Edit) -> ReturnedWorkbook:
    book = openpyxl.load_workbook(path)
    sheet = answers_sheet(book)
    edit(book, sheet, columns(sheet))
    book.save(path)
    return read_returned(path)


def put(path: Path, **values: Any) -> ReturnedWorkbook:
    def edit(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        for field, value in values.items():
            sheet.cell(FIRST_ROW, at[field]).value = value

    return edited(path, edit)


def test_as_it_left(path: Path) -> None:
    read = read_returned(path)
    (row,) = read.rows
    assert read.identity.export_id == sheet_of().export_id
    assert (row.uid, row.number, row.text) == (sheet_of().rows[0].uid, "134.10", "Do it")
    assert {key: word for key, word in row.cells.items() if word} == {
        "status": "planned",
        "comment": "a bill",
    }
    assert (read.problems, read.missing_columns) == ((), ())


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("status", "IN PROGRESS", "in_progress"),
        ("status", "in_progress", "in_progress"),
        ("measure_state", "Completed ", "completed"),
        ("due", date(2027, 6, 30), "2027-06-30"),
        ("due", "2027-06-30", "2027-06-30"),
        ("due", "30.6.2027", "2027-06-30"),
        ("due", 46568, "2027-06-30"),
        ("comment", " two\r\nlines ", "two\nlines"),
        ("progress", 12.0, "12"),
        ("comment", None, ""),
    ],
)
def test_answers_in_every_dress(path: Path, field: str, value: object, word: str) -> None:
    read = put(path, **{field: value})
    assert (read.rows[0].cells[field], read.problems) == (word, ())


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("comment", "=1+1", "formula"),
        ("status", '=HYPERLINK("x")', "formula"),
        ("comment", "#REF!", "error"),
        ("status", "Nearly done", "scale"),
        ("due", "next spring", "not a date"),
        ("due", "03/04/2027", "two dates"),
        ("evidence_link", "javascript:alert(1)", "https://"),
        ("measure", "x" * 401, "longer than 400"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_says_nothing(
    path: Path, field: str, value: object, message: str
) -> None:
    read = put(path, **{field: value})
    (problem,) = read.problems
    assert message in problem.message
    assert problem.where == read.rows[0].addresses[field]
    assert field not in read.rows[0].cells


def test_a_number_that_became_a_figure_refuses_its_row(path: Path) -> None:
    row = put(path, number=134.1).rows[0]
    assert "B3 is a figure (134.1)" in row.refused


def test_renamed_reordered_and_removed(path: Path) -> None:
    def edit(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.title = "Feuille 1"
        book.move_sheet(sheet, 5)
        sheet.delete_cols(at["comment"])
        sheet.insert_cols(2)
        sheet.cell(FIRST_ROW + 4, 2).value = " "

    read = edited(path, edit)
    assert read.missing_columns == ("comment",)
    assert read.rows[0].cells["status"] == "planned"
    assert len(read.rows) == 1


def test_columns_are_known_by_their_labels_where_the_keys_are_gone(path: Path) -> None:
    read = edited(path, lambda _book, sheet, _at: sheet.delete_rows(1))
    assert (read.rows[0].cells["status"], read.rows[0].uid) == ("planned", sheet_of().rows[0].uid)


def test_merged_cells_are_no_emptied_ones(path: Path) -> None:
    def edit(_book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        sheet.merge_cells(
            start_row=FIRST_ROW, end_row=FIRST_ROW, start_column=at["status"], end_column=at["comment"]
        )

    read = edited(path, edit)
    assert read.rows[0].cells["status"] == "planned"
    assert "comment" not in read.rows[0].cells
    assert "merged" in read.problems[0].message


def test_dates_since_1904(path: Path) -> None:
    def edit(book: openpyxl.Workbook, sheet: Worksheet, at: dict[str, int]) -> None:
        book.epoch = CALENDAR_MAC_1904
        sheet.cell(FIRST_ROW, at["due"]).value = datetime(2027, 6, 30)

    assert edited(path, edit).rows[0].cells["due"] == "2027-06-30"


def test_what_is_no_ministry_workbook_is_refused(tmp_path: Path, path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "empty.xlsx")
    with pytest.raises(UserError, match="which workbook of which dossier"):
        read_returned(tmp_path / "empty.xlsx")
    with pytest.raises(UserError, match="sheet of recommendations is gone"):
        edited(path, lambda book, sheet, _at: book.remove(sheet))
