"""Blocks for pages in a format without pages: what they say is there, what only leads to it is not."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from uprtracker.exporters.document import (
    Contents,
    Cover,
    Document,
    Facts,
    Field,
    Heading,
    Index,
    IndexEntry,
    Prose,
    Section,
    Sheet,
    StatusValue,
)
from uprtracker.exporters.plain_block import plain
from uprtracker.exporters.xlsx import write_workbook

_SHEET = Sheet(
    "140.1",
    "Adopt a law",
    "Chile",
    "Supported",
    StatusValue("planned", "draft: In progress"),
    (Field("Reply", "We will"), Field("Facts", facts=(("1 June", "Tabled"), ("", "Read")))),
    key="r1",
)


def test_a_sheet_is_a_heading_with_its_texts() -> None:
    assert plain((_SHEET,)) == (
        Heading(3, "140.1", "Supported · Planned · draft: In progress"),
        Prose("Adopt a law"),
        Prose("Chile"),
        Prose("Reply  We will"),
        Prose("Facts · 1 June  Tabled"),
        Prose("Facts  Read"),
    )


def test_what_only_leads_to_the_rest_is_left_out() -> None:
    assert plain((Cover("Pack"), Contents(), Index((IndexEntry("Chile", ("r1",)),)))) == ()
    assert plain((Facts((("9:00", "Opening"),), "Order"),)) == (Heading(3, "Order"), Prose("9:00  Opening"))
    assert plain((Prose("as it is"),)) == (Prose("as it is"),)


def test_a_workbook_can_be_made_of_a_pack(tmp_path: Path) -> None:
    sections = (Section("sheets", "Sheets", (_SHEET, Facts((("9:00", "Opening"),)))),)
    pack = Document("Pack", "", "", "en", date(2026, 11, 24), sections, page="portrait", body=11)
    write_workbook(pack, tmp_path / "pack.xlsx")
    words = [str(row[0]) for row in load_workbook(tmp_path / "pack.xlsx")["Sheets"].values]
    assert {"140.1", "Adopt a law", "Reply  We will", "9:00  Opening"} <= set(words)
