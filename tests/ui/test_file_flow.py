"""Dossiers and reports through the window: new, sample, export; each in the background, each with its sentence."""

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from uprtracker.errors import OlderDossierError
from uprtracker.services.dossier import open_dossier
from uprtracker.ui.dialogs.export_dialog import ExportDialog, ExportWish
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.dialogs.migrate_dialog import MigrateDialog
from uprtracker.ui.dialogs.new_dossier_dialog import NewDossier
from uprtracker.ui.main_window import MainWindow
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter

FIRST_SCHEMA = Path(__file__).parents[1] / "models" / "schemas" / "0001.sqlite"


def test_a_new_dossier_offers_to_import(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    empty_window.acts["new"].trigger()
    (dialog,) = empty_window.findChildren(QDialog)
    with qtbot.waitSignal(empty_window.dossier_shown, timeout=20_000):
        dialog.answered.emit(NewDossier("Iceland", tmp_path / "iceland.uprt"))
    assert empty_window.head.state_name.text() == "Iceland"
    assert empty_window.workspace.recommendations._empty._button.text() == "Import…"
    assert not empty_window.acts["export"].isEnabled()
    dialog.reject()


def test_the_sample_is_made_once_and_opened(
    empty_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    for _time in range(2):
        with qtbot.waitSignal(empty_window.dossier_shown, timeout=60_000):
            empty_window.files.open_sample()
        assert empty_window.head.state_name.text() == "Arvania"


@pytest.mark.parametrize(("product", "suffix"), [("status-xlsx", ".xlsx"), ("status-pdf", ".pdf")])
def test_a_report_is_made_in_the_background(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, product: str, suffix: str
) -> None:
    target = tmp_path / f"report{suffix}"
    wish = ExportWish(product, ReportRequest(RowFilter(cycles=(4,))), target)
    window.acts["export"].trigger()
    (dialog,) = window.findChildren(QDialog)
    with qtbot.waitSignal(window.reports.saved, timeout=30_000):
        dialog.answered.emit(wish)
    assert window.messages.words() == f"Saved: report{suffix}"
    assert target.stat().st_size > 10_000
    if suffix == ".xlsx":
        assert len(load_workbook(target, read_only=True).sheetnames) > 3
    dialog.reject()


def test_a_report_that_cannot_be_written_says_so(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    wish = ExportWish("status-pdf", ReportRequest(), tmp_path / "no folder" / "report.pdf")
    with qtbot.waitSignal(window.reports.refused, timeout=30_000):
        window.reports._export(wish)
    assert "no folder" in window.messages.words()


def test_a_document_is_shown_before_it_is_imported(
    empty_window: MainWindow, dossier_path: Path, list_file: Path, qtbot: QtBot
) -> None:
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    empty_window.imports.take_files([list_file])
    qtbot.waitUntil(lambda: bool(empty_window.findChildren(ImportDialog)), timeout=10_000)
    (dialog,) = empty_window.findChildren(ImportDialog)
    assert empty_window.workspace.recommendations.model.rowCount() == 0
    with qtbot.waitSignal(empty_window.imports.entered, timeout=10_000):
        dialog.agree.click()
    model = empty_window.workspace.recommendations.model
    assert [row.label for row in model.rows()] == ["71.1", "71.2", "71.3"]
    assert empty_window.messages.words().startswith("Import 3 recommendations from list.docx")
    empty_window.messages._offer.click()
    qtbot.waitUntil(lambda: model.rowCount() == 0)
    empty_window.acts["redo"].trigger()
    assert model.rowCount() == 3


def test_a_file_that_is_no_list_gets_a_sentence(
    empty_window: MainWindow, dossier_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "notes.docx"
    wrong.write_text("no Word file", encoding="utf-8")
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    with qtbot.waitSignal(empty_window.imports.refused, timeout=10_000):
        empty_window.imports.import_files([wrong])
    assert "notes.docx" in empty_window.messages.words()
    assert empty_window.workspace.recommendations.model.rowCount() == 0


def test_a_dropped_dossier_is_opened(empty_window: MainWindow, sample_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty_window.dossier_shown, timeout=10_000):
        empty_window.imports.take_files([sample_path])


@pytest.fixture
def migrate_question(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MigrateDialog:
    """What the window asks when the dossier `old.uprt` of the first schema is opened."""
    path = shutil.copy(FIRST_SCHEMA, tmp_path / "old.uprt")
    empty_window.files.open(str(path))
    qtbot.waitUntil(lambda: bool(empty_window.findChildren(MigrateDialog)), timeout=10_000)
    (question,) = empty_window.findChildren(MigrateDialog)
    return question


def test_an_older_dossier_is_opened_after_a_question_and_a_backup(
    empty_window: MainWindow, migrate_question: MigrateDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(empty_window.dossier_shown, timeout=20_000):
        migrate_question.accept()
    assert empty_window.workspace.recommendations.model.rowCount() == 3
    (backup,) = tmp_path.glob("old.uprt.*.migrate.bak")
    with pytest.raises(OlderDossierError):
        open_dossier(str(backup))


def test_an_older_dossier_stays_as_it_is_where_the_question_is_declined(
    empty_window: MainWindow, migrate_question: MigrateDialog, tmp_path: Path
) -> None:
    migrate_question.reject()
    assert (tmp_path / "old.uprt").read_bytes() == FIRST_SCHEMA.read_bytes()
    assert not list(tmp_path.glob("*.bak"))
    assert empty_window.session is None
    assert empty_window.pages.isEnabled()


def test_the_export_counts_numbers_as_the_window_does(window: MainWindow) -> None:
    window.acts["export"].trigger()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.options.rows.everything.text() == "All 62 recommendations"
    assert window.status.rows.text() == "62 of 62 recommendations"
    dialog.reject()
