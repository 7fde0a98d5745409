"""Entries of the history as the comparison of two moments reads them: what came later, and who made a field what it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from uprtracker.models.follow_up import Evidence, Measure, ProgressEntry
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.services.latest import in_chunks
from uprtracker.vocabulary.change_report import Change
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Profile


@dataclass(frozen=True)
class Event:
    recommendation_id: int
    entity: str
    entity_uid: str
    action: str
    field: str
    old: str
    new: str
    by: str
    profile: Profile
    at: datetime


_MADE_BY: Mapping[str, Callable[[Event], bool]] = {
    "recommendation": lambda e: (e.entity, e.field) == ("recommendation", "recommendation"),
    "status": lambda e: e.entity == "status_entry" and (e.field == "validated_at" or e.profile.validates),
    "draft": lambda e: e.entity == "status_entry",
    "position": lambda e: e.entity == "position_entry",
    "assessment": lambda e: e.entity == "assessment_entry",
    "lead": lambda e: (e.entity, e.field) == ("assignment", "lead"),
    "supporting": lambda e: (e.entity, e.field) == ("assignment", "supporting"),
    "paragraphs": lambda e: (e.entity, e.field) == ("link", "link"),
    "measures": lambda e: e.entity == "measure",
    "progress": lambda e: e.entity == "progress_entry",
    "evidence": lambda e: e.entity == "evidence",
}
"""Which entries move a field of `change_report.FIELDS`. A status is official when one who validates entered it, or
when it was validated."""


def events_after(session: Session, at: datetime) -> list[Event]:
    """What the history has after a moment, in its order."""
    return _events(session, Batch.at > at)


def attributed(
    session: Session, changes: Sequence[Change], until: datetime, level: Confidentiality
) -> tuple[Change, ...]:
    """The changes with the person and time of the latest entry that moved their field by then.

    Entries above `level` did not move what is counted, and who wrote them is nobody's to read.
    """
    hidden = _above(session, level)
    ids = _ids(session, {change.uid for change in changes})
    events: dict[int, list[Event]] = {}
    for chunk in in_chunks(sorted(ids.values())):
        of_these = HistoryEntry.recommendation_id.in_(chunk)
        for event in _events(session, of_these, Batch.at <= until):
            if event.entity_uid in hidden:
                continue
            events.setdefault(event.recommendation_id, []).append(event)
    return tuple(_with_author(change, events.get(ids.get(change.uid, 0), ())) for change in changes)


def _with_author(change: Change, events: Sequence[Event]) -> Change:
    made = _MADE_BY[change.field]
    event = next((event for event in reversed(events) if made(event)), None)
    return replace(change, by=event.by, at=event.at) if event else change


def entered(session: Session, events: Iterable[Event], level: Confidentiality) -> Counter[tuple[str, int]]:
    """How many measures, progress entries and items of evidence these events created, by kind and recommendation: those
    that stand today and may be seen at a level."""
    created = {(e.entity, e.entity_uid): e.recommendation_id for e in events if e.action == "create"}
    levels = [each for each in Confidentiality if each.visible_to(level)]
    standing = {
        "measures": select(Measure.uid).where(Measure.withdrawn_at.is_(None)),
        "progress": select(ProgressEntry.uid).where(
            ProgressEntry.withdrawn_at.is_(None), ProgressEntry.confidentiality.in_(levels)
        ),
        "evidence": select(Evidence.uid).where(
            Evidence.withdrawn_at.is_(None), Evidence.confidentiality.in_(levels)
        ),
    }
    tables = {"measures": "measure", "progress": "progress_entry", "evidence": "evidence"}
    found: Counter[tuple[str, int]] = Counter()
    for kind, statement in standing.items():
        for uid in session.scalars(statement):
            if (tables[kind], uid) in created:
                found[kind, created[tables[kind], uid]] += 1
    return found


def _above(session: Session, level: Confidentiality) -> set[str]:
    """The uids of progress entries and items of evidence that are above a level."""
    above = [each for each in Confidentiality if not each.visible_to(level)]
    statements = (
        select(ProgressEntry.uid).where(ProgressEntry.confidentiality.in_(above)),
        select(Evidence.uid).where(Evidence.confidentiality.in_(above)),
    )
    return {uid for statement in statements for uid in session.scalars(statement)}


def _events(session: Session, *conditions: ColumnElement[bool]) -> list[Event]:
    h, b = HistoryEntry, Batch
    statement = (
        select(
            h.recommendation_id, h.entity, h.entity_uid, h.action, h.field, h.old, h.new, b.by_post, b.profile, b.at
        )
        .join(b, b.uid == h.batch)
        .where(h.recommendation_id.is_not(None), *conditions)
        .order_by(h.seq)
    )  # fmt: skip
    return [
        Event(
            recommendation_id=row.recommendation_id,
            entity=row.entity,
            entity_uid=row.entity_uid,
            action=row.action,
            field=row.field,
            old=row.old or "",
            new=row.new or "",
            by=row.by_post,
            profile=row.profile,
            at=row.at,
        )
        for row in session.execute(statement)
    ]


def _ids(session: Session, uids: set[str]) -> dict[str, int]:
    """Today's ids of recommendations, withdrawn ones too."""
    found: dict[str, int] = {}
    for chunk in in_chunks(sorted(uids)):
        rows = session.execute(
            select(Recommendation.uid, Recommendation.id).where(Recommendation.uid.in_(chunk))
        )
        found.update((row.uid, row.id) for row in rows)
    return found
