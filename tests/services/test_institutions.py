"""Institutions: names, kinds, posts, two spellings that become one, and what each has to do."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.institution_work import InstitutionAtWork, Workload
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status


def at_work(dossier: Dossier) -> dict[str, InstitutionAtWork]:
    return {one.institution.name: one for one in dossier.institutions.at_work()}


def id_of(dossier: Dossier, name: str) -> int:
    return at_work(dossier)[name].institution.id


def row_of(dossier: Dossier, id_: int) -> Recommendation:
    (row,) = dossier.query.rows_by_id([id_])
    return row


def test_an_institution_is_added_and_taken_back(dossier: Dossier) -> None:
    change = dossier.institutions.create(" Office of the Ombudsman ", "other")
    assert change.title == "Add Office of the Ombudsman"
    assert at_work(dossier)["Office of the Ombudsman"].institution.kind == "other"
    dossier.undoing.undo(change.batch)
    assert "Office of the Ombudsman" not in at_work(dossier)
    dossier.institutions.create("Office of the Ombudsman", "agency")
    assert "Office of the Ombudsman" in at_work(dossier)


@pytest.mark.parametrize(("name", "kind"), [("", "ministry"), ("x" * 201, "ministry"), ("Police", "army")])
def test_what_is_no_institution_is_refused(dossier: Dossier, name: str, kind: str) -> None:
    before = at_work(dossier)
    with pytest.raises(UserError):
        dossier.institutions.create(name, kind)
    assert at_work(dossier) == before


def test_a_name_stands_once(dossier: Dossier) -> None:
    dossier.institutions.create("Ministry of Justice")
    with pytest.raises(UserError, match="merge the two"):
        dossier.institutions.create("MINISTRY OF JUSTICE")


def test_a_new_name_is_read_everywhere_and_found(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
    change = dossier.institutions.rename(id_of(dossier, "Ministry of Justice"), "Ministry of the Interior")
    assert row_of(dossier, ids["71.1"]).lead == "Ministry of the Interior"
    assert change.recommendations == {ids["71.1"]}
    assert change.structure
    assert dossier.query.search("interior") == {ids["71.1"]}
    undone = dossier.undoing.undo(change.batch)
    assert row_of(dossier, ids["71.1"]).lead == "Ministry of Justice"
    assert undone.recommendations == {ids["71.1"]}
    assert undone.structure
    assert dossier.query.search("interior") == set()


def test_an_old_name_that_somebody_else_bears_is_not_taken_back(dossier: Dossier) -> None:
    dossier.institutions.create("Ministry of Justice")
    change = dossier.institutions.rename(id_of(dossier, "Ministry of Justice"), "Ministry of Law")
    dossier.institutions.create("Ministry of Justice")
    assert dossier.undoing.undo(change.batch).refused
    assert {"Ministry of Law", "Ministry of Justice"} <= set(at_work(dossier))


def test_two_spellings_become_one(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.assign_lead([ids["71.1"]], "Min. Justice")
    dossier.tracking.set_supporting([ids["71.2"]], ["Min. Justice", "Police"])
    dossier.tracking.assign_lead([ids["71.2"]], "Ministry of Justice")
    dossier.tracking.set_supporting([ids["71.3"]], ["Ministry of Justice"])
    dossier.work.add_progress([ids["71.1"]], "A bill", institution="Min. Justice")
    before = dossier.query.rows()
    change = dossier.institutions.merge(id_of(dossier, "Min. Justice"), id_of(dossier, "Ministry of Justice"))
    assert "Min. Justice" not in at_work(dossier)
    assert row_of(dossier, ids["71.1"]).lead == "Ministry of Justice"
    assert row_of(dossier, ids["71.2"]).supporting == ("Police",)
    assert row_of(dossier, ids["71.3"]).supporting == ("Ministry of Justice",)
    details = dossier.query.details(ids["71.1"])
    assert details is not None
    assert details.progress[0].institution == "Ministry of Justice"
    dossier.undoing.undo(change.batch)
    assert dossier.query.rows() == before


def test_support_under_either_spelling_stays_support(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.tracking.set_supporting([ids["71.1"]], ["Min. Justice", "Ministry of Justice"])
    dossier.tracking.set_supporting([ids["71.1"]], ["Min. Justice"])
    dossier.institutions.merge(id_of(dossier, "Min. Justice"), id_of(dossier, "Ministry of Justice"))
    assert row_of(dossier, ids["71.1"]).supporting == ("Ministry of Justice",)


def test_a_merged_spelling_is_still_understood(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.institutions.create("Min. Justice")
    dossier.institutions.create("Ministry of Justice")
    change = dossier.institutions.merge(id_of(dossier, "Min. Justice"), id_of(dossier, "Ministry of Justice"))
    assert dossier.tracking.assign_lead([ids["71.1"]], "min. justice").created == ()
    assert row_of(dossier, ids["71.1"]).lead == "Ministry of Justice"
    dossier.undoing.undo(change.batch)
    dossier.tracking.assign_lead([ids["71.1"]], "Min. Justice")
    assert row_of(dossier, ids["71.1"]).lead == "Min. Justice"


def test_who_worked_for_it_under_an_old_name_still_does(dossier: Dossier) -> None:
    dossier.institutions.create("Ministry of Justice")
    dossier.institutions.create("Ministry of Law")
    own = id_of(dossier, "Ministry of Justice")
    dossier.institutions.rename(own, "Ministry of Justice and Police")
    dossier.institutions.rename(own, "Ministry of the Interior")
    for name in ("ministry of justice", "Ministry of Justice and Police", "Ministry of the Interior"):
        assert dossier.query.institution_today(name) == "Ministry of the Interior"
    dossier.institutions.merge(own, id_of(dossier, "Ministry of Law"))
    assert dossier.query.institution_today("Ministry of Justice") == "Ministry of Law"
    assert dossier.query.institution_today("Coast Guard") == "Coast Guard"
    assert dossier.query.institution_today("") == ""


def test_the_nhri_is_not_mixed_with_the_state(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.institutions.create("Human Rights Centre", "nhri")
    dossier.institutions.create("Ministry of Justice")
    with pytest.raises(UserError, match="independent"):
        dossier.institutions.merge(
            id_of(dossier, "Human Rights Centre"), id_of(dossier, "Ministry of Justice")
        )
    dossier.tracking.assign_lead([ids["71.1"]], "Ministry of Justice")
    with pytest.raises(UserError, match="written or been assigned"):
        dossier.institutions.set_kind(id_of(dossier, "Ministry of Justice"), "nhri")
    dossier.institutions.set_kind(id_of(dossier, "Ministry of Justice"), "agency")


def test_posts_are_kept_with_their_contact(dossier: Dossier) -> None:
    dossier.institutions.create("Ministry of Justice")
    own = id_of(dossier, "Ministry of Justice")
    dossier.institutions.add_post(own, "Adviser", alternate=True)
    dossier.institutions.add_post(own, "Head of unit", contact="unit@justice.example")
    head, adviser = at_work(dossier)["Ministry of Justice"].posts
    assert (head.title, head.alternate, head.contact) == ("Head of unit", False, "unit@justice.example")
    assert (adviser.title, adviser.alternate) == ("Adviser", True)
    change = dossier.institutions.edit_post(head.id, "Director", alternate=False, contact="+354 1")
    assert at_work(dossier)["Ministry of Justice"].posts[0].title == "Director"
    dossier.undoing.undo(change.batch)
    assert at_work(dossier)["Ministry of Justice"].posts[0].title == "Head of unit"
    dossier.institutions.withdraw_post(adviser.id)
    assert len(at_work(dossier)["Ministry of Justice"].posts) == 1


def test_the_workload_says_what_is_led_and_what_of_it_waits(
    dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]
) -> None:
    today = dossier.store.today()
    justice = "Ministry of Justice"
    dossier.tracking.assign_lead([ids["71.1"], ids["71.2"]], justice)
    dossier.tracking.set_supporting([ids["71.3"]], [justice])
    dossier.tracking.set_due([ids["71.1"]], today - timedelta(days=1))
    dossier.tracking.set_due([ids["71.2"]], today + timedelta(days=30))
    act_as(Actor(Profile.MINISTRY, "", justice))
    dossier.tracking.set_status([ids["71.1"]], Status.PLANNED)
    act_as(Actor())
    dossier.tracking.set_status([ids["71.2"]], Status.IN_PROGRESS)
    assert at_work(dossier)[justice].workload == Workload(
        lead=2, supporting=1, open=2, overdue=1, due_soon=1, drafts=1, not_reported=1
    )


@pytest.mark.parametrize("profile", [Profile.MINISTRY, Profile.NHRI, Profile.DELEGATION])
def test_only_the_secretariat_keeps_institutions(
    dossier: Dossier, act_as: Callable[[Actor], None], profile: Profile
) -> None:
    dossier.institutions.create("Ministry of Justice")
    own = id_of(dossier, "Ministry of Justice")
    act_as(Actor(profile, "", "Ministry of Justice"))
    for forbidden in (
        lambda: dossier.institutions.create("Police"),
        lambda: dossier.institutions.rename(own, "Police"),
        lambda: dossier.institutions.set_kind(own, "agency"),
        lambda: dossier.institutions.add_post(own, "Head"),
        lambda: dossier.institutions.merge(own, own),
    ):
        with pytest.raises(UserError):
            forbidden()


def test_what_is_due_within_thirty_days_is_due_soon(dossier: Dossier, ids: dict[str, int]) -> None:
    today = dossier.store.today()
    for number, days in (("71.1", 0), ("71.2", 30), ("71.3", 31)):
        dossier.tracking.set_due([ids[number]], today + timedelta(days=days))
    soon = dossier.query.filtered(dossier.query.view("due-soon"))
    assert [row.label for row in soon] == ["71.1", "71.2"]
    dossier.tracking.set_status([ids["71.2"]], Status.CONTINUOUS)
    assert not row_of(dossier, ids["71.2"]).due_soon


def silent(dossier: Dossier) -> list[str]:
    return [row.label for row in dossier.query.filtered(dossier.query.view("nothing-reported"))]


def test_nothing_reported_counts_entries_progress_and_measures(dossier: Dossier, ids: dict[str, int]) -> None:
    """71.1 came with a progress entry of today."""
    assert silent(dossier) == ["71.2", "71.3"]
    old = date(dossier.store.today().year - 2, 1, 1)
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED, on=old)
    measure = dossier.work.add_measure([ids["71.3"]], "Training")
    assert silent(dossier) == ["71.2"]
    dossier.undoing.undo(measure.batch)
    assert silent(dossier) == ["71.2", "71.3"]


def test_a_snapshot_asks_for_news(dossier: Dossier, ids: dict[str, int]) -> None:
    today = dossier.store.today()
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED, on=today - timedelta(days=40))
    dossier.tracking.set_status([ids["71.3"]], Status.PLANNED, on=today - timedelta(days=20))
    assert silent(dossier) == []
    dossier.freezing.take("Mid-term", as_of=today - timedelta(days=30))
    assert silent(dossier) == ["71.2"]
