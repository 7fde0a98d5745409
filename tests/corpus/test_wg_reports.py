"""Real reports of the Working Group: counts, positions, gaps, and the texts of the thematic lists of two of them."""

import csv
import os
import re
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from uprtracker.importers.lead_in import read_lead_in
from uprtracker.importers.record import ParsedReview
from uprtracker.importers.thematic_list import read_thematic_list
from uprtracker.importers.wg_report import read_wg_report, recognises
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.state import find_state, states_in
from uprtracker.vocabulary.text import fold

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
FOLDER = Path(CORPUS or "")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]

REPORTS = (
    "brazil2012", "colombia2013", "egypt2010", "egypt2014", "honduras2011", "israel2009", "kazakhstan2014",
    "morocco2012", "norway2014", "russia2013", "southafrica2008", "tunisia2012", "unitedkingdom2012", "vietnam2014",
)  # fmt: skip
# The list of counts is one parser's reading. It has one number less for two reports, which do hold 231 and 54, and no
# row for a third, which holds 129.
COUNTS_IN_THE_DOCUMENT = {"russia2013": 231, "israel2009": 54, "honduras2011": 129}
WORDS = {
    "Pending": Position.PENDING,
    "Supported": Position.SUPPORTED,
    "Supported (already implemented or in process)": Position.SUPPORTED,
    "Not supported": Position.NOTED,
    "Noted": Position.NOTED,
    # These two reports say behind the list that the response will be included in the outcome.
    "(none)": Position.PENDING,
    "": Position.UNKNOWN,
}


@cache
def read(name: str) -> ParsedReview:
    folder = FOLDER / ("slovenia-cycle4" if name == "A_HRC_59_15" else "wg-reports")
    return read_wg_report(folder / f"{name}.pdf")


@cache
def expected() -> dict[str, dict[str, str]]:
    with (FOLDER / "wg-reports" / "expected-counts.csv").open(encoding="utf-8", newline="") as file:
        return {Path(row["file"]).stem: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", [*REPORTS, "A_HRC_59_15"])
def test_no_gap_no_double_nothing_in_doubt(name: str) -> None:
    review = read(name)
    assert review.missing_numbers == ()
    assert not review.in_doubt
    labels = [record.label for record in review.recommendations]
    assert len(set(labels)) == len(labels)
    assert not any(record.part for record in review.recommendations)
    for record in review.recommendations:
        assert record.text
        assert all(clause.states for clause in record.clauses), record.label
        assert not re.search(r"A/HRC/\d|GE\.\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\*|\s{2}|as read during", record.text), (
            record.text
        )
        assert record.text.count("(") == record.text.count(")")


@pytest.mark.parametrize("name", REPORTS)
def test_front_counts_and_positions(name: str) -> None:
    review = read(name)
    row = expected().get(name, {})
    count = COUNTS_IN_THE_DOCUMENT.get(name) or int(row["recommendations"])
    assert len(review.recommendations) == count
    if not row:
        return
    state = find_state(row["state_under_review"])
    assert state
    assert (review.state_iso3, review.session) == (state.iso3, int(row["session"]))
    assert (review.cycle, review.document_symbol) == (int(row["cycle"]), row["document_symbol"])
    positions: Counter[Position] = Counter()
    for piece in row["positions_at_the_time"].split("; "):
        word, _space, figure = piece.rpartition(" ")
        positions[WORDS[word]] += int(figure)
    if name in COUNTS_IN_THE_DOCUMENT:
        positions = Counter({next(iter(positions)): count})
    assert Counter(record.position for record in review.recommendations) == positions


def test_flags_of_what_is_already_implemented() -> None:
    flagged = {name: sum(r.already_implemented for r in read(name).recommendations) for name in REPORTS}
    assert {name: count for name, count in flagged.items() if count} == {
        "colombia2013": 120, "egypt2010": 35, "honduras2011": 112, "kazakhstan2014": 143, "morocco2012": 12,
        "tunisia2012": 15,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "name", "count", "identical"),
    [("slovenia-cycle4", "A_HRC_59_15", 254, 235), ("egypt-cycle2", "egypt2014", 300, 300)],
)
def test_texts_and_states_are_those_of_the_thematic_list(
    folder: str, name: str, count: int, identical: int
) -> None:
    """What differs letter by letter are typewriter quotation marks and spaces in the list of Slovenia."""
    listed = {r.label: r for r in read_thematic_list(FOLDER / folder / "thematic-list.docx").recommendations}
    reported = {r.label: r for r in read(name).recommendations}
    assert listed.keys() == reported.keys()
    assert len(listed) == count
    assert sum(listed[label].text == reported[label].text for label in listed) == identical
    for label, record in listed.items():
        assert re.sub(r"\s", "", fold(record.text)) == re.sub(r"\s", "", fold(reported[label].text))
        assert set(record.states) == set(reported[label].states)


def test_all_lead_ins_have_the_position_that_readers_gave_them() -> None:
    with (FOLDER / "vocabularies" / "lead_in_phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 332
    for row in rows:
        text = row["lead_in_paragraph_templated"].replace("[STATE]", "Iceland").replace("[N]", "26th")
        read_ = read_lead_in(text)
        assert read_.position is WORDS[row["classified_as"]], text
        if "already" in row["classified_as"]:
            assert read_.already_implemented, text


def test_brackets_left_in_texts_are_no_states_or_stand_inside_a_sentence() -> None:
    left = Counter(
        name
        for name in REPORTS
        for record in read(name).recommendations
        if any(states_in(bracket) for bracket in re.findall(r"\(([^()]*)\)", record.text))
    )
    assert left == {"israel2009": 5, "russia2013": 2, "southafrica2008": 1, "honduras2011": 1}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_recognised_and_read_in_less_than_two_seconds(name: str) -> None:
    path = FOLDER / "wg-reports" / f"{name}.pdf"
    assert recognises(path)
    start = time.monotonic()
    read_wg_report(path)
    assert time.monotonic() - start < 2


def test_other_pdf_files_are_not_taken_for_reports() -> None:
    assert not recognises(FOLDER / "slovenia-cycle4" / "A_HRC_59_15_Add.1.pdf")
    assert not recognises(FOLDER / "upr-info" / "Database_Help_Guide.pdf")
    assert not recognises(FOLDER / "slovenia-cycle4" / "thematic-list.docx")
    assert not recognises(FOLDER / "slovenia-cycle4" / "advance-questions.docx")
