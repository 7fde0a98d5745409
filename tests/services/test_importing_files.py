"""Several files at once: planned as if those before were in, written as one action, or not at all."""

from pathlib import Path

import pytest

from tests.services.review_files import TEXTS, write_addendum, write_database, write_report, write_table
from uprtracker.services.dossier import Dossier
from uprtracker.services.importing_files import AgreedFile, PlannedFile
from uprtracker.services.progress import CancelledError, Progress
from uprtracker.services.table_preview import Field


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """The addendum before its report, and two rows of a database."""
    return [
        write_database(tmp_path / "rows.csv"),
        write_addendum(tmp_path / "addendum.pdf"),
        write_report(tmp_path / "report.pdf"),
    ]


def kinds(file: PlannedFile) -> dict[str, str]:
    assert file.plan is not None, file.refusal
    return {planned.record.label: planned.kind for planned in file.plan.records}


def agreed(files: tuple[PlannedFile, ...]) -> list[AgreedFile]:
    return [AgreedFile(file, file.plan) for file in files if file.plan]


def test_each_is_compared_with_what_those_before_it_bring(dossier: Dossier, files: list[Path]) -> None:
    before = dossier.query.rows(), dossier.query.history()
    planned = dossier.importing_files.plan(files)
    assert [file.path.name for file in planned] == ["report.pdf", "addendum.pdf", "rows.csv"]
    assert kinds(planned[0]) == dict.fromkeys(TEXTS, "new")
    assert kinds(planned[1]) == dict.fromkeys(TEXTS, "changed")
    assert set(kinds(planned[2]).values()) == {"in_doubt"}
    assert (dossier.query.rows(), dossier.query.history()) == before


def test_they_are_one_action_that_is_undone_in_one_step(dossier: Dossier, files: list[Path]) -> None:
    change = dossier.importing_files.apply(agreed(dossier.importing_files.plan(files)))
    assert change.title == "Import report.pdf, addendum.pdf, rows.csv"
    positions = {row.label: row.position.label for row in dossier.query.rows() if row.cycle == 4}
    assert positions == {"140.1": "Supported", "140.2": "Supported", "140.3": "Noted"}
    assert len(dossier.matching.proposals()) == 2
    again = dossier.importing_files.plan(files)
    assert not any(file.plan.changes_something for file in again if file.plan)
    undone = dossier.undoing.undo(change.batch)
    assert undone.refused == ()
    assert {row.cycle for row in dossier.query.rows()} == {3}
    assert dossier.matching.proposals() == ()


def test_the_history_names_every_file_with_its_digest(dossier: Dossier, files: list[Path]) -> None:
    before = len(dossier.query.history())
    dossier.importing_files.apply(agreed(dossier.importing_files.plan(files)))
    stored = [entry for entry in dossier.query.history() if entry.field == "file"]
    assert len(dossier.query.history()) > before
    assert len({entry.new for entry in stored}) == 4


def test_one_that_cannot_be_read_does_not_hold_back_the_others(
    dossier: Dossier, files: list[Path], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    planned = dossier.importing_files.plan([broken, *files])
    assert "broken.docx" in planned[-1].refusal
    assert planned[-1].plan is None
    assert [file.plan is not None for file in planned] == [True, True, True, False]


def test_an_addendum_without_its_report_says_so(dossier: Dossier, tmp_path: Path) -> None:
    (planned,) = dossier.importing_files.plan([write_addendum(tmp_path / "addendum.pdf")])
    assert "which this dossier does not have" in planned.refusal


def test_a_table_that_is_not_clear_asks_for_its_columns(dossier: Dossier, tmp_path: Path) -> None:
    table = write_table(tmp_path / "own.xlsx", text_header="")
    (planned,) = dossier.importing_files.plan([table])
    assert planned.needs_columns
    proposed = dossier.importing.propose_mapping(table).with_column(1, Field.TEXT, "en")
    (planned,) = dossier.importing_files.plan([table], mappings={table: proposed})
    assert kinds(planned) == {"140.8": "new", "140.9": "new"}


def test_stopping_leaves_nothing_behind(dossier: Dossier, files: list[Path]) -> None:
    planned, before = dossier.importing_files.plan(files), dossier.query.rows()
    history = dossier.query.history()
    begun: list[int] = []
    progress = Progress(cancelled=lambda: len(begun) == 3)
    with pytest.raises(CancelledError):
        dossier.importing_files.apply(agreed(planned), begins=begun.append, progress=progress)
    assert begun == [0, 1, 2]
    assert dossier.query.rows() == before
    assert dossier.query.history() == history
    with pytest.raises(CancelledError):
        dossier.importing_files.plan(files, progress=Progress(cancelled=lambda: True))
    assert dossier.query.history() == history


def test_a_single_file_is_planned_without_writing(dossier: Dossier, tmp_path: Path) -> None:
    begun: list[int] = []
    (planned,) = dossier.importing_files.plan([write_report(tmp_path / "report.pdf")], begins=begun.append)
    assert begun == [0]
    change = dossier.importing_files.apply([AgreedFile(planned, planned.plan)] if planned.plan else [])
    assert change.title == "Import 3 recommendations from report.pdf"
