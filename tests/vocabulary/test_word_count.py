"""Words against the limits of the United Nations: what is one, what is none, and what does not count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.word_count import (
    LIMITS,
    NATIONAL_REPORT,
    NHRI_SUBMISSION,
    WordCount,
    count_words,
    counted,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The State adopted a law.", 5),
        ("well-known, non-governmental and/or A/HRC/59/15 (Act 12/2025)", 6),
        ("a dash – is – none, nor … are these: ; « »", 7),
        ("10,700 words", 2),
        ("通过一项法律", 6),
        ("通过 Act 12 法律。", 6),
        ("اعتماد قانون لحماية المدافعين", 4),
        ("Принять закон о защите", 4),
        ("two\nlines\u00a0here", 3),
    ],
)
def test_a_word_is_what_stands_between_spaces_and_a_chinese_character_is_one(text: str, words: int) -> None:
    assert count_words(text) == words


@pytest.mark.parametrize("numbering", ["1. ", "12) ", "(a) ", "iv. ", "• ", "– ", "  3.\t"])
def test_what_numbers_a_paragraph_is_no_word(numbering: str) -> None:
    assert count_words(f"First line\n{numbering}Second line") == 4


@pytest.mark.parametrize(
    "heading",
    [
        "Annex",
        "ANNEX I",
        "Annex 2: Matrix of recommendations",
        "Annexe",
        "Anexos",
        "Приложение",
        "附件",
        "المرفق",
    ],
)
def test_an_annex_does_not_count(heading: str) -> None:
    assert count_words(f"One two three\n{heading}\n" + "matrix " * 500) == 3


def test_a_sentence_about_an_annex_is_no_heading() -> None:
    assert count_words("Annex bodies were consulted.\nThe annex is long.") == 8


def test_a_count_says_how_much_is_left() -> None:
    assert (NATIONAL_REPORT.most, NHRI_SUBMISSION.most) == (10_700, 2_815)
    assert counted("one two", NHRI_SUBMISSION) == WordCount(2, NHRI_SUBMISSION)
    assert WordCount(2_800, NHRI_SUBMISSION).sentence == "2800 of 2815 words; 15 are left."
    assert WordCount(2_814, NHRI_SUBMISSION).sentence == "2814 of 2815 words; 1 is left."
    assert WordCount(2_900, NHRI_SUBMISSION).sentence == "2900 of 2815 words; 85 too many."
    assert [limit.label for limit in LIMITS] == [
        "National report",
        "Submission of a national human rights institution",
    ]


@given(st.text(), st.text())
def test_a_text_on_a_line_of_its_own_never_takes_words_away(one: str, other: str) -> None:
    both = count_words(f"{one}\n\n{other}")
    assert count_words(one) <= both <= count_words(one) + count_words(other) + 1
