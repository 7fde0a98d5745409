"""The PDF of a document, read back as a reader's program reads it."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from tests.exporters.factory import report_data
from tests.exporters.pdf_checks import faults, outline, read_pages
from uprtracker.exporters.document import (
    Block,
    BriefList,
    Column,
    Document,
    Heading,
    KeyFigures,
    Pair,
    Prose,
    Quotation,
    RowGroup,
    Section,
    StatusBar,
    StatusBars,
    StatusValue,
    Table,
)
from uprtracker.exporters.pdf import write_pdf
from uprtracker.exporters.pdf_font import typeface
from uprtracker.exporters.pdf_shaping import shape
from uprtracker.exporters.status_report import status_report
from uprtracker.vocabulary.figures import StatusCount
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import BUCKETS

_COLUMNS = (
    Column("number", "No.", 0.08, "number"),
    Column("text", "Recommendation", 0.42),
    Column("position", "Position", 0.12),
    Column("status", "Status", 0.18, "status"),
    Column("due", "Due", 0.1, "date"),
    Column("n", "Entries", 0.1, "count"),
)
_SCRIPTS = {
    "Arabic": "اعتماد قانون لحماية المدافعين عن حقوق الإنسان (المادة 12)",
    "Chinese": "通过一项承认并保护人权维护者的法律，并确保结社自由",
    "English": "Adopt a law that protects defenders – “without delay”",
    "French": "Adopter une loi qui protège les défenseurs, où qu’ils œuvrent",
    "Russian": "Принять закон о защите правозащитников",
    "Spanish": "Aprobar una ley que proteja a los defensores, ¿cuándo?",
}
_PAYLOADS = (
    '<img src="http://example.org/x.png"/>',
    '<a href="http://example.org">link</a>',
    '<font color="red" size="80">big</font>',
    "<para><b>x</b></para>",
    "<link href='file:///etc/passwd'>y</link>",
    "<onDraw name='x' label='y'/>",
    "</para><para>",
    "<b>unclosed",
    "&lt;b&gt; &amp; &#65;",
    "<br/><br/><br/>",
    "<super>1</super><greek>a</greek>",
    "<!-- comment --><?pi?>",
    "]]><![CDATA[x]]>",
    "(unbalanced \\( parenthesis \\",
    ") Tj ET Q (",
    "\\101 \\n \\r",
    "%PDF-1.4 %%EOF",
    "/URI (http://example.org)",
    "{x} {0} %s %(a)s ${b}",
    "=HYPERLINK(1)",
    "<unichar code='65'/><index item='x'/>",
)


def _row(n: int, text: str) -> tuple[str, str, str, StatusValue, date, int]:
    status = StatusValue(BUCKETS[n % len(BUCKETS)], "draft: Planned" if n % 5 == 0 else "")
    return (f"140.{n}", text, "Supported", status, date(2027, 1 + n % 12, 1 + n % 28), n)


def _text(n: int) -> str:
    return f"Ensure the {n}th measure, in law and in practice, for everyone who defends rights, " * (
        1 + n % 3
    )


def _table(texts: list[str], per_group: int = 40) -> Table:
    rows = [_row(n, text) for n, text in enumerate(texts, start=1)]
    groups = [
        RowGroup(f"Theme {i // per_group + 1}", tuple(rows[i : i + per_group]))
        for i in range(0, len(rows), per_group)
    ]
    return Table("all", _COLUMNS, tuple(groups), empty="There are no recommendations.")


def _document(*blocks: Block, **changes: Any) -> Document:
    whole = Document(
        title="Status of implementation",
        meta="Arvania (invented sample) · cycle 4",
        caveat="Invented sample. Status as reported by the State.",
        language="en",
        produced_on=date(2026, 11, 23),
        sections=(Section("figures", "Summary", _figures()), Section("all", "All recommendations", blocks)),
        subject="Arvania, 23 November 2026",
    )
    return replace(whole, **changes)


def _count(*numbers: int) -> StatusCount:
    return StatusCount(dict(zip(BUCKETS, (*numbers, *[0] * len(BUCKETS)), strict=False)), 2)


def _figures() -> tuple[Block, ...]:
    bars = (("Justice", _count(3, 2, 0, 1)), ("Labour and Family", _count(0, 0, 4, 0, 0, 0, 0, 2)))
    return (
        KeyFigures(((62, "recommendations received"), (4, "overdue"))),
        StatusBar("Official status", "2 drafts not counted", _count(13, 8, 14, 5, 5, 0, 4, 5)),
        Pair(
            StatusBars("By lead ministry", "", bars),
            StatusBars("By paragraph", "may count under several", bars, "No recommendation: 9, 13."),
        ),
        Pair(
            BriefList(
                "Changed", "18 of 62", (("140.12", "Law on associations: now in progress", "Justice"),)
            ),
            BriefList("Needs a decision", "", (), "Nothing is overdue."),
        ),
    )


def _written(document: Document, folder: Path) -> Path:
    target = folder / "report.pdf"
    write_pdf(document, target)
    return target


def _words(path: Path) -> str:
    return " ".join(" ".join(page.text.split()) for page in read_pages(path))


@pytest.mark.parametrize("rows", [0, 1, 2, 13, 254])
def test_a_table_of_any_length_is_printed_whole(rows: int, tmp_path: Path) -> None:
    path = _written(_document(_table([_text(n) for n in range(1, rows + 1)])), tmp_path)
    assert faults(path) == []
    numbers = re.findall(r"140\.\d+(?= Ensure)", _words(path))
    assert numbers == [f"140.{n}" for n in range(1, rows + 1)]
    assert ("There are no recommendations." in _words(path)) == (rows == 0)


def test_each_page_of_a_table_repeats_its_titles_and_says_whose_rows_go_on(tmp_path: Path) -> None:
    path = _written(_document(_table([_text(n) for n in range(1, 61)])), tmp_path)
    pages = read_pages(path)[1:]
    assert len(pages) > 3
    assert all("Recommendation" in page.text and "All recommendations" in page.text for page in pages)
    assert all(re.search(r"Theme \d\s+continued|Theme 2", page.text) for page in pages[1:])


def test_rows_that_go_on_stand_under_the_heading_they_belong_to(tmp_path: Path) -> None:
    rows = tuple(_row(n, _text(n)) for n in range(1, 61))
    table = Table("all", _COLUMNS, (RowGroup("", rows),))
    path = _written(_document(Heading(2, "Ministry of Justice", "60 recommendations"), table), tmp_path)
    assert faults(path) == []
    assert all(re.search(r"Ministry of Justice\s+continued", page.text) for page in read_pages(path)[2:])


def test_a_text_longer_than_a_page_goes_on_without_losing_a_word(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(780))
    assert len(long) > 6000
    blocks = (
        Heading(2, "A long paragraph", "1 recommendation"),
        Quotation("10 (a)", long),
        _table(["short", long, "short again"]),
        Prose(long),
        BriefList("Long", "", (("140.1", long, "Justice"),)),
    )
    path = _written(_document(*blocks), tmp_path)
    assert faults(path) == []
    found = re.findall(r"\bword\d+\b", _words(path))
    assert found == [f"word{n}" for n in range(780)] * 4


def test_a_long_recommendation_that_fits_on_a_page_is_not_divided(tmp_path: Path) -> None:
    path = _written(
        _document(_table([*(_text(n) for n in range(9)), "Ensure " + "many words " * 150])), tmp_path
    )
    page = next(page for page in read_pages(path) if "140.10" in page.text)
    assert " ".join(page.text.split()).count("many words") == 150


def test_a_word_wider_than_its_column_is_cut_and_stays_whole_when_read(tmp_path: Path) -> None:
    token = "https://example.org/" + "/".join(f"part{n}" for n in range(40))
    path = _written(_document(_table([token]), Heading(3, token[:150]), Prose(token)), tmp_path)
    assert faults(path) == []
    assert "".join(_words(path).split()).count(token) == 2


def test_marks_of_any_language_are_printed_as_they_are(tmp_path: Path) -> None:
    blocks: list[Block] = [_table(list(_PAYLOADS))]
    for payload in _PAYLOADS:
        blocks += [Heading(3, payload, payload), Quotation(payload[:12], payload), Prose(payload)]
    path = _written(_document(*blocks, title=_PAYLOADS[2], meta=_PAYLOADS[0], caveat=_PAYLOADS[1]), tmp_path)
    assert faults(path) == []
    text = "".join(_words(path).split())
    for payload in _PAYLOADS:
        assert text.count("".join(payload.split())) >= 4, payload
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert _PAYLOADS[2] in str(reader.metadata.title)
    assert next(title for _level, title, _page, _top in outline(reader)) == _PAYLOADS[2]


@pytest.mark.parametrize("language", _SCRIPTS)
def test_each_language_is_printed_in_our_own_fonts_and_found_again(language: str, tmp_path: Path) -> None:
    text = _SCRIPTS[language]
    blocks = (Heading(2, text), Quotation("5", f"{text}; {text}; {text}"), _table([text] * 30))
    path = _written(_document(*blocks), tmp_path)
    assert faults(path) == []
    # a program may give a right-to-left line back in another order
    words = set(re.findall(r"\w+", text))
    assert words <= set(re.findall(r"\w+", _words(path).replace(" ", "" if language == "Chinese" else " ")))


def test_arabic_is_joined_and_no_letter_stands_alone() -> None:
    face = typeface("arabic", "regular")
    shown = [face.face.charToGlyph[ord(glyph.character)] for glyph in shape(face, "حقوق", from_right=True)]
    assert len(shown) == 4
    # the last letter of the word is joined to the one before it, which joins to nothing after it
    assert not {face.face.charToGlyph[ord(letter)] for letter in "حو"} & set(shown)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arabic_is_found_and_copied_as_it_is_written(language: str, tmp_path: Path) -> None:
    words = "حقوق الإنسان للانتقام المدافعين"
    path = _written(_document(Prose(words), language=language), tmp_path)
    assert words in " ".join(read_pages(path)[-1].text.split())
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
        assert words in re.sub("[\u202a-\u202e]", "", done.stdout)


def test_numbers_that_move_glyphs_stand_apart(tmp_path: Path) -> None:
    """`-54-40` is no number; a program reads 0 for it, and sets the mark beside its letter."""
    path = _written(_document(Prose("رُبطت بالقرار وأُحيط علماً بها"), language="ar"), tmp_path)
    content = PdfReader(path).pages[-1].get_contents()
    assert content is not None
    arrays = b" ".join(re.findall(rb"\[([^\[\]]*)\] TJ", content.get_data()))
    moves = [each for each in re.findall(rb"\)([^()]+)\(", arrays) if each.strip()]
    assert any(len(each.split()) == 2 for each in moves)
    assert all(re.fullmatch(rb" *-?[0-9]+( +-?[0-9]+)* *", each) for each in moves)


def test_a_character_without_a_glyph_is_named(tmp_path: Path) -> None:
    path = _written(_document(Prose("one 😀 two"), Heading(2, "𐍈")), tmp_path)
    assert "one [U+1F600] two" in _words(path)
    assert "[U+10348]" in _words(path)


def test_the_outline_has_sections_headings_and_banners(tmp_path: Path) -> None:
    blocks = (
        Heading(2, "Addressed to States"),
        Heading(3, "2 rights"),
        Prose("x"),
        Heading(3, "5 violence"),
        _table([_text(n) for n in range(1, 90)]),
        Heading(2, "Others"),
        Prose("y"),
    )
    entries = list(outline(PdfReader(_written(_document(*blocks), tmp_path))))
    assert [(level, title) for level, title, _page, _top in entries] == [
        (0, "Status of implementation"),
        (0, "All recommendations"),
        (1, "Addressed to States"),
        (2, "2 rights"),
        (2, "5 violence"),
        (3, "Theme 1"),
        (3, "Theme 2"),
        (3, "Theme 3"),
        (1, "Others"),
    ]
    pages = [page for _level, _title, page, _top in entries]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] > pages[1] == 2


def test_the_file_says_what_it_is_and_nothing_of_who_made_it(tmp_path: Path) -> None:
    path = _written(_document(Prose("x")), tmp_path)
    reader = PdfReader(path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Status of implementation · Arvania, 23 November 2026"
    assert {reader.metadata.author, reader.metadata.creator, reader.metadata.producer} == {"UPR Tracker"}
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == date(2026, 11, 23)
    assert reader.root_object["/Lang"] == "en"
    assert str(tmp_path).encode() not in path.read_bytes()
    assert Path.home().name.encode() not in path.read_bytes().replace(b"/Root", b"")


def test_the_same_document_makes_the_same_file(tmp_path: Path) -> None:
    first, between, second = tmp_path / "1.pdf", tmp_path / "2.pdf", tmp_path / "3.pdf"
    document = _document(_table(list(_SCRIPTS.values())))
    write_pdf(document, first)
    write_pdf(_document(Prose("ثمة نص آخر قبل ذلك"), Prose(_SCRIPTS["Chinese"][::-1])), between)
    write_pdf(document, second)
    assert first.read_bytes() == second.read_bytes()


def test_segments_stand_in_proportion_and_in_order(tmp_path: Path) -> None:
    count = _count(10, 0, 20, 5, 0, 0, 5)
    path = _written(_document(StatusBar("Bar", "", count)), tmp_path)
    page = pypdfium2.PdfDocument(path)[1]
    image = page.render(scale=4).to_pil().convert("RGB")
    colours = {tuple(bytes.fromhex(LIGHT.status[b][1:])): b for b in BUCKETS if count[b]}
    line = max(
        ([image.getpixel((x, y)) for x in range(image.width)] for y in range(0, image.height, 4)),
        key=lambda pixels: sum(pixel in colours for pixel in pixels),
    )
    seen = [colours[pixel] for pixel in line if pixel in colours]
    assert list(dict.fromkeys(seen)) == [b for b in BUCKETS if count[b]]
    for bucket in colours.values():
        assert seen.count(bucket) / len(seen) == pytest.approx(count[bucket] / count.total, abs=0.01)


@pytest.mark.parametrize(("rows", "language"), [(0, "en"), (60, "fr"), (60, "ar"), (60, "zh"), (130, "en")])
def test_the_status_report_is_printed_well(rows: int, language: str, tmp_path: Path) -> None:
    path = _written(status_report(replace(report_data(rows), language=language)), tmp_path)
    assert faults(path) == []


def test_the_checks_see_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bad.pdf"
    canvas = Canvas(str(path), pagesize=(842, 595))
    canvas.drawString(100, 300, "one text")
    canvas.drawString(110, 302, "over another")
    canvas.drawString(820, 100, "beyond the edge")
    canvas.linkURL("http://example.org", (0, 0, 10, 10))
    canvas.bookmarkPage("b")
    canvas.addOutlineEntry("Elsewhere", "b")
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    said = "\n".join(faults(path))
    for fault in (
        "overlap",
        "outside the margins",
        "not embedded",
        "'Elsewhere' leads to page 1, which",
        "/URI",
        "page 2 is empty",
        "page 1 does not end with its number",
        "not tagged",
        "does not say its language",
        "does not show its title",
    ):
        assert fault in said
