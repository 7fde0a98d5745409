"""Exporting: a product is there complete under its name, or the folder is as it was."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exporters.factory import report_data
from uprtracker.errors import UserError
from uprtracker.exporters import catalogue
from uprtracker.exporters.catalogue import PRODUCTS, Product, export
from uprtracker.vocabulary.read_model import ReportData

DATA = report_data(rows=5)


@pytest.mark.parametrize(
    ("product", "name", "start"), [("status-xlsx", "r.xlsx", b"PK"), ("status-pdf", "r.PDF", b"%PDF")]
)
def test_a_product_is_made_under_its_name_and_nothing_else_stays(
    tmp_path: Path, product: str, name: str, start: bytes
) -> None:
    export(product, DATA, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_an_older_file_of_that_name_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    export("status-xlsx", DATA, target)
    assert target.read_bytes() != b"old"


def test_an_unknown_product_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="'status-doc' is not a product; use one of: status-xlsx, status-pdf"):
        export("status-doc", DATA, tmp_path / "x.doc")


def test_a_name_with_the_ending_of_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ends in \.xlsx; 'report\.pdf' does not"):
        export("status-xlsx", DATA, tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no folder"):
        export("status-xlsx", DATA, tmp_path / "absent" / "report.xlsx")


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match="There is no folder"):
        export("status-xlsx", DATA, tmp_path / "file" / "report.xlsx")


def test_a_folder_of_that_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").mkdir()
    with pytest.raises(UserError, match="is a folder; choose a name for a file"):
        export("status-xlsx", DATA, tmp_path / "report.xlsx")
    assert [p.name for p in tmp_path.iterdir()] == ["report.xlsx"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "cannot be written; close it where it is open"),
        (OSError(28, "No space left on device"), "No space left on device; make room"),
    ],
)
def test_what_breaks_off_leaves_the_older_file_and_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str
) -> None:
    class BreaksOff(Product):
        def make(self, data: ReportData, target: Path, instead: Mapping[str, str] | None = None) -> None:
            target.write_bytes(b"half")
            raise error

    monkeypatch.setattr(catalogue, "PRODUCTS", (BreaksOff("half", "Half", ".xlsx", ""),))
    target = tmp_path / "report.xlsx"
    target.write_bytes(b"old")
    with pytest.raises(UserError, match=words):
        export("half", DATA, target)
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.xlsx"]


def test_a_fault_of_ours_is_not_called_a_fault_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        export("status-xlsx", replace(DATA, details={}), tmp_path / "report.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_titles_and_endings() -> None:
    assert [(p.title, p.suffix) for p in PRODUCTS[:2]] == [
        ("Status report (Excel)", ".xlsx"),
        ("Status report (PDF)", ".pdf"),
    ]
