"""The bundled fonts are found, cover what we print, and texts are cut into the runs they can draw."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.ttfonts import TTFontFile

from uprtracker.paths import resource
from uprtracker.vocabulary.font import (
    FAMILY_NAMES,
    FILES,
    WIDER,
    font_file,
    missing_characters,
    printable,
    script_runs,
)
from uprtracker.vocabulary.sdg import sdg_name
from uprtracker.vocabulary.state import LANGUAGES, all_states


@pytest.mark.parametrize(("family", "weight"), [*FILES, (WIDER, "regular"), (WIDER, "semibold")])
def test_each_file_holds_the_characters_that_the_coverage_promises(family: str, weight: str) -> None:
    font = TTFontFile(str(font_file(family, weight)))
    ranges = json.loads(resource("fonts", "coverage.json").read_text("utf-8"))[family]
    promised = {point for first, last in ranges for point in range(first, last + 1)}
    assert promised <= font.charToGlyph.keys()


@pytest.mark.parametrize(("family", "weight"), FILES)
def test_digits_have_one_width_so_that_columns_line_up(family: str, weight: str) -> None:
    font = TTFontFile(str(font_file(family, weight)))
    assert len({font.charWidths[ord(digit)] for digit in "0123456789"}) == 1


@pytest.mark.parametrize("family", ["chinese", WIDER])
def test_a_modified_font_does_not_bear_the_reserved_name(family: str) -> None:
    font = TTFontFile(str(font_file(family, "regular")))
    assert b"Plex" not in font.name + font.familyName + font.fullName
    assert FAMILY_NAMES["chinese"].encode() in font.familyName


def test_a_rare_chinese_character_comes_from_the_wider_font_and_a_usual_one_does_not() -> None:
    assert script_runs("李喆在臺灣") == [("chinese", "李"), (WIDER, "喆"), ("chinese", "在"), (WIDER, "臺灣")]
    assert missing_characters("喆臺灣囍煊") == []


def test_all_names_of_states_and_goals_can_be_printed() -> None:
    texts = [state.name(language) for state in all_states() for language in LANGUAGES]
    texts += [sdg_name(str(goal), language) for goal in range(1, 18) for language in LANGUAGES]
    assert [text for text in texts if missing_characters(text)] == []


def test_marks_that_our_pages_use_are_in_the_latin_font() -> None:
    marks = "→–—‘’“”•≥×✓§°…−€№\u00a0\u2011"
    assert script_runs(marks) == [("latin", marks)]
    assert missing_characters(marks) == []


def test_cuts_a_mixed_text_by_script() -> None:
    assert script_runs("Chile 中国（二）, and فرنسا (12) end") == [
        ("latin", "Chile "),
        ("chinese", "中国（二）, "),
        ("latin", "and "),
        ("arabic", "فرنسا (12) "),
        ("latin", "end"),
    ]


def test_leading_punctuation_goes_with_the_first_letter() -> None:
    assert script_runs("(12) فرنسا") == [("arabic", "(12) فرنسا")]
    assert script_runs("12 (3)") == [("latin", "12 (3)")]


def test_names_the_characters_that_no_font_has() -> None:
    assert missing_characters("Bangkok กข ก") == ["ก", "ข"]


def test_reads_what_cannot_be_drawn() -> None:
    assert (
        printable("\u201ftorture” \u200fof\u00ad co\u0301digo\u2028next\x0c") == "“torture” of código\nnext\n"
    )


@given(st.text())
def test_runs_joined_are_the_text(text: str) -> None:
    assert "".join(run for _, run in script_runs(text)) == text


@given(st.text())
def test_neighbouring_runs_differ_in_family(text: str) -> None:
    families = [family for family, _ in script_runs(text)]
    assert all(one != other for one, other in pairwise(families))


@given(st.text())
def test_making_printable_twice_changes_nothing(text: str) -> None:
    assert printable(printable(text)) == printable(text)


def test_composes_what_a_dropped_mark_kept_apart() -> None:
    assert printable("e\u200b\u0301") == "é"
