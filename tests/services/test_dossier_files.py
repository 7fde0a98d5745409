"""Opening: what is no dossier is refused with one sentence, what may only be read is read, what is closed is one file."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from uprtracker.errors import StorageError, UserError
from uprtracker.services.dossier import Dossier, create_dossier, migrate, open_dossier
from uprtracker.vocabulary.schema import SCHEMA
from uprtracker.vocabulary.status import Status


def set_pragma(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA {words}")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("Dear colleague,\n")


def make_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")


def make_newer(path: Path) -> None:
    set_pragma(path, f"user_version={SCHEMA + 1}")


def make_older(path: Path) -> None:
    set_pragma(path, f"user_version={SCHEMA - 1}")


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def add_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM annotation; END")


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BROKEN = {
    make_empty: "empty",
    make_text: "not a UPR Tracker dossier",
    make_newer: "newer version",
    make_older: "uprtracker migrate",
    cut_in_half: "damaged",
    add_trigger: "does not make",
    make_folder: "folder",
    Path.unlink: "no dossier",
}


@pytest.mark.parametrize("damage", BROKEN, ids=lambda f: f.__name__)
def test_what_is_no_dossier_of_ours_is_refused_and_left_alone(dossier_path: Path, damage: object) -> None:
    damage(dossier_path)  # type: ignore[operator]
    before = dossier_path.read_bytes() if dossier_path.is_file() else None
    with pytest.raises(StorageError, match=BROKEN[damage]):  # type: ignore[index]
        open_dossier(str(dossier_path))
    assert (dossier_path.read_bytes() if dossier_path.is_file() else None) == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    make_foreign(tmp_path / "places.uprt")
    with pytest.raises(StorageError, match="another program"):
        open_dossier(str(tmp_path / "places.uprt"))


def test_a_write_protected_file_is_read_and_not_written(sample_path: Path) -> None:
    sample_path.chmod(0o444)
    with open_dossier(str(sample_path)) as dossier:
        assert "write-protected" in dossier.read_only
        assert len(dossier.query.rows()) == 63
        with pytest.raises(StorageError, match="write-protected"):
            dossier.freezing.take("today")


LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
connection.execute("BEGIN EXCLUSIVE")
connection.execute("UPDATE recommendation SET number = number || ' unfinished'")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("mode", ["PRAGMA journal_mode=DELETE", "PRAGMA locking_mode=EXCLUSIVE"])
def test_a_locked_dossier_is_read_as_last_saved(
    sample_path: Path, tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    locker = subprocess.Popen(
        [sys.executable, "-c", LOCK, str(sample_path), mode], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert locker.stdout is not None
    assert locker.stdin is not None
    try:
        assert locker.stdout.readline().strip() == b"locked"
        with open_dossier(str(sample_path)) as dossier:
            assert "another program" in dossier.read_only
            assert len(dossier.query.rows()) == 63
            assert all("unfinished" not in row.number for row in dossier.query.rows())
            with pytest.raises(StorageError, match="reading only"):
                dossier.tracking.set_status([dossier.query.rows()[0].id], Status.PLANNED)
        assert list(tmp_path.glob("uprtracker-*")) == []
    finally:
        locker.stdin.close()
        locker.wait()
        locker.stdout.close()


def test_a_closed_dossier_is_one_file(sample_path: Path) -> None:
    with open_dossier(str(sample_path), live=True) as dossier:
        dossier.tracking.set_status([dossier.query.rows()[0].id], Status.PLANNED)
        assert sample_path.with_name(sample_path.name + "-wal").exists()
    assert [p.name for p in sample_path.parent.iterdir()] == [sample_path.name]
    moved = Path(shutil.move(sample_path, sample_path.with_name("mailed.uprt")))
    with open_dossier(str(moved)) as dossier:
        assert dossier.query.rows()[0].official is Status.PLANNED


def test_a_new_dossier_holds_the_resolution(tmp_path: Path) -> None:
    with create_dossier(str(tmp_path / "new.uprt"), "Türkiye") as dossier:
        assert dossier.query.info().state_name == "Türkiye"
        assert len(dossier.query.text_version().paragraphs) == 60
        assert dossier.query.rows() == []


def test_new_never_overwrites_and_knows_the_state(dossier_path: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="exists already"):
        create_dossier(str(dossier_path), "Iceland")
    with pytest.raises(UserError, match="not the name of a State"):
        create_dossier(str(tmp_path / "a.uprt"), "Ruritania")
    with pytest.raises(StorageError, match="cannot be made"):
        create_dossier(str(tmp_path / "missing" / "a.uprt"), "Iceland")
    assert not (tmp_path / "a.uprt").exists()


def test_a_url_is_a_dossier_too(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'server.db'}"
    with create_dossier(url, "Iceland") as dossier:
        dossier.freezing.take("first")
    with open_dossier(url) as dossier:
        assert dossier.query.info().state_name == "Iceland"
    with pytest.raises(StorageError, match="not empty"):
        create_dossier(url, "Iceland")


def test_migrating_what_is_up_to_date_does_nothing(dossier_path: Path) -> None:
    before = dossier_path.read_bytes()
    assert migrate(str(dossier_path)) is None
    assert dossier_path.read_bytes() == before
    assert [p.name for p in dossier_path.parent.iterdir()] == [dossier_path.name]


def test_a_full_disk_changes_nothing(dossier: Dossier, ids: dict[str, int]) -> None:
    from sqlalchemy import event

    @event.listens_for(dossier.store.engine, "connect")
    def limit(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")

    dossier.store.engine.dispose()
    with pytest.raises(StorageError, match="disk is full"):
        dossier.work.add_progress(list(ids.values()), "long " * 100_000)
    assert all(
        not d.progress or d.progress[0].text.startswith("Bill")
        for d in map(dossier.query.details, ids.values())
        if d
    )
