"""Cells: text stays text whatever it begins with, what cannot be written goes, and nothing is cut without a word."""

from datetime import date
from io import BytesIO
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.xlsx_cell import (
    LONGEST_TEXT,
    CellSheet,
    LongTexts,
    SheetWriter,
    StyleBook,
    lines_needed,
    writable,
)
from uprtracker.exporters.xlsx_style import COUNT, IN_LIST, TEXT, CellStyle
from uprtracker.i18n import speaking


class Sheet:
    """A workbook with one sheet to write to and to read back."""

    def __init__(self, *, right_to_left: bool = False) -> None:
        self.workbook = Workbook(write_only=True)
        self.sheet = cast(Worksheet, CellSheet(self.workbook, "Sheet"))
        self.workbook._add_sheet(self.sheet)  # type: ignore[attr-defined]
        self.long_texts = LongTexts("Long texts")
        self.writer = SheetWriter(self.sheet, StyleBook(right_to_left=right_to_left), self.long_texts)

    def read_back(self) -> Worksheet:
        stream = BytesIO()
        self.workbook.save(stream)
        return cast(Worksheet, load_workbook(stream).active)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet()


def written(text: str, style: CellStyle = TEXT) -> Cell:
    sheet = Sheet()
    sheet.writer.append([text], [style])
    return cast(Cell, sheet.read_back()["A1"])


@given(st.sampled_from(["", "=", "+", "-", "@", "\t", "\r", "#N/A", "'", "=="]), st.text(max_size=40))
def test_text_is_never_a_formula_an_error_or_a_number(prefix: str, rest: str) -> None:
    text = prefix + rest
    cell = written(text)
    assert (cell.value or "") == writable(text)
    assert cell.data_type == ("s" if writable(text) else "n")
    assert bool(cell.quotePrefix) == writable(text).startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1", "-5", "@SUM(A1)", "\tx"])
def test_text_that_begins_like_a_formula_stays_text_when_a_person_edits_it(text: str) -> None:
    assert written(text).quotePrefix is True


def test_ordinary_text_has_no_mark_of_quotation() -> None:
    assert written("140.12").quotePrefix is False


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x0bc\x1f", "abc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\ud800b\uffff", "ab"),
        ("tab\there", "tab\there"),
    ],
)
def test_what_the_format_cannot_hold_is_left_out(text: str, kept: str) -> None:
    assert writable(text) == kept
    assert written(text).value == kept


def test_a_cell_refilled_in_the_next_row_keeps_nothing_of_the_row_before(sheet: Sheet) -> None:
    sheet.writer.append(["=1+1", 3], [TEXT, COUNT])
    sheet.writer.append(["plain", None], [TEXT, COUNT])
    sheet.writer.append([None, date(2026, 11, 23)], [None, IN_LIST["date"]])
    read = sheet.read_back()
    assert [[c.value for c in row] for row in read.iter_rows(max_col=2)][:2] == [["=1+1", 3], ["plain", None]]
    assert [bool(read[f"A{n}"].quotePrefix) for n in (1, 2)] == [True, False]
    assert read["B3"].is_date
    assert not read["A3"].has_style


def test_two_columns_of_one_style_hold_their_own_texts(sheet: Sheet) -> None:
    sheet.writer.append(["left", "right"], [TEXT, TEXT])
    read = sheet.read_back()
    assert (read["A1"].value, read["B1"].value) == ("left", "right")


def test_a_text_too_long_for_a_cell_is_kept_whole_beside(sheet: Sheet) -> None:
    text = "".join(f"{n:05d} " for n in range(7000))
    sheet.writer.append([text, text], [TEXT, TEXT])
    read = sheet.read_back()
    assert read["A1"].value.startswith(text[:1000])
    assert read["A1"].value.endswith(
        "[The whole text, 42000 characters, is in the sheet “Long texts” from row 2 on.]"
    )
    assert read["A1"].value == read["B1"].value
    assert "".join(sheet.long_texts.pieces()) == text


def test_the_second_long_text_says_its_own_row() -> None:
    long_texts = LongTexts("Long texts")
    long_texts.stand_in("a" * 40_000)
    assert "from row 5 on" in long_texts.stand_in("b" * 40_000)
    assert "".join(long_texts.pieces()[3:]) == "b" * 40_000


def test_the_limit_counts_what_the_format_counts() -> None:
    long_texts = LongTexts("Long texts")
    assert long_texts.stand_in("a" * LONGEST_TEXT) == "a" * LONGEST_TEXT
    assert long_texts.pieces() == []
    assert "whole text" in long_texts.stand_in("𝄞" * (LONGEST_TEXT // 2 + 1))
    assert all(len(piece.encode("utf-16-le")) // 2 <= LONGEST_TEXT for piece in long_texts.pieces())


def test_heights_are_given_and_not_fixed(sheet: Sheet) -> None:
    sheet.writer.append(["text"], [TEXT], 40)
    sheet.writer.append(["text"], [TEXT], 4000)
    read = sheet.read_back()
    assert [read.row_dimensions[n].height for n in (1, 2)] == [40, 409]
    assert sheet.sheet.row_dimensions.get(1) is None


def test_sides_are_exchanged_in_a_sheet_that_runs_from_right_to_left() -> None:
    for right_to_left, side in ((False, "left"), (True, "right")):
        sheet = Sheet(right_to_left=right_to_left)
        sheet.writer.append([date(2026, 1, 2)], [IN_LIST["date"]])
        assert sheet.read_back()["A1"].alignment.horizontal == side
    assert IN_LIST["date"].alignment.horizontal == "left"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("short", 20, 1),
        ("two\nlines", 20, 2),
        ("", 20, 1),
        ("Ministry of Labour, Family and Social Affairs", 17, 3),
        ("x" * 100, 10, 9),
        ("保" * 30, 20, 3),
    ],
)
def test_lines_that_a_text_needs(text: str, width: float, lines: int) -> None:
    assert lines_needed(text, width) == lines


@given(st.text(max_size=300), st.floats(2, 80))
def test_a_wider_column_never_needs_more_lines(text: str, width: float) -> None:
    assert 1 <= lines_needed(text, width + 30) <= lines_needed(text, width)


@pytest.mark.parametrize(("language", "code"), [("fr", "40C"), ("ar", "C01"), ("zh", "804"), ("en", "809")])
def test_days_have_the_months_of_the_report_s_language(language: str, code: str) -> None:
    sheet = Sheet()
    with speaking(language):
        sheet.writer.append([date(2026, 5, 1)], [IN_LIST["date"]])
    cell = cast(Cell, sheet.read_back()["A1"])
    assert cell.number_format.startswith(f"[$-{code}]")
    assert cell.is_date
