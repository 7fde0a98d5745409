"""Backups beside the dossier: made before what cannot be undone by hand, listed, thinned out, and restored."""

import glob
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models import sqlite_file
from uprtracker.models.engine import is_url
from uprtracker.vocabulary.schema import SCHEMA

_NAME = re.compile(r"\.(?P<at>\d{8}-\d{6})\.(?P<reason>[^.]+)\.bak$")
_LATEST = 10
_DAYS, _WEEKS, _MONTHS = 7, 4, 12


@dataclass(frozen=True)
class Backup:
    """A backup beside a dossier: when (UTC), why, and its size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


def backups_of(dossier: Path) -> tuple[Backup, ...]:
    """The backups that lie beside a dossier, the newest first."""
    found = []
    for path in dossier.parent.glob(f"{glob.escape(dossier.name)}.*.bak"):
        named = _NAME.search(path.name)
        if named and path.name == dossier.name + named[0]:
            at = datetime.strptime(named["at"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
            found.append(Backup(path, at, named["reason"], path.stat().st_size))
    return tuple(sorted(found, key=_age, reverse=True))


def _age(backup: Backup) -> tuple[datetime, int, str]:
    """By time; the second and third of one second have longer names than the first."""
    return backup.at, len(backup.path.name), backup.path.name


def back_up(location: str, reason: str, at: datetime) -> Path:
    """Copy a dossier beside itself, checked, and let go of backups that newer ones replace.

    `StorageError` for a database address: its server keeps its own backups.
    """
    if is_url(location):
        raise StorageError(
            _("A database address is backed up by its server; name a dossier file that ends in .uprt.")
        )
    path = Path(location)
    sqlite_file.inspect(path)
    made = sqlite_file.back_up(path, reason, at)
    for backup in _spare(backups_of(path)):
        backup.path.unlink(missing_ok=True)
    return made


def restore(backup: Path, target: Path, at: datetime) -> Path | None:
    """Put a backup in a dossier's place; returns the backup of what stood there, `None` where nothing did.

    `StorageError` where the backup is none, or is of another version, or the target is in use.
    """
    if target.suffix != sqlite_file.SUFFIX:
        raise UserError(_("'{file}' does not end in .uprt; name the dossier so.").format(file=target.name))
    if backup.absolute() == target.absolute():
        raise UserError(_("The backup and the dossier are one file; name another dossier."))
    if sqlite_file.inspect(backup).schema > SCHEMA:
        raise StorageError(
            _("{path} was made by a newer version of UPR Tracker; install that version to open it.").format(
                path=backup
            )
        )
    before = None
    if target.exists():
        if sqlite_file.inspect(target).locked:
            raise StorageError(
                _("{path} is being written by another program; close it there and try again.").format(
                    path=target
                )
            )
        sqlite_file.make_one_file(target)
        before = sqlite_file.back_up(target, "restore", at)
    _put(backup, target)
    return before


def _put(backup: Path, target: Path) -> None:
    unfinished = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(backup, unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise StorageError(
            _("'{file}' cannot be written: {reason}; make room or choose another folder.").format(
                file=target, reason=error.strerror or error
            )
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _spare(newest_first: tuple[Backup, ...]) -> list[Backup]:
    """What may go: all but the latest ten and the latest of each of 7 days, 4 weeks and 12 months."""
    kept = set(newest_first[:_LATEST])
    for most, period in ((_DAYS, "%Y%m%d"), (_WEEKS, "%G%V"), (_MONTHS, "%Y%m")):
        latest: dict[str, Backup] = {}
        for backup in newest_first:
            latest.setdefault(backup.at.strftime(period), backup)
        kept |= set(list(latest.values())[:most])
    return [backup for backup in newest_first if backup not in kept]
