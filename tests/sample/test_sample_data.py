"""The sample's source data: shapes, references, counts and the field's rules, recomputed from the files."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby, pairwise
from typing import Any

import pytest

from uprtracker.paths import resource
from uprtracker.vocabulary import position as positions
from uprtracker.vocabulary import status as statuses
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.cycle import cycle_of_session
from uprtracker.vocabulary.number import parse_reference, sort_key
from uprtracker.vocabulary.paragraph_label import parse_label
from uprtracker.vocabulary.position import Position, position_as_printed
from uprtracker.vocabulary.profile import Profile
from uprtracker.vocabulary.sdg import sdg_code
from uprtracker.vocabulary.state import all_states, find_state
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Assessment, Status

Record = dict[str, Any]


def _read(name: str) -> Any:
    return json.loads(resource("sample", name).read_text(encoding="utf-8"))


DOSSIER = _read("dossier.json")
INSTITUTIONS = {record["key"]: record for record in _read("institutions.json")}
DOCUMENTS = {record["key"]: record for record in DOSSIER["documents"]}
ROWS = {record["number"] + record["part"]: record for record in _read("recommendations.json")}
ASSIGNMENTS = _read("assignments.json")
STATUSES = _read("statuses.json")
PROGRESS = _read("progress.json")
MEASURES = _read("measures.json")
EVIDENCE = _read("evidence.json")
LINKS = _read("links.json")["links"]
CONCERNS_NONE = _read("links.json")["concerns_none"]
ASSESSMENTS = _read("assessments.json")
THREADS = _read("annotations.json")
AS_OF = date.fromisoformat(DOSSIER["as_of"])

# DOMAIN.md, section 4: a missing recommendation here is a gap
ADDRESSED_TO_STATES = (
    "2", "4", "5", "6", "8", "9", "10 (a)", "10 (b)", "10 (c)", "10 (d)", "10 (e)", "10 (f)", "10 (g)", "10 (h)",
    "11", "12", "13", "14", "15", "16", "17", "18 (a)", "18 (b)", "18 (c)", "26",
)  # fmt: skip


def _numbers() -> dict[str, list[str]]:
    """Labels of rows under the number that every figure counts once."""
    numbers: dict[str, list[str]] = {}
    for label, row in ROWS.items():
        numbers.setdefault(row["number"], []).append(label)
    return numbers


def _of(records: list[Record], label: str) -> list[Record]:
    return [record for record in records if record["recommendation"] == label]


def _official(label: str) -> Status | None:
    validated = [Status(entry["status"]) for entry in _of(STATUSES, label) if entry["validated"]]
    return validated[-1] if validated else None


def _official_of_number(labels: list[str]) -> Status | None:
    return statuses.combined(_official(label) for label in labels)


def _current_assignment(label: str) -> Record:
    return max(_of(ASSIGNMENTS, label), key=lambda entry: entry["on"])


def _confirmed() -> set[str]:
    return {link["recommendation"] for link in LINKS if link["state"] == "confirmed"}


def _actors() -> Iterator[tuple[str, str]]:
    """Every (post, institution) that acts in any file."""
    notes = [note for thread in THREADS for note in thread["notes"]]
    for records in (ASSIGNMENTS, STATUSES, PROGRESS, EVIDENCE, LINKS, CONCERNS_NONE, ASSESSMENTS, notes):
        yield from ((record["by"], record["institution"]) for record in records)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def test_the_state_is_plainly_invented() -> None:
    assert DOSSIER["state"]["sample"] is True
    assert find_state(DOSSIER["state"]["name"]) is None
    assert DOSSIER["state"]["iso3"] not in {state.iso3 for state in all_states()}
    for document in DOCUMENTS.values():
        assert "invented sample" in document["title"]
        assert re.fullmatch(r"A/HRC/0+/0+", document["symbol"])
        assert document["addendum_symbol"].startswith(document["symbol"] + "/")


def test_reviews_stand_in_their_cycle_and_their_dates_run_on() -> None:
    for document in DOCUMENTS.values():
        assert cycle_of_session(document["session"]) == document["cycle"]
        days = [document[key] for key in ("reviewed_on", "adopted_on", "addendum_on", "decision_on")]
        assert days == sorted(days)


def test_numbers_are_gapless() -> None:
    by_document: dict[str, list[str]] = {}
    for number, labels in _numbers().items():
        by_document.setdefault(ROWS[labels[0]]["document"], []).append(number)
    assert by_document["cycle-4"] == [f"140.{n}" for n in range(1, 47)]
    assert by_document["cycle-3"] == [f"115.{n}" for n in range(1, 17)]


def test_one_number_is_split_into_a_supported_and_a_noted_part() -> None:
    split = [labels for labels in _numbers().values() if len(labels) > 1]
    assert [[ROWS[label]["part"] for label in labels] for labels in split] == [["a", "b"]]
    assert [ROWS[label]["positions"][-1]["position"] for label in split[0]] == ["supported", "noted"]
    for label, row in ROWS.items():
        reference = parse_reference(label)
        assert (reference.number, reference.part) == (row["number"], row["part"])


def test_texts_have_the_length_of_recommendations_and_no_closing_stop() -> None:
    for label, row in ROWS.items():
        words = [word for clause in row["clauses"] for word in clause["text"].split()]
        assert 12 <= len(words) <= 70, label
        assert all(
            clause["text"][0].isupper() and clause["text"][-1].isalnum() for clause in row["clauses"]
        ), label
    assert sum(len(row["clauses"]) > 1 for row in ROWS.values()) >= 2


def test_recommending_states_exist_under_the_name_printed() -> None:
    for label, row in ROWS.items():
        for clause in row["clauses"]:
            assert clause["states"], label
            for state in clause["states"]:
                found = find_state(state["printed"])
                assert found is not None, state
                assert found.iso3 == state["iso3"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_list_is_ordered_by_theme_and_prints_each_heading_once(document: str) -> None:
    rows = sorted((row for row in ROWS.values() if row["document"] == document), key=lambda row: row["order"])
    assert [row["order"] for row in rows] == list(range(1, len(rows) + 1))
    banners = [heading for heading, _ in groupby(row["heading"] for row in rows)]
    assert len(banners) == len(set(banners))
    keys = [sort_key(row["number"], row["part"]) for row in rows]
    assert keys != sorted(keys)
    assert all(row["heading"] == row["themes"][0] for row in rows)


def test_categories_goals_and_clusters_are_given() -> None:
    for label, row in ROWS.items():
        assert row["action_category"] in range(1, 6), label
        assert row["sdgs"], label
        assert [sdg_code(code) for code in row["sdgs"]] == row["sdgs"], label
        assert row["groups"], label
        assert row["clusters"], label


def test_positions_as_printed_mean_what_is_stored() -> None:
    for label, row in ROWS.items():
        symbol = DOCUMENTS[row["document"]]["symbol"]
        for entry in row["positions"]:
            assert position_as_printed(entry["as_printed"]) == entry["position"], label
            assert entry["source_symbol"].startswith(symbol + "/Add."), label
            assert entry["source_paragraph"].isdigit(), label
            assert bool(entry["explanation"]) or entry["position"] == "supported", label
        days = [entry["on"] for entry in row["positions"]]
        assert days == sorted(set(days)), label


def test_positions_add_up_to_the_numbers_received() -> None:
    current = {label: Position(row["positions"][-1]["position"]) for label, row in ROWS.items()}
    counted = Counter(
        positions.combined([current[label] for label in labels]) for labels in _numbers().values()
    )
    assert counted == {Position.SUPPORTED: 47, Position.SUPPORTED_NOTED: 2, Position.NOTED: 13}
    assert any(len(row["positions"]) > 1 for row in ROWS.values())


def test_every_status_is_official_at_least_twice() -> None:
    counted = Counter(statuses.bucket_of(_official_of_number(labels)) for labels in _numbers().values())
    assert sum(counted.values()) == 62
    assert all(counted[bucket] >= 2 for bucket in BUCKETS), counted
    assert counted[NOT_REPORTED] >= 5


def test_drafts_are_the_latest_entry_of_a_ministry() -> None:
    drafts = [entry for entry in STATUSES if not entry["validated"]]
    assert len(drafts) >= 4
    for draft in drafts:
        assert draft["profile"] == Profile.MINISTRY
        assert draft is _of(STATUSES, draft["recommendation"])[-1]
    assert {_official(draft["recommendation"]) is None for draft in drafts} == {True, False}


def test_status_entries_run_on_and_are_validated_by_those_who_may() -> None:
    for label, row in ROWS.items():
        days = [entry["on"] for entry in _of(STATUSES, label)]
        assert days == sorted(set(days)), label
        for entry in _of(STATUSES, label):
            assert DOCUMENTS[row["document"]]["decision_on"] < entry["on"] <= DOSSIER["as_of"], label
            assert entry["validated"] == (entry["validated_on"] is not None), label
            if entry["validated"]:
                assert entry["on"] <= entry["validated_on"] <= DOSSIER["as_of"], label
                assert Profile(entry["validated_profile"]).validates, label
    assert sum(len(_of(STATUSES, label)) >= 2 for label in ROWS) >= 30


def test_a_reason_is_given_where_the_scale_requires_one() -> None:
    for entry in STATUSES:
        assert entry["comment"] or not Status(entry["status"]).reason_required, entry["recommendation"]


def test_five_numbers_lack_a_lead_and_some_are_overdue() -> None:
    without = [
        number
        for number, labels in _numbers().items()
        if not any(_current_assignment(x)["lead"] for x in labels)
    ]
    assert len(without) == 5
    due = {label: _current_assignment(label)["due_on"] for label in ROWS}
    days = {label: date.fromisoformat(day) for label, day in due.items() if day}
    overdue = [label for label, day in days.items() if statuses.is_overdue(_official(label), day, AS_OF)]
    assert len(overdue) >= 4
    assert any(day.year == 2027 for day in days.values())


def test_all_ministries_lead_and_nobody_supports_itself() -> None:
    leads = {_current_assignment(label)["lead"] for label in ROWS} - {None}
    ministries = {key for key, record in INSTITUTIONS.items() if record["kind"] == "ministry"}
    assert leads == ministries
    assert all(entry["lead"] not in entry["supporting"] for entry in ASSIGNMENTS)


def test_every_paragraph_addressed_to_states_has_a_confirmed_link() -> None:
    linked = {link["paragraph"] for link in LINKS if link["state"] == "confirmed"}
    assert set(ADDRESSED_TO_STATES) - linked == set()
    assert {"21", "22"} <= linked


def test_links_have_a_reason_and_a_readable_label() -> None:
    pairs = [(link["recommendation"], link["paragraph"]) for link in LINKS]
    assert len(pairs) == len(set(pairs))
    for link in LINKS:
        assert str(parse_label(link["paragraph"])) == link["paragraph"]
        assert len(link["reason"].split()) >= 6, link
    assert {link["state"] for link in LINKS} == {"confirmed", "rejected"}
    several = Counter(link["recommendation"] for link in LINKS if link["state"] == "confirmed")
    assert max(several.values()) >= 3


def test_decisions_are_linked_none_or_still_open() -> None:
    none = {decision["recommendation"] for decision in CONCERNS_NONE}
    assert len(none) == len(CONCERNS_NONE) == 15
    assert not none & _confirmed()
    undecided = [ls for ls in _numbers().values() if not any(label in none | _confirmed() for label in ls)]
    assert len(undecided) == 12
    assert all(decision["reason"] for decision in CONCERNS_NONE)


def test_the_nhri_disputes_some_official_statuses() -> None:
    latest = {entry["recommendation"]: Assessment(entry["assessment"]) for entry in ASSESSMENTS}
    disputed = [label for label, said in latest.items() if statuses.is_disputed(_official(label), said)]
    assert len(disputed) >= 5
    assert Assessment.NO_INFORMATION in latest.values()
    assert list(latest.values()).count(Assessment.CONTRARY_MEASURES) == 1
    for label in latest:
        days = [entry["on"] for entry in _of(ASSESSMENTS, label)]
        assert days == sorted(set(days)), label
    assert {INSTITUTIONS[entry["institution"]]["kind"] for entry in ASSESSMENTS} == {"nhri"}


def test_threads_run_on_and_are_open_answered_or_resolved() -> None:
    assert Counter(thread["state"] for thread in THREADS).keys() == {"open", "answered", "resolved"}
    assert len({thread["thread"] for thread in THREADS}) == len(THREADS)
    for thread in THREADS:
        moments = [datetime.fromisoformat(note["at"]) for note in thread["notes"]]
        assert all(earlier < later for earlier, later in pairwise(moments)), thread["thread"]
        assert moments[-1].date() <= AS_OF
        institutions = {note["institution"] for note in thread["notes"]}
        assert len(institutions) > 1 or thread["state"] == "open"
        for note in thread["notes"]:
            is_nhri = INSTITUTIONS[note["institution"]]["kind"] == "nhri"
            assert is_nhri == (Profile(note["profile"]) is Profile.NHRI)
            assert not is_nhri or note["confidentiality"] == Confidentiality.PUBLIC


def test_nothing_is_restricted_and_both_other_levels_occur() -> None:
    notes = [note for thread in THREADS for note in thread["notes"]]
    for records in (PROGRESS, EVIDENCE, notes):
        assert {Confidentiality(record["confidentiality"]) for record in records} == {
            Confidentiality.PUBLIC,
            Confidentiality.GOVERNMENT,
        }


def test_there_is_enough_to_look_at() -> None:
    assert len(PROGRESS) >= 40
    assert len(MEASURES) >= 10
    assert len(EVIDENCE) >= 15
    assert sum(len(thread["notes"]) for thread in THREADS) >= 20
    assert any(len(measure["recommendations"]) > 1 for measure in MEASURES)
    for entry in PROGRESS:
        assert 2 <= len(re.findall(r"[.](?=\s|$)", entry["text"])) <= 3, entry["text"]
        assert entry["on"] <= DOSSIER["as_of"]


def test_references_resolve() -> None:
    for record in (*PROGRESS, *MEASURES, *EVIDENCE):
        assert record["recommendations"]
        assert set(record["recommendations"]) <= ROWS.keys(), record
    for record in (*ASSIGNMENTS, *STATUSES, *LINKS, *CONCERNS_NONE, *ASSESSMENTS, *THREADS):
        assert record["recommendation"] in ROWS, record
    for entry in ASSIGNMENTS:
        assert {entry["lead"], *entry["supporting"]} - {None} <= INSTITUTIONS.keys(), entry
    assert {measure["responsible"] for measure in MEASURES} <= INSTITUTIONS.keys()
    assert {row["document"] for row in ROWS.values()} == DOCUMENTS.keys()


def test_everybody_acts_as_a_post_of_an_institution() -> None:
    posts = {(point["post"], key) for key, record in INSTITUTIONS.items() for point in record["focal_points"]}
    assert set(_actors()) <= posts
    validating = {entry["validated_by"] for entry in STATUSES if entry["validated"]}
    assert validating <= {post for post, _ in posts}


def test_addresses_lie_under_example_org() -> None:
    everything = (
        DOSSIER,
        list(INSTITUTIONS.values()),
        list(ROWS.values()),
        PROGRESS,
        EVIDENCE,
        LINKS,
        THREADS,
    )
    hosts = {
        host for text in _strings(list(everything)) for host in re.findall(r"(?:https?://|@)([^/\s]+)", text)
    }
    assert hosts
    assert all(host == "example.org" or host.endswith(".example.org") for host in hosts), hosts


def test_the_snapshot_shows_movement_since() -> None:
    (snapshot,) = DOSSIER["snapshots"]
    assert (snapshot["name"], snapshot["date"]) == ("Mid-term 2025", "2025-06-30")

    def official_then(label: str) -> str | None:
        validated = [
            e for e in _of(STATUSES, label) if e["validated"] and e["validated_on"] <= snapshot["date"]
        ]
        return validated[-1]["status"] if validated else None

    moved = [label for label in ROWS if official_then(label) != _official(label)]
    assert 10 <= len(moved) < len(ROWS)
