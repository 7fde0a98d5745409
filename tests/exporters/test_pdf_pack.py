"""What a pack is made of: cover, linked contents and index, sheets, tabs and restricted pages."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf import PdfReader

from tests.exporters.pdf_checks import SIDE_MARGIN, PageText, faults, outline, read_pages
from uprtracker.exporters.document import (
    Block,
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
    RowGroup,
    Section,
    Sheet,
    StatusValue,
    Table,
)
from uprtracker.exporters.pdf import write_pdf
from uprtracker.exporters.pdf_block import _MAKERS
from uprtracker.vocabulary.status import BUCKETS

_ENGLISH = "Adopt a law that protects human rights defenders, and consult them on it before it is voted"
_ARABIC = "اعتماد قانون لحماية المدافعين عن حقوق الإنسان (المادة 12 (أ)) بالتشاور معهم قبل التصويت عليه"
_SHEETS = 9


def _sheet(n: int, text: str) -> Sheet:
    fields = (
        Field("Where we stand", f"{text}.\n\n{text}.", (("12 March 2026", text), ("", "no day"))),
        Field("Suggested reply", text, note="18 words", spoken=True),
        Field("Nothing"),
        Field("Latest facts", facts=(("1 June 2026", text),)),
        Field("Speaker", "Minister of Justice"),
    )
    status = StatusValue(BUCKETS[n % len(BUCKETS)], "draft: Planned" if n % 3 == 0 else "")
    return Sheet(f"140.{n}", text, "Chile; Norway", "Supported", status, fields, key=f"r{n}")


def _pack(text: str = _ENGLISH, language: str = "en") -> Document:
    names = ("Chile", "شيلي", "Democratic People’s Republic of Korea", "Norway")
    index = Index(
        tuple(IndexEntry(f"{name} {n}", (f"r{n + 1}", "cases", "r1")) for n in range(8) for name in names),
        "By State",
    )
    return Document(
        title="Briefing pack",
        meta="Arvania (invented sample)",
        caveat="Invented sample. Status as reported by the State.",
        language=language,
        produced_on=date(2026, 11, 24),
        subject="Arvania, 24 November 2026",
        page="portrait",
        body=11,
        sections=(
            Section("cover", "Cover", (Cover("Briefing pack", ("Geneva", text), "Arvania", f"{text}\n\nx"),)),
            Section("contents", "Contents", (Contents(),)),
            Section("order", "Running order", (Facts((("9:00", text), ("Venue", "Room XX")), "Order"),)),
            Section(
                "sheets",
                "Sheets",
                (Heading(2, "Defenders"), *(_sheet(n, text) for n in range(1, _SHEETS + 1))),
                tab="Sheets",
            ),
            Section(
                "restricted",
                "Cases",
                (Heading(2, "Pending", key="cases"), Prose("\n\n".join([text] * 40))),
                tab="Restricted",
                restricted=True,
            ),
            Section("index", "Index", (index,), tab="Index"),
        ),
    )


def _written(document: Document, folder: Path) -> Path:
    write_pdf(document, folder / "pack.pdf")
    return folder / "pack.pdf"


def _page(pages: list[PageText], words: str) -> PageText:
    return next(page for page in pages if words in " ".join(page.text.split()))


@pytest.mark.parametrize(("text", "language"), [(_ENGLISH, "en"), (_ARABIC, "ar"), (_ARABIC, "en")])
def test_a_pack_is_printed_well(text: str, language: str, tmp_path: Path) -> None:
    path = _written(_pack(text, language), tmp_path)
    assert faults(path) == []
    assert {page.mediabox[2:] == [595.2756, 841.8898] for page in PdfReader(path).pages} == {True}


def test_nothing_in_a_pack_is_smaller_than_eleven_points(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(_written(_pack(), tmp_path))
    sizes = set()
    for page in document:
        text = page.get_textpage()
        sizes |= {round(pdfium.FPDFText_GetFontSize(text, i), 1) for i in range(text.count_chars())}
    document.close()
    # a character that the reader's program puts in itself has no size
    assert min(size for size in sizes if size > 1) >= 11


def test_contents_and_index_say_the_pages_on_which_their_targets_stand(tmp_path: Path) -> None:
    path = _written(_pack(), tmp_path)
    pages = read_pages(path)
    contents = " ".join(_page(pages, "Contents").text.split())
    for title in ("Running order", "Sheets", "Defenders", "Cases", "Pending"):
        number = next(page for _level, entry, page, _top in outline(PdfReader(path)) if entry == title)
        assert f"{title} {number}" in contents
    assert "Cover" not in contents
    at = {entry.split(" · ")[0]: page for _level, entry, page, _top in outline(PdfReader(path))}
    numbers = [str(number) for number in sorted({at["140.8"], at["Pending"], at["140.1"]})]
    assert f"Chile 7 {' '.join(numbers)}" in " ".join(_page(pages, "By State").text.split())


def test_a_sheet_stands_on_one_page_where_it_fits(tmp_path: Path) -> None:
    pages = read_pages(_written(_pack(), tmp_path))
    for n in range(1, _SHEETS + 1):
        page = _page(pages, f"140.{n} Supported")
        after = page.text[page.text.index(f"140.{n} ") :]
        assert "Minister of Justice" in after
        assert "Nothing" not in after


def test_a_sheet_higher_than_a_page_goes_on_under_its_number(tmp_path: Path) -> None:
    long = " ".join(f"word{n}" for n in range(900))
    sheet = Sheet("140.1", _ENGLISH, fields=(Field("Reply", long, spoken=True), Field("Speaker", "Minister")))
    document = replace(_pack(), sections=(Section("s", "Sheets", (sheet,)),))
    path = _written(document, tmp_path)
    assert faults(path) == []
    pages = read_pages(path)
    assert len(pages) > 1
    assert all("140.1" in page.text for page in pages)
    assert [word for page in pages for word in page.text.split() if word.startswith("word")] == long.split()


def test_each_page_of_a_restricted_section_bears_its_mark_and_no_other_does(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument(_written(_pack(), tmp_path))
    marked, inside = [], []
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        head = page.get_textpage().get_text_bounded(
            SIDE_MARGIN, height - SIDE_MARGIN - 20, width - SIDE_MARGIN, height
        )
        if "Restricted" in head:
            marked.append(number)
        if "Cases" in page.get_textpage().get_text_range() and number > 2:
            inside.append(number)
    document.close()
    assert marked == inside
    assert len(marked) > 1


def test_tabs_stand_at_the_outer_edge_each_at_its_height(tmp_path: Path) -> None:
    for language, at_left in (("en", False), ("ar", True)):
        document = pypdfium2.PdfDocument(_written(_pack(language=language), tmp_path))
        heights = {}
        for page in document:
            text = page.get_textpage()
            for i in range(text.count_chars()):
                left, bottom, right, _top = text.get_charbox(i)
                if right < SIDE_MARGIN / 2 if at_left else left > page.get_width() - SIDE_MARGIN / 2:
                    heights.setdefault(text.get_text_range(i, 1), set()).add(round(bottom))
        document.close()
        assert {"S", "R", "I"} <= heights.keys()
        assert len({min(heights[letter]) for letter in "SRI"}) == 3


def test_an_index_that_leads_to_nothing_is_refused(tmp_path: Path) -> None:
    index = Section("index", "Index", (Index((IndexEntry("Chile", ("gone",)),)),))
    with pytest.raises(ValueError, match="gone"):
        write_pdf(replace(_pack(), sections=(index,)), tmp_path / "pack.pdf")
    assert not (tmp_path / "pack.pdf").exists()


def test_an_arabic_page_is_mirrored_and_its_digits_are_not(tmp_path: Path) -> None:
    table = Table(
        "all",
        (Column("number", "No.", 0.2, "number"), Column("text", "Text", 0.6), Column("n", "N", 0.2, "count")),
        (RowGroup("", (("140.1", _ARABIC, 7), ("140.2", _ENGLISH, 1234))),),
    )
    section = Section("all", "All", (table,))
    boxes = {}
    for language in ("en", "ar"):
        pages = read_pages(_written(replace(_pack(language=language), sections=(section,)), tmp_path))
        boxes[language] = {box.text.strip(): box for box in pages[0].boxes}
    english, arabic = boxes["en"], boxes["ar"]
    assert english["140.1"].left < english["1234"].left
    assert arabic["140.1"].left > arabic["1234"].right
    assert arabic["140.1"].right == pytest.approx(arabic["140.2"].right, abs=1.5)
    for either in (english, arabic):
        assert either["7"].right == pytest.approx(either["1234"].right, abs=1)


def test_every_kind_of_block_has_a_place_on_paper() -> None:
    assert set(get_args(Block)) == set(_MAKERS)


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_the_number_of_a_page_takes_one_line_in_every_language(language: str, tmp_path: Path) -> None:
    path = _written(replace(_pack(language=language), caveat=_ENGLISH * 3), tmp_path)
    assert faults(path) == []
