"""Levels and order of lines with Arabic. Characters are written in the order in which they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.exporters import bidi

_ALPHABET = st.text("abc اب10٣ ()[]«».,:;/-+%،؛\u064b!?", max_size=24)


def _shown(text: str) -> str:
    """The line from left to right, with brackets as they are drawn."""
    base, levels = bidi.levels(text)
    mirrored = str.maketrans("()[]", ")(][")
    pieces = []
    for start, end, from_right in bidi.visual_runs(bidi.line_levels(text, levels, base)):
        run = text[start:end]
        pieces.append(run[::-1].translate(mirrored) if from_right else run)
    return "".join(pieces)


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("plain words", "plain words"),
        ("اب", "با"),
        ("اب (10 (أ))", "((أ) 10) با"),
        ("اب 70/161 ج", "ج 70/161 با"),
        ("see اب, جد (page 3)", "see دج ,با (page 3)"),
        ("اب A/HRC/59/15 ج", "ج A/HRC/59/15 با"),
        ("المادة 12.", ".12 ةداملا"),
    ],
)
def test_lines_read_in_both_directions(read: str, shown: str) -> None:
    assert _shown(read) == shown


def test_the_first_letter_gives_the_direction_of_the_paragraph() -> None:
    assert bidi.levels("12 اب abc")[0] == 1
    assert bidi.levels("12 abc اب")[0] == 0
    assert bidi.levels("12 / 3")[0] == 0


def test_most_letters_the_other_way_outweigh_the_first() -> None:
    assert bidi.runs_from_right("اب the comment of a ministry") is False
    assert bidi.runs_from_right("UN اعتماد قانون لحماية المدافعين") is True


def test_on_a_page_from_the_right_a_name_in_front_does_not_turn_the_line() -> None:
    assert bidi.runs_from_right("Arvania دولة", page_from_right=True) is True
    assert bidi.runs_from_right("Arvania دولة") is False
    assert bidi.runs_from_right("The Ministry of the Interior (ابج)", page_from_right=True) is False


def test_spaces_at_the_end_of_a_line_go_with_the_paragraph() -> None:
    assert bidi.line_levels("اب  ", bytes([1, 1, 1, 1]), 0) == bytes([1, 1, 0, 0])


@given(_ALPHABET)
def test_every_character_is_shown_once(text: str) -> None:
    base, levels = bidi.levels(text)
    runs = bidi.visual_runs(bidi.line_levels(text, levels, base))
    assert sorted(i for start, end, _ in runs for i in range(start, end)) == list(range(len(text)))


@given(st.text("abc 10().,-", max_size=24))
def test_text_without_arabic_stays_as_it_is(text: str) -> None:
    assert not bidi.has_right_to_left(text)
    assert set(bidi.levels(text)[1]) <= {0}
