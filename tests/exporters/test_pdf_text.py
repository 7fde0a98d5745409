"""Lines as paper needs them: no wider than their column, nothing lost, no mark where it must not stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uprtracker.exporters.pdf_style import type_for
from uprtracker.exporters.pdf_text import Ruler, visible

RULER = Ruler()
TYPE = type_for(9.5)
_CHINESE = "通过一项承认并保护人权维护者的法律，并确保结社自由；以及（根据第10段）和“平等”的权利。"


def _texts(text: str, width: float) -> list[str]:
    return [line.text for line in RULER.wrap(text, TYPE.cell, width)]


@settings(max_examples=60)
@given(
    st.lists(st.text("abcdefgh-éñ’—ДжЯ法律，。ابج", min_size=1, max_size=30), max_size=20),
    st.floats(30, 400),
)
def test_no_line_is_too_wide_and_no_letter_is_lost(words: list[str], width: float) -> None:
    text = " ".join(words)
    lines = RULER.wrap(text, TYPE.cell, width)
    assert all(line.width <= width + 0.01 for line in lines)
    assert "".join("".join(line.text for line in lines).split()) == "".join(visible(text).split())


@settings(max_examples=60)
@given(st.text("abc def -éДж法。", max_size=60), st.floats(30, 200))
def test_a_line_is_as_wide_as_its_text(text: str, width: float) -> None:
    for line in RULER.wrap(text, TYPE.cell_strong, width):
        assert line.width == pytest.approx(RULER.width(line.text, TYPE.cell_strong), abs=0.01)


def test_words_are_kept_whole_where_they_fit() -> None:
    assert _texts("human rights defenders", 60) == ["human rights", "defenders"]


def test_a_hyphenated_word_breaks_after_its_hyphen_and_a_number_does_not() -> None:
    assert _texts("the non-governmental one", 60) == ["the non-", "governmental", "one"]
    assert _texts("see 140.20-25 there", 40) == ["see", "140.20-25", "there"]


def test_the_label_of_a_paragraph_stays_in_one_piece() -> None:
    assert _texts("10 (a), 10 (e)", 40) == ["10\u00a0(a),", "10\u00a0(e)"]


def test_a_word_wider_than_its_column_is_cut_after_a_slash() -> None:
    lines = _texts("https://example.org/a/very/long/address/of/a/document", 80)
    assert "".join(lines) == "https://example.org/a/very/long/address/of/a/document"
    assert all(line.endswith("/") for line in lines[:-1])


def test_chinese_breaks_between_characters_but_not_before_a_closing_mark() -> None:
    for width in range(20, 120, 7):
        lines = _texts(_CHINESE, width)
        assert "".join(lines) == _CHINESE
        assert not any(line[0] in "，；）”。" or line[-1] in "（“" for line in lines)


def test_chinese_does_not_break_before_a_closing_bracket_of_either_width() -> None:
    for text in ("司法部自2027年1月15日起已计划)", "司法部自2027年1月15日起已计划）", "按照第10段(全部)"):
        for width in range(20, 130, 3):
            assert not any(line[0] in ")）" or line[-1] in "(（" for line in _texts(text, width))


def test_a_text_keeps_its_own_line_breaks() -> None:
    assert _texts("one\ntwo\n\nthree", 200) == ["one", "two", "", "three"]


_ARABIC = "اعتماد قانون لحماية المدافعين (المادة 12) act"


def test_a_line_that_begins_in_arabic_is_read_from_the_right() -> None:
    lines = RULER.wrap(_ARABIC, TYPE.cell, 70)
    assert len(lines) > 1
    assert all(line.levels and len(line.levels) == len(line.text) for line in lines)


@pytest.mark.parametrize("from_right", [False, True])
def test_prose_against_the_page_is_flush_at_the_far_side_and_a_name_is_not(from_right: bool) -> None:
    ruler = Ruler(from_right)
    english, arabic = "Ensure that defenders are safe. " * 4, f"{_ARABIC} " * 4
    assert all(line.against == from_right for line in ruler.wrap(english, TYPE.body, 150))
    assert all(line.against != from_right for line in ruler.wrap(arabic, TYPE.body, 150))
    assert not any(line.against for text in ("Chile", "شيلي") for line in ruler.wrap(text, TYPE.body, 150))


def test_a_character_that_no_font_has_shows_its_code_point() -> None:
    assert visible("peace 😀 now") == "peace [U+1F600] now"
    assert visible("soft\u00adhyphen \u202eoverride\u202c") == "softhyphen override"


def test_nothing_takes_no_line() -> None:
    assert RULER.wrap("", TYPE.body, 100) == []
    assert RULER.width("", TYPE.body) == 0


def _against(text: str) -> bool:
    return Ruler(from_right=True).wrap(text, TYPE.cell, 200)[0].against


def test_long_names_and_lists_of_names_stay_in_line_with_short_ones() -> None:
    assert not _against("Ministry of Labour, Family, Social Affairs and Equal Opportunities")
    assert not _against(
        "Ministry of Justice (Ministry of the Interior; Ministry of Education, Science and Sport)"
    )
    assert _against(
        "Ratify the Optional Protocol to the International Covenant on Economic, Social and Cultural Rights"
    )
    assert _against("Strengthen the fight against racism and violence")
