"""The briefing pack: which parts it has, what each says, and the pages that come of it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.exporters.briefing_factory import (
    CLUSTERS,
    REPLY,
    RESTRICTED,
    SENSITIVE,
    briefing_data,
    briefing_texts,
    restricted_data,
)
from tests.exporters.pdf_checks import faults, read_pages
from uprtracker.exporters import document as doc
from uprtracker.exporters.briefing_front import running_order
from uprtracker.exporters.briefing_pack import briefing_document, write_briefing_pdf
from uprtracker.vocabulary.briefing_text import BriefingTexts, SheetChoice
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import ReportData

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")


def sections(data: ReportData) -> dict[str, doc.Section]:
    return {section.key: section for section in briefing_document(data).sections}


def words(value: object) -> str:
    """Everything that a part of a document says."""
    return repr(value)


def test_all_parts_stand_in_their_order() -> None:
    keys = [section.key.split(":")[0] for section in briefing_document(restricted_data()).sections]
    assert list(dict.fromkeys(keys)) == [
        *("cover", "order", "figures", "scorecard", "sheet", "themes", "questions", "states"),
        *("criticism", "noted", "index", "restricted"),
    ]


def test_it_is_a4_portrait_in_eleven_points_with_a_tab_on_every_part() -> None:
    made = briefing_document(briefing_data())
    assert (made.page, made.body) == ("portrait", 11.0)
    assert [section.key for section in made.sections if not section.tab] == ["cover", "order"]


def test_the_cover_says_for_whom_of_when_and_from_which_text() -> None:
    data = replace(briefing_data(), filters=("Cycle 4",), history_head="992:h45d")
    cover = words(sections(data)["cover"])
    for said in (
        "Arvania (invented sample)",
        "cycle 4, session 49",
        "A/HRC/00/00 and Add.1",
        "Head of delegation: Minister of Justice",
        "As of 23 November 2026",
        "Audience: for the government; 6 items withheld",
        "Selection: Cycle 4",
        "draft text of the seventieth session, as supplied",
        "History up to entry 992, check value h45d",
    ):
        assert said in cover


def test_lines_of_the_running_order_have_time_item_and_speaker() -> None:
    assert running_order("09:00 Opening | Minister\n\n9.15-10h30  Replies\n2. Close | \nBreak") == [
        ("09:00", "Opening", "Minister"),
        ("9.15-10h30", "Replies", ""),
        ("2.", "Close", ""),
        ("", "Break", ""),
    ]


def test_parts_without_content_have_no_page_but_a_sentence() -> None:
    empty = replace(briefing_data(), rows=(), details={}, previous=(), briefing=BriefingTexts())
    made = sections(empty)
    assert list(made) == ["cover", "order", "figures"]
    for sentence in (
        "no scorecard",
        "No advance questions",
        "No recommendation is noted",
        "No running order",
    ):
        assert sentence in words(made["order"])


def sheet(data: ReportData, cluster: str) -> doc.Section:
    return sections(data)[f"sheet:cluster:{cluster}"]


def test_a_sheet_says_who_asks_what_we_say_and_what_is_so() -> None:
    blocks = sheet(briefing_data(), CLUSTERS[0]).blocks
    said = next(block for block in blocks if isinstance(block, doc.Sheet))
    fields = {field.label: field for field in said.fields}
    assert fields["Speaker"].text == "State Secretary"
    assert (fields["Suggested reply"].text, fields["Suggested reply"].spoken) == (REPLY, True)
    assert fields["Suggested reply"].note == "13 words, 6 seconds"
    assert fields["Sensitive points"].text == SENSITIVE
    assert len(fields["Latest facts"].facts) == 3
    assert fields["Source"].text == "A/HRC/00/00/Add.1"
    table = next(block for block in blocks if isinstance(block, doc.Table))
    number, text, position, status = next(table.rows())
    assert (number, position) == ("140.2b", "Supported, already implemented")
    assert str(text).endswith("\n(United Kingdom of Great Britain and Northern Ireland)")
    assert isinstance(status, doc.StatusValue)


def test_a_reply_beyond_its_minute_warns() -> None:
    assert "150 words, 69 seconds: longer than a minute" in words(sheet(briefing_data(), CLUSTERS[1]))


def test_what_is_lacking_on_a_sheet_is_said_there() -> None:
    lacking = words(sheet(briefing_data(), CLUSTERS[2]))
    assert "No speaker has been named." in lacking
    assert "No reply has been written." in lacking


def test_the_scorecard_says_what_became_of_the_earlier_cycle() -> None:
    card = words(sections(briefing_data())["scorecard"])
    assert "Cycle 3: what became of 7 recommendations" in card
    assert "In this review: strengthened as 140.1" in card
    assert "1 of them is taken up again" in card


def test_questions_stand_with_their_answers_under_the_state_that_asks() -> None:
    blocks = sections(briefing_data())["questions"].blocks
    assert [block.text for block in blocks if isinstance(block, doc.Heading)] == ["Spain", "ATLANTIS"]
    answers = [block.fields[0].text for block in blocks if isinstance(block, doc.Sheet)]
    assert answers == ["It was adopted.", "No answer has been written."]


def test_a_state_has_what_it_says_now_said_last_time_and_asks() -> None:
    blocks = sections(briefing_data())["states"].blocks
    tables = {
        heading.text: [group.heading for group in table.groups]
        for heading, table in zip(blocks[::2], blocks[1::2], strict=True)
        if isinstance(heading, doc.Heading) and isinstance(table, doc.Table)
    }
    assert tables["Kenya"] == ["Now, in this review", "Last time, in cycle 3, and what became of it"]
    assert tables["Spain"] == ["Asked in advance"]


def test_restricted_matter_stands_only_on_pages_of_its_own(tmp_path: Path) -> None:
    made = briefing_document(restricted_data())
    holding = [section for section in made.sections if RESTRICTED in words(section.blocks)]
    assert [section.restricted for section in holding] == [True]
    assert made.sections[-1] is holding[0]
    write_briefing_pdf(restricted_data(), tmp_path / "pack.pdf")
    pages = read_pages(tmp_path / "pack.pdf")
    with_canary = [page for page in pages if RESTRICTED in page.text]
    assert [page.number for page in with_canary] == [len(pages)]
    assert all("140.1" not in page.text or "Restricted" in page.text for page in with_canary)


def test_the_index_leads_from_number_state_and_ministry() -> None:
    by_number, by_state, by_ministry = (
        block for block in sections(briefing_data())["index"].blocks if isinstance(block, doc.Index)
    )
    first = by_number.entries[0]
    assert (first.term, first.targets) == ("140.1", (f"sheet:cluster:{CLUSTERS[1]}",))
    terms = {entry.term: entry.targets for entry in by_state.entries}
    assert terms["Spain"] == ("state:ESP", "asking:ESP")
    assert terms["Kenya"][0] == "state:KEN"
    assert "Ministry of Justice" in {entry.term for entry in by_ministry.entries}


def test_only_grouped_recommendations_are_indexed_if_only_they_have_sheets() -> None:
    data = briefing_data(briefing=replace(briefing_texts(), sheets=SheetChoice.GROUPED))
    made = sections(data)
    assert "themes" not in made
    by_number = made["index"].blocks[0]
    assert isinstance(by_number, doc.Index)
    assert "140.5" not in [entry.term for entry in by_number.entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_as_pages_must_be_in_every_language(language: str, tmp_path: Path) -> None:
    target = tmp_path / "pack.pdf"
    write_briefing_pdf(replace(briefing_data(), language=language), target)
    assert faults(target) == []


def test_the_index_gives_the_pages_on_which_things_stand(tmp_path: Path) -> None:
    write_briefing_pdf(briefing_data(), tmp_path / "pack.pdf")
    pages = read_pages(tmp_path / "pack.pdf")
    index = next(page for page in pages if page.text.startswith("Index") or "\nBy ministry" in page.text)
    found = re.search(r"Kenya\s+([\d ]+)", index.text)
    assert found is not None
    for number in found[1].split():
        assert "Kenya" in pages[int(number) - 1].text or CLUSTERS[0] in pages[int(number) - 1].text


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_briefing_pdf(briefing_data(12), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_public_pack_bears_no_draft() -> None:
    assert "draft:" in words(briefing_document(briefing_data()).sections)
    public = replace(briefing_data(), audience=Confidentiality.PUBLIC)
    assert "draft:" not in words(briefing_document(public).sections)
