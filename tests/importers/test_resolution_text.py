import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from uprtracker.importers.resolution_lines import SOFT_HYPHEN
from uprtracker.importers.resolution_text import Flow, Mend, Mender, Piece
from uprtracker.paths import resource

LISTED = [
    line
    for line in resource("vocabularies", "resolution_words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
LONG = [word for word in LISTED if len(word) > 5 and word.isalpha()]


def mended(line: str, *others: str) -> str:
    return Mender([line, *others]).mend(Piece(1, line))[0]


@pytest.mark.parametrize(
    ("printed", "whole"),
    [
        ("in their re spective languages,", "in their respective languages,"),
        ("by State and non -State actors", "by State and non-State actors"),
        ("foreseeable crit eria to identify", "foreseeable criteria to identify"),
        ("the privacy of ind ividuals or", "the privacy of individuals or"),
        ("administrative measur es that", "administrative measures that"),
        ("the trans i tional period", "the transitional period"),
        ("Re spective duties", "Respective duties"),
        ("counter-terror ism laws", "counter-terrorism laws"),
        ("a non- discriminatory law", "a non-discriminatory law"),
    ],
)
def test_the_faults_of_extraction_are_mended(printed: str, whole: str) -> None:
    assert mended(printed) == whole


@pytest.mark.parametrize(
    "line",
    [
        "with out delay",
        "a part of it, and in so far as it can not be",
        "inter alia, per cent and ad hoc bodies in Addis Ababa",
        "pre- and post-trial detention",
        "States -including all",
        "RE SPECTIVE and re Spective",
        "the right to life -- liberty",
        "article 5 bis of the annex to part I",
    ],
)
def test_words_that_stand_apart_rightly_stay(line: str) -> None:
    assert mended(line) == line


def test_a_word_that_the_text_uses_elsewhere_is_known() -> None:
    assert mended("the Zan zibarians came", "all Zanzibarians") == "the Zanzibarians came"
    assert mended("the Zan zibarians came", "all others") == "the Zan zibarians came"


def test_a_piece_that_stands_alone_elsewhere_is_a_word() -> None:
    assert mended("the mea sures", "a mea and sures here", "measures") == "the mea sures"


@given(st.sampled_from(LONG), st.data())
def test_any_listed_word_is_rejoined_and_the_mend_recorded(word: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(word) - 1))
    left, right = word[:cut], word[cut:]
    assume(left not in LISTED or right not in LISTED)
    line = f"of {left} {right}; and"
    # what stands before and after may make a longer word of it, which is as listed
    assume(not any(whole in LISTED for whole in (f"of{left}", f"of{left}{right}", f"{left}{right}and")))
    assert Mender([line]).mend(Piece(7, line)) == (f"of {word}; and", [Mend(7, f"{left} {right}", word)])


@given(st.lists(st.sampled_from(LISTED), max_size=30))
def test_a_line_of_listed_words_stays_as_it_is(words: list[str]) -> None:
    line = " ".join(words)
    assert mended(line) == line


@given(
    st.lists(
        st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=60), min_size=1, max_size=4
    )
)
def test_mending_takes_out_spaces_and_nothing_else(lines: list[str]) -> None:
    mender = Mender(lines)
    for line in lines:
        text, mends = mender.mend(Piece(1, line))
        assert re.sub(r"\s", "", text) == re.sub(r"\s", "", line)
        assert (text == line) == (not mends)


def test_lines_flow_into_one_text_that_knows_its_places() -> None:
    flow = Flow(
        [
            Piece(3, "Urges non-"),
            Piece(5, "governmental and/"),
            Piece(6, f"or self-help wor{SOFT_HYPHEN}"),
            Piece(9, "kers"),
        ]
    )
    assert flow.text == "Urges non-governmental and/or self-help workers"
    assert [
        flow.place_at(flow.text.index(word)) for word in ("Urges", "governmental", "or self", "kers")
    ] == [3, 5, 6, 9]
