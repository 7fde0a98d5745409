"""The thematic list filled: in its own column or in a new one, the rest of the document as it was."""

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from docx.table import Table
from lxml import etree

from tests.exporters.factory import details, recommendation, report_data
from tests.importers.word_fixtures import write_list
from uprtracker.errors import UserError
from uprtracker.exporters.thematic_list import write_thematic_list
from uprtracker.importers.thematic_list_places import read_places
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.original_list import OriginalList
from uprtracker.vocabulary.read_model import Measure, ProgressEntry, ReportData, StatusEntry
from uprtracker.vocabulary.status import Status

LAYOUTS = ("M2015", "M2019", "M2020", "M2025")
IDS = {"71.1": 1, "71.2": 2, "71.3": 3}
BILL = Measure("Bill on marches", "Ministry of Justice", None, date(2027, 3, 1), "in_progress", uid="m")
TALKS = ProgressEntry(1, date(2026, 10, 1), "Ministry of Justice", "Talks were held.", Confidentiality.PUBLIC)


def original_of(path: Path, *, only: Sequence[str] = tuple(IDS)) -> OriginalList:
    """The list joined to the recommendations 1 to 3."""
    found = read_places(path)
    joined = (
        replace(row, recommendations=(IDS[row.number],) if row.number in only else ()) for row in found.rows
    )
    return replace(found, rows=tuple(joined), document_symbol="A/HRC/90/7")


def data_for(original: OriginalList, **changes: object) -> ReportData:
    rows = [
        recommendation(id_, number=number, official=status, status=status, status_validated=True)
        for (number, id_), status in zip(
            IDS.items(), (Status.IN_PROGRESS, Status.FULLY_IMPLEMENTED, None), strict=True
        )
    ]
    told = {row.id: replace(details(row), measures=(), progress=()) for row in rows}
    told[1] = replace(told[1], measures=(BILL,), progress=(TALKS,))
    data = replace(report_data(1), rows=tuple(rows), details=told, original=original)
    return replace(data, **changes)  # type: ignore[arg-type]


def filled(data: ReportData, folder: Path) -> Table:
    write_thematic_list(data, folder / "filled.docx")
    return Document(str(folder / "filled.docx")).tables[0]


def said_beside(table: Table, number: str) -> str:
    (row,) = [row for row in table.rows if row.cells[0].text.lstrip().startswith(number)]
    return row.cells[-1].text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_recommendation_has_its_status_beside_it(tmp_path: Path, layout: str) -> None:
    table = filled(data_for(original_of(write_list(tmp_path / "list.docx", layout))), tmp_path)
    said = said_beside(table, "71.1").split("\n")
    assert said[0] == "In progress, 23 November 2026"
    assert said[-2:] == [
        "Measure: Bill on marches (In progress; Ministry of Justice; due 1 March 2027)",
        "1 October 2026, Ministry of Justice: Talks were held.",
    ]
    assert said_beside(table, "71.2").startswith("Fully implemented")
    assert said_beside(table, "71.3") == "Not reported"


@pytest.mark.parametrize(("layout", "columns"), [("M2015", 5), ("M2019", 4), ("M2020", 4), ("M2025", 5)])
def test_a_column_is_added_only_where_the_layout_has_none(tmp_path: Path, layout: str, columns: int) -> None:
    path = write_list(tmp_path / "list.docx", layout)
    before = Document(str(path)).tables[0]
    table = filled(data_for(original_of(path)), tmp_path)
    assert len(table.columns) == columns
    assert "level of implementation" in table.rows[0].cells[-1].text
    widths = [[int(c.get(c.keys()[0])) for c in t._tbl.tblGrid] for t in (before, table)]
    assert abs(sum(widths[0]) - sum(widths[1])) < columns
    banner = table.rows[1].cells
    assert banner[0]._tc is banner[-1]._tc


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_stood_in_the_document_stands_there_still(tmp_path: Path, layout: str) -> None:
    path = write_list(tmp_path / "list.docx", layout)
    data = data_for(original_of(path))
    before = Document(str(path)).tables[0]
    table = filled(data, tmp_path)
    last = 3 if layout in ("M2019", "M2020") else 4
    for old, new in zip(before.rows, table.rows, strict=True):
        for one, other in zip(old.cells[:last], new.cells[:last], strict=True):
            assert _inner(one._tc) == _inner(other._tc)
    with zipfile.ZipFile(path) as old_package, zipfile.ZipFile(tmp_path / "filled.docx") as new_package:
        assert old_package.namelist() == new_package.namelist()
        for name in set(old_package.namelist()) - {"word/document.xml", "docProps/core.xml"}:
            assert old_package.read(name) == new_package.read(name)


