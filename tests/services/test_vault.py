"""The vault: nothing of a note can be read without a key, notes cannot be moved, and lost keys are what they are."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import StorageError, UserError
from uprtracker.services import vault_cipher as cipher
from uprtracker.services.vault import Vault, vault_file

PASSPHRASE = "four plain words here"
WORD = "Zyzzogeton"


class Clock:
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> tuple[Vault, str]:
    return Vault.create(vault_file(tmp_path / "home.uprt"), PASSPHRASE, clock)


def test_notes_are_read_with_passphrase_and_with_recovery_key(made: tuple[Vault, str], clock: Clock) -> None:
    vault, recovery = made
    vault.write("uid-1", f"{WORD} was seen")
    vault.write("uid-2", "another matter")
    for key in (PASSPHRASE, recovery.lower().replace("-", " ")):
        again = Vault(vault.path, clock)
        assert not again.unlocked
        (again.unlock if key == PASSPHRASE else again.unlock_with_recovery_key)(key)
        (note,), damaged = again.notes("uid-1")
        assert (note.text, note.at, damaged) == (f"{WORD} was seen", clock.now, 0)
        assert len(again.notes()[0]) == 2


def test_the_file_shows_neither_words_nor_recommendation_nor_time(made: tuple[Vault, str]) -> None:
    vault, recovery = made
    vault.write("11111111-2222", WORD)
    stored = vault.path.read_bytes()
    for secret in (WORD, "11111111-2222", "2026-11-24", PASSPHRASE, recovery, recovery.replace("-", "")):
        assert secret.encode() not in stored
    assert vault.count() == 1
    assert vault.path.stat().st_mode & 0o077 == 0


@given(st.binary(max_size=600))
def test_the_length_of_a_text_is_hidden_and_it_comes_back(content: bytes) -> None:
    filled = cipher.padded(content)
    assert len(filled) % 256 == 0
    assert cipher.unpadded(filled) == content


def test_a_wrong_key_is_refused_again_and_again(made: tuple[Vault, str], clock: Clock) -> None:
    again = Vault(made[0].path, clock)
    for _attempt in range(2):
        with pytest.raises(UserError, match="not the vault's key"):
            again.unlock("four plain words there")
    with pytest.raises(UserError, match="is locked"):
        again.notes()
    again.unlock(PASSPHRASE)


def test_a_note_moved_or_changed_is_damaged_and_the_others_are_whole(made: tuple[Vault, str]) -> None:
    vault, _recovery = made
    first, second, third = (vault.write("uid", word) for word in ("first", "second", "third"))
    with closing(sqlite3.connect(vault.path)) as connection, connection:
        connection.execute(
            "UPDATE note SET box = (SELECT box FROM note WHERE uid = ?) WHERE uid = ?",
            (second.uid, first.uid),
        )
        connection.execute("UPDATE note SET key_box = substr(key_box, 1, 40) WHERE uid = ?", (second.uid,))
    read, damaged = vault.notes()
    assert ([note.text for note in read], damaged) == ([third.text], 2)


def test_it_locks_itself_when_it_is_not_used(made: tuple[Vault, str], clock: Clock) -> None:
    vault, _recovery = made
    clock.now += timedelta(minutes=9)
    vault.write("uid", "one")
    clock.now += timedelta(minutes=9)
    vault.notes()
    clock.now += timedelta(minutes=11)
    with pytest.raises(UserError, match="is locked"):
        vault.write("uid", "two")
    assert not vault.unlocked


def test_a_new_passphrase_replaces_the_old_one_and_keeps_the_notes(
    made: tuple[Vault, str], clock: Clock
) -> None:
    vault, recovery = made
    vault.write("uid", WORD)
    vault.change_passphrase("quite other words")
    again = Vault(vault.path, clock)
    with pytest.raises(UserError):
        again.unlock(PASSPHRASE)
    again.unlock("quite other words")
    assert again.notes()[0][0].text == WORD
    again.lock()
    again.unlock_with_recovery_key(recovery)


def test_a_deleted_note_is_gone_from_the_file(made: tuple[Vault, str]) -> None:
    vault, _recovery = made
    note = vault.write("uid", WORD)
    with closing(sqlite3.connect(vault.path)) as connection:
        (box,) = connection.execute("SELECT box FROM note").fetchone()
    vault.delete(note.uid)
    assert box not in vault.path.read_bytes()
    assert vault.notes() == ((), 0)


def test_what_is_no_vault_is_refused_and_left_alone(tmp_path: Path, made: tuple[Vault, str]) -> None:
    other = tmp_path / "other.uprt-vault"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE vault (uid)")
    was = other.read_bytes()
    with pytest.raises(StorageError, match="is not a vault"):
        Vault(other)
    assert other.read_bytes() == was
    other.write_bytes(b"plain text")
    with pytest.raises(StorageError, match="cannot be read"):
        Vault(other)
    with pytest.raises(UserError, match="a vault already"):
        Vault.create(made[0].path, PASSPHRASE)
    with pytest.raises(UserError, match="too short"):
        Vault.create(tmp_path / "new.uprt-vault", "short")
    assert not (tmp_path / "new.uprt-vault").exists()
