"""What the delegation writes: who may, where, undone and done again, and who sees it."""

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.briefing_text import (
    BriefingTexts,
    Field,
    SheetChoice,
    Subject,
    TextKey,
    paragraph_key,
)
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

DELEGATION = Actor(Profile.DELEGATION)
REPLY = TextKey(Subject.CLUSTER, "Justice", Field.SUGGESTED_REPLY)


def texts(
    dossier: Dossier, audience: Confidentiality = Confidentiality.GOVERNMENT, **asked: object
) -> BriefingTexts:
    request = ReportRequest(audience=audience, **asked)  # type: ignore[arg-type]
    loaded = dossier.reports.load(request, frozenset({"briefing"})).briefing
    assert loaded is not None
    return loaded


def test_a_text_is_written_changed_and_emptied_and_each_step_is_undone(dossier: Dossier) -> None:
    first = dossier.briefing.set_field(*REPLY, " We adopted the law. ")
    assert first.title == "Briefing, Justice: Suggested reply"
    assert texts(dossier).texts == {REPLY: "We adopted the law."}
    second = dossier.briefing.set_field(*REPLY, "We adopted two laws.")
    third = dossier.briefing.set_field(*REPLY, "")
    assert texts(dossier).texts == {}
    dossier.undoing.undo(third.batch)
    assert texts(dossier).texts == {REPLY: "We adopted two laws."}
    dossier.undoing.undo(second.batch)
    taken_back = dossier.undoing.undo(first.batch)
    assert texts(dossier).texts == {}
    dossier.briefing.set_field(*REPLY, "Written anew.")
    assert texts(dossier).texts == {REPLY: "Written anew."}
    assert taken_back.refused == ()


def test_the_same_text_again_or_an_empty_one_where_there_is_none_changes_nothing(dossier: Dossier) -> None:
    assert not dossier.briefing.set_field(*REPLY, "  ").changed
    dossier.briefing.set_field(*REPLY, "Yes.")
    assert not dossier.briefing.set_field(*REPLY, "Yes.").changed


def test_secretariat_validator_and_delegation_write_and_nobody_else(dossier: Dossier) -> None:
    for number, profile in enumerate((Profile.SECRETARIAT, Profile.VALIDATOR, Profile.DELEGATION)):
        dossier.store.act_as(Actor(profile))
        assert dossier.briefing.set_field(*REPLY, f"Version {number}.").changed
    for profile in (Profile.MINISTRY, Profile.NHRI):
        dossier.store.act_as(Actor(profile, "Head", "Ministry of Justice"))
        with pytest.raises(UserError, match="is written by the delegation and the secretariat"):
            dossier.briefing.set_field(*REPLY, "Mine.")
    assert texts(dossier).texts == {}, "the NHRI reads nothing that the State prepares"
    dossier.store.act_as(DELEGATION)
    assert texts(dossier).texts == {REPLY: "Version 2."}


