"""A real addendum: all positions of Slovenia's fourth review, its explanations, and the sums against the report."""

import csv
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from uprtracker.importers.addendum import read_addendum, recognises
from uprtracker.importers.parsed_addendum import ParsedAddendum, StatedTotals
from uprtracker.importers.reconciliation import reconcile
from uprtracker.importers.wg_report import read_wg_report
from uprtracker.vocabulary.position import Position

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
FOLDER = Path(CORPUS or "") / "slovenia-cycle4"
ADDENDUM = FOLDER / "A_HRC_59_15_Add.1.pdf"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]


@cache
def read() -> ParsedAddendum:
    return read_addendum(ADDENDUM)


def test_front_and_totals() -> None:
    addendum = read()
    assert (addendum.state_iso3, addendum.document_symbol) == ("SVN", "A/HRC/59/15")
    assert (addendum.addendum_symbol, addendum.warnings) == ("A/HRC/59/15/Add.1", ())
    assert addendum.totals == StatedTotals(received=254, supported=217, noted=37)


def test_all_positions() -> None:
    with (FOLDER / "expected-positions.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["number"]: row["position"] for row in csv.DictReader(file)}
    assert {stated.number: stated.position.label for stated in read().positions} == expected
    assert len(expected) == 254
    assert read().unread == ()


def test_paragraphs_are_those_of_the_document() -> None:
    """The list of positions gives another paragraph for a few numbers; in the document they stand in these."""
    counted = Counter((s.paragraph, s.position, s.already_implemented) for s in read().positions)
    assert counted == {
        ("Para. 3", Position.SUPPORTED, False): 178,
        ("Para. 4", Position.SUPPORTED, True): 39,
        ("Para. 5", Position.NOTED, False): 37,
    }


def test_explanations() -> None:
    explanations = read().explanations
    assert len(explanations) == 46
    assert all(e.text and e.text[-1] in ".)" for e in explanations)
    explained = [number for e in explanations for number in e.numbers]
    assert len(explained) == len(set(explained)) == 83
    assert ("140.82", "140.83", "140.84", "140.85", "140.87") in [e.numbers for e in explanations]
    assert ("140.120", "140.209") in [e.numbers for e in explanations]
    assert max(e.text.count("\n") for e in explanations) == 1


def test_report_and_addendum_agree() -> None:
    result = reconcile(read_wg_report(FOLDER / "A_HRC_59_15.pdf"), read())
    assert (result.received, result.supported, result.noted, result.pending) == (254, 217, 37, 0)
    assert result.agrees


def test_it_is_recognised_and_other_files_are_not() -> None:
    assert recognises(ADDENDUM)
    assert not recognises(FOLDER / "A_HRC_59_15.pdf")
    assert not recognises(FOLDER / "thematic-list.docx")
    assert not recognises(FOLDER / "advance-questions.docx")