def test_an_assessment_that_stood_there_gives_way_to_the_dossiers(tmp_path: Path) -> None:
    """The importer keeps it as progress with its own confidentiality: the audience decides whether it is printed."""
    path = write_list(tmp_path / "list.docx", "M2019")
    assert "Bill drafted." in said_beside(Document(str(path)).tables[0], "71.1")
    filled(data_for(original_of(path)), tmp_path)
    with zipfile.ZipFile(tmp_path / "filled.docx") as package:
        assert b"Bill drafted" not in package.read("word/document.xml")


def test_the_filled_list_is_read_as_the_same_list(tmp_path: Path) -> None:
    original = original_of(write_list(tmp_path / "list.docx", "M2025"))
    filled(data_for(original), tmp_path)
    again = read_places(tmp_path / "filled.docx")
    assert [(row.number, row.part) for row in again.rows] == [(row.number, row.part) for row in original.rows]
    assert again.has_assessment


def test_what_is_not_in_the_selection_is_left_empty_and_counted(tmp_path: Path) -> None:
    original = original_of(write_list(tmp_path / "list.docx", "M2019"), only=("71.2",))
    table = filled(data_for(original, filters=("Position: Supported",)), tmp_path)
    assert said_beside(table, "71.1") == ""
    head = [p.text for p in Document(str(tmp_path / "filled.docx")).paragraphs]
    assert any("2 recommendations of the list are not in this selection" in line for line in head)
    assert any("Only: Position: Supported" in line for line in head)


