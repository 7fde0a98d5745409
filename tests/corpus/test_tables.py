"""The tables and databases of the corpus read to the last row: counts, positions, States, doubts, times."""

import csv
import os
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from uprtracker.importers.advance_questions import read_advance_questions
from uprtracker.importers.impact_oss import read_impact_oss
from uprtracker.importers.record import ParsedDocuments, ParsedReview
from uprtracker.importers.same_text import Known, find_same
from uprtracker.importers.spreadsheet import read_spreadsheet
from uprtracker.importers.thematic_list import read_thematic_list
from uprtracker.importers.uhri import read_uhri
from uprtracker.importers.upr_info import read_upr_info, recognises
from uprtracker.vocabulary.action_category import estimated_category
from uprtracker.vocabulary.cycle_comparison import Compared, Outcome, compare_cycles, counts
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status

CORPUS = os.environ.get("UPRTRACKER_CORPUS")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="UPRTRACKER_CORPUS names no folder of real documents"),
]
ROOT = Path(CORPUS or "")
SUPPORTED, NOTED, IN_PART = Position.SUPPORTED, Position.NOTED, Position.SUPPORTED_NOTED

# rows, groups of one text, reviews, rows without a known recommending State
UPR_INFO = {
    "1-5.csv": (6094, 5643, 80, 9),
    "1-5.xls": (6094, 5643, 80, 9),
    "6-9.csv": (8343, 8176, 63, 0),
    "10-13.csv": (9047, 8892, 64, 0),
    "17-20.csv": (7984, 7794, 42, 0),
}


def positions(document: ParsedReview) -> Counter[Position]:
    return Counter(record.position for record in document.recommendations)


@cache
def upr_info(name: str) -> ParsedDocuments:
    return read_upr_info(ROOT / "upr-info" / name)


@pytest.mark.parametrize("name", UPR_INFO)
def test_upr_info(name: str) -> None:
    if name.endswith(".xls"):
        pytest.importorskip("xlrd")
    rows, records, reviews, unknown = UPR_INFO[name]
    parsed = upr_info(name)
    assert recognises(ROOT / "upr-info" / name)
    assert (parsed.count, len(parsed.documents)) == (records, reviews)
    found = [record for document in parsed.documents for record in document.recommendations]
    assert sum(len(record.in_doubt) > 0 for record in found) == unknown
    assert all("(Unknown)" in record.in_doubt for record in found if record.in_doubt)
    twice = sum("more than once" in n.message for d in parsed.documents for n in d.warnings)
    assert sum(max(1, len(record.states)) for record in found) == rows - twice
    assert {record.position for record in found} == {SUPPORTED, NOTED}
    assert all(record.action_category for record in found)
    assert len({alias for record in found for alias in record.aliases}) == records


def test_the_old_workbook_and_its_csv_say_the_same() -> None:
    pytest.importorskip("xlrd")
    for one, other in zip(upr_info("1-5.xls").documents, upr_info("1-5.csv").documents, strict=True):
        assert [(r.text, r.states, r.aliases) for r in one.recommendations] == [
            (r.text, r.states, r.aliases) for r in other.recommendations
        ]


def test_issues_of_upr_info_are_those_of_its_list() -> None:
    with (ROOT / "vocabularies" / "themes_vocab.csv").open(encoding="utf-8", newline="") as file:
        known = {
            row["label"]
            for row in csv.DictReader(file)
            if row["source"] == "upr_info" and row["kind"] == "issue"
        }
    found = {
        theme.label
        for name in ("6-9.csv", "10-13.csv")
        for document in upr_info(name).documents
        for record in document.recommendations
        for theme in record.themes
    }
    assert len(known) == 54
    assert found <= known


def test_samples_of_todays_database() -> None:
    parsed = read_upr_info(ROOT / "upr-info" / "uwazi_samples_2026.csv")
    assert parsed.count == 5
    assert {document.state_iso3 for document in parsed.documents} == {"ALB", "DZA", "AND"}
    assert all(
        record.position is NOTED for document in parsed.documents for record in document.recommendations
    )
    assert not any(document.in_doubt for document in parsed.documents)


def test_one_state_of_nine_thousand_rows_takes_less_than_five_times_the_bare_rows() -> None:
    path = ROOT / "upr-info" / "10-13.csv"
    bare, ours = [], []
    for _time in range(7):
        started = time.process_time()
        with path.open(encoding="mac_roman", newline="") as file:
            list(csv.DictReader(file))
        bare.append(time.process_time() - started)
        started = time.process_time()
        read_upr_info(path, state_iso3="GRC")
        ours.append(time.process_time() - started)
    assert sorted(ours)[3] < 5 * sorted(bare)[3]


def test_slovenia_in_the_columns_of_the_index() -> None:
    parsed = read_uhri(ROOT / "uhri" / "derived-slovenia-cycle4-in-uhri-columns.xlsx")
    (document,) = parsed.documents
    assert (document.state_iso3, document.document_symbol) == ("SVN", "A/HRC/59/15")
    assert positions(document) == {SUPPORTED: 217, NOTED: 37}
    assert (document.missing_numbers, document.in_doubt, document.warnings) == ((), (), ())
    listed = read_thematic_list(ROOT / "slovenia-cycle4" / "thematic-list.docx")
    texts = {record.number: (record.text, record.states) for record in listed.recommendations}
    assert {record.number: (record.text, record.states) for record in document.recommendations} == texts


