"""The institution's own key to its history: kept with the person's settings, never in a dossier (RELIABILITY: audit chain)."""

import secrets
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.paths import config_dir

_BYTES = 32


def history_key_file() -> Path:
    return config_dir() / "history.key"


def load_history_key() -> bytes:
    """The key with which this machine seals and checks histories; empty where there is none."""
    path = history_key_file()
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii"))
    except FileNotFoundError:
        return b""
    except (OSError, ValueError):
        key = b""
    if len(key) != _BYTES:
        raise UserError(
            _(
                "'{file}' is not a key of {n} bytes; put the institution's key back, or remove the file."
            ).format(file=path, n=_BYTES)
        )
    return key


def make_history_key() -> Path:
    """A new random key; `UserError` where there is one already, because histories sealed with it need it."""
    path = history_key_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise UserError(_("There is a key already in '{file}'; it was kept.").format(file=path)) from None
    path.write_text(secrets.token_hex(_BYTES), encoding="ascii")
    return path
