"""Characters that no bundled font has are found with their place before anything is printed, and can be replaced."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.exporters.factory import report_data
from tests.exporters.pdf_checks import faults, read_pages
from uprtracker.exporters.document import (
    BriefList,
    Column,
    Document,
    Field,
    Heading,
    Pair,
    Prose,
    RowGroup,
    Section,
    Sheet,
    Table,
)
from uprtracker.exporters.document_text import MissingCharacter, missing_characters, replaced
from uprtracker.exporters.pdf import write_pdf
from uprtracker.exporters.status_report import status_report


def _document(text: str) -> Document:
    table = Table(
        "all",
        (Column("number", "No.", 0.1, "number"), Column("text", "Recommendation", 0.9)),
        (RowGroup("Theme", (("140.1", "plain"), ("140.2", f"with {text} in it"))),),
    )
    return Document(
        title="Report",
        meta="",
        caveat="",
        language="en",
        produced_on=date(2026, 11, 24),
        sections=(Section("all", "All", (Heading(2, "First"), Prose("x"), Heading(2, "Second"), table)),),
    )


def test_a_missing_character_is_named_with_section_heading_number_and_column() -> None:
    assert missing_characters(_document("😀 and 😀")) == [
        MissingCharacter("😀", "All · Second · 140.2 · Recommendation")
    ]


def test_what_any_of_the_six_languages_writes_is_not_missing() -> None:
    assert missing_characters(_document("Déjà 法律喆臺灣 закон قانون ¿qué?")) == []
    assert missing_characters(status_report(report_data(20))) == []


def test_every_kind_of_block_is_searched() -> None:
    blocks = (
        Pair(BriefList("Left", "", (("1", "a", "😀"),)), BriefList("Right", "", (), "😁")),
        Sheet("140.3", "text", fields=(Field("Label", "reply", (("a day", "😂"),)),)),
    )
    section = Section("s", "Section", blocks, tab="😃")
    found = missing_characters(replace(_document(""), sections=(section,), caveat="😄"))
    assert [(missing.character, missing.place) for missing in found] == [
        ("😄", "Report"),
        ("😃", "Section"),
        ("😀", "Section · Left"),
        ("😁", "Section · Right"),
        ("😂", "Section · 140.3"),
    ]


def test_it_is_printed_as_its_code_point_and_never_as_a_box(tmp_path: Path) -> None:
    write_pdf(_document("😀"), tmp_path / "a.pdf")
    assert "with [U+1F600] in it" in " ".join(read_pages(tmp_path / "a.pdf")[0].text.split())
    assert faults(tmp_path / "a.pdf") == []


def test_it_is_replaced_by_what_a_person_chose(tmp_path: Path) -> None:
    document = replaced(_document("😀"), {"😀": "(smile)"})
    assert missing_characters(document) == []
    write_pdf(document, tmp_path / "a.pdf")
    assert "with (smile) in it" in " ".join(read_pages(tmp_path / "a.pdf")[0].text.split())
    assert replaced(document, {}) is document


def test_a_rare_chinese_character_is_printed_in_either_weight(tmp_path: Path) -> None:
    document = replace(_document("李喆在臺灣"), title="囍")
    write_pdf(document, tmp_path / "a.pdf")
    assert "李喆在臺灣" in read_pages(tmp_path / "a.pdf")[0].text
    assert "囍" in read_pages(tmp_path / "a.pdf")[0].text
    assert faults(tmp_path / "a.pdf") == []
