"""The chain over the history: what was edited, removed or cut is told apart; a key is needed to make its seals."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from uprtracker.api import new_dossier, open_dossier
from uprtracker.errors import UserError
from uprtracker.services import history_chain
from uprtracker.services.history_key import history_key_file, load_history_key, make_history_key


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "home.uprt"
    with new_dossier(path, state="Slovenia") as made:
        for name in ("first", "second", "third", "fourth"):
            made.snapshot(name)
    return path


def _by_hand(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
        connection.commit()


def _found(path: Path) -> list[tuple[str, str]]:
    with open_dossier(path) as dossier:
        return [(f.where, f.message) for f in dossier.check().findings if f.rule == "history_chain"]


def test_what_the_program_wrote_is_whole(dossier: Path) -> None:
    assert _found(dossier) == []
    with open_dossier(dossier) as opened:
        result = opened.check()
        assert result.chain_head.startswith("4:h")
        assert (result.entries, result.keyed, result.other_keys) == (4, 0, 0)


@pytest.mark.parametrize(
    ("statement", "where", "words"),
    [
        ("UPDATE history_entry SET new = 'other' WHERE seq = 2", "2", "is not the one that was written"),
        ("UPDATE history_entry SET reason = 'why' WHERE seq = 3", "3", "is not the one that was written"),
        (
            "UPDATE batch SET by_post = 'x' WHERE title LIKE '%second%'",
            "2",
            "is not the one that was written",
        ),
        ("UPDATE batch SET at = '2020-01-01' WHERE title LIKE '%first%'", "1", "is not the one"),
        ("DELETE FROM history_entry WHERE seq = 2", "3", "before this one were removed"),
        ("DELETE FROM history_entry WHERE seq = 4", "3", "after this one were removed"),
        ("UPDATE history_entry SET mac = NULL WHERE seq = 4", "4", "bears no seal"),
    ],
)
def test_what_was_done_by_hand_is_found_and_told_apart(
    dossier: Path, statement: str, where: str, words: str
) -> None:
    _by_hand(dossier, statement)
    found = _found(dossier)
    assert found[0][0] == where
    assert words in found[0][1]


def test_a_long_history_is_sealed_in_portions(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_chain, "_SEALED_AT_ONCE", 3)
    _by_hand(dossier, "UPDATE history_entry SET mac = NULL")
    with open_dossier(dossier) as opened:
        opened.snapshot("fifth")
        assert opened.check().chain_head.startswith("5:h")
    assert _found(dossier) == []
    _by_hand(dossier, "UPDATE history_entry SET mac = NULL WHERE seq < 3")
    assert [where for where, _words in _found(dossier)] == ["1", "2", "3"]


def test_a_history_of_an_older_version_is_sealed_with_the_next_action(dossier: Path) -> None:
    _by_hand(dossier, "UPDATE history_entry SET mac = NULL")
    assert _found(dossier) == []
    with open_dossier(dossier) as opened:
        opened.snapshot("fifth")
    assert _found(dossier) == []


def test_entries_sealed_with_a_key_need_it(dossier: Path) -> None:
    make_history_key()
    with open_dossier(dossier) as opened:
        opened.snapshot("fifth")
        result = opened.check()
    assert (result.ok, result.entries, result.keyed) == (True, 5, 1)
    assert result.chain_head.startswith("5:k")
    _by_hand(dossier, "UPDATE history_entry SET new = 'other' WHERE seq = 5")
    assert [where for where, _words in _found(dossier)] == ["5"]
    history_key_file().unlink()
    with open_dossier(dossier) as elsewhere:
        assert (elsewhere.check().keyed, elsewhere.check().other_keys) == (0, 1)


def test_a_key_is_made_once_and_a_broken_one_is_named() -> None:
    path = make_history_key()
    assert len(load_history_key()) == 32
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(UserError, match="it was kept"):
        make_history_key()
    path.write_text("not hexadecimal")
    with pytest.raises(UserError, match="is not a key of 32 bytes"):
        load_history_key()