@pytest.mark.parametrize(
    ("name", "state", "body", "number"),
    [
        ("uhri_json_record_sample.json", "PER", "CRC", "4"),
        ("uhri_xlsx_header_and_row.csv", "IRQ", "CEDAW", "49"),
    ],
)
def test_entries_of_treaty_bodies(name: str, state: str, body: str, number: str) -> None:
    (document,) = read_uhri(ROOT / "uhri" / name).documents
    (record,) = document.recommendations
    assert (document.mechanism, document.body, document.state_iso3) == ("treaty_body", body, state)
    assert (record.number, record.kind, record.in_doubt) == (number, "observation", "")


def test_the_moroccan_table() -> None:
    parsed = read_spreadsheet(ROOT / "morocco" / "recommendations_fr_ar.csv")
    by_mechanism: Counter[str] = Counter()
    for document in parsed.documents:
        by_mechanism[document.mechanism] += len(document.recommendations)
    assert len(parsed.documents) == 22
    assert by_mechanism == {"treaty_body": 375, "special_procedure": 346, "upr": 225}
    (review,) = [document for document in parsed.documents if document.mechanism == "upr"]
    assert review.cycle == 3
    repeated = [notice for notice in review.warnings if "stands here again" in notice.message]
    assert len(review.recommendations) + len(repeated) == 260
    assert {record.language for record in review.recommendations} == {"fr"}
    assert all(dict(record.texts).get("ar") for record in review.recommendations)
    assert {record.status for record in review.recommendations} == {
        Status.FULLY_IMPLEMENTED,
        Status.IN_PROGRESS,
        Status.NOT_STARTED,
    }
    assert sum(len(record.states) == 1 for record in review.recommendations) == 223
    doubts = {record.label: record.in_doubt for record in review.in_doubt}
    assert len(doubts) == 8
    assert "43.144" in doubts["144.4b"]


def test_the_spanish_sample() -> None:
    (document,) = read_spreadsheet(ROOT / "spain" / "spain_upr4_es_sample.csv").documents
    assert positions(document) == {SUPPORTED: 34, NOTED: 7, IN_PART: 2}
    assert document.in_doubt == ()
    assert all(record.language == "es" and len(record.states) == 1 for record in document.recommendations)
    assert [record.number for record in document.recommendations][:24] == [f"50.{n}" for n in range(41, 65)]


def test_egypt_in_the_template_of_impact_oss() -> None:
    (document,) = read_impact_oss(ROOT / "impactoss" / "derived-egypt-cycle2.csv").documents
    assert positions(document) == {SUPPORTED: 224, NOTED: 53, IN_PART: 23}
    assert (document.in_doubt, document.missing_numbers) == ((), ())
    listed = read_thematic_list(ROOT / "egypt-cycle2" / "thematic-list.docx")
    states = {record.number: set(record.states) for record in listed.recommendations}
    assert {record.number: set(record.states) for record in document.recommendations} == states


def test_advance_questions_of_slovenia() -> None:
    read = read_advance_questions(ROOT / "slovenia-cycle4" / "advance-questions.docx")
    assert (read.state_iso3, read.batch, read.warnings) == ("SVN", 1, ())
    assert Counter(question.state_iso3 for question in read.questions) == {
        "BEL": 5, "GBR": 5, "ESP": 3, "USA": 3, "DEU": 2, "PRT": 2, "CRI": 1, "LIE": 1,
    }  # fmt: skip
    assert sum(bool(question.on_behalf_of) for question in read.questions) == 3


def _review(name: str, state: str, session: int) -> ParsedReview:
    return next(d for d in upr_info(name).documents if d.state_iso3 == state and d.session == session)


def test_upr_info_and_the_thematic_list_are_matched() -> None:
    listed = read_thematic_list(ROOT / "egypt-cycle2" / "thematic-list.docx")
    read = [Known(str(r.order), r.text, r.states) for r in _review("17-20.csv", "EGY", 20).recommendations]
    same = find_same(read, [Known(r.label, r.text, r.states) for r in listed.recommendations])
    assert len(same) == 304
    assert sum(found.certain is not None for found in same) >= 289
    assert sum(not found.candidates for found in same) <= 6


def test_two_cycles_of_egypt_are_compared() -> None:
    def compared(document: ParsedReview, first: int) -> list[Compared]:
        return [
            Compared(first + r.order, r.text, r.states, r.action_category, r.position)
            for r in document.recommendations
        ]

    earlier = compared(_review("6-9.csv", "EGY", 7), 0)
    later = compared(_review("17-20.csv", "EGY", 20), 1000)
    started = time.perf_counter()
    pairs = compare_cycles(earlier, later)
    assert time.perf_counter() - started < 2
    found = counts(pairs)
    assert sum(found.values()) == len(later) + found[Outcome.DROPPED]
    assert found[Outcome.STRENGTHENED] >= 10
    pair = next(
        pair for pair in pairs if pair.earlier and "open and standing invitation" in pair.earlier.text
    )
    assert pair.kind is Outcome.POSITION_CHANGED


def test_estimated_categories_agree_with_upr_infos_coding() -> None:
    records = [r for d in upr_info("10-13.csv").documents for r in d.recommendations]
    agreed = sum(estimated_category(record.text) == record.action_category for record in records)
    assert agreed > 0.8 * len(records)