def test_the_delegation_still_changes_nothing_else(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.store.act_as(DELEGATION)
    with pytest.raises(UserError, match="reads and prints"):
        dossier.tracking.set_due([ids["71.1"]], None)


def test_a_text_about_a_recommendation_stands_in_its_history(dossier: Dossier, ids: dict[str, int]) -> None:
    (row,) = dossier.query.rows_by_id([ids["71.1"]])
    change = dossier.briefing.set_field(
        Subject.RECOMMENDATION, row.uid, Field.SUGGESTED_REPLY, "It is against the constitution."
    )
    assert change.recommendations == {row.id}
    assert change.title == "Briefing, 71.1: Suggested reply"
    assert dossier.query.history([row.id])[0].new == "It is against the constitution."


def test_a_paragraph_is_named_with_its_text(dossier: Dossier) -> None:
    version = dossier.query.text_version()
    key = paragraph_key(version.instrument, version.version, "10 (d)")
    change = dossier.briefing.set_field(Subject.PARAGRAPH, key, Field.SPEAKER, "Minister of Justice")
    assert change.title == "Briefing, paragraph 10 (d): Speaker"
    with pytest.raises(UserError, match="has no paragraph 99"):
        dossier.briefing.set_field(
            Subject.PARAGRAPH, paragraph_key(version.instrument, version.version, "99"), Field.SPEAKER, "X"
        )


@pytest.mark.parametrize(
    ("subject", "key", "field", "words"),
    [
        (Subject.CLUSTER, "Justice", Field.RUNNING_ORDER, "is not a text of 'cluster'"),
        (Subject.CLUSTER, " ", Field.SPEAKER, "Name the cluster"),
        (Subject.DOSSIER, "Justice", Field.SPEAKER, "Name the cluster"),
        (Subject.CLUSTER, "x" * 201, Field.SPEAKER, "longer than 200"),
        (Subject.RECOMMENDATION, "no-such-uid", Field.CRITICISM, "no longer in this dossier"),
    ],
)
def test_a_text_that_belongs_nowhere_is_refused(
    dossier: Dossier, subject: Subject, key: str, field: Field, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        dossier.briefing.set_field(subject, key, field, "Text.")


def test_questions_are_read_by_state_and_answered(sample: Dossier) -> None:
    (asked,) = sample.briefing.questions("DEU")
    assert not asked.answer
    change = sample.briefing.set_answer(asked.id, " In the spring session. ")
    assert sample.briefing.questions("DEU")[0].answer == "In the spring session."
    sample.undoing.undo(change.batch)
    assert sample.briefing.questions("DEU")[0].answer == ""
    assert len(sample.briefing.questions()) == 6
    with pytest.raises(UserError, match="no advance question 999"):
        sample.briefing.set_answer(999, "An answer.")


def test_sensitive_points_are_for_the_government_and_counted_for_the_public(dossier: Dossier) -> None:
    points = TextKey(Subject.CLUSTER, "Justice", Field.SENSITIVE_POINTS)
    dossier.briefing.set_field(*points, "The bill is not agreed.")
    dossier.briefing.set_field(*REPLY, "We adopted the law.")
    shown = texts(dossier, Confidentiality.PUBLIC)
    assert (shown.texts.keys(), shown.withheld) == ({REPLY}, 1)
    assert texts(dossier, Confidentiality.GOVERNMENT).texts.keys() == {points, REPLY}
    request = ReportRequest(audience=Confidentiality.PUBLIC)
    assert dossier.reports.load(request, frozenset({"briefing"})).withheld.briefing == 1
    assert dossier.reports.load(request).withheld.briefing == 0


def test_the_nhri_sees_neither_texts_nor_answers_nor_questions(sample: Dossier) -> None:
    stored = texts(sample)
    answered = sum(bool(q.answer) for q in stored.questions)
    sample.store.act_as(Actor(Profile.NHRI, "Reviewer", "Ombudsperson"))
    shown = texts(sample)
    assert (shown.texts, shown.questions, sample.briefing.questions()) == ({}, (), ())
    assert shown.withheld == len(stored.texts) + answered


def test_the_history_tells_the_nhri_nothing_of_what_is_prepared(sample: Dossier) -> None:
    told = {entry.entity for entry in sample.query.history()}
    assert told >= {"briefing_field", "advance_question"}
    (row,) = [row for row in sample.query.rows() if row.label == "140.12"]
    sample.store.act_as(Actor(Profile.NHRI, "Reviewer", "Ombudsperson"))
    seen = [*sample.query.history(), *sample.query.details(row.id).history]  # type: ignore[union-attr]
    assert {entry.entity for entry in seen} == told - {"briefing_field", "advance_question", "focal_point"}


def test_a_report_loads_the_pack_and_the_cycle_before_only_when_asked(sample: Dossier) -> None:
    plain = sample.reports.load(ReportRequest())
    assert (plain.briefing, plain.previous) == (None, ())
    only_now = ReportRequest(RowFilter(cycles=(4,)), sheets=SheetChoice.GROUPED)
    asked = sample.reports.load(only_now, frozenset({"briefing"}))
    assert {row.cycle for row in asked.rows} == {4}
    assert {row.cycle for row in asked.previous} == {3}
    assert len(asked.previous) == 16
    assert asked.briefing is not None
    assert asked.briefing.sheets is SheetChoice.GROUPED
    first = sample.reports.load(ReportRequest(RowFilter(cycles=(3,))), frozenset({"briefing"}))
    assert first.previous == ()
