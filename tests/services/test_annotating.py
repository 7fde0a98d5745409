"""Annotations and assessments: each side its own words, and nothing restricted where others can read it."""

from pathlib import Path

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.status import Assessment, Status

NHRI = Actor(Profile.NHRI, "Reviewer", "Ombudsperson")
SECRETARIAT = Actor()
CANARY = "quetzalcoatlus"


def notes(dossier: Dossier, id_: int) -> list[str]:
    details = dossier.query.details(id_)
    assert details is not None
    return [a.text for a in details.annotations]


def test_a_restricted_note_of_the_nhri_is_sealed_and_only_its_machine_reads_it(
    dossier: Dossier, ids: dict[str, int], dossier_path: Path
) -> None:
    dossier.store.act_as(NHRI)
    for level in (None, Confidentiality.RESTRICTED):
        dossier.annotating.annotate([ids["71.1"]], CANARY, confidentiality=level)
    assert notes(dossier, ids["71.1"]) == [CANARY, CANARY]
    dossier.store.act_as(Actor())
    assert notes(dossier, ids["71.1"]) == []
    assert dossier.checking.check().ok
    dossier.store.vault.path.unlink()
    dossier.store.vault.lock()
    dossier.store.act_as(NHRI)
    assert all("not on this machine" in text for text in notes(dossier, ids["71.1"]))
    dossier.close()
    assert CANARY.encode() not in dossier_path.read_bytes()


def test_who_sees_what(dossier: Dossier, ids: dict[str, int]) -> None:
    one = [ids["71.1"]]
    dossier.store.act_as(Actor(Profile.MINISTRY, "Head", "Ministry of Justice"))
    for level in Confidentiality:
        dossier.annotating.annotate(one, f"justice {level.value}", confidentiality=level)
    dossier.store.act_as(NHRI)
    dossier.annotating.annotate(one, "nhri government", confidentiality=Confidentiality.GOVERNMENT)
    assert notes(dossier, one[0]) == ["nhri government", "justice public"]
    assert dossier.query.details(one[0]).withheld == 2 + 1  # type: ignore[union-attr]
    dossier.store.act_as(Actor(Profile.MINISTRY, "Head", "Ministry of Health"))
    assert notes(dossier, one[0]) == ["nhri government", "justice government", "justice public"]
    dossier.store.act_as(SECRETARIAT)
    assert len(notes(dossier, one[0])) == 4
    assert dossier.query.rows_by_id(one)[0].annotation_count == 4
    dossier.store.act_as(Actor(Profile.DELEGATION))
    assert "justice restricted" not in notes(dossier, one[0])


def test_restricted_words_are_never_indexed_and_reports_leave_out_what_is_above_their_audience(
    dossier: Dossier, ids: dict[str, int]
) -> None:
    one = [ids["71.1"]]
    dossier.annotating.annotate(one, CANARY, confidentiality=Confidentiality.RESTRICTED)
    dossier.annotating.annotate(one, "governmental matter", confidentiality=Confidentiality.GOVERNMENT)
    assert dossier.query.search(CANARY) == set()
    assert dossier.query.search("governmental") == {one[0]}
    dossier.store.act_as(NHRI)
    assert dossier.query.search("governmental") == set()
    dossier.store.act_as(SECRETARIAT)
    public = dossier.reports.load(ReportRequest())
    assert (public.details[one[0]].annotations, public.withheld.annotations) == ((), 2)
    government = dossier.reports.load(ReportRequest(audience=Confidentiality.GOVERNMENT))
    assert [a.text for a in government.details[one[0]].annotations] == ["governmental matter"]


def test_an_assessment_is_the_nhris_alone_and_disputes_the_official_status(
    dossier: Dossier, ids: dict[str, int]
) -> None:
    one = [ids["71.1"]]
    with pytest.raises(UserError, match="Only the NHRI"):
        dossier.annotating.assess(one, Assessment.NOT_IMPLEMENTED)
    dossier.tracking.set_status(one, Status.IN_PROGRESS)
    dossier.store.act_as(NHRI)
    dossier.annotating.annotate(
        one, "No law yet", confidentiality=Confidentiality.PUBLIC, assessment=Assessment.NOT_IMPLEMENTED
    )
    row = dossier.query.rows_by_id(one)[0]
    assert (row.assessment, row.disputed, row.official) == (
        Assessment.NOT_IMPLEMENTED,
        True,
        Status.IN_PROGRESS,
    )


def test_an_answer_marks_the_others_note_answered(dossier: Dossier, ids: dict[str, int]) -> None:
    one = [ids["71.1"]]
    dossier.store.act_as(NHRI)
    dossier.annotating.annotate(one, "Which law?", confidentiality=Confidentiality.PUBLIC)
    asked = dossier.query.details(one[0]).annotations[0]  # type: ignore[union-attr]
    dossier.store.act_as(SECRETARIAT)
    dossier.annotating.annotate(one, "Act No. 5", confidentiality=Confidentiality.PUBLIC, thread=asked.thread)
    answer, question = dossier.query.details(one[0]).annotations  # type: ignore[union-attr]
    assert (answer.thread, question.state) == (question.thread, "answered")


def test_history_names_a_note_by_digest_and_never_by_its_words(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.annotating.annotate([ids["71.1"]], CANARY)
    dossier.work.add_progress([ids["71.1"]], CANARY)
    assert all(CANARY not in e.old + e.new + e.reason for e in dossier.query.history())
