"""The NHRI's private notes, encrypted in a file of their own beside the dossier; no package or export ever reads it.

Whoever holds the file without the passphrase or the recovery key learns how many notes there are, and nothing else. It
does not protect an unlocked machine with malware, nor a person who is made to give the passphrase. Needs the extra `vault`.
"""

import json
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.services import vault_cipher as cipher

SUFFIX = ".uprt-vault"
IDLE = timedelta(minutes=10)
"""After so long without use the vault locks itself."""
_APPLICATION_ID = 0x55505256  # 'UPRV'
_FORMAT = 1
_TABLES = """
CREATE TABLE vault (uid TEXT NOT NULL, format INTEGER NOT NULL);
CREATE TABLE wrap (name TEXT PRIMARY KEY, salt BLOB NOT NULL, box BLOB NOT NULL);
CREATE TABLE note (uid TEXT PRIMARY KEY, key_box BLOB NOT NULL, box BLOB NOT NULL);
"""


@dataclass(frozen=True)
class VaultNote:
    """A private note on the recommendation with that uid."""

    uid: str
    recommendation_uid: str
    at: datetime
    text: str


def vault_file(dossier: Path) -> Path:
    return dossier.with_suffix(SUFFIX)


def utc_now() -> datetime:
    return datetime.now(UTC)


class Vault:
    """A vault file, locked until `unlock`. Every use puts the time of its locking off."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = utc_now) -> None:
        self.path = path
        self._clock = clock
        self._key: bytes | None = None
        self._used = clock()
        with self._connected() as connection:
            (self._uid,) = connection.execute("SELECT uid FROM vault").fetchone()

    @classmethod
    def create(
        cls, path: Path, passphrase: str, clock: Callable[[], datetime] = utc_now
    ) -> tuple["Vault", str]:
        """A new, unlocked vault with its recovery key, which is shown once and stored nowhere."""
        cipher.check_passphrase(passphrase)
        if path.exists():
            raise UserError(_("There is a vault already in '{file}'; unlock it.").format(file=path.name))
        uid, key, recovery = (
            secrets.token_hex(16),
            secrets.token_bytes(cipher.KEY_BYTES),
            cipher.recovery_key(),
        )
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.executescript(_TABLES)
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            connection.execute("INSERT INTO vault VALUES (?, ?)", (uid, _FORMAT))
            for name, secret in (("passphrase", passphrase), ("recovery", recovery)):
                connection.execute(
                    "INSERT INTO wrap VALUES (?, ?, ?)", (name, *_wrapped(key, secret, uid, name))
                )
        path.chmod(0o600)
        vault = cls(path, clock)
        vault._key = key
        return vault, recovery

    @property
    def unlocked(self) -> bool:
        """Whether notes can be read now; false once it has not been used for a while."""
        if self._key is not None and self._clock() - self._used > IDLE:
            self.lock()
        return self._key is not None

    def lock(self) -> None:
        self._key = None

    def unlock(self, passphrase: str) -> None:
        """`UserError` where the passphrase is not the vault's."""
        self._open("passphrase", passphrase)

    def unlock_with_recovery_key(self, recovery: str) -> None:
        """The printed key in any spacing and case."""
        self._open("recovery", cipher.plain_recovery_key(recovery))

    def change_passphrase(self, passphrase: str) -> None:
        """Notes stay as they are: only the vault's key is wrapped anew."""
        cipher.check_passphrase(passphrase)
        wrapped = _wrapped(self._used_key(), passphrase, self._uid, "passphrase")
        with self._connected() as connection, connection:
            connection.execute("UPDATE wrap SET salt = ?, box = ? WHERE name = 'passphrase'", wrapped)

    def count(self) -> int:
        """How many notes there are; known without a key."""
        with self._connected() as connection:
            (n,) = connection.execute("SELECT count(*) FROM note").fetchone()
        return int(n)

    def write(self, recommendation_uid: str, text: str) -> VaultNote:
        """Keep a note; its recommendation and time are encrypted with it."""
        if not text.strip():
            raise UserError(_("The note has no text; write one."))
        note = VaultNote(secrets.token_hex(16), recommendation_uid, self._clock(), text.strip())
        said = json.dumps([note.recommendation_uid, note.at.isoformat(), note.text], ensure_ascii=False)
        note_key = secrets.token_bytes(cipher.KEY_BYTES)
        key_box = cipher.seal(self._used_key(), note_key, f"{self._uid}:{note.uid}:key")
        box = cipher.seal(note_key, cipher.padded(said.encode()), f"{self._uid}:{note.uid}:note")
        with self._connected() as connection, connection:
            connection.execute("INSERT INTO note VALUES (?, ?, ?)", (note.uid, key_box, box))
        return note

    def notes(self, recommendation_uid: str = "") -> tuple[tuple[VaultNote, ...], int]:
        """The notes on a recommendation (on all of them without a uid), the newest first, and how many are damaged."""
        key, read, damaged = self._used_key(), [], 0
        with self._connected() as connection:
            rows = connection.execute("SELECT uid, key_box, box FROM note").fetchall()
        for uid, key_box, box in rows:
            note_key = cipher.opened(key, key_box, f"{self._uid}:{uid}:key")
            said = cipher.opened(note_key, box, f"{self._uid}:{uid}:note") if note_key else None
            if said is None:
                damaged += 1
                continue
            about, at, text = json.loads(cipher.unpadded(said))
            if recommendation_uid in ("", about):
                read.append(VaultNote(uid, about, datetime.fromisoformat(at), text))
        return tuple(sorted(read, key=lambda note: note.at, reverse=True)), damaged

    def delete(self, uid: str) -> None:
        """Forget a note with its key, and clear the place in the file. Backups and the disk may still hold it."""
        self._used_key()
        with self._connected() as connection:
            with connection:
                connection.execute("DELETE FROM note WHERE uid = ?", (uid,))
            connection.execute("VACUUM")

    def _open(self, name: str, secret: str) -> None:
        with self._connected() as connection:
            salt, box = connection.execute("SELECT salt, box FROM wrap WHERE name = ?", (name,)).fetchone()
        key = cipher.opened(cipher.derived(secret, salt), box, f"{self._uid}:{name}")
        if key is None:
            raise UserError(_("This is not the vault's key, or the vault is damaged; try again."))
        self._key, self._used = key, self._clock()

    def _used_key(self) -> bytes:
        if not self.unlocked or self._key is None:
            raise UserError(_("The vault is locked; unlock it with the passphrase."))
        self._used = self._clock()
        return self._key

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """The file, which must be a vault: a damaged or foreign one is never written to."""
        uri = f"{self.path.absolute().as_uri()}?mode=rw"
        try:
            with closing(sqlite3.connect(uri, uri=True)) as connection:
                connection.execute("PRAGMA secure_delete=ON")
                if connection.execute("PRAGMA application_id").fetchone() != (_APPLICATION_ID,):
                    raise StorageError(_("'{file}' is not a vault.").format(file=self.path.name))
                yield connection
        except sqlite3.DatabaseError as error:
            raise StorageError(
                _("The vault '{file}' cannot be read or written; restore it from a copy.").format(
                    file=self.path.name
                )
            ) from error


def _wrapped(key: bytes, secret: str, uid: str, name: str) -> tuple[bytes, bytes]:
    salt = secrets.token_bytes(cipher.SALT_BYTES)
    return salt, cipher.seal(cipher.derived(secret, salt), key, f"{uid}:{name}")
