"""Workbooks of before 2007, where the library for them is there; without it, and for other files, one sentence."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.table_fixtures import compound_file, write_old_workbook
from uprtracker.errors import UserError
from uprtracker.importers.legacy_workbook import read_legacy_workbook

ROWS = [["No", "Text"], [166.1, "Côte d’Ivoire"], [5.0, ""]]


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_legacy_workbook(path)
    assert path.name in str(caught.value)
    return str(caught.value)


def test_values_are_read(tmp_path: Path) -> None:
    pytest.importorskip("xlrd")
    (sheet,) = read_legacy_workbook(write_old_workbook(tmp_path / "a.xls", ROWS))
    assert [row.values for row in sheet.rows] == [("No", "Text"), (166.1, "Côte d’Ivoire"), (5.0,)]


def test_rows_beyond_the_limit_are_told(tmp_path: Path) -> None:
    pytest.importorskip("xlrd")
    (sheet,) = read_legacy_workbook(write_old_workbook(tmp_path / "a.xls", [["x"]] * 30), most_rows=20)
    assert len(sheet.rows) == 20
    assert sheet.notices


def test_without_the_library_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    assert "save it as .xlsx" in refusal(write_old_workbook(tmp_path / "a.xls", ROWS))


def test_other_files_of_the_same_container(tmp_path: Path) -> None:
    for stream, word in (
        ("EncryptedPackage", "password"),
        ("WordDocument", "Word document"),
        ("Other", "no Excel workbook"),
    ):
        path = tmp_path / "a.xls"
        path.write_bytes(compound_file(stream, b"x"))
        assert word in refusal(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_anywhere_is_a_refusal_or_harmless(tmp_path: Path, place: float, byte: int, cut: bool) -> None:
    pytest.importorskip("xlrd")
    content = bytearray(write_old_workbook(tmp_path / "whole.xls", ROWS).read_bytes())
    at = int(place * len(content))
    content[at] = byte
    path = tmp_path / "damaged.xls"
    path.write_bytes(bytes(content[: max(at, 9)] if cut else content))
    with suppress(UserError):
        read_legacy_workbook(path)
