"""Which recommendations a measure serves: one measure may be for several, and the set can be put back."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from uprtracker.models.follow_up import Measure, MeasureRecommendation
from uprtracker.models.history import HistoryEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.services.recorder import Recorder

SERVES = "serves"
"""The field under which the history keeps the recommendations of a measure, as a JSON list of their uids."""


def served_by(session: Session, measure_id: int) -> list[int]:
    """The ids of the recommendations that a measure is for."""
    of = MeasureRecommendation
    return list(
        session.scalars(
            select(of.recommendation_id).where(of.measure_id == measure_id).order_by(of.recommendation_id)
        )
    )


def write_served(recorder: Recorder, measure: Measure, ids: Iterable[int]) -> None:
    """Let a measure be for these recommendations; told in the history of each that it was or is for."""
    session, before, now = recorder.session, served_by(recorder.session, measure.id), sorted(set(ids))
    if before == now:
        return
    old, new = _as_word(session, before), _as_word(session, now)
    of = MeasureRecommendation
    session.execute(delete(of).where(of.measure_id == measure.id, of.recommendation_id.not_in(now)))
    session.add_all(of(measure_id=measure.id, recommendation_id=id_) for id_ in now if id_ not in before)
    session.flush()
    for id_ in sorted({*before, *now}):
        recorder.note_update(measure, SERVES, old, new, id_)


def take_back_served(recorder: Recorder, measure: Measure, entry: HistoryEntry) -> bool:
    """Whether the set is as the entry left it, or before it, and could be put back."""
    session = recorder.session
    now = _as_word(session, served_by(session, measure.id))
    if now == entry.old:
        return True
    if now != entry.new:
        return False
    write_served(recorder, measure, _from_word(session, entry.old or "[]"))
    return True


def _as_word(session: Session, ids: Sequence[int]) -> str:
    r = Recommendation
    return json.dumps(sorted(session.scalars(select(r.uid).where(r.id.in_(ids)))))


def _from_word(session: Session, word: str) -> list[int]:
    r = Recommendation
    return list(session.scalars(select(r.id).where(r.uid.in_(json.loads(word)))))
