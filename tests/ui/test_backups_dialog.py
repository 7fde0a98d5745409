"""Backups in the window: listed, made, restored to a file of their own; and the key of the history."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from uprtracker.services.backing_up import back_up, backups_of
from uprtracker.services.history_key import history_key_file
from uprtracker.ui.dialogs.backups_dialog import BackupsDialog, reason_words
from uprtracker.ui.dialogs.history_key_dialog import HistoryKeyDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(sample_path: Path, window: QWidget) -> BackupsDialog:
    back_up(str(sample_path), "import", datetime(2026, 11, 24, 12, 0, tzinfo=UTC))
    made = BackupsDialog(sample_path, window)
    made.show()
    return made


def test_backups_are_listed_and_made(dialog: BackupsDialog, sample_path: Path) -> None:
    assert dialog.table.model().rowCount() == 1
    dialog.make.click()
    assert dialog.table.model().rowCount() == 2
    assert "Backed up" in dialog.remark.text()
    assert {b.reason for b in backups_of(sample_path)} == {"import", "by-hand"}


def test_one_is_restored_beside_the_dossier_and_never_over_the_open_one(
    dialog: BackupsDialog, sample_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (backup,) = backups_of(sample_path)
    before = sample_path.read_bytes()
    dialog.restore_to(backup, sample_path)
    assert "is open" in dialog.remark.text()
    dialog.restore_to(backup, tmp_path / "copy.db")
    assert "does not end in .uprt" in dialog.remark.text()
    with qtbot.waitSignal(dialog.restored) as told:
        dialog.restore_to(backup, tmp_path / "copy.uprt")
    assert told.args == [str(tmp_path / "copy.uprt")]
    assert (tmp_path / "copy.uprt").exists()
    assert sample_path.read_bytes() == before


def test_reasons_are_said_in_words() -> None:
    assert reason_words("import-2") == "an import"
    assert reason_words("something") == "something"


def test_the_key_of_the_history_is_made_once(qtbot: QtBot) -> None:
    dialog = HistoryKeyDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.make.isVisible()
    dialog.make.click()
    assert history_key_file().exists()
    assert not dialog.make.isVisible()
    assert str(history_key_file()) in dialog.state.text()
