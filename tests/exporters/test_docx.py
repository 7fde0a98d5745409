"""A Word file holds the whole document: repeated headers, whole rows, its own language, and nothing about who made it."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from tests.exporters.factory import UNUSUAL_TEXTS, report_data
from uprtracker.exporters.document import (
    BriefList,
    Column,
    Contents,
    Cover,
    Document,
    Facts,
    Field,
    Heading,
    Index,
    IndexEntry,
    Prose,
    Quotation,
    RowGroup,
    Section,
    Sheet,
    StatusValue,
    Table,
)
from uprtracker.exporters.docx import write_docx
from uprtracker.exporters.docx_shape import shape_png
from uprtracker.exporters.status_report import status_report
from uprtracker.vocabulary.status import BUCKETS, Status

PAYLOADS = (
    *UNUSUAL_TEXTS,
    "&lt;w:p&gt; & <w:br/>",
    "a\x00b\x0bc\ud800d\uffffe",
    "{{ 7*7 }} %s {page}",
    "line\nline",
    'HYPERLINK "http://example.org"',
)


def _document(*blocks: object, **changes: object) -> Document:
    made = Document("Annex", "about it\nand more", "Not official.", "en", date(2026, 11, 23), (), "Arvania")
    return replace(made, sections=(Section("main", "Main", blocks),), **changes)  # type: ignore[arg-type]


def _table(texts: tuple[str, ...] = PAYLOADS) -> Table:
    columns = (
        Column("number", "No.", 0.2, "number"),
        Column("text", "Text", 0.6),
        Column("status", "Status", 0.2, "status"),
    )
    rows = tuple((f"1.{i}", text, StatusValue(Status.PLANNED, "draft")) for i, text in enumerate(texts))
    return Table("recommendations", columns, (RowGroup("Theme", rows),))


def _written(document: Document, tmp_path: Path) -> docx.document.Document:
    target = tmp_path / "made.docx"
    write_docx(document, target)
    return docx.Document(str(target))


def test_texts_stand_as_they_were_typed(tmp_path: Path) -> None:
    word = _written(_document(_table()), tmp_path)
    cells = [row.cells[1].text for row in word.tables[0].rows[2:]]
    assert cells[: len(UNUSUAL_TEXTS)] == list(UNUSUAL_TEXTS)
    assert cells[len(UNUSUAL_TEXTS) :] == [
        "&lt;w:p&gt; & <w:br/>",
        "abcde",
        "{{ 7*7 }} %s {page}",
        "line\nline",
        'HYPERLINK "http://example.org"',
    ]
    codes = {node.text.strip() for node in word.element.iter(qn("w:instrText"))}
    assert codes == set()


def test_the_header_is_repeated_and_no_row_breaks(tmp_path: Path) -> None:
    rows = _written(_document(_table()), tmp_path).tables[0]._tbl.tr_lst
    assert [bool(row.xpath("./w:trPr/w:tblHeader")) for row in rows] == [True, *[False] * (len(rows) - 1)]
    assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_a_status_is_a_shape_and_a_word(tmp_path: Path) -> None:
    word = _written(_document(_table(("one",))), tmp_path)
    cell = word.tables[0].rows[2].cells[2]
    assert cell.text.split("\n") == ["\tPlanned", "draft"]
    assert len(cell._tc.xpath(".//pic:pic")) == 1


def test_shapes_differ_without_colour() -> None:
    assert len({shape_png(bucket) for bucket in BUCKETS}) == len(BUCKETS)


def test_the_page_lies_as_the_document_says(tmp_path: Path) -> None:
    for page, wide in (("landscape", True), ("portrait", False)):
        section = _written(_document(_table(), page=page), tmp_path).sections[0]
        assert (section.page_width > section.page_height) is wide


def test_head_and_foot_say_what_it_is(tmp_path: Path) -> None:
    word = _written(_document(_table()), tmp_path)
    head, foot = (part.tables[0].rows[0].cells for part in (word.sections[0].header, word.sections[0].footer))
    assert [cell.text for cell in head] == ["Annex · Arvania", "Main"]
    assert foot[0].text == "Not official."
    codes = [node.text.strip() for node in foot[1]._tc.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    word = _written(_document(_table(), language="ar"), tmp_path)
    assert word.element.body.xpath("./w:sectPr/w:bidi")
    assert word.tables[0]._tbl.xpath("./w:tblPr/w:bidiVisual")
    paragraph = word.tables[0].rows[2 + 2].cells[1].paragraphs[0]
    assert paragraph.text == UNUSUAL_TEXTS[2]
    assert paragraph._p.xpath("./w:pPr/w:bidi")
    assert paragraph._p.xpath("./w:r/w:rPr/w:rtl")


def test_the_file_tells_nobody_and_is_the_same_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "canary-login")
    monkeypatch.setenv("USERNAME", "canary-login")
    document = status_report(report_data())
    first, second = tmp_path / "a.docx", tmp_path / "b.docx"
    write_docx(document, first)
    write_docx(document, second)
    assert first.read_bytes() == second.read_bytes()
    properties = docx.Document(str(first)).core_properties
    assert (properties.author, properties.last_modified_by) == ("UPR Tracker", "UPR Tracker")
    assert properties.comments == ""
    assert properties.language == "en"
    with zipfile.ZipFile(first) as package:
        whole = b"".join(package.read(name) for name in package.namelist())
        assert not [name for name in package.namelist() if "thumbnail" in name or "customXml" in name]
    for word in (b"canary-login", b"python-docx", str(tmp_path).encode()):
        assert word not in whole


def test_headings_are_in_the_outline(tmp_path: Path) -> None:
    document = _document(Heading(2, "First"), Prose("Words."), Heading(3, "Below"))
    word = _written(replace(document, sections=(*document.sections, Section("next", "Next", ()))), tmp_path)
    headings = [
        (p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith(("Heading", "Title"))
    ]
    assert headings == [
        ("Title", "Annex"),
        ("Heading 2", "First"),
        ("Heading 3", "Below"),
        ("Heading 1", "Next"),
    ]


def test_every_block_has_its_words(tmp_path: Path) -> None:
    blocks = (
        Cover("A cover", ("a line",), "above", "a caveat"),
        Contents(),
        Heading(2, "Heading", key="heading"),
        Quotation("10 (a)", "The text of it."),
        Facts((("1 May", "It happened."),), "Facts"),
        BriefList("Brief", "note", (("1", "what", "who"),)),
        Sheet(
            "140.1",
            "Adopt a law",
            "Kenya",
            "Supported",
            StatusValue(Status.PLANNED),
            (Field("Reply", "We do.", spoken=True),),
        ),
        Index((IndexEntry("Kenya", ("heading",)),), "Index"),
        Table("none", (Column("a", "A", 1.0),), (), empty="There is nothing."),
    )
    word = _written(_document(*blocks), tmp_path)
    text = "\n".join("".join(p.itertext()) for p in word.element.body.iter(qn("w:p")))
    for words in (
        "A cover", "a line", "above", "a caveat", "10 (a)", "The text of it.", "1 May", "It happened.", "what",
        "140.1", "Adopt a law", "Kenya", "Supported", "Planned", "We do.", "There is nothing.",
    ):  # fmt: skip
        assert words in text
    anchors = {node.get(qn("w:anchor")) for node in word.element.iter(qn("w:hyperlink"))}
    marks = {node.get(qn("w:name")) for node in word.element.iter(qn("w:bookmarkStart"))}
    assert anchors
    assert anchors <= marks


def test_the_whole_status_report_can_be_a_word_file(tmp_path: Path) -> None:
    word = _written(status_report(report_data()), tmp_path)
    assert len(word.sections) == 5
    assert len(word.tables) > 5
