"""Finding an institution by its name, or by a spelling that was merged into another one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.history import HistoryEntry
from uprtracker.models.institution import Institution
from uprtracker.vocabulary.text import fold

MERGED = "merged into"
"""The field under which the history names the institution that a merged spelling now stands for, by its uid."""


def find_institution(session: Session, name: str) -> Institution | None:
    """Letter case and accents aside; withdrawn only where no other one took its place. `None` for an unknown name."""
    wanted = fold(name)
    for known in session.scalars(select(Institution)):
        if fold(known.name) == wanted:
            return _today(session, known)
    return None


def _today(session: Session, known: Institution) -> Institution:
    """What stands for an institution today: itself, or the one it was merged into."""
    while known.withdrawn_at is not None:
        successor = _successor(session, known)
        if successor is None:
            break
        known = successor
    return known


def _successor(session: Session, known: Institution) -> Institution | None:
    h = HistoryEntry
    last = session.scalars(
        select(h)
        .where(h.entity == "institution", h.entity_uid == known.uid, h.action == "withdraw")
        .order_by(h.seq.desc())
        .limit(1)
    ).first()
    if last is None or last.field != MERGED:
        return None
    return session.scalars(select(Institution).where(Institution.uid == last.new)).first()
