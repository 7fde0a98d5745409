"""The sample's pack: what its delegation has prepared, and the gaps that are left for the list before printing."""

import json
from collections import Counter

from uprtracker.paths import resource
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.briefing import briefing
from uprtracker.vocabulary.briefing_missing import missing
from uprtracker.vocabulary.briefing_text import FIELDS_OF, Field, Subject
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.state import find_state

PREPARED = json.loads(resource("sample", "briefing.json").read_text(encoding="utf-8"))
ROWS = {
    record["number"] + record["part"]: record
    for record in json.loads(resource("sample", "recommendations.json").read_text(encoding="utf-8"))
}
CLUSTERS = {cluster for record in ROWS.values() for cluster in record["clusters"]}
POSTS = {
    point["post"]
    for record in json.loads(resource("sample", "institutions.json").read_text(encoding="utf-8"))
    for point in record["focal_points"]
}


def test_texts_belong_to_what_the_sample_has() -> None:
    for entry in PREPARED["texts"]:
        subject, key = Subject(entry["subject"]), entry["key"]
        assert Field(entry["field"]) in FIELDS_OF[subject]
        known = {Subject.DOSSIER: {""}, Subject.CLUSTER: CLUSTERS, Subject.RECOMMENDATION: ROWS.keys()}
        assert key in known[subject], entry
        assert entry["by"] in POSTS
    places = Counter((e["subject"], e["key"], e["field"]) for e in PREPARED["texts"])
    assert set(places.values()) == {1}


def test_questions_are_asked_by_states_and_pairs_join_the_two_cycles() -> None:
    for question in PREPARED["questions"]:
        found = find_state(question["printed"])
        assert found is not None
        assert found.iso3 == question["iso3"]
    for pair in PREPARED["pairs"]:
        documents = (ROWS[pair["earlier"]]["document"], ROWS[pair["later"]]["document"])
        assert documents == ("cycle-3", "cycle-4"), pair


def test_the_pack_is_full_but_for_a_few_gaps(sample: Dossier) -> None:
    request = ReportRequest(audience=Confidentiality.GOVERNMENT)
    pack = briefing(sample.reports.load(request, frozenset({"briefing"})))
    assert {sheet.title for sheet in pack.sheets} == CLUSTERS
    assert all(len(sheet.facts) == 3 for sheet in pack.sheets)
    assert sum(bool(each.taken_up) for each in pack.scorecard.rows) == 7
    assert Counter(lack.what for lack in missing(pack)) == {
        "No speaker": 1,
        "No suggested reply": 1,
        "Reply longer than a minute: 66 seconds": 1,
        "Question without answer": 1,
        "Criticism without reply": 5,
    }
