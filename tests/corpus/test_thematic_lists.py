"""The thematic lists of three reviews, read to the last row: counts, positions, States, texts and the legacy file."""

import csv
import os
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from uprtracker.errors import UserError
from uprtracker.importers.record import ParsedReview
from uprtracker.importers.thematic_list import read_thematic_list, recognises
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.state import states_in

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]

FOLDERS = ("slovenia-cycle4", "china-cycle2", "egypt-cycle2")
SUPPORTED, NOTED, IN_PART = Position.SUPPORTED, Position.NOTED, Position.SUPPORTED_NOTED
EXPECTED = {
    "slovenia-cycle4": ("SVN", 4, 48, "A/HRC/59/15", {SUPPORTED: 217, NOTED: 37}),
    "china-cycle2": ("CHN", 2, 17, "A/HRC/25/5", {SUPPORTED: 204, NOTED: 48}),
    "egypt-cycle2": ("EGY", 2, None, "A/HRC/28/16", {SUPPORTED: 224, NOTED: 53, IN_PART: 23}),
}


@cache
def read(folder: str) -> ParsedReview:
    return read_thematic_list(Path(CORPUS or "") / folder / "thematic-list.docx")


@pytest.mark.parametrize("folder", FOLDERS)
def test_review_and_positions(folder: str) -> None:
    review = read(folder)
    state, cycle, session, symbol, positions = EXPECTED[folder]
    assert (review.state_iso3, review.cycle, review.session) == (state, cycle, session)
    assert (review.document_symbol, review.addendum_symbol) == (symbol, f"{symbol}/Add.1")
    assert Counter(record.position for record in review.recommendations) == positions


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_missing_unknown_or_in_doubt(folder: str) -> None:
    review = read(folder)
    assert review.missing_numbers == ()
    assert not review.in_doubt
    labels = [record.label for record in review.recommendations]
    assert len(set(labels)) == len(labels) == sum(EXPECTED[folder][4].values())
    assert all(record.text and record.heading and record.themes for record in review.recommendations)
    assert all(clause.text and clause.states for r in review.recommendations for clause in r.clauses)


@pytest.mark.parametrize("folder", FOLDERS)
def test_texts_are_clean(folder: str) -> None:
    for record in read(folder).recommendations:
        for clause in record.clauses:
            assert not re.search(r"source of|comments?:|^\d|^[\s;,.)]|[\s;,]$|\s{2}|\xa0", clause.text, re.I)
            assert not any(states_in(found) for found in re.findall(r"\(([^()]*)\)", clause.text)), (
                clause.text
            )
            assert clause.text.count("(") == clause.text.count(")")


@pytest.mark.parametrize("folder", FOLDERS)
def test_labels_are_clean(folder: str) -> None:
    for record in read(folder).recommendations:
        for theme in record.themes:
            assert not re.search(r"^[-\s]|[\s:]$|\s{2}|\xa0|persons:|SDGs:", theme.label), theme.label


def test_positions_of_slovenia_number_by_number() -> None:
    path = Path(CORPUS or "") / "slovenia-cycle4" / "expected-positions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        expected = {row["number"]: (row["position"], row["position_source"]) for row in csv.DictReader(file)}
    read_positions = {
        r.number: (r.position_as_printed, r.position_source) for r in read("slovenia-cycle4").recommendations
    }
    assert read_positions == expected


def test_fourteen_numbers_of_china_hold_several_clauses() -> None:
    several = [len(r.clauses) for r in read("china-cycle2").recommendations if len(r.clauses) > 1]
    assert len(several) == 14
    assert max(several) == 10
    assert sum(several) - len(several) + 252 == 286


def test_brackets_and_column_of_egypt_name_the_same_states() -> None:
    assert [notice.where for notice in read("egypt-cycle2").warnings] == ["table 1, row 18"]


@pytest.mark.parametrize(
    ("folder", "scheme", "label"),
    [
        ("slovenia-cycle4", "OHCHR cycle 4", "Freedom of opinion and expression & access to information"),
        ("china-cycle2", "OHCHR 2019", "Human rights defenders"),
        ("egypt-cycle2", "OHCHR 2015", "Human rights defenders"),
    ],
)
def test_themes_bear_their_scheme(folder: str, scheme: str, label: str) -> None:
    themes = {theme for record in read(folder).recommendations for theme in record.themes}
    assert any(theme.label == label and theme.scheme == scheme and theme.kind == "theme" for theme in themes)
    assert {theme.scheme for theme in themes} <= {scheme, "SDG"}


def test_labels_are_counted_as_in_the_list_of_labels() -> None:
    """The list counts printed lines: a label that one cell of Slovenia prints twice is read once."""
    sources = {
        "EgyptMatriceRecommendations.": "egypt-cycle2",
        "Matrix_recommendations_2013.": "china-cycle2",
        "upr48-slovenia-thematic-list": "slovenia-cycle4",
    }
    kinds = {"theme": "theme", "persons": "group", "sdgs": "sdg"}
    with (Path(CORPUS or "") / "vocabularies" / "themes_vocab.csv").open(
        encoding="utf-8", newline=""
    ) as file:
        rows = [row for row in csv.DictReader(file) if row["source"] in sources]
    different = []
    for row in rows:
        counted = Counter(
            (theme.kind, re.sub(r"\W", "", theme.code + theme.label))
            for record in read(sources[row["source"]]).recommendations
            for theme in record.themes
        )
        found = counted[(kinds[row["kind"]], re.sub(r"\W", "", row["label"]))]
        if found != int(row["count"]):
            different.append((row["label"], int(row["count"]) - found))
    assert different == [("4 - QUALITY EDUCATION", 1)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_list_is_recognised_and_read_in_no_time(folder: str) -> None:
    path = Path(CORPUS or "") / folder / "thematic-list.docx"
    start = time.process_time()
    assert recognises(path)
    read_thematic_list(path)
    assert time.process_time() - start < 1


def test_the_legacy_file_is_refused_with_advice() -> None:
    path = Path(CORPUS or "") / "egypt-cycle2" / "thematic-list.doc"
    assert not recognises(path)
    with pytest.raises(UserError, match=r"Word 97.*save it as \.docx"):
        read_thematic_list(path)


def test_another_word_document_is_no_thematic_list() -> None:
    path = Path(CORPUS or "") / "slovenia-cycle4" / "advance-questions.docx"
    assert not recognises(path)
    with pytest.raises(UserError, match="no table of a thematic list"):
        read_thematic_list(path)
