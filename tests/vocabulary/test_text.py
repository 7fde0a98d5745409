"""Folding and hits: what is found is what is marked."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.text import fold, hits, matches, normalised

letters = st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60), st.text(max_size=12))
def test_hits_are_ranges_of_the_text_in_order_and_never_overlap(text: str, query: str) -> None:
    found = hits(query, text)
    flat = [edge for span in found for edge in span]
    assert flat == sorted(flat)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(found))


@given(st.lists(letters, min_size=1, max_size=6))
def test_every_word_of_a_text_is_found_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for word in words:
        if fold(word):
            assert matches(word, fold(text))


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("assembly", "freedom of Assembly, assemblies", ["Assembly"]),
        ("assembl", "freedom of Assembly, assemblies", ["Assembl", "assembl"]),
        ("turkiye", "Türkiye and TÜRKIYE", ["Türkiye", "TÜRKIYE"]),
        ("140.1", "140.12 and 40.1", ["140.1"]),
        ("non-gov", "Non‑governmental, non governmental", ["Non‑gov", "non gov"]),
        ("人权", "保护人权卫士", ["人权"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("", "anything", []),
    ],
)
def test_marks(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in hits(query, text)] == marked


def test_two_sources_of_one_text_are_the_same_when_normalised() -> None:
    assert normalised("Ratify the “Optional Protocol” (Chile); (Peru);") == normalised(
        'ratify the  "optional protocol" '
    )
    assert normalised("Ratify (OP-CAT) now (Chile)") != normalised("Ratify now")


def test_spaces_that_extraction_leaves_make_no_difference() -> None:
    assert normalised("the system ’ s non ‑ discrimination") == normalised("the system's non-discrimination")


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_texts_in_ascii_fold_as_they_do_within_other_texts(text: str) -> None:
    assert fold(text + "e") == fold(text + "é")


def test_endless_brackets_take_no_time() -> None:
    started = time.perf_counter()
    normalised("(a) " * 20_000 + "x")
    normalised("x" + " (a)" * 20_000)
    assert time.perf_counter() - started < 5
