"""Writing one entry about who leads or supports a recommendation."""

from datetime import date

from uprtracker.models.institution import Assignment
from uprtracker.services.recorder import Recorder
from uprtracker.vocabulary.read_model import Recommendation


def enter_assignment(
    recorder: Recorder,
    row: Recommendation,
    institution_id: int | None,
    role: str,
    *,
    active: bool,
    on: date,
    old: str,
    new: str,
) -> None:
    """From `on` the institution leads or supports, or no longer does; `old` and `new` are the names for the history."""
    entry = Assignment(
        recommendation_id=row.id,
        institution_id=institution_id,
        role=role,
        active=active,
        effective_on=on,
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
    )
    recorder.create(entry, role, new, recommendation_id=row.id, old=old)
