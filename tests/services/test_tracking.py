"""Status, validation, assignment, due dates: what is official, who may, what is refused."""

from collections.abc import Callable
from datetime import date

import pytest

from uprtracker.errors import ConflictError, StorageError, UserError
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status

MINISTRY = Actor(Profile.MINISTRY, "Head of unit", "Ministry of Justice")


def row_of(dossier: Dossier, id_: int) -> Recommendation:
    (row,) = dossier.query.rows_by_id([id_])
    return row


def test_a_status_of_the_secretariat_is_official_at_once(dossier: Dossier, ids: dict[str, int]) -> None:
    change = dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, on=date(2026, 1, 2))
    row = row_of(dossier, ids["71.1"])
    assert change.recommendations == {ids["71.1"]}
    assert (row.official, row.status_on, row.has_draft) == (Status.PLANNED, date(2026, 1, 2), False)


def test_a_ministry_writes_drafts_that_a_validator_makes_official(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
    act_as(MINISTRY)
    dossier.tracking.set_status([ids["71.1"]], Status.IN_PROGRESS)
    row = row_of(dossier, ids["71.1"])
    assert (row.official, row.status, row.has_draft) == (None, Status.IN_PROGRESS, True)
    with pytest.raises(UserError, match="Only the secretariat"):
        dossier.tracking.validate([ids["71.1"]])
    act_as(Actor(Profile.VALIDATOR, "Minister"))
    dossier.tracking.validate([ids["71.1"]])
    row = row_of(dossier, ids["71.1"])
    assert (row.official, row.has_draft) == (Status.IN_PROGRESS, False)
    details = dossier.query.details(row.id)
    assert details is not None
    assert (details.statuses[0].by, details.statuses[0].validated_by) == ("Head of unit", "Minister")


def test_a_ministry_writes_only_where_it_leads_or_supports(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    dossier.tracking.set_supporting([ids["71.2"]], ["Ministry of Justice"])
    act_as(MINISTRY)
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED)
    with pytest.raises(UserError, match=r"71\.1 is not assigned to Ministry of Justice"):
        dossier.tracking.set_status([ids["71.1"], ids["71.2"]], Status.IN_PROGRESS)
    assert row_of(dossier, ids["71.2"]).status is Status.PLANNED


@pytest.mark.parametrize("profile", [Profile.NHRI, Profile.DELEGATION])
def test_others_do_not_touch_what_the_state_says(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None], profile: Profile
) -> None:
    act_as(Actor(profile))
    with pytest.raises(UserError):
        dossier.tracking.set_status([ids["71.1"]], Status.PLANNED)
    with pytest.raises(UserError):
        dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")


@pytest.mark.parametrize("status", [Status.FULLY_IMPLEMENTED, Status.NOT_BEING_IMPLEMENTED])
def test_the_ends_of_the_scale_need_a_reason(dossier: Dossier, ids: dict[str, int], status: Status) -> None:
    with pytest.raises(UserError, match="needs a reason"):
        dossier.tracking.set_status([ids["71.1"]], status, comment="  ")
    dossier.tracking.set_status([ids["71.1"]], status, comment="Act No. 5")
    assert row_of(dossier, ids["71.1"]).official is status


def test_someone_elses_change_is_refused_and_nothing_is_written(
    dossier: Dossier, ids: dict[str, int]
) -> None:
    both = [ids["71.1"], ids["71.2"]]
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED)
    with pytest.raises(ConflictError, match=r"71\.2"):
        dossier.tracking.set_status(both, Status.IN_PROGRESS, expected=dict.fromkeys(both, None))
    assert row_of(dossier, ids["71.1"]).status is None


def test_an_earlier_entry_written_later_does_not_hold(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.set_status([ids["71.1"]], Status.IN_PROGRESS, on=date(2026, 5, 1))
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED, on=date(2025, 5, 1))
    assert row_of(dossier, ids["71.1"]).official is Status.IN_PROGRESS
    (then,) = [r for r in dossier.query.rows(as_of=date(2025, 12, 31)) if r.label == "71.1"]
    assert then.official is Status.PLANNED


def test_lead_supporting_and_due(dossier: Dossier, ids: dict[str, int]) -> None:
    one = [ids["71.1"]]
    change = dossier.tracking.assign_lead(one, "Ministry of Justice")
    assert change.created == ("Ministry of Justice",)
    assert dossier.tracking.assign_lead(one, "ministry of JUSTICE").changed is False
    dossier.tracking.set_supporting(one, ["Ministry of Health", "Ministry of Education"])
    dossier.tracking.assign_lead(one, "Ministry of Health")
    dossier.tracking.set_due(one, date(2020, 1, 1))
    row = row_of(dossier, one[0])
    assert (row.lead, row.supporting, row.overdue) == ("Ministry of Health", ("Ministry of Education",), True)
    dossier.tracking.assign_lead(one, "")
    dossier.tracking.set_due(one, None)
    row = row_of(dossier, one[0])
    assert (row.lead, row.due_on, row.overdue) == ("", None, False)


def test_several_edits_together_are_all_or_nothing(dossier: Dossier, ids: dict[str, int]) -> None:
    with pytest.raises(UserError), dossier.store.together("Edit"):
        dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
        dossier.tracking.set_status([ids["71.1"]], Status.FULLY_IMPLEMENTED)
    assert row_of(dossier, ids["71.1"]).lead == ""
    assert dossier.query.institutions() == tuple(
        i for i in dossier.query.institutions() if i.name != "Ministry of Justice"
    )


def test_a_read_only_dossier_refuses_every_action(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.store.read_only = "lent"
    with pytest.raises(StorageError, match="lent"):
        dossier.tracking.set_due([ids["71.1"]], date(2027, 1, 1))


def test_two_windows_see_each_others_work(dossier: Dossier, ids: dict[str, int]) -> None:
    with open_dossier(dossier.store.location) as other:
        other.tracking.set_status([ids["71.3"]], Status.PLANNED)
    assert row_of(dossier, ids["71.3"]).official is Status.PLANNED
