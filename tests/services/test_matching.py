"""What waits to be told apart: proposals, and what a person says of them, which is kept and can be taken back."""

from pathlib import Path

import pytest

from tests.importers import test_upr_info as upr_info
from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.figures import overview
from uprtracker.vocabulary.matching import MatchProposal
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Status
from uprtracker.vocabulary.text_difference import Change

TEXTS = ("Let all marches pass freely", "Plant trees")


@pytest.fixture
def proposals(dossier: Dossier, export: Path) -> tuple[MatchProposal, ...]:
    dossier.importing.apply(dossier.importing.plan(export))
    return dossier.matching.proposals()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    rows = [[*upr_info.WITH, text, "Chile", "", "", "Accepted", 4.0, "General", 40.0] for text in TEXTS]
    return upr_info.write_old(tmp_path / "a.csv", rows)


def test_candidates_stand_side_by_side_with_their_differences(proposals: tuple[MatchProposal, ...]) -> None:
    marches, trees = proposals
    (candidate,) = marches.candidates
    assert (candidate.row.label, candidate.equal, candidate.states_agree) == ("71.2", False, True)
    assert [d.change for d in candidate.differences] == [Change.EQUAL, Change.REMOVED, Change.EQUAL]
    assert trees.candidates == ()


def test_a_confirmed_one_gives_what_it_has_and_is_known_again(
    dossier: Dossier, proposals: tuple[MatchProposal, ...], export: Path
) -> None:
    marches = proposals[0]
    change = dossier.matching.confirm(marches.waiting.id, marches.candidates[0].row.id)
    row = next(r for r in dossier.query.rows() if r.label == "71.2")
    assert (row.text, row.action_category) == ("Let marches pass freely", 4)
    assert "UPR Info" in {t.scheme for t in row.themes}
    assert len(dossier.matching.proposals()) == 1
    assert overview(dossier.query.rows()).received == 3
    assert [r.kind for r in dossier.importing.plan(export).records] == ["equal", "in_doubt"]
    undone = dossier.undoing.undo(change.batch)
    assert undone.refused == ()
    assert len(dossier.matching.proposals()) == 2
    assert [r.kind for r in dossier.importing.plan(export).records] == ["in_doubt", "in_doubt"]


def test_a_rejected_one_is_not_proposed_again(dossier: Dossier, proposals: tuple[MatchProposal, ...]) -> None:
    marches = proposals[0]
    change = dossier.matching.reject(marches.waiting.id, marches.candidates[0].row.id)
    assert [p.candidates for p in dossier.matching.proposals()] == [(), ()]
    assert not dossier.matching.reject(marches.waiting.id, marches.candidates[0].row.id).changed
    dossier.undoing.undo(change.batch)
    assert len(dossier.matching.proposals()[0].candidates) == 1


def test_one_of_its_own_counts_from_then_on(
    dossier: Dossier, proposals: tuple[MatchProposal, ...], export: Path
) -> None:
    trees = proposals[1]
    change = dossier.matching.accept_as_new(trees.waiting.id)
    assert overview(dossier.query.rows()).received == 4
    assert [r.kind for r in dossier.importing.plan(export).records] == ["in_doubt", "equal"]
    dossier.undoing.undo(change.batch)
    assert overview(dossier.query.rows()).received == 3


def test_follow_up_is_never_lost_with_a_match(dossier: Dossier, proposals: tuple[MatchProposal, ...]) -> None:
    marches = proposals[0]
    dossier.tracking.set_status([marches.waiting.id], Status.PLANNED)
    with pytest.raises(UserError, match="has follow-up of its own"):
        dossier.matching.confirm(marches.waiting.id, marches.candidates[0].row.id)


def test_it_is_for_the_secretariat(dossier: Dossier, proposals: tuple[MatchProposal, ...]) -> None:
    dossier.store.act_as(Actor(Profile.NHRI))
    with pytest.raises(UserError, match="for the secretariat"):
        dossier.matching.accept_as_new(proposals[1].waiting.id)
