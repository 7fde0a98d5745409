"""Measures that change, the same answer for others, drafts sent back, and assignments that are not ours."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.measure import MeasureFields
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Measure, RecommendationDetails
from uprtracker.vocabulary.status import Status

JUSTICE = Actor(Profile.MINISTRY, "Head of unit", "Ministry of Justice")
TRAINING = MeasureFields("Training of judges", "Ministry of Justice", None, date(2027, 6, 30), "in_progress")


def details_of(dossier: Dossier, id_: int) -> RecommendationDetails:
    details = dossier.query.details(id_)
    assert details is not None
    return details


def measure_of(dossier: Dossier, id_: int) -> Measure:
    (measure,) = details_of(dossier, id_).measures
    return measure


@pytest.fixture
def measure(dossier: Dossier, ids: dict[str, int]) -> Measure:
    """A measure of the Ministry of Justice for 71.1 and 71.2."""
    dossier.work.add_measure(
        [ids["71.1"], ids["71.2"]], "Training", institution="Ministry of Justice", due_on=date(2027, 1, 31)
    )
    return measure_of(dossier, ids["71.1"])


def test_a_measure_is_changed_for_all_that_it_serves(
    dossier: Dossier, ids: dict[str, int], measure: Measure
) -> None:
    assert set(measure.serves) == {ids["71.1"], ids["71.2"]}
    change = dossier.measures.edit(measure.id, TRAINING, [ids["71.2"], ids["71.3"]])
    assert change.recommendations == {ids["71.1"], ids["71.2"], ids["71.3"]}
    assert details_of(dossier, ids["71.1"]).measures == ()
    changed = measure_of(dossier, ids["71.3"])
    assert (changed.title, changed.state, changed.due_on) == (TRAINING.title, "in_progress", TRAINING.due_on)
    assert {"serves", "title"} <= {entry.field for entry in details_of(dossier, ids["71.2"]).history}
    undone = dossier.undoing.undo(change.batch)
    assert undone.refused == ()
    assert measure_of(dossier, ids["71.1"]) == measure
    assert details_of(dossier, ids["71.3"]).measures == ()
    assert dossier.undoing.undo(undone.batch).refused == ()
    assert measure_of(dossier, ids["71.3"]) == changed


def test_a_measure_is_withdrawn_from_all(dossier: Dossier, ids: dict[str, int], measure: Measure) -> None:
    change = dossier.measures.withdraw(measure.id)
    assert change.recommendations == {ids["71.1"], ids["71.2"]}
    assert details_of(dossier, ids["71.2"]).measures == ()
    assert dossier.undoing.undo(change.batch).recommendations == {ids["71.1"], ids["71.2"]}
    assert measure_of(dossier, ids["71.2"]) == measure


@pytest.mark.parametrize(
    "wrong",
    [
        replace(TRAINING, title=" "),
        replace(TRAINING, title="x" * 401),
        replace(TRAINING, start_on=date(2028, 1, 1)),
        replace(TRAINING, state="done"),
    ],
)
def test_what_no_measure_can_be_is_refused(
    dossier: Dossier, ids: dict[str, int], measure: Measure, wrong: MeasureFields
) -> None:
    with pytest.raises(UserError):
        dossier.measures.edit(measure.id, wrong, measure.serves)
    assert measure_of(dossier, ids["71.1"]) == measure


def test_a_measure_is_for_something(dossier: Dossier, measure: Measure) -> None:
    with pytest.raises(UserError, match="for no recommendation"):
        dossier.measures.edit(measure.id, TRAINING, [])


def test_a_ministry_changes_its_own_measures(
    dossier: Dossier, ids: dict[str, int], measure: Measure, act_as: Callable[[Actor], None]
) -> None:
    act_as(JUSTICE)
    dossier.measures.edit(measure.id, TRAINING, measure.serves)
    with pytest.raises(UserError, match="not assigned"):
        dossier.measures.edit(measure.id, TRAINING, [*measure.serves, ids["71.3"]])
    act_as(Actor(Profile.MINISTRY, "", "Ministry of Health"))
    with pytest.raises(UserError, match="not assigned"):
        dossier.measures.withdraw(measure.id)
    act_as(Actor(Profile.NHRI))
    with pytest.raises(UserError):
        dossier.measures.withdraw(measure.id)


def test_the_same_is_said_of_others_once(
    dossier: Dossier, ids: dict[str, int], measure: Measure, tmp_path: Path
) -> None:
    act = tmp_path / "act.txt"
    act.write_text("Act No. 5")
    source, target = ids["71.2"], ids["71.3"]
    dossier.tracking.set_status([source], Status.FULLY_IMPLEMENTED, comment="Act No. 5", on=date(2026, 3, 1))
    dossier.work.add_progress([source], "The act entered into force", on=date(2026, 4, 1))
    dossier.work.add_evidence(
        source, "Act", quote="Article 1", file=act, confidentiality=Confidentiality.GOVERNMENT
    )
    before = details_of(dossier, target)
    change = dossier.same_answer.repeat(
        source, [source, target], {"status", "progress", "measures", "evidence"}
    )
    assert change.title == "Say of 71.3 the same as of 71.2"
    said, repeated = details_of(dossier, source), details_of(dossier, target)
    assert (repeated.row.official, repeated.row.status_comment) == (Status.FULLY_IMPLEMENTED, "Act No. 5")
    assert (repeated.progress[0].text, repeated.progress[0].on) == (said.progress[0].text, date(2026, 4, 1))
    (copy,), (original,) = repeated.evidence, said.evidence
    assert replace(copy, id=original.id) == original
    assert repeated.measures == said.measures
    assert not dossier.same_answer.repeat(source, [target], {"status", "progress", "evidence"}).changed
    assert dossier.undoing.undo(change.batch).refused == ()
    after = details_of(dossier, target)
    assert (after.row, after.evidence, after.measures) == (before.row, (), ())


def test_a_later_status_is_followed_not_preceded(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.set_status([ids["71.2"]], Status.IN_PROGRESS, on=date(2026, 3, 1))
    dossier.tracking.set_status([ids["71.3"]], Status.PLANNED, on=date(2026, 5, 1))
    dossier.same_answer.repeat(ids["71.2"], [ids["71.3"]], {"status"})
    row = details_of(dossier, ids["71.3"]).row
    assert (row.status, row.status_on) == (Status.IN_PROGRESS, date(2026, 5, 1))


def test_there_must_be_something_to_repeat(dossier: Dossier, ids: dict[str, int]) -> None:
    with pytest.raises(UserError, match="Nothing to repeat"):
        dossier.same_answer.repeat(ids["71.2"], [ids["71.2"]], {"status"})
    with pytest.raises(UserError, match="Nothing is reported"):
        dossier.same_answer.repeat(ids["71.2"], [ids["71.3"]], {"status"})


def test_a_ministry_repeats_within_its_own(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    dossier.tracking.assign_lead([ids["71.2"]], "Ministry of Justice")
    act_as(JUSTICE)
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED)
    with pytest.raises(UserError, match=r"71\.3 is not assigned"):
        dossier.same_answer.repeat(ids["71.2"], [ids["71.3"]], {"status"})


def test_a_draft_stands_beside_what_is_official_and_is_sent_back_with_a_reason(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    one = ids["71.2"]
    dossier.tracking.assign_lead([one], "Ministry of Justice")
    dossier.tracking.set_status([one], Status.PLANNED, on=date(2026, 1, 5))
    act_as(JUSTICE)
    dossier.tracking.set_status([one], Status.IN_PROGRESS, comment="A bill", on=date(2026, 2, 1))
    dossier.tracking.set_status([one], Status.PARTIALLY_IMPLEMENTED, comment="Passed", on=date(2026, 3, 1))
    (draft,) = dossier.validating.drafts()
    assert (draft.entry.status, draft.entry.comment) == (Status.PARTIALLY_IMPLEMENTED, "Passed")
    assert draft.official is not None
    assert draft.official.status is Status.PLANNED
    with pytest.raises(UserError):
        dossier.validating.send_back([one], "No law yet")
    act_as(Actor(Profile.VALIDATOR, "State secretary"))
    with pytest.raises(UserError, match="Say why"):
        dossier.validating.send_back([one], " ")
    change = dossier.validating.send_back([one], "The law is not in force")
    assert dossier.validating.drafts() == ()
    details = details_of(dossier, one)
    assert details.row.status is Status.PLANNED
    (note,) = details.annotations
    assert note.text == "Sent back (Partially implemented): The law is not in force"
    assert (note.confidentiality, note.state) == (Confidentiality.GOVERNMENT, "open")
    act_as(Actor(Profile.NHRI))
    assert details_of(dossier, one).annotations == ()
    act_as(Actor())
    dossier.undoing.undo(change.batch)
    assert dossier.validating.drafts() == (draft,)
    assert details_of(dossier, one).annotations == ()


def test_not_ours_is_decided_by_the_secretariat(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    dossier.tracking.assign_lead([ids["71.1"], ids["71.2"]], "Ministry of Justice")
    dossier.tracking.set_supporting([ids["71.3"]], ["Ministry of Justice"])
    act_as(JUSTICE)
    dossier.reassigning.request([ids["71.1"], ids["71.3"]], "Police", "It is about marches")
    dossier.reassigning.request([ids["71.2"]], "")
    with pytest.raises(UserError):
        dossier.reassigning.accept([1])
    act_as(Actor())
    first, third, second = dossier.reassigning.waiting()
    assert (first.row.label, first.institution, first.proposed) == ("71.1", "Ministry of Justice", "Police")
    assert (first.reason, first.by) == ("It is about marches", "Head of unit")
    with pytest.raises(UserError, match="names no institution"):
        dossier.reassigning.accept([second.id])
    change = dossier.reassigning.accept([first.id, third.id])
    assert change.title == "Accept 2 requests to reassign"
    assert details_of(dossier, ids["71.1"]).row.lead == "Police"
    assert details_of(dossier, ids["71.3"]).row.supporting == ("Police",)
    assert [request.id for request in dossier.reassigning.waiting()] == [second.id]
    dossier.undoing.undo(change.batch)
    assert details_of(dossier, ids["71.1"]).row.lead == "Ministry of Justice"
    assert len(dossier.reassigning.waiting()) == 3


def test_a_declined_request_tells_why(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    dossier.tracking.assign_lead([ids["71.2"]], "Ministry of Justice")
    act_as(JUSTICE)
    dossier.reassigning.request([ids["71.2"]], "Police")
    act_as(Actor())
    (request,) = dossier.reassigning.waiting()
    with pytest.raises(UserError, match="Say why"):
        dossier.reassigning.decline([request.id], "")
    dossier.reassigning.decline([request.id], "The act is yours")
    assert dossier.reassigning.waiting() == ()
    details = details_of(dossier, ids["71.2"])
    assert details.row.lead == "Ministry of Justice"
    assert details.annotations[0].text == "The assignment stays as it is: The act is yours"
