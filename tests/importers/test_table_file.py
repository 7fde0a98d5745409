"""A table is opened as what its content says, whatever its name."""

from pathlib import Path

import pytest

from tests.importers.table_fixtures import write_csv, write_old_workbook, write_workbook
from uprtracker.errors import UserError
from uprtracker.importers.sheet import SheetRow, cell_name, column_letter, text_of
from uprtracker.importers.table_file import open_tables

ROWS = [["No", "Text"], ["1.1", "Ratify"]]


def test_content_decides(tmp_path: Path) -> None:
    pytest.importorskip("xlrd")
    for path in (
        write_workbook(tmp_path / "book.bin", ROWS),
        write_old_workbook(tmp_path / "old.xlsx", ROWS),
        write_csv(tmp_path / "text.xls", ROWS, delimiter="\t"),
    ):
        (sheet,) = open_tables(path).sheets
        assert [row.values for row in sheet.rows] == [tuple(row) for row in ROWS]


def test_text_with_the_name_of_a_workbook_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.csv"):
        open_tables(write_csv(tmp_path / "a.xlsx", ROWS))


def test_encoding_and_delimiter_are_told(tmp_path: Path) -> None:
    opened = open_tables(write_csv(tmp_path / "a.csv", ROWS, delimiter=";"))
    assert (opened.encoding, opened.delimiter) == ("utf-8", ";")


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no row"):
        open_tables(write_workbook(tmp_path / "a.xlsx", []))
    with pytest.raises(UserError, match="no row"):
        open_tables(write_csv(tmp_path / "a.csv", [["", ""]]))


def test_cells_are_named_as_spreadsheets_name_them() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert cell_name(SheetRow(17, ()), 2) == "C17"


def test_values_as_a_person_reads_them() -> None:
    assert [text_of(value) for value in (5.0, 166.1, True, None, "x")] == ["5", "166.1", "TRUE", "", "x"]
