"""How a vault encrypts: AES-256-GCM under keys that argon2id makes of a passphrase (RELIABILITY, 5). Needs the extra `vault`."""

import base64
import secrets
from typing import TYPE_CHECKING

from uprtracker.errors import UserError
from uprtracker.i18n import _

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES, SALT_BYTES = 32, 16
_NONCE_BYTES = 12
_PAD = 256
_ARGON_PASSES, _ARGON_KIB, _ARGON_LANES = 3, 64 * 1024, 4
_RECOVERY_BYTES, _GROUP = 20, 4
_SHORTEST = 12


def check_passphrase(passphrase: str) -> None:
    """Refuse one that can be guessed by trying."""
    if len(passphrase) < _SHORTEST:
        raise UserError(
            _("The passphrase is too short; use at least {n} characters, better several words.").format(
                n=_SHORTEST
            )
        )


def recovery_key() -> str:
    """160 random bits as groups of letters and digits: `ABCD-EFGH-…`."""
    said = base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode()
    return "-".join(said[n : n + _GROUP] for n in range(0, len(said), _GROUP))


def plain_recovery_key(typed: str) -> str:
    """The key as it was made, however it was typed."""
    said = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(said[n : n + _GROUP] for n in range(0, len(said), _GROUP))


def derived(secret: str, salt: bytes) -> bytes:
    """The key that a secret makes; takes a noticeable part of a second and 64 MiB, on purpose."""
    try:
        from argon2.low_level import Type, hash_secret_raw
    except ModuleNotFoundError as error:
        raise _not_installed() from error
    return hash_secret_raw(
        secret.encode(),
        salt,
        time_cost=_ARGON_PASSES,
        memory_cost=_ARGON_KIB,
        parallelism=_ARGON_LANES,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def seal(key: bytes, content: bytes, place: str) -> bytes:
    """Encrypt for one place: moved elsewhere, it cannot be opened."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, content, place.encode())


def opened(key: bytes, box: bytes, place: str) -> bytes | None:
    """The content of a box, or `None` where the key or the place is another one, or a byte was changed."""
    from cryptography.exceptions import InvalidTag

    try:
        return _cipher(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError):
        return None


def padded(content: bytes) -> bytes:
    """Filled up to a multiple of 256 bytes, so that a box does not tell the length of a text."""
    return content + b"\x80" + b"\0" * (-(len(content) + 1) % _PAD)


def unpadded(content: bytes) -> bytes:
    return content.rstrip(b"\0")[:-1]


def _cipher(key: bytes) -> "AESGCM":
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ModuleNotFoundError as error:
        raise _not_installed() from error
    return AESGCM(key)


def _not_installed() -> UserError:
    return UserError(
        _("The vault needs two more packages; install them with: pip install 'uprtracker[vault]'.")
    )
