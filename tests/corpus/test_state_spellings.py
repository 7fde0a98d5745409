"""The spellings collected from real documents resolve, and the bracketed words that are no States stay none."""

import csv
import os
from pathlib import Path

import pytest

from uprtracker.vocabulary.state import find_state, states_in

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]

# listed as no States because a parser did not know them; they do name States
NAME_STATES_AFTER_ALL = {
    "Bolivia (Plurinational Republic of)": ["BOL"],
    "Bolivarian Republic of": ["VEN"],
    "Argentina Chile": ["ARG", "CHL"],
    "Chile Egypt": ["CHL", "EGY"],
}


def _rows(file_name: str) -> list[dict[str, str]]:
    with (Path(CORPUS or "") / "vocabularies" / file_name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_spelling_but_unknown_resolves_to_its_canonical_name() -> None:
    rows = _rows("state_name_variants.csv")
    assert len(rows) == 466
    unresolved = {row["name_as_written"] for row in rows if find_state(row["name_as_written"]) is None}
    assert unresolved == {"&#40;Unknown&#41;"}
    for row in rows:
        if canonical := row["canonical_en_(derived)"]:
            found = find_state(row["name_as_written"])
            assert found is not None
            assert found.short == canonical


def test_every_spelling_is_read_in_brackets_too() -> None:
    for row in _rows("state_name_variants.csv"):
        if found := find_state(row["name_as_written"]):
            assert states_in(row["name_as_written"]) == [found]


def test_bracketed_words_that_are_no_states() -> None:
    for row in _rows("parenthesised_not_states.csv"):
        text = row["parenthesised_text_that_is_not_a_State"]
        found = states_in(text)
        assert (found and [s.iso3 for s in found]) == NAME_STATES_AFTER_ALL.get(text), text
