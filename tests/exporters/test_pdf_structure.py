"""The structure of a PDF: what is read out, in which order, and what is only furniture of its pages."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.exporters.factory import report_data
from tests.exporters.pdf_structure_checks import elements
from uprtracker.exporters.document import (
    Column,
    Document,
    Heading,
    Prose,
    RowGroup,
    Section,
    StatusBar,
    StatusValue,
    Table,
)
from uprtracker.exporters.pdf import write_pdf
from uprtracker.exporters.status_report import status_report
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.status import BUCKETS


def _table(rows: int) -> Table:
    columns = (
        Column("number", "No.", 0.1, "number"),
        Column("text", "Recommendation", 0.6),
        Column("status", "Status", 0.3, "status"),
    )
    cells = tuple((f"140.{n}", "Adopt a law", StatusValue("planned")) for n in range(1, rows + 1))
    return Table("all", columns, (RowGroup("Theme", cells),))


def _written(folder: Path, *blocks: Any) -> PdfReader:
    document = Document(
        title="Report",
        meta="of whom",
        caveat="Sample.",
        language="en",
        produced_on=date(2026, 11, 24),
        sections=(Section("a", "A", blocks),),
    )
    write_pdf(document, folder / "a.pdf")
    return PdfReader(folder / "a.pdf")


def test_headings_paragraphs_and_cells_stand_in_reading_order(tmp_path: Path) -> None:
    reader = _written(tmp_path, Heading(2, "First"), Prose("One.\n\nTwo."), _table(1))
    kinds = [kind.strip("/") for kind, _parent, _element in elements(reader)]
    assert kinds == [
        *("Document", "Sect", "H1", "P", "H2", "P", "P"),
        *("Table", "TR", "TH", "TH", "TH", "TR", "TH", "H3", "TR", "TH", "TD", "TD"),
    ]


def test_the_titles_of_a_table_that_goes_on_are_read_once(tmp_path: Path) -> None:
    reader = _written(tmp_path, _table(120))
    assert len(reader.pages) > 2
    tables = [element for kind, _parent, element in elements(reader) if kind == "/Table"]
    titles = [e for kind, _p, e in elements(reader) if kind == "/TH" and "Column" in str(e.get("/A"))]
    assert len(tables) == 1
    assert len(titles) == 3
    assert sum(kind == "/TR" for kind, _p, _e in elements(reader)) == 122


def test_a_cell_divided_between_pages_is_one_element(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(2500))
    table = Table("t", (Column("text", "Text", 1.0),), (RowGroup("", ((long,),)),))
    reader = _written(tmp_path, table)
    (cell,) = [element for kind, _parent, element in elements(reader) if kind == "/TD"]
    pieces = cell["/K"]
    assert len(pieces) == len(reader.pages) > 1
    assert {str(piece["/Type"]) for piece in pieces if isinstance(piece, dict)} == {"/MCR"}


def test_a_picture_has_words_that_stand_for_it(tmp_path: Path) -> None:
    count = StatusCount({**dict.fromkeys(BUCKETS, 0), "planned": 3, "fully_implemented": 2}, 0)
    reader = _written(tmp_path, StatusBar("Official status", "", count))
    (figure,) = [element for kind, _parent, element in elements(reader) if kind == "/Figure"]
    assert figure["/Alt"] == "Official status: Fully implemented 2; Planned 3"


def test_arabic_is_read_out_in_its_order(tmp_path: Path) -> None:
    words = "اعتماد قانون (المادة 12 (أ))"
    reader = _written(tmp_path, Heading(2, "plain"), Prose(words), Heading(2, words, "a note"))
    said = [str(element["/ActualText"]) for _k, _p, element in elements(reader) if "/ActualText" in element]
    assert [text.replace("\u00a0", " ") for text in said] == [words, f"{words} a note"]


def test_a_divided_cell_that_begins_in_arabic_is_read_out_whole(tmp_path: Path) -> None:
    text = "توصي بأن تعتمد الدولة قانونا.\n" + " ".join(f"word{n}" for n in range(2500))
    table = Table("t", (Column("text", "Text", 1.0),), (RowGroup("", ((text,),)),))
    reader = _written(tmp_path, table)
    (said,) = [str(e["/ActualText"]) for _k, _p, e in elements(reader) if "/ActualText" in e]
    assert len(reader.pages) > 1
    assert said.split() == text.split()


def test_a_report_says_its_language_and_shows_its_title(tmp_path: Path) -> None:
    root: Any = _written(tmp_path, Prose("x")).root_object
    assert root["/Lang"] == "en"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) in ("True", "true")


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="needs poppler's pdfinfo")
def test_another_program_lists_the_structure(tmp_path: Path) -> None:
    write_pdf(status_report(report_data(3)), tmp_path / "a.pdf")
    done = subprocess.run(
        ["pdfinfo", "-struct-text", str(tmp_path / "a.pdf")], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    for line in ("H1 (block)", "H2 (block)", "P (block)", "Table", "TR", "TH", "TD", "Figure"):
        assert line in done.stdout
    words = " ".join(done.stdout.split())
    assert (
        words.index('"Status of implementation "') < words.index('"By ministry "') < words.index('"Method "')
    )
