"""Folding and normalising of texts: what is the same to a reader is the same to the program, at any length."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.vocabulary.text import fold, hits, normalised


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Türkiye\u00a0 – x", "turkiye - x"),
        ("ENQUÊTES", "enquetes"),
        ("المغربية", "المغربيه"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
        ("a\u200eb", "ab"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_a_folded_text_folds_to_itself_in_both_normal_forms(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "printed",
    [
        "Ratify the Convention",
        "Ratify the Convention (Chile);",
        "Ratify  the\nConvention; (Chile) (Peru, Mali) ;.",
        "RATIFY THE CONVENTION. (Chile)",
    ],
)
def test_states_and_stops_at_the_end_are_set_aside(printed: str) -> None:
    assert normalised(printed) == "ratify the convention"


def test_brackets_inside_and_nested_ones_stay() -> None:
    assert normalised("Ratify (A) now") == "ratify (a) now"
    assert normalised("Ratify (A (B))") == "ratify (a (b))"


def test_endless_brackets_take_no_time() -> None:
    started = time.perf_counter()
    normalised("(a) " * 20_000 + "x")
    normalised("x" + " (a)" * 20_000)
    assert time.perf_counter() - started < 2


def test_hits_point_into_the_text_as_written() -> None:
    text = "Les enquêtes ﬁnales"
    assert [text[start:end] for start, end in hits("enquet final", text)] == ["enquêt", "ﬁnal"]
