"""Private notes in the window: a passphrase is put before the key, the recovery key is shown once, notes lock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from uprtracker.services.vault import IDLE, Vault
from uprtracker.ui.dialogs.private_notes_dialog import PrivateNotesDialog

PASSPHRASE = "four plain words here"


class Clock:
    now = datetime(2026, 11, 24, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Vault:
    return Vault(tmp_path / "vault.json", clock)


@pytest.fixture
def dialog(vault: Vault, qtbot: QtBot) -> PrivateNotesDialog:
    made = PrivateNotesDialog(vault)
    qtbot.addWidget(made)
    made.show()
    return made


def protect(dialog: PrivateNotesDialog, first: str, second: str) -> None:
    dialog.new_secret.setText(first)
    dialog.again.setText(second)
    dialog.protect.click()


def test_a_passphrase_is_asked_twice_and_the_recovery_key_shown_once(
    dialog: PrivateNotesDialog, vault: Vault, qtbot: QtBot
) -> None:
    protect(dialog, PASSPHRASE, "four plain words there")
    assert "differ" in dialog.remark.text()
    assert not vault.protected
    protect(dialog, PASSPHRASE, PASSPHRASE)
    assert vault.protected
    recovery = dialog.recovery.text()
    assert dialog.recovery.isVisible()
    again = PrivateNotesDialog(vault)
    qtbot.addWidget(again)
    again.show()
    assert not again.recovery.isVisible()
    vault.lock()
    vault.unlock_with_recovery_key(recovery)


def test_unlocking_by_passphrase_or_recovery_key_is_told_once_each(
    dialog: PrivateNotesDialog, vault: Vault, qtbot: QtBot
) -> None:
    sealed = vault.seal("a note", "uid")
    protect(dialog, PASSPHRASE, PASSPHRASE)
    recovery = dialog.recovery.text()
    for secret in (PASSPHRASE, recovery.lower()):
        with qtbot.waitSignal(dialog.changed):
            dialog.lock.click()
        assert "unlock" in vault.read(sealed, "uid")
        dialog.secret.setText("wrong words altogether")
        dialog.unlock.click()
        assert "not the key" in dialog.remark.text()
        with qtbot.waitSignal(dialog.changed):
            dialog.secret.setText(secret)
            dialog.unlock.click()
        assert vault.read(sealed, "uid") == "a note"
        assert dialog.secret.text() == ""


def test_what_was_not_used_for_a_while_is_shown_as_locked(
    dialog: PrivateNotesDialog, vault: Vault, clock: Clock, qtbot: QtBot
) -> None:
    protect(dialog, PASSPHRASE, PASSPHRASE)
    clock.now += IDLE + timedelta(seconds=1)
    again = PrivateNotesDialog(vault)
    qtbot.addWidget(again)
    again.show()
    assert again.secret.isVisible()
    assert not again.protect.isVisible()
