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


def name_today(session: Session, name: str) -> str:
    """What an institution is called now that was known by this name, merged or renamed since; else the name itself.

    For people who are known by their institution: their settings keep the name that it had.
    """
    found = find_institution(session, name) or _renamed(session, name)
    return name if found is None else found.name


def _renamed(session: Session, name: str) -> Institution | None:
    h, wanted = HistoryEntry, fold(name)
    renamings = session.scalars(
        select(h)
        .where(h.entity == "institution", h.action == "update", h.field == "name")
        .order_by(h.seq.desc())
    )
    uid = next((entry.entity_uid for entry in renamings if fold(entry.old or "") == wanted), None)
    found = session.scalars(select(Institution).where(Institution.uid == uid)).first() if uid else None
    return None if found is None else _today(session, found)


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
