"""Rows that share a number and numbers that are missing."""

from dataclasses import replace

import pytest

from uprtracker.importers.numbering import as_ranges, missing_numbers, settle_repeated_numbers
from uprtracker.importers.record import ParsedClause, ParsedRecommendation, ParsedTheme, Place
from uprtracker.vocabulary.position import Position


def record(
    number: str, text: str = "Ratify A", order: int = 1, theme: str = "x", **other
) -> ParsedRecommendation:
    made = ParsedRecommendation(
        number=number,
        part="",
        text=text,
        language="en",
        clauses=(ParsedClause(text, ("CHL",), ("Chile",)),),
        position=Position.SUPPORTED,
        position_as_printed="Supported",
        position_symbol="",
        position_paragraph="",
        already_implemented=False,
        explanation="",
        themes=(ParsedTheme("scheme", "theme", "", theme),),
        heading="",
        order=order,
        comment="",
        in_doubt="",
        place=Place("list.docx", f"table 1, row {order}"),
    )
    return replace(made, **other)


def test_the_same_row_under_two_themes_is_one_recommendation() -> None:
    settled, notices = settle_repeated_numbers(
        [record("7.1", theme="x"), record("7.2", order=2), record("7.1", "ratify  a", order=3, theme="y")]
    )
    assert [(each.label, each.order) for each in settled] == [("7.1", 1), ("7.2", 2)]
    assert [theme.label for theme in settled[0].themes] == ["x", "y"]
    assert [notice.where for notice in notices] == ["table 1, row 3"]


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Ratify B"},
        {"position": Position.NOTED, "position_as_printed": "Noted"},
        {"clauses": (ParsedClause("Ratify A", ("PER",), ("Peru",)),)},
    ],
)
def test_rows_that_differ_are_parts(other: dict[str, object]) -> None:
    settled, notices = settle_repeated_numbers([record("7.1"), replace(record("7.1", order=2), **other)])
    assert [each.label for each in settled] == ["7.1a", "7.1b"]
    assert "7.1a" in notices[0].message


def test_parts_that_the_document_prints_stay() -> None:
    settled, notices = settle_repeated_numbers([record("7.1", part="a"), record("7.1", part="b", order=2)])
    assert [each.label for each in settled] == ["7.1a", "7.1b"]
    assert not notices


def test_rows_without_number_are_never_taken_for_each_other() -> None:
    settled, notices = settle_repeated_numbers([record(""), record("", order=2)])
    assert [each.label for each in settled] == ["", ""]
    assert not notices


def test_28_10_is_not_28_1() -> None:
    settled, notices = settle_repeated_numbers([record("28.1"), record("28.10", order=2)])
    assert [each.label for each in settled] == ["28.1", "28.10"]
    assert not notices


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (["7.1", "7.2", "7.3"], ()),
        (["7.3", "7.1"], ("7.2",)),
        (["7.4"], ("7.1", "7.2", "7.3")),
        (["7.1", "7.12"], tuple(f"7.{n}" for n in range(2, 12))),
        (["7.1", "8.1", "8.3"], ("8.2",)),
        (["5", "8"], ("6", "7")),
        (["95.(81)", "", "7.1"], ()),
    ],
)
def test_gaps(numbers: list[str], missing: tuple[str, ...]) -> None:
    assert missing_numbers([record(number) for number in numbers]) == missing


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        (("7.4", "7.6", "7.7", "7.8", "8.9"), "7.4, 7.6-8, 8.9"),
        (("5", "6"), "5-6"),
        ((), ""),
        (("95.(81)",), "95.(81)"),
    ],
)
def test_ranges(numbers: tuple[str, ...], printed: str) -> None:
    assert as_ranges(numbers) == printed
