"""How a sender's columns are read: given as a file, remembered from the last time, or proposed where nothing is unclear."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import DoubtError
from uprtracker.i18n import _
from uprtracker.importers.column_field import Field, fields_of_header
from uprtracker.importers.column_mapping import ColumnMapping, mapping_from_json
from uprtracker.importers.sheet import column_letter
from uprtracker.importers.spreadsheet import fits
from uprtracker.models import comparison as tables
from uprtracker.services.recorder import Recorder

_LONGEST_SENDER = 200
_MOST_NAMED = 8


def remembered(session: Session, path: Path, proposed: ColumnMapping) -> ColumnMapping | None:
    """The mapping that was used for a table with the same headers, wherever they stand in this one."""
    known = _row(session, proposed)
    m = tables.ColumnMapping
    rows = [known] if known else session.scalars(select(m).order_by(m.id.desc()))
    for row in rows:
        mapping = None if row.withdrawn_at else _read(row.definition)
        if mapping and (known or fits(path, mapping)):
            # the file says itself how it is written
            return replace(mapping, encoding=proposed.encoding, delimiter=proposed.delimiter)
    return None


def _read(definition: str) -> ColumnMapping | None:
    """None where it cannot be read any more."""
    try:
        return mapping_from_json(json.loads(definition))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def require_clear(file: str, proposed: ColumnMapping) -> ColumnMapping:
    """The proposal, where its headers leave nothing open; `DoubtError` names the columns that a person must look at."""
    unclear = [
        c for c in proposed.columns if c.field and not c.sure and c.field not in fields_of_header(c.header)
    ]
    if proposed.of(Field.TEXT) and not unclear:
        return proposed
    columns = unclear or list(proposed.columns)
    names = ", ".join(f"'{c.header[:60] or column_letter(c.column)}'" for c in columns[:_MOST_NAMED])
    names += ", …" if len(columns) > _MOST_NAMED else ""
    raise DoubtError(
        _(
            "What the columns {names} of '{file}' hold is not certain; say it in a mapping and give that with --map."
        ).format(names=names, file=file)
    )


def remember(recorder: Recorder, mapping: ColumnMapping) -> None:
    """Keep a mapping for the next file of the same sender."""
    definition = json.dumps(mapping.to_json(), ensure_ascii=False, sort_keys=True)
    if not mapping.sender_key.strip("|"):
        return
    row = _row(recorder.session, mapping)
    if row is None:
        made = tables.ColumnMapping(sender=_sender(mapping), definition=definition)
        recorder.create(made, "column_mapping", made.sender)
        recorder.session.flush()
        return
    if row.withdrawn_at is not None:
        recorder.restore(row, "column_mapping", row.sender)
    recorder.update(row, "definition", definition)


def is_remembered(session: Session, mapping: ColumnMapping) -> bool:
    """Whether there is nothing to keep: it is kept as it is, or the table has no headers to know it again by."""
    if not mapping.sender_key.strip("|"):
        return True
    row = _row(session, mapping)
    definition = json.dumps(mapping.to_json(), ensure_ascii=False, sort_keys=True)
    return row is not None and row.withdrawn_at is None and row.definition == definition


def _row(session: Session, mapping: ColumnMapping) -> tables.ColumnMapping | None:
    """None too for a table without headers, which could be anybody's."""
    if not mapping.sender_key.strip("|"):
        return None
    m = tables.ColumnMapping
    return session.scalars(select(m).where(m.sender == _sender(mapping))).first()


def _sender(mapping: ColumnMapping) -> str:
    """The headers, or their digest where they are too long for a key."""
    key = mapping.sender_key
    if len(key) <= _LONGEST_SENDER:
        return key
    return hashlib.sha256(key.encode()).hexdigest()
