"""Undo and redo: everything returns, nothing vanishes from the history, others' work stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.importers.word_fixtures import ROWS, write_list
from uprtracker.services.change import ChangeSet
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status

Action = Callable[[Dossier, list[int]], ChangeSet]

ACTIONS: tuple[Action, ...] = (
    lambda d, ids: d.tracking.set_status(ids, Status.PLANNED),
    lambda d, ids: d.tracking.set_status(ids, Status.FULLY_IMPLEMENTED, comment="Act No. 5"),
    lambda d, ids: d.tracking.set_status(ids, Status.NOT_STARTED, on=date(2020, 1, 1)),
    lambda d, ids: d.tracking.assign_lead(ids, "Ministry of Justice"),
    lambda d, ids: d.tracking.assign_lead(ids, ""),
    lambda d, ids: d.tracking.set_supporting(ids, ["Ministry of Health", "Ministry of Justice"]),
    lambda d, ids: d.tracking.set_supporting(ids, []),
    lambda d, ids: d.tracking.set_due(ids, date(2027, 6, 30)),
    lambda d, ids: d.tracking.set_due(ids, None),
    lambda d, ids: d.linking.link_paragraph(ids, "10 (d)", reason="registration"),
    lambda d, ids: d.linking.link_paragraph(ids, "2"),
    lambda d, ids: d.linking.reject_paragraph(ids, "2"),
    lambda d, ids: d.linking.unlink_paragraph(ids, "10 (d)"),
    lambda d, ids: d.linking.decide_concerns_none(ids),
    lambda d, ids: d.work.add_progress(ids, "A law was drafted"),
    lambda d, ids: d.annotating.annotate(ids, "Which law?", confidentiality=Confidentiality.PUBLIC),
)


def state_of(dossier: Dossier) -> list[Recommendation]:
    """The rows without what differs by the moment of writing: ids of links and their times."""
    return [
        replace(row, paragraphs=tuple(replace(p, id=0, at=row.paragraphs[0].at) for p in row.paragraphs))
        for row in dossier.query.rows()
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    plan=st.lists(
        st.tuples(st.sampled_from(range(len(ACTIONS))), st.sets(st.sampled_from([0, 1, 2]), min_size=1)),
        max_size=7,
    )
)
def test_undoing_everything_restores_everything_and_redoing_brings_it_back(
    dossier: Dossier, plan: list[tuple[int, set[int]]]
) -> None:
    ids = [row.id for row in dossier.query.rows()]
    states, batches = [state_of(dossier)], []
    for action, which in plan:
        change = ACTIONS[action](dossier, [ids[n] for n in sorted(which)])
        if change.changed:
            batches.append(change.batch)
            states.append(state_of(dossier))
    undone = []
    for n, batch in reversed(list(enumerate(batches))):
        change = dossier.undoing.undo(batch)
        assert change.refused == ()
        undone.append(change.batch)
        assert state_of(dossier) == states[n]
    for n, batch in enumerate(reversed(undone), start=1):
        assert dossier.undoing.undo(batch).refused == ()
        assert state_of(dossier) == states[n]
    assert dossier.checking.check().ok


def test_titles_say_undo_and_redo_of_the_same_action(dossier: Dossier, ids: dict[str, int]) -> None:
    done = dossier.tracking.set_status([ids["71.1"]], Status.PLANNED)
    undone = dossier.undoing.undo(done.batch)
    redone = dossier.undoing.undo(undone.batch)
    assert [c.title for c in (done, undone, redone)] == [
        "Set status of 71.1 to Planned",
        "Undo: Set status of 71.1 to Planned",
        "Redo: Set status of 71.1 to Planned",
    ]


def test_history_only_grows(dossier: Dossier, ids: dict[str, int]) -> None:
    done = dossier.tracking.set_status([ids["71.1"]], Status.PLANNED)
    before = dossier.query.history()
    dossier.undoing.undo(done.batch)
    after = dossier.query.history()
    assert after[-len(before) :] == before
    assert after[0].action == "withdraw"


def test_what_somebody_changed_since_is_left_and_named(dossier: Dossier, ids: dict[str, int]) -> None:
    both = [ids["71.1"], ids["71.2"]]
    done = dossier.tracking.set_due(both, date(2027, 1, 1))
    dossier.tracking.set_due([ids["71.2"]], date(2028, 1, 1))
    undone = dossier.undoing.undo(done.batch)
    assert undone.refused == ("71.2 has been changed since and was left as it is.",)
    assert {r.label: r.due_on for r in dossier.query.rows()} == {
        "71.1": None,
        "71.2": date(2028, 1, 1),
        "71.3": None,
    }


def test_one_change_of_an_action_can_be_reverted_alone(dossier: Dossier, ids: dict[str, int]) -> None:
    both = [ids["71.1"], ids["71.2"]]
    done = dossier.tracking.set_due(both, date(2027, 1, 1))
    entry = next(e for e in dossier.query.history() if e.batch == done.batch and e.number == "71.2")
    dossier.undoing.undo(done.batch, only=entry.seq)
    assert [r.due_on for r in dossier.query.rows()] == [date(2027, 1, 1), None, None]


class TestUndoOfAnImport:
    @pytest.fixture
    def imported(self, dossier_path: Path, list_file: Path) -> Dossier:
        return open_dossier(str(dossier_path))

    def test_rows_are_withdrawn_and_come_back(self, imported: Dossier, list_file: Path) -> None:
        with imported:
            done = imported.importing.apply(imported.importing.plan(list_file))
            before = imported.query.rows()
            undone = imported.undoing.undo(done.batch)
            assert undone.structure
            assert imported.query.rows() == []
            assert imported.query.search("defenders") == set()
            imported.undoing.undo(undone.batch)
            assert imported.query.rows() == before
            assert len(imported.query.search("defenders") or ()) == 2

    def test_a_row_that_was_worked_on_stays(self, imported: Dossier, list_file: Path) -> None:
        with imported:
            done = imported.importing.apply(imported.importing.plan(list_file))
            worked_on = next(r for r in imported.query.rows() if r.label == "71.2")
            imported.tracking.set_status([worked_on.id], Status.PLANNED)
            undone = imported.undoing.undo(done.batch)
            assert undone.refused == ("71.2 has been changed since and was left as it is.",)
            assert [r.label for r in imported.query.rows()] == ["71.2"]

    def test_a_row_whose_work_was_undone_goes_too(self, imported: Dossier, list_file: Path) -> None:
        with imported:
            done = imported.importing.apply(imported.importing.plan(list_file))
            worked_on = imported.query.rows()[0]
            imported.undoing.undo(imported.tracking.set_status([worked_on.id], Status.PLANNED).batch)
            assert imported.undoing.undo(done.batch).refused == ()
            assert imported.query.rows() == []

    def test_a_changed_text_returns(self, dossier: Dossier, tmp_path: Path) -> None:
        before = dossier.query.rows()
        rows = list(ROWS["M2019"])
        rows[1] = (
            "71.2. Let every march pass (Chile, Peru);\nSource of position: A/HRC/90/7/Add.1 - Para. 71.2.",
            "Noted",
            "D44 Right to peaceful assembly",
            "",
        )
        changed = write_list(tmp_path / "changed.docx", "M2019", rows)
        done = dossier.importing.apply(dossier.importing.plan(changed))
        assert dossier.query.rows() != before
        undone = dossier.undoing.undo(done.batch)
        assert dossier.query.rows() == before
        dossier.undoing.undo(undone.batch)
        assert dossier.query.rows()[1].recommending_states == ("CHL", "PER")
