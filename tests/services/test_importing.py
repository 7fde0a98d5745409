"""Import: what is new, changed, equal or in doubt, and that nothing is written that was not shown."""

from pathlib import Path

import pytest
from sqlalchemy import select

from tests.importers.word_fixtures import ROWS, write_list
from uprtracker.errors import UserError
from uprtracker.models.dossier import StoredFile
from uprtracker.services.dossier import Dossier, create_dossier, open_dossier
from uprtracker.services.progress import CancelledError, Progress
from uprtracker.vocabulary.position import Position


def test_the_same_file_again_changes_nothing(dossier: Dossier, list_file: Path) -> None:
    history = dossier.query.history()
    plan = dossier.importing.plan(list_file)
    assert [r.kind for r in plan.records] == ["equal"] * 3
    assert dossier.importing.apply(plan).changed is False
    assert dossier.query.history() == history


def test_what_the_list_says_is_what_the_dossier_holds(dossier: Dossier) -> None:
    first, second, third = dossier.query.rows()
    assert [r.label for r in (first, second, third)] == ["71.1", "71.2", "71.3"]
    assert [r.order for r in (first, second, third)] == [2, 1, 3]
    assert third.heading.endswith("Human rights defenders")
    assert (first.position, first.position_source) == (Position.NOTED, "A/HRC/90/7/Add.1")
    assert [(c.text, c.states) for c in third.clauses] == [
        ("Protect defenders", ("TGO",)),
        ("Receive the Rapporteur", ("FJI",)),
    ]
    assert third.recommending_states == ("TGO", "FJI")
    assert (first.cycle, first.session, first.document_symbol) == (3, 40, "A/HRC/90/7")
    assert [t.code for t in third.themes if t.kind == "sdg"] == ["16"]


def test_the_assessment_column_comes_in_as_what_the_state_says(dossier: Dossier, ids: dict[str, int]) -> None:
    details = dossier.query.details(ids["71.1"])
    assert details is not None
    assert [p.text for p in details.progress] == ["Bill drafted.\nBefore parliament."]


def test_a_changed_file_shows_each_difference_and_applies_it(dossier: Dossier, tmp_path: Path) -> None:
    rows = list(ROWS["M2019"])
    rows[1] = (
        "71.2. Let every march pass (Chile, Peru);\nSource of position: A/HRC/90/7/Add.1 - Para. 71.2.",
        "Noted",
        "D44 Right to peaceful assembly",
        "Under review",
    )
    plan = dossier.importing.plan(write_list(tmp_path / "changed.docx", "M2019", rows))
    (changed,) = plan.of_kind("changed")
    assert {field: (before, after) for field, before, after in changed.differences} == {
        "text": ("Let marches pass freely", "Let every march pass"),
        "states": ("Chile", "Chile, Peru"),
        "position": ("Supported", "Noted"),
        "themes": ("D44 Right to peaceful assembly; general", "D44 Right to peaceful assembly"),
        "comment": ("", "Under review"),
    }
    dossier.importing.apply(plan)
    details = dossier.query.details(changed_id(dossier))
    assert details is not None
    assert [p.position for p in details.positions] == [Position.NOTED, Position.SUPPORTED]
    assert [r.kind for r in dossier.importing.plan(plan.path).records] == ["equal"] * 3


def changed_id(dossier: Dossier) -> int:
    return next(row.id for row in dossier.query.rows() if row.label == "71.2")


def test_planning_writes_nothing(dossier_path: Path, list_file: Path) -> None:
    with open_dossier(str(dossier_path)) as dossier:
        dossier.importing.plan(list_file)
        assert dossier.query.rows() == []
        assert dossier.query.history() == ()


def test_a_list_about_another_state_is_refused(tmp_path: Path, list_file: Path) -> None:
    with create_dossier(str(tmp_path / "other.uprt"), "Norway") as dossier:
        with pytest.raises(UserError, match="about Iceland, this dossier about Norway"):
            dossier.importing.plan(list_file)


def test_records_in_doubt_wait_until_they_are_accepted(dossier_path: Path, tmp_path: Path) -> None:
    rows = list(ROWS["M2019"])
    rows[1] = (
        "71.2. Let marches pass (Atlantis);\nSource of position: A/HRC/90/7/Add.1",
        "Supported",
        "D44 Right",
        "",
    )
    file = write_list(tmp_path / "doubtful.docx", "M2019", rows)
    with open_dossier(str(dossier_path)) as dossier:
        plan = dossier.importing.plan(file)
        (doubtful,) = plan.of_kind("in_doubt")
        assert "Atlantis" in doubtful.record.in_doubt
        dossier.importing.apply(plan)
        assert [r.label for r in dossier.query.rows()] == ["71.1", "71.3"]
        dossier.importing.apply(dossier.importing.plan(file), accept={"71.2"})
        assert [r.label for r in dossier.query.rows()] == ["71.1", "71.2", "71.3"]


def test_the_imported_file_is_kept_as_received(dossier: Dossier, list_file: Path) -> None:
    with dossier.store.read() as session:
        (stored,) = session.scalars(select(StoredFile))
        assert (stored.name, stored.content) == ("list.docx", list_file.read_bytes())


def test_a_failing_import_leaves_nothing(
    dossier_path: Path, list_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from uprtracker.services import record_inserting

    def fail(*_arguments: object) -> None:
        raise RuntimeError

    with open_dossier(str(dossier_path)) as dossier:
        monkeypatch.setattr(record_inserting, "_insert_history", fail)
        with pytest.raises(RuntimeError):
            dossier.importing.apply(dossier.importing.plan(list_file))
        assert dossier.query.rows() == []
        assert dossier.query.history() == ()


@pytest.mark.parametrize("last_step", range(4))
def test_an_import_that_is_cancelled_leaves_nothing(
    dossier_path: Path, list_file: Path, last_step: int
) -> None:
    steps: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: steps.append((done, total)), lambda: len(steps) > last_step)
    with open_dossier(str(dossier_path)) as dossier:
        with pytest.raises(CancelledError):
            dossier.importing.apply(dossier.importing.plan(list_file, progress=progress), progress=progress)
        assert dossier.query.rows() == []
        assert dossier.query.history() == ()
        with dossier.store.read() as session:
            assert session.scalars(select(StoredFile)).all() == []


def test_one_label_under_two_codes_is_two_themes(dossier_path: Path, tmp_path: Path) -> None:
    rows = list(ROWS["M2019"])
    themes = "D44 Right to assemble\nD45 Right to assemble\nD44 Right to assemble"
    rows[1] = (
        "71.2. Let marches pass (Chile);\nSource of position: A/HRC/90/7/Add.1",
        "Supported",
        themes,
        "",
    )
    file = write_list(tmp_path / "codes.docx", "M2019", rows)
    with open_dossier(str(dossier_path)) as dossier:
        dossier.importing.apply(dossier.importing.plan(file))
        assert [t.code for t in dossier.query.rows()[1].themes] == ["D44", "D45"]
        assert [r.kind for r in dossier.importing.plan(file).records] == ["equal"] * 3
