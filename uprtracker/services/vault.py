"""The NHRI's key to its restricted notes: on its own machine, never in a dossier, with a passphrase where it wants one.

A dossier holds such notes sealed: whoever has the file without the key learns who wrote when, and nothing of the words. It
does not protect an unlocked machine with malware, nor a person who is made to give the passphrase. Needs the extra `vault`.
"""

import base64
import binascii
import hashlib
import json
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.paths import config_dir
from uprtracker.services import vault_cipher as cipher

PASSPHRASE_VARIABLE = "UPRTRACKER_VAULT_PASSPHRASE"
"""Where a script finds the passphrase of a protected vault."""
IDLE = timedelta(minutes=10)
"""After so long without use a protected vault locks itself."""
_SEALED = "sealed:"
_KEY_ID = 8
_FORMAT = 1


def utc_now() -> datetime:
    return datetime.now(UTC)


def vault_file() -> Path:
    return config_dir() / "nhri-vault.json"


class Vault:
    """The key of this machine: absent until the first note is sealed, then open, or protected by a passphrase."""

    def __init__(self, path: Path | None = None, clock: Callable[[], datetime] = utc_now) -> None:
        self._path = path or vault_file()
        self._clock = clock
        self._key: bytes | None = None
        self._used = clock()

    @property
    def path(self) -> Path:
        return self._path

    @property
    def protected(self) -> bool:
        """Whether a passphrase stands before the key."""
        return "wraps" in self._stored()

    @property
    def locked(self) -> bool:
        """Whether notes can neither be read nor written until `unlock`."""
        if self._key is not None and self._clock() - self._used > IDLE:
            self.lock()
        return self.protected and self._key is None

    def lock(self) -> None:
        self._key = None

    def protect(self, passphrase: str) -> str:
        """Put a passphrase before the key; returns the recovery key, which is shown once and stored nowhere."""
        cipher.check_passphrase(passphrase)
        key, recovery = self._key_in_use(), cipher.recovery_key()
        wraps = {"passphrase": _wrapped(key, passphrase), "recovery": _wrapped(key, recovery)}
        self._store({"format": _FORMAT, "id": _key_id(key), "wraps": wraps})
        self._key, self._used = key, self._clock()
        return recovery

    def change_passphrase(self, passphrase: str) -> None:
        """Notes and recovery key stay as they are: only the key is wrapped anew."""
        cipher.check_passphrase(passphrase)
        stored = self._stored()
        stored["wraps"]["passphrase"] = _wrapped(self._key_in_use(), passphrase)
        self._store(stored)

    def unlock(self, passphrase: str) -> None:
        """`UserError` where the passphrase is not the vault's."""
        self._unwrap("passphrase", passphrase)

    def unlock_with_recovery_key(self, recovery: str) -> None:
        """The printed key in any spacing and case."""
        self._unwrap("recovery", cipher.plain_recovery_key(recovery))

    def seal(self, text: str, place: str) -> str:
        """A note as a dossier may hold it, readable at its place (the note's uid) only; makes the key with the first one.

        `UserError` where the vault is locked, or the extra packages are not installed.
        """
        key = self._key_in_use()
        box = cipher.seal(key, cipher.padded(text.encode("utf-8", "surrogatepass")), place)
        return f"{_SEALED}{_key_id(key)}:{base64.b64encode(box).decode()}"

    def read(self, stored: str, place: str) -> str:
        """The words of a note; of a sealed one that cannot be read a sentence in brackets that says why."""
        if not stored.startswith(_SEALED):
            return stored
        key_id, _colon, box = stored.removeprefix(_SEALED).partition(":")
        if self._stored().get("id") != key_id:
            return _("(Sealed with the NHRI's key, which is not on this machine.)")
        self._unlock_for_script()
        if self.locked:
            return _("(Sealed: unlock the private notes to read it.)")
        try:
            opened = cipher.opened(self._key_in_use(), base64.b64decode(box, validate=True), place)
        except binascii.Error:
            opened = None
        if opened is None:
            return _("(Sealed, and damaged: it cannot be read.)")
        return cipher.unpadded(opened).decode("utf-8", "surrogatepass")

    def _unwrap(self, name: str, secret: str) -> None:
        wrap = self._stored().get("wraps", {}).get(name)
        if wrap is None:
            raise UserError(_("The private notes have no passphrase; they are open already."))
        salt, box = (base64.b64decode(wrap[part]) for part in ("salt", "box"))
        key = cipher.opened(cipher.derived(secret, salt), box, "key")
        if key is None:
            raise UserError(_("This is not the key of the private notes; try again."))
        self._key, self._used = key, self._clock()

    def _key_in_use(self) -> bytes:
        """The key, made where there is none; every use puts the time of locking off."""
        self._unlock_for_script()
        if self.locked:
            raise UserError(
                _(
                    "The private notes are locked; unlock them in the window, or give the passphrase in {variable}."
                ).format(variable=PASSPHRASE_VARIABLE)
            )
        self._used = self._clock()
        if self._key is None:
            stored = self._stored()
            self._key = bytes.fromhex(stored["key"]) if stored else self._made()
        return self._key

    def _unlock_for_script(self) -> None:
        """`UserError` where the passphrase that the environment gives is not the vault's."""
        if self.locked and PASSPHRASE_VARIABLE in os.environ:
            self.unlock(os.environ[PASSPHRASE_VARIABLE])

    def _made(self) -> bytes:
        key = secrets.token_bytes(cipher.KEY_BYTES)
        self._store({"format": _FORMAT, "id": _key_id(key), "key": key.hex()})
        return key

    def _stored(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise StorageError(
                _("The key of the private notes in '{file}' cannot be read; put a copy of it back.").format(
                    file=self._path
                )
            ) from error
        if not isinstance(stored, dict) or stored.get("format") != _FORMAT:
            raise StorageError(
                _(
                    "The key of the private notes in '{file}' is of another version; update the program."
                ).format(file=self._path)
            )
        return stored

    def _store(self, content: dict[str, Any]) -> None:
        """Whole or not at all, and readable by its owner only."""
        written = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            written.unlink(missing_ok=True)
            written.touch(mode=0o600)
            written.write_text(json.dumps(content), encoding="utf-8")
            written.replace(self._path)
        except OSError as error:
            raise StorageError(
                _(
                    "The key of the private notes cannot be written to '{file}'; make room and try again."
                ).format(file=self._path)
            ) from error


def vault_of(session: Session) -> Vault:
    """The vault of whoever works in this session."""
    vault = session.info["vault"]
    assert isinstance(vault, Vault)
    return vault


def _wrapped(key: bytes, secret: str) -> dict[str, str]:
    salt = secrets.token_bytes(cipher.SALT_BYTES)
    box = cipher.seal(cipher.derived(secret, salt), key, "key")
    return {"salt": base64.b64encode(salt).decode(), "box": base64.b64encode(box).decode()}


def _key_id(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:_KEY_ID]
