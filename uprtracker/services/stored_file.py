"""Keeping files inside the dossier as they were received."""

import hashlib
from pathlib import Path

from sqlalchemy import select

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.dossier import StoredFile
from uprtracker.services.recorder import Recorder

LARGEST = 50 * 1024 * 1024
"""Bytes; a dossier travels by mail and on memory sticks."""


def store_file(recorder: Recorder, path: Path, role: str) -> StoredFile:
    """The stored file with these bytes, stored now if it is not there; `role`: `import` or `evidence`.

    Of an import above `LARGEST` name, size and digest are kept, and no bytes: an export of everything has hundreds of
    megabytes.
    """
    try:
        size = path.stat().st_size
        if size <= LARGEST:
            return store_bytes(recorder, path.name, path.read_bytes(), role)
        if role == "import":
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            return _store(recorder, path.name, digest, size, b"", role)
    except OSError as error:
        raise UserError(
            _("{path} cannot be read; check its name and that you may read it.").format(path=path)
        ) from error
    raise UserError(_("{path} is larger than 50 MB; attach a smaller file or a link.").format(path=path))


def is_kept(size: int, content: bytes) -> bool:
    """Whether the bytes of a stored file are in the dossier, and not its digest alone."""
    return bool(content) or size == 0


def store_bytes(recorder: Recorder, name: str, content: bytes, role: str) -> StoredFile:
    """The stored file with these bytes, stored now if it is not there."""
    return _store(recorder, name, hashlib.sha256(content).hexdigest(), len(content), content, role)


def _store(recorder: Recorder, name: str, digest: str, size: int, content: bytes, role: str) -> StoredFile:
    known = recorder.session.scalars(
        select(StoredFile).where(StoredFile.sha256 == digest, StoredFile.role == role)
    ).first()
    if known is not None:
        return known
    made = StoredFile(
        name=name[-400:], sha256=digest, size=size, content=content, role=role, stored_at=recorder.at
    )
    recorder.create(made, "file", digest)
    recorder.session.flush()
    return made
