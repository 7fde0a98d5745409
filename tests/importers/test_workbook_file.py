"""Workbooks are read within bounds; what is none, is locked or may do harm is one sentence, and quickly."""

import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.table_fixtures import (
    compound_file,
    text_cell,
    write_csv,
    write_raw_workbook,
    write_workbook,
)
from tests.importers.word_fixtures import paragraph, write_package
from uprtracker.errors import UserError
from uprtracker.importers import office_package
from uprtracker.importers.sheet import CellError, Formula, MergedCells
from uprtracker.importers.workbook_file import read_workbook


def refusal(path: Path) -> str:
    started = time.perf_counter()
    with pytest.raises(UserError) as caught:
        read_workbook(path)
    assert time.perf_counter() - started < 3
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def file_of(tmp_path: Path, content: bytes, name: str = "table.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_values_keep_their_kinds_and_places(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", [["No", "Text"], [], [166.1, "x"], [7, datetime(2024, 3, 1)], ["166.10", True]]
    )
    (sheet,) = read_workbook(path)
    assert [(row.number, row.values) for row in sheet.rows] == [
        (1, ("No", "Text")),
        (3, (166.1, "x")),
        (4, (7, datetime(2024, 3, 1))),
        (5, ("166.10", True)),
    ]
    assert sheet.name == ""
    assert sheet.notices == ()


def test_only_visible_sheets_are_read_and_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "First"
    book.active.append(["a"])
    for title, state in (("Second", "visible"), ("Secret", "veryHidden")):
        sheet = book.create_sheet(title)
        sheet.append([title])
        sheet.sheet_state = state
    book.save(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in read_workbook(tmp_path / "a.xlsx")] == ["First", "Second"]


def test_merged_cells_are_known(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", [["a", "b"], ["x", 1], [None, 2], [None, 3]], merged=["A2:A4", "B1:C1"]
    )
    (sheet,) = read_workbook(path)
    assert set(sheet.merged) == {MergedCells(1, 0, 3, 0), MergedCells(0, 1, 0, 2)}


def test_formulas_are_told_and_never_evaluated(tmp_path: Path) -> None:
    cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c>' + text_cell("C1", "=1+1")
    path = write_raw_workbook(tmp_path / "a.xlsx", f'<row r="1">{cells}</row>')
    (sheet,) = read_workbook(path)
    assert sheet.rows[0].values == (Formula("=1+1", "2"), CellError("#REF!"), "=1+1")


def test_escaped_characters_are_read(tmp_path: Path) -> None:
    row = f'<row r="1">{text_cell("A1", "- A_x000D_&#10;- B")}</row>'
    (sheet,) = read_workbook(write_raw_workbook(tmp_path / "a.xlsx", row))
    assert sheet.rows[0].text(0) == "- A\r\n- B"


