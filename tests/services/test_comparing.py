"""Two cycles beside each other: proposals, what a person says of a pair, and what is refused."""

from pathlib import Path

import pytest

from tests.importers.uhri_fixtures import entry, write_table
from uprtracker.errors import UserError
from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.cycle_comparison import Outcome
from uprtracker.vocabulary.matching import CyclePair
from uprtracker.vocabulary.text_difference import Change

EARLIER = {"Document_Symbol": "A/HRC/50/7", "UPR_Session": "- 20th Session"}
BEFORE = [
    ("1", "50.1 Consider letting marches pass freely (Chile);"),
    ("2", "50.2 Repeal the act on marches (Act 12) (Peru, Mali);"),
    ("3", "50.3 Teach human rights to judges (Togo);"),
]


@pytest.fixture
def two_cycles(dossier: Dossier, tmp_path: Path) -> Dossier:
    entries = [entry(id_, text, UPR_Reccomending_States=None, **EARLIER) for id_, text in BEFORE]
    dossier.importing.apply(dossier.importing.plan(write_table(tmp_path / "before.xlsx", entries)))
    return dossier


def by_later(dossier: Dossier) -> dict[str, CyclePair]:
    return {pair.later.label: pair for pair in dossier.comparing.compare(2, 3).pairs if pair.later}


def test_what_became_of_each(two_cycles: Dossier) -> None:
    found = two_cycles.comparing.compare(2, 3)
    kinds = {
        (pair.earlier.label if pair.earlier else "", pair.later.label if pair.later else ""): pair.kind
        for pair in found.pairs
    }
    assert kinds == {
        ("50.2", "71.1"): Outcome.POSITION_CHANGED,
        ("50.1", "71.2"): Outcome.STRENGTHENED,
        ("", "71.3"): Outcome.NEW,
        ("50.3", ""): Outcome.DROPPED,
    }
    assert sum(found.counts.values()) == 4
    pair = by_later(two_cycles)["71.2"]
    assert Change.EQUAL in {d.change for d in pair.differences}
    assert not pair.confirmed


def test_what_a_person_says_is_kept_and_can_be_taken_back(two_cycles: Dossier) -> None:
    pair = by_later(two_cycles)["71.2"]
    assert pair.earlier
    assert pair.later
    said = two_cycles.comparing.confirm(pair.earlier.id, pair.later.id)
    assert by_later(two_cycles)["71.2"].confirmed
    assert not two_cycles.comparing.confirm(pair.earlier.id, pair.later.id).changed
    two_cycles.comparing.reject(pair.earlier.id, pair.later.id)
    assert by_later(two_cycles)["71.2"].kind is Outcome.NEW
    undone = two_cycles.undoing.undo(said.batch)
    assert undone.refused == ()
    assert by_later(two_cycles)["71.2"].kind is Outcome.NEW


def test_a_pair_that_a_person_makes_is_kept_whatever_the_words(two_cycles: Dossier) -> None:
    found = two_cycles.comparing.compare(2, 3)
    dropped = next(pair.earlier for pair in found.pairs if pair.kind is Outcome.DROPPED)
    new = next(pair.later for pair in found.pairs if pair.kind is Outcome.NEW)
    assert dropped
    assert new
    two_cycles.comparing.confirm(dropped.id, new.id)
    assert by_later(two_cycles)["71.3"].earlier == dropped
    assert by_later(two_cycles)["71.3"].confirmed


def test_what_cannot_be_compared_is_refused(two_cycles: Dossier) -> None:
    with pytest.raises(UserError, match="no recommendations of cycle 4; it has those of: 2, 3"):
        two_cycles.comparing.compare(3, 4)
    pair = by_later(two_cycles)["71.2"]
    assert pair.earlier
    assert pair.later
    with pytest.raises(UserError, match="not of an earlier and a later cycle"):
        two_cycles.comparing.confirm(pair.later.id, pair.earlier.id)
