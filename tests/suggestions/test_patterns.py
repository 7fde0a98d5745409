"""Phrases of the lexicon: beginnings, alternatives, gaps."""

import pytest

from uprtracker.errors import UserError
from uprtracker.suggestions.patterns import Hit, PhraseBook


def _found(phrase: str, text: str) -> list[tuple[int, int]]:
    return [(hit.first, hit.last) for hit in PhraseBook({"c": [phrase]}).find(text.split())]


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        ("journalist*", "protect journalists and journalism", [(1, 1)]),
        ("law|act on ngos", "the act on ngos and the law on ngos", [(1, 3), (6, 8)]),
        ("freedom ~2 press", "freedom of the press", [(0, 3)]),
        ("freedom ~2 press", "freedom of the national press", []),
        ("a ~3 b c", "a b x b c", [(0, 4)]),
        ("press", "pressure", []),
    ],
)
def test_where_a_phrase_occurs(phrase: str, text: str, places: list[tuple[int, int]]) -> None:
    assert _found(phrase, text) == places


def test_a_gap_does_not_reach_back_to_an_earlier_word() -> None:
    assert _found("a ~1 b ~1 c", "a x b x c") == [(0, 4)]
    assert _found("a b ~1 c", "a x b c") == []


def test_several_concepts_are_found_in_one_pass() -> None:
    book = PhraseBook({"actor": ["ngos"], "act": ["regist*"]})
    assert book.find("registration of ngos".split()) == [Hit("act", 0, 0), Hit("actor", 2, 2)]


@pytest.mark.parametrize("phrase", ["", "freedom ~3"])
def test_a_phrase_that_ends_in_no_word_is_refused(phrase: str) -> None:
    with pytest.raises(UserError, match="does not end in a word"):
        PhraseBook({"c": [phrase]})
