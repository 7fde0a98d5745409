"""The vault: nothing of a note can be read without the key, notes cannot be moved, and a passphrase locks it."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.errors import StorageError, UserError
from uprtracker.services import vault_cipher as cipher
from uprtracker.services.vault import PASSPHRASE_VARIABLE, Vault

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
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "vault.json"


@pytest.fixture
def vault(path: Path, clock: Clock) -> Vault:
    return Vault(path, clock)


def test_a_note_comes_back_at_its_place_only(vault: Vault, path: Path, clock: Clock) -> None:
    sealed = vault.seal(WORD, "uid-1")
    assert WORD not in sealed
    again = Vault(path, clock)
    assert again.read(sealed, "uid-1") == WORD
    assert "damaged" in again.read(sealed, "uid-2")
    assert "damaged" in again.read(sealed[:-4], "uid-1")
    assert "damaged" in again.read(sealed + "!", "uid-1")
    assert again.read("plain words", "uid-1") == "plain words"
    assert path.stat().st_mode & 0o077 == 0


@given(st.text(max_size=600))
def test_the_length_of_a_text_is_hidden_and_it_comes_back(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    filled = cipher.padded(content)
    assert len(filled) % 256 == 0
    assert cipher.unpadded(filled) == content


def test_another_machine_cannot_read_it_and_says_so(vault: Vault, tmp_path: Path, clock: Clock) -> None:
    sealed = vault.seal(WORD, "uid")
    other = Vault(tmp_path / "other.json", clock)
    assert "not on this machine" in other.read(sealed, "uid")
    other.seal("something", "uid")
    assert "not on this machine" in other.read(sealed, "uid")


def test_a_passphrase_stands_before_the_key(vault: Vault, path: Path, clock: Clock) -> None:
    sealed = vault.seal(WORD, "uid")
    key = path.read_text()
    recovery = vault.protect(PASSPHRASE)
    stored = path.read_text()
    assert not {PASSPHRASE, recovery, recovery.replace("-", ""), key.split('"')[-2]} & set(stored.split('"'))
    again = Vault(path, clock)
    assert (again.protected, again.locked) == (True, True)
    assert "unlock" in again.read(sealed, "uid")
    for _attempt in range(2):
        with pytest.raises(UserError, match="not the key of the private notes"):
            again.unlock("four plain words there")
    with pytest.raises(UserError, match="are locked"):
        again.seal("more", "uid")
    again.unlock(PASSPHRASE)
    assert again.read(sealed, "uid") == WORD
    again.lock()
    again.unlock_with_recovery_key(recovery.lower().replace("-", " "))
    assert again.read(sealed, "uid") == WORD


def test_a_new_passphrase_replaces_the_old_one_and_keeps_notes_and_recovery_key(
    vault: Vault, path: Path, clock: Clock
) -> None:
    sealed = vault.seal(WORD, "uid")
    recovery = vault.protect(PASSPHRASE)
    vault.change_passphrase("quite other words")
    again = Vault(path, clock)
    with pytest.raises(UserError):
        again.unlock(PASSPHRASE)
    again.unlock("quite other words")
    assert again.read(sealed, "uid") == WORD
    again.lock()
    again.unlock_with_recovery_key(recovery)


def test_it_locks_itself_when_it_is_not_used(vault: Vault, clock: Clock) -> None:
    vault.protect(PASSPHRASE)
    clock.now += timedelta(minutes=9)
    vault.seal("one", "uid")
    clock.now += timedelta(minutes=9)
    vault.seal("two", "uid")
    clock.now += timedelta(minutes=11)
    with pytest.raises(UserError, match="are locked"):
        vault.seal("three", "uid")


def test_a_script_gives_the_passphrase_in_its_environment(
    vault: Vault, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = vault.seal(WORD, "uid")
    vault.protect(PASSPHRASE)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    script = Vault(path, clock)
    assert script.read(script.seal("two", "uid"), "uid") == "two"
    assert script.read(sealed, "uid") == WORD
    assert os.environ[PASSPHRASE_VARIABLE] == PASSPHRASE


def test_a_script_that_only_reads_needs_no_more_than_the_passphrase(
    vault: Vault, path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = vault.seal(WORD, "uid")
    vault.protect(PASSPHRASE)
    monkeypatch.setenv(PASSPHRASE_VARIABLE, PASSPHRASE)
    assert Vault(path, clock).read(sealed, "uid") == WORD
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "four plain words there")
    with pytest.raises(UserError, match="not the key of the private notes"):
        Vault(path, clock).read(sealed, "uid")


def test_what_is_wrong_is_said_and_nothing_is_overwritten(vault: Vault, path: Path) -> None:
    with pytest.raises(UserError, match="too short"):
        vault.protect("short")
    with pytest.raises(UserError, match="have no passphrase"):
        vault.unlock(PASSPHRASE)
    for content in ("no key", '{"format": 7}', "[]"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(content)
        with pytest.raises(StorageError, match="key of the private notes"):
            vault.seal(WORD, "uid")
        assert path.read_text() == content
