"""Who may take an action back: everybody the own one, the secretariat the State's, and nobody the NHRI's words but the NHRI."""

from collections.abc import Callable

import pytest

from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

SECRETARIAT = Actor()
JUSTICE = Actor(Profile.MINISTRY, "Head of unit", "Ministry of Justice")
HEALTH = Actor(Profile.MINISTRY, "Head of unit", "Ministry of Health")
NHRI = Actor(Profile.NHRI, "Reviewer", "Human Rights Centre")
DELEGATION = Actor(Profile.DELEGATION)


@pytest.fixture
def written(dossier: Dossier, ids: dict[str, int], act_as: Callable[[Actor], None]) -> dict[str, str]:
    """One action of each side, by its batch."""
    dossier.tracking.assign_lead(list(ids.values()), "Ministry of Justice")
    official = dossier.tracking.set_status([ids["71.2"]], Status.PLANNED)
    act_as(JUSTICE)
    draft = dossier.tracking.set_status([ids["71.3"]], Status.PLANNED)
    act_as(NHRI)
    note = dossier.annotating.assess([ids["71.2"]], Assessment.NOT_IMPLEMENTED)
    act_as(SECRETARIAT)
    return {"secretariat": official.batch, "ministry": draft.batch, "nhri": note.batch}


@pytest.mark.parametrize(
    ("actor", "whose"),
    [
        (SECRETARIAT, "secretariat"),
        (SECRETARIAT, "ministry"),
        (Actor(Profile.VALIDATOR), "ministry"),
        (JUSTICE, "ministry"),
        (NHRI, "nhri"),
    ],
)
def test_it_is_theirs_to_take_back(
    dossier: Dossier, act_as: Callable[[Actor], None], written: dict[str, str], actor: Actor, whose: str
) -> None:
    act_as(actor)
    assert dossier.undoing.undo(written[whose]).changed


@pytest.mark.parametrize(
    ("actor", "whose", "reason"),
    [
        (SECRETARIAT, "nhri", "only the NHRI"),
        (HEALTH, "ministry", "only what it did itself"),
        (JUSTICE, "secretariat", "only what it did itself"),
        (NHRI, "ministry", "only what it did itself"),
        (DELEGATION, "secretariat", "only what it did itself"),
        (DELEGATION, "nhri", "only the NHRI"),
    ],
)
def test_it_is_not_theirs(
    dossier: Dossier,
    act_as: Callable[[Actor], None],
    written: dict[str, str],
    actor: Actor,
    whose: str,
    reason: str,
) -> None:
    act_as(actor)
    before = dossier.query.rows()
    with pytest.raises(UserError, match=reason):
        dossier.undoing.undo(written[whose])
    assert dossier.query.rows() == before


def test_undoing_an_undo_is_the_undoers(
    dossier: Dossier, act_as: Callable[[Actor], None], written: dict[str, str], ids: dict[str, int]
) -> None:
    undone = dossier.undoing.undo(written["ministry"])
    act_as(JUSTICE)
    with pytest.raises(UserError):
        dossier.undoing.undo(undone.batch)
    act_as(SECRETARIAT)
    assert dossier.undoing.undo(undone.batch).changed
    (row,) = dossier.query.rows_by_id([ids["71.3"]])
    assert row.has_draft


def test_a_note_stays_while_others_answer_it(
    dossier: Dossier, act_as: Callable[[Actor], None], ids: dict[str, int]
) -> None:
    act_as(NHRI)
    note = dossier.annotating.annotate([ids["71.2"]], "No act", confidentiality=Confidentiality.PUBLIC)
    details = dossier.query.details(ids["71.2"])
    assert details is not None
    act_as(SECRETARIAT)
    dossier.annotating.annotate(
        [ids["71.2"]],
        "It is drafted",
        confidentiality=Confidentiality.PUBLIC,
        thread=details.annotations[0].thread,
    )
    with pytest.raises(UserError):
        dossier.undoing.undo(note.batch)
    after = dossier.query.details(ids["71.2"])
    assert after is not None
    assert {annotation.text for annotation in after.annotations} == {"No act", "It is drafted"}