def test_the_head_says_whose_list_it_is_and_what_is_left_out(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.docx", "M2020")
    original = replace(original_of(path), file_name="Iceland.docx", others=("older.docx",))
    filled(data_for(original), tmp_path)
    head = "\n".join(p.text for p in Document(str(tmp_path / "filled.docx")).paragraphs)
    for words in ("for the public; 6 items withheld", "as of 23 November 2026", "as supplied", "A/HRC/90/7"):
        assert words in head
    assert "imported from “Iceland.docx”" in head
    assert "left out: “older.docx”" in head


def test_a_list_that_was_cut_in_two_gets_its_column_in_both(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.docx", "M2025", split_before=3)
    write_thematic_list(data_for(original_of(path)), tmp_path / "filled.docx")
    first, second = Document(str(tmp_path / "filled.docx")).tables
    assert said_beside(first, "71.1").startswith("In progress")
    assert said_beside(second, "71.3") == "Not reported"


def test_parts_of_one_number_stand_in_its_one_cell_by_name(tmp_path: Path) -> None:
    original = original_of(write_list(tmp_path / "list.docx", "M2019"))
    data = data_for(original)
    parts = tuple(
        replace(row, number="71.1", part=part, sort_key=part)
        for row, part in zip(data.rows[:2], "ab", strict=True)
    )
    both = replace(original, rows=tuple(replace(r, recommendations=(2, 1)) for r in original.rows[1:2]))
    table = filled(replace(data, rows=parts, original=both), tmp_path)
    said = said_beside(table, "71.1")
    assert "71.1a: In progress" in said
    assert said.index("71.1a") < said.index("71.1b: Fully implemented")


def test_a_draft_is_named_to_the_government_only(tmp_path: Path) -> None:
    data = data_for(original_of(write_list(tmp_path / "list.docx", "M2019")))
    waiting = replace(data.rows[0], status=Status.FULLY_IMPLEMENTED, status_validated=False)
    data = replace(data, rows=(waiting, *data.rows[1:]))
    assert "draft" not in said_beside(filled(data, tmp_path), "71.1")
    table = filled(replace(data, audience=Confidentiality.GOVERNMENT), tmp_path)
    assert said_beside(table, "71.1").startswith("In progress, 23 November 2026 (draft: Fully implemented)")


def test_arabic_runs_from_the_right_in_a_document_that_does_not(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.docx", "M2025")
    document = Document(str(path))
    for row in document.tables[0].rows:
        row.cells[-1].paragraphs[0].runs[0].font.size = Pt(9)
    document.save(str(path))
    data = data_for(original_of(path))
    words = "اعتماد قانون (المادة 12) Act 12"
    said = replace(data.details[1].statuses[0], comment=words)
    data = replace(data, details={**data.details, 1: replace(data.details[1], statuses=(said,))})
    table = filled(data, tmp_path)
    (row,) = [row for row in table.rows if row.cells[0].text.startswith("71.1")]
    (paragraph,) = [p for p in row.cells[-1].paragraphs if p.text == words]
    assert paragraph._p.find("{*}pPr/{*}bidi") is not None
    from_right = [run.text for run in paragraph.runs if run._r.find("{*}rPr/{*}rtl") is not None]
    assert "".join(from_right).startswith("اعتماد")
    assert "Act" not in "".join(from_right)
    assert {size.get(size.keys()[0]) for size in paragraph._p.iter("{*}sz", "{*}szCs")} == {"18"}


def test_hostile_text_is_text_and_the_same_data_make_the_same_bytes(tmp_path: Path) -> None:
    data = data_for(original_of(write_list(tmp_path / "list.docx", "M2015")))
    words = '<w:t>x</w:t> & "y" \x00\x0b <!-- -->'
    entry: StatusEntry = replace(data.details[1].statuses[0], comment=words)
    data = replace(data, details={**data.details, 1: replace(data.details[1], statuses=(entry,))})
    assert '<w:t>x</w:t> & "y"' in said_beside(filled(data, tmp_path), "71.1")
    once = (tmp_path / "filled.docx").read_bytes()
    filled(data, tmp_path)
    assert (tmp_path / "filled.docx").read_bytes() == once


def test_the_file_does_not_say_who_saved_it_last(tmp_path: Path) -> None:
    path = write_list(tmp_path / "list.docx", "M2019")
    document = Document(str(path))
    document.core_properties.last_modified_by = "canary-login"
    document.save(str(path))
    filled(data_for(original_of(path)), tmp_path)
    properties = Document(str(tmp_path / "filled.docx")).core_properties
    assert properties.last_modified_by == "UPR Tracker"
    assert properties.modified is not None
    assert properties.modified.date() == date(2026, 11, 23)


def test_without_a_word_list_one_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no thematic list that was imported as a Word document"):
        write_thematic_list(report_data(3), tmp_path / "x.docx")


def _inner(cell: etree._Element) -> list[bytes]:
    """What a cell holds, without its width."""
    return [etree.tostring(child, method="c14n") for child in cell if not child.tag.endswith("}tcPr")]


def test_lines_of_an_arabic_report_begin_at_the_right_whatever_stands_first(tmp_path: Path) -> None:
    info = replace(report_data(1).info, state_iso3="ISL", state_name="Iceland", sample=False)
    data = data_for(original_of(write_list(tmp_path / "list.docx", "M2025")), language="ar", info=info)
    write_thematic_list(replace(data, filters=("Only عربي",)), tmp_path / "x.docx")
    (line,) = [p for p in Document(str(tmp_path / "x.docx")).paragraphs if "Only عربي" in p.text]
    assert line._p.find("{*}pPr/{*}bidi") is not None