def test_macros_are_not_read_and_told(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsm", [["a"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    assert "macros" in read_workbook(path)[0].notices[0].message


def test_external_links_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket", None)
    path = write_raw_workbook(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>\'[http://example.org/x.xlsx]S\'!A1</f></c></row>'
    )
    assert isinstance(read_workbook(path)[0].rows[0].values[0], Formula)


def test_more_rows_and_columns_than_wanted_are_told(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [[f"c{n}" for n in range(70)], *([n] for n in range(50))])
    (sheet,) = read_workbook(path, most_rows=20)
    assert sheet.rows[-1].number == 20
    assert len(sheet.rows[0].values) == 60
    assert [notice.message for notice in sheet.notices] == [
        "rows below 20 were not read",
        "columns to the right of BH were not read",
    ]


_FAR = """
import resource, sys
from pathlib import Path
from uprtracker.importers.workbook_file import read_workbook
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
(sheet,) = read_workbook(Path(sys.argv[1]))
print(len(sheet.rows), sheet.rows[0].text(0))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited by resource.setrlimit")
def test_a_far_cell_takes_neither_time_nor_memory(tmp_path: Path) -> None:
    rows = (
        f'<row r="1">{text_cell("A1", "near")}</row><row r="1048576">{text_cell("XFD1048576", "far")}</row>'
    )
    path = write_raw_workbook(tmp_path / "far.xlsx", rows)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _FAR, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["1", "near"]
    assert time.perf_counter() - started < 20


def _long_workbook(path: Path, rows: str, **how: str) -> Path:
    write_raw_workbook(path, rows, **how)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        # as no real file shrinks a hundredfold
        archive.writestr("xl/media/noise.bin", bytes(range(256)) * 4000)
    return path


def test_an_endless_sheet_is_refused_before_the_library_goes_through_it(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 400_000))
    assert "one of its sheets is too large" in refusal(_long_workbook(tmp_path / "long.xlsx", rows))


def test_a_long_sheet_that_says_its_dimension_is_read_up_to_a_bound(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 250_000))
    path = _long_workbook(tmp_path / "long.xlsx", rows, before_data='<dimension ref="A1:A249999"/>')
    (sheet,) = read_workbook(path)
    assert sheet.rows[-1].number == 20_000
    assert [notice.message for notice in sheet.notices] == ["rows below 20000 were not read"]


def test_an_endless_row_is_refused(tmp_path: Path) -> None:
    cells = "".join(f"<c><v>{n * 7919 % 1048583}</v></c>" for n in range(400_000))
    path = _long_workbook(tmp_path / "wide.xlsx", f"<row>{cells}</row>")
    assert "one of its sheets is too large" in refusal(path)


def test_a_missing_and_an_empty_file(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "nowhere.xlsx")
    assert "empty" in refusal(file_of(tmp_path, b""))


def test_renamed_files_are_called_what_they_are(tmp_path: Path) -> None:
    assert "plain text" in refusal(write_csv(tmp_path / "a.xlsx", [["number", "text"]]))
    assert "web page" in refusal(file_of(tmp_path, b"<html><table><tr><td>1</td></tr></table></html>"))
    assert "web page" in refusal(file_of(tmp_path, b"\xef\xbb\xbf <!DOCTYPE html>"))
    assert "PDF" in refusal(file_of(tmp_path, b"%PDF-1.7\n"))
    assert "no Excel workbook" in refusal(file_of(tmp_path, bytes(range(256))))


def test_protected_and_old_files_are_told_apart(tmp_path: Path) -> None:
    assert "password" in refusal(file_of(tmp_path, compound_file("EncryptedPackage", b"x")))
    assert "old Office format" in refusal(file_of(tmp_path, compound_file("Workbook", b"x")))


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "no Excel workbook" in refusal(path)
    assert "no Excel workbook" in refusal(write_package(tmp_path / "word.xlsx", paragraph("x")))


def test_a_strict_workbook_is_told_how_to_convert(tmp_path: Path) -> None:
    path = write_raw_workbook(tmp_path / "a.xlsx", "", main="http://purl.oclc.org/ooxml/spreadsheetml/main")
    assert "Strict" in refusal(path)


def test_a_truncated_file(tmp_path: Path) -> None:
    whole = write_workbook(tmp_path / "whole.xlsx", [["a"]] * 50).read_bytes()
    assert "damaged" in refusal(file_of(tmp_path, whole[: len(whole) // 2]))


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = write_raw_workbook(tmp_path / "a.xlsx", f'<row r="1">{text_cell("A1", "x" * 30_000_000)}</row>')
    assert "unpack" in refusal(path)


def test_a_sheet_larger_than_the_limit(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "a.xlsx", [["a"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/media/noise.bin", bytes(2_000_000))
        archive.getinfo("xl/worksheets/sheet1.xml").file_size = office_package.MOST_BYTES_IN_A_PART + 1
    assert "too large" in refusal(path)


@pytest.mark.parametrize(
    "before_root",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_declared_entities_are_never_read(tmp_path: Path, before_root: str) -> None:
    path = write_raw_workbook(
        tmp_path / "a.xlsx", f'<row r="1">{text_cell("A1", "&b;")}</row>', before_root=before_root
    )
    with suppress(UserError):
        assert all(not row.text(0).strip() for sheet in read_workbook(path) for row in sheet.rows)


def test_an_xml_bomb_is_refused(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    path = write_raw_workbook(
        tmp_path / "a.xlsx",
        f'<row r="1">{text_cell("A1", "&l11;")}</row>',
        before_root=f'<!DOCTYPE w [<!ENTITY l0 "lol">{entities}]>',
    )
    refusal(path)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_anywhere_is_a_refusal_or_harmless(tmp_path: Path, place: float, byte: int, cut: bool) -> None:
    whole = tmp_path / "whole.xlsx"
    if not whole.exists():
        write_workbook(whole, [["No", "Text"], ["1.1", "x"], [2, "=1+1"]], merged=["A1:A2"])
    content = bytearray(whole.read_bytes())
    at = int(place * len(content))
    content[at] = byte
    path = file_of(tmp_path, bytes(content[:at] if cut else content), "damaged.xlsx")
    with suppress(UserError):
        read_workbook(path)
