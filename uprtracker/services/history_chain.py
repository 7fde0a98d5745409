"""The chain over the history: each entry is sealed over the one before, so that an edit or a removal is seen.

With the institution's key a seal is an HMAC that nobody else can make; without one it is a plain digest, which only a
head noted outside the dossier protects. Texts of notes are not in it: history names them by digest.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.orm import Session

from uprtracker.models.history import Batch, HistoryEntry

_PLAIN, _KEYED = "h", "k"
_SEAL, _KEY_ID, _HEAD = 64, 6, 16
_BETWEEN = "\x1f"
_SEALED_AT_ONCE = 2000
_SET_SEAL = (
    update(HistoryEntry.__table__)  # type: ignore[arg-type]
    .where(HistoryEntry.seq == bindparam("number"))
    .values(mac=bindparam("seal"))
)


@dataclass(frozen=True)
class Fault:
    """`edited`, `removed` (before that entry), `cut` (after it) or `unsealed`, at the number of an entry."""

    kind: str
    seq: int


@dataclass(frozen=True)
class ChainState:
    """`other_keys`: how many entries are sealed with a key that is not here; `keyed`: how many with ours."""

    faults: tuple[Fault, ...]
    entries: int
    keyed: int
    other_keys: int


def last_number(session: Session) -> int:
    return session.scalar(select(func.max(HistoryEntry.seq))) or 0


def seal(session: Session, after: int, key: bytes) -> None:
    """Seal the entries written since number `after`, and those before that an older version left unsealed."""
    before = session.scalar(select(HistoryEntry.mac).where(HistoryEntry.seq == after)) or ""
    if after and not before:
        after, before = _last_sealed(session)
    following = _entries().where(HistoryEntry.seq > bindparam("after")).limit(_SEALED_AT_ONCE)
    while rows := session.execute(following, {"after": after}).all():
        sealed = []
        for row in rows:
            before = _seal_of(row, before, key)
            sealed.append({"number": row.seq, "seal": before})
        session.connection().execute(_SET_SEAL, sealed)
        after = rows[-1].seq


def verify(session: Session, key: bytes) -> ChainState:
    """Go through the whole history; what another key sealed counts as whole, because only its owner can tell.

    A history without any seal is an older version's, and has no fault; the next action seals it.
    """
    faults: list[Fault] = []
    before, last, entries, keyed, others = "", 0, 0, 0, 0
    for row in session.execute(_entries()):
        entries += 1
        keyed += bool(row.mac) and row.mac.startswith(_mark(key)) and bool(key)
        if row.mac is None:
            faults.append(Fault("unsealed", row.seq))
        elif row.mac.startswith(_KEYED) and not row.mac.startswith(_mark(key)):
            others += 1
        elif row.mac != _seal_of(row, before, key if row.mac.startswith(_KEYED) else b""):
            faults.append(Fault("edited" if row.seq == last + 1 else "removed", row.seq))
        before, last = row.mac or "", row.seq
    if _numbered(session) > last:
        faults.append(Fault("cut", last))
    if all(fault.kind == "unsealed" for fault in faults) and len(faults) == entries:
        faults.clear()
    return ChainState(tuple(faults), entries, keyed, others)


def history_head(session: Session) -> str:
    """Number and seal of the latest entry, for noting outside the dossier: `412:h0f3a5c…`; `0` without history."""
    last = session.execute(
        select(HistoryEntry.seq, HistoryEntry.mac).order_by(HistoryEntry.seq.desc()).limit(1)
    ).first()
    return f"{last.seq}:{(last.mac or '')[:_HEAD]}" if last else "0"


def _entries() -> Any:
    h = HistoryEntry
    return (
        select(
            h.seq,
            h.mac,
            h.entity,
            h.entity_uid,
            h.action,
            h.field,
            h.old,
            h.new,
            h.reason,
            Batch.uid,
            Batch.title,
            Batch.at,
            Batch.by_post,
            Batch.profile,
            Batch.institution,
        )
        .join(Batch, Batch.uid == h.batch)
        .order_by(h.seq)
    )


def _last_sealed(session: Session) -> tuple[int, str]:
    h = HistoryEntry
    row = session.execute(
        select(h.seq, h.mac).where(h.mac.is_not(None)).order_by(h.seq.desc()).limit(1)
    ).first()
    return (row.seq, row.mac) if row else (0, "")


def _numbered(session: Session) -> int:
    """The highest number that SQLite ever gave: it stays when the last entries are deleted by hand."""
    if session.get_bind().dialect.name != "sqlite":
        return 0
    return session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'history_entry'")) or 0


def _mark(key: bytes) -> str:
    return _KEYED + hashlib.sha256(key).hexdigest()[:_KEY_ID] if key else _PLAIN


def _seal_of(row: Any, before: str, key: bytes) -> str:
    content = _BETWEEN.join((before, *_said(row))).encode("utf-8", "surrogatepass")
    digest = hmac.new(key, content, "sha256").hexdigest() if key else hashlib.sha256(content).hexdigest()
    return (_mark(key) + digest)[:_SEAL]


def _said(row: Any) -> Iterator[str]:
    """What a seal covers; old and new values by their digests, so that no joint of two fields can be moved."""
    yield str(row.seq)
    yield from (
        row.uid,
        row.at.isoformat(),
        row.profile.value,
        row.entity,
        row.entity_uid,
        row.action,
        row.field,
    )
    for value in (row.title, row.by_post, row.institution, row.old, row.new, row.reason):
        yield "" if value is None else hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()
