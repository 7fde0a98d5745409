"""The dossier as a file: what it must be before it is opened, WAL while it is open, one file when it is closed, copies."""

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from uprtracker.errors import StorageError
from uprtracker.i18n import _
from uprtracker.vocabulary.schema import SCHEMA

APPLICATION_ID = 0x55505254  # 'UPRT'
SUFFIX = ".uprt"
_MAGIC = b"SQLite format 3\x00"
_NETWORK_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"}


@dataclass(frozen=True)
class FileState:
    """What an inspected file is: its schema number, and whether another program holds it locked."""

    schema: int
    locked: bool
    writable: bool


def inspect(path: Path) -> FileState:
    """Make sure that a file is a dossier; `StorageError` says in one sentence what else it is."""
    _refuse_other_files(path)
    try:
        with closing(_connect_read_only(path)) as connection:
            schema = _identify(connection, path)
            locked = False
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise StorageError(_damaged(path)) from error
        schema, locked = _header_schema(path), True
    except sqlite3.DatabaseError as error:
        raise StorageError(_damaged(path)) from error
    return FileState(schema, locked, _may_write(path) and _may_write(path.parent))


def is_database(path: Path) -> bool:
    """Whether a file begins as SQLite's do; what else it is, is for `inspect`."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


def _may_write(path: Path) -> bool:
    """Whether this person may write; a file that somebody has write-protected is so for an administrator too."""
    return bool(path.stat().st_mode & stat.S_IWUSR) and os.access(path, os.W_OK)


def _refuse_other_files(path: Path) -> None:
    if path.is_dir():
        raise StorageError(_("{path} is a folder; name a dossier file that ends in .uprt.").format(path=path))
    if not path.exists():
        raise StorageError(
            _("There is no dossier at {path}; check the name, or make one with 'uprtracker new'.").format(
                path=path
            )
        )
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise StorageError(
            _("{path} cannot be read; ask for the right to read it.").format(path=path)
        ) from error
    if not head:
        raise StorageError(
            _("{path} is empty (0 bytes); open a backup or another copy of it.").format(path=path)
        )
    if head != _MAGIC:
        raise StorageError(
            _("{path} is not a UPR Tracker dossier; open a file made by UPR Tracker.").format(path=path)
        )


def _connect_read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.5)


def _identify(connection: sqlite3.Connection, path: Path) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        raise StorageError(
            _("{path} is a database of another program; open a file made by UPR Tracker.").format(path=path)
        )
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise StorageError(_damaged(path))
    (foreign,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
    ).fetchone()
    if foreign:
        raise StorageError(
            _("{path} holds parts that UPR Tracker does not make; it was not opened. Ask its sender.").format(
                path=path
            )
        )
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    revision = _revision(connection)
    return revision if revision > SCHEMA else int(schema)


def _revision(connection: sqlite3.Connection) -> int:
    """The number of the last migration; one that is not numbered as ours are comes from a version yet to come."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
        return 0
    stamped = [str(name) for (name,) in connection.execute("SELECT version_num FROM alembic_version")]
    return max((int(name) if name.isdecimal() else sys.maxsize for name in stamped), default=0)


def _header_schema(path: Path) -> int:
    """The schema number from the header of a locked file (SQLite file format, bytes 60-63; application at 68-71)."""
    with path.open("rb") as file:
        header = file.read(100)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StorageError(
            _("{path} is a database of another program; open a file made by UPR Tracker.").format(path=path)
        )
    return int.from_bytes(header[60:64], "big")


def _damaged(path: Path) -> str:
    return _("{path} is damaged and was not opened; open the latest backup beside it.").format(path=path)


def work_in_wal(path: Path) -> None:
    """Let the window read while it writes; only on a local disk, where WAL is safe."""
    if not is_on_network(path):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")


def make_one_file(path: Path) -> None:
    """Fold the write-ahead log into the file, so that what is copied is whole. Does nothing while others have it open."""
    with suppress(sqlite3.OperationalError), closing(sqlite3.connect(path, timeout=0.2)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")


def is_on_network(path: Path) -> bool:
    """Whether a file lies on a share, where WAL would lose data."""
    absolute = str(path.absolute())
    if absolute.startswith("\\\\"):
        return True
    mounts = Path("/proc/self/mounts")
    if not mounts.exists():
        return False
    found = ("", "")
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _device, place, kind, *_rest = line.split(" ")
        if absolute.startswith(place) and len(place) > len(found[0]):
            found = (place, kind)
    return found[1] in _NETWORK_FILE_SYSTEMS


def copy_of_locked(path: Path) -> Path:
    """The last committed state of a file that another program holds locked, as a copy in a private folder.

    The journal is copied along, so that SQLite takes back what was not committed. The caller removes the folder.
    """
    folder = Path(tempfile.mkdtemp(prefix="uprtracker-"))
    copy = folder / path.name
    for suffix in ("-journal", "-wal", ""):
        if (source := path.with_name(path.name + suffix)).exists():
            shutil.copyfile(source, folder / source.name)
    try:
        with closing(sqlite3.connect(copy)) as connection:
            _identify(connection, path)
    except (sqlite3.DatabaseError, StorageError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise StorageError(
            _("{path} is being written by another program; try again in a moment.").format(path=path)
        ) from error
    return copy


def back_up(path: Path, reason: str, at: datetime) -> Path:
    """A checked copy beside the file, named by time (UTC) and reason; never in the place of another one."""
    target = _free_name(path, f"{at.astimezone(UTC):%Y%m%d-%H%M%S}", reason)
    copy_whole(path, target)
    return target


def copy_whole(path: Path, target: Path) -> None:
    """A checked copy of a dossier under another name, also while it is open; complete or not at all."""
    unfinished = target.with_name(target.name + ".part")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(unfinished)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        (verdict,) = copy.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        unfinished.unlink()
        raise StorageError(_("The copy of {path} failed its check; nothing was changed.").format(path=path))
    unfinished.replace(target)


def _free_name(path: Path, at: str, reason: str) -> Path:
    names = (reason, *(f"{reason}-{n}" for n in range(2, 1000)))
    targets = (path.with_name(f"{path.name}.{at}.{name}.bak") for name in names)
    return next(target for target in targets if not target.exists())
