"""What moved between two moments: each field once, from and to, with whoever moved it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from uprtracker.api import OpenDossier
from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.status import Assessment, Status

ActAs = Callable[[Actor], None]
SECRETARIAT = Actor(Profile.SECRETARIAT, "Secretary")


@pytest.fixture
def frozen(dossier: Dossier) -> Dossier:
    dossier.store.act_as(SECRETARIAT)
    dossier.freezing.take("Start")
    return dossier


def told(
    dossier: Dossier, since: str = "Start", until: str = ""
) -> list[tuple[str, str, object, object, str]]:
    changes = dossier.changes.between(since, until).changes
    return [(c.number, c.field, c.before, c.after, c.by) for c in changes]


def test_nothing_moved(frozen: Dossier) -> None:
    assert told(frozen) == []


def test_each_kind_of_change_is_told_once(frozen: Dossier, ids: dict[str, int]) -> None:
    one = [ids["71.2"]]
    frozen.tracking.set_status(one, Status.PLANNED)
    frozen.tracking.set_status(one, Status.IN_PROGRESS)
    frozen.tracking.assign_lead(one, "Ministry of Justice")
    frozen.tracking.set_supporting(one, ["Police"])
    frozen.linking.link_paragraph(one, "10 (a)")
    frozen.work.add_measure(one, "Law on associations")
    frozen.work.add_progress(one, "Drafted", confidentiality=Confidentiality.PUBLIC)
    assert told(frozen) == [
        ("71.2", "status", None, Status.IN_PROGRESS, "Secretary"),
        ("71.2", "lead", None, "Ministry of Justice", "Secretary"),
        ("71.2", "supporting", None, "Police", "Secretary"),
        ("71.2", "paragraphs", None, "10 (a)", "Secretary"),
        ("71.2", "measures", 0, 1, "Secretary"),
        ("71.2", "progress", 0, 1, "Secretary"),
    ]


def test_a_draft_stands_apart_until_it_is_validated(frozen: Dossier, ids: dict[str, int]) -> None:
    one = [ids["71.2"]]
    frozen.tracking.assign_lead(one, "Ministry of Justice")
    frozen.freezing.take("Assigned")
    frozen.store.act_as(Actor(Profile.MINISTRY, "Focal point", "Ministry of Justice"))
    frozen.tracking.set_status(one, Status.PLANNED)
    assert told(frozen, "Assigned") == [("71.2", "draft", None, Status.PLANNED, "Focal point")]
    frozen.store.act_as(SECRETARIAT)
    frozen.tracking.validate(one)
    assert told(frozen, "Assigned") == [("71.2", "status", None, Status.PLANNED, "Secretary")]


def test_the_nhri_assesses(frozen: Dossier, ids: dict[str, int], act_as: ActAs) -> None:
    act_as(Actor(Profile.NHRI, "Reviewer"))
    frozen.annotating.assess([ids["71.2"]], Assessment.NOT_IMPLEMENTED)
    assert told(frozen) == [("71.2", "assessment", None, Assessment.NOT_IMPLEMENTED, "Reviewer")]


def test_between_two_snapshots_only_what_lies_between(frozen: Dossier, ids: dict[str, int]) -> None:
    frozen.tracking.set_status([ids["71.2"]], Status.PLANNED)
    frozen.freezing.take("Middle")
    frozen.tracking.set_status([ids["71.3"]], Status.PLANNED)
    assert [change[:2] for change in told(frozen, "Start", "Middle")] == [("71.2", "status")]
    assert [change[:2] for change in told(frozen, "Middle")] == [("71.3", "status")]


def test_dates_go_by_the_day_of_effect(dossier: Dossier, ids: dict[str, int]) -> None:
    now = dossier.store.clock()
    dossier.store.clock = lambda: now + timedelta(days=100)
    day = (now + timedelta(days=60)).date()
    dossier.tracking.set_status([ids["71.2"]], Status.PLANNED, on=day)
    dossier.linking.link_paragraph([ids["71.2"]], "10 (a)")
    before, after = (day - timedelta(days=1)).isoformat(), (day + timedelta(days=1)).isoformat()
    assert [change[1] for change in told(dossier, before, after)] == ["status"]
    assert [change[1] for change in told(dossier, after)] == ["paragraphs"]
    assert [change[1] for change in told(dossier, before)] == ["status", "paragraphs"]


def test_a_link_taken_away_since_a_date_is_told(dossier: Dossier, ids: dict[str, int]) -> None:
    dossier.linking.link_paragraph([ids["71.2"]], "10 (a)")
    now = dossier.store.clock()
    dossier.store.clock = lambda: now + timedelta(days=2)
    dossier.linking.unlink_paragraph([ids["71.2"]], "10 (a)")
    found = told(dossier, now.astimezone().date().isoformat())
    assert [change[1:4] for change in found] == [("paragraphs", "10 (a)", None)]


def test_what_came_after_a_date_was_added(dossier: Dossier) -> None:
    day_before = (dossier.store.today() - timedelta(days=1)).isoformat()
    changes = dossier.changes.between(day_before).changes
    assert {change.field for change in changes} == {"recommendation"}
    assert [change.number for change in changes if change.added] == ["71.1", "71.2", "71.3"]


def test_restricted_items_are_not_counted(frozen: Dossier, ids: dict[str, int]) -> None:
    for level in (Confidentiality.RESTRICTED, Confidentiality.GOVERNMENT):
        frozen.work.add_progress([ids["71.2"]], "Done", confidentiality=level)
    assert [change[1:4] for change in told(frozen)] == [("progress", 0, 1)]
    public = frozen.changes.between("Start", level=Confidentiality.PUBLIC)
    assert public.changes == ()


def test_who_wrote_what_is_above_the_level_is_not_told(
    frozen: Dossier, ids: dict[str, int], act_as: ActAs
) -> None:
    frozen.work.add_progress([ids["71.2"]], "Done", confidentiality=Confidentiality.PUBLIC)
    act_as(Actor(Profile.SECRETARIAT, "Liaison to witnesses"))
    frozen.work.add_progress([ids["71.2"]], "Quiet talks", confidentiality=Confidentiality.RESTRICTED)
    assert told(frozen) == [("71.2", "progress", 0, 1, "Secretary")]


def test_moments_in_the_wrong_order_are_refused(frozen: Dossier) -> None:
    with pytest.raises(UserError, match="earlier one first"):
        frozen.changes.between("2999-01-01")


def test_the_report_takes_the_last_snapshot_unless_told(frozen: Dossier, ids: dict[str, int]) -> None:
    frozen.tracking.set_status([ids["71.2"]], Status.PLANNED)
    data = frozen.reports.load(ReportRequest(), frozenset({"changes"}))
    assert data.changes is not None
    assert data.changes.since.snapshot == "Start"
    assert [change.number for change in data.changes.changes] == ["71.2"]


def test_without_a_snapshot_the_report_asks_for_a_date(dossier: Dossier) -> None:
    with pytest.raises(UserError, match="no snapshot to compare with"):
        dossier.reports.load(ReportRequest(), frozenset({"changes"}))


def test_drafts_are_no_matter_of_the_public(frozen: Dossier, ids: dict[str, int]) -> None:
    frozen.tracking.assign_lead([ids["71.2"]], "Ministry of Justice")
    frozen.store.act_as(Actor(Profile.MINISTRY, "Focal point", "Ministry of Justice"))
    frozen.tracking.set_status([ids["71.2"]], Status.PLANNED)
    for audience, fields in (
        (Confidentiality.PUBLIC, ["lead"]),
        (Confidentiality.GOVERNMENT, ["draft", "lead"]),
    ):
        data = frozen.reports.load(ReportRequest(audience=audience), frozenset({"changes"}))
        assert data.changes is not None
        assert [change.field for change in data.changes.changes] == fields


def test_the_verb_gives_the_keys_of_the_contract(frozen: Dossier, ids: dict[str, int]) -> None:
    frozen.tracking.set_status([ids["71.2"]], Status.PLANNED)
    (change,) = OpenDossier(frozen).changes("Start")
    assert list(change) == ["number", "field", "from", "to", "by", "at"]
    assert change["from"] is None
    assert (change["number"], change["field"], change["to"], change["by"]) == (
        "71.2",
        "status",
        "Planned",
        "Secretary",
    )
    assert datetime.fromisoformat(str(change["at"])).tzinfo is not None


def test_since_is_for_products_that_compare(frozen: Dossier, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="compares nothing"):
        OpenDossier(frozen).export("status-xlsx", tmp_path / "s.xlsx", since="Start")
