"""What waits for the validating authority, and sending it back. Confirming drafts is `TrackingService.validate`."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.follow_up import StatusEntry
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.detail_loader import load_details
from uprtracker.services.note_writing import tell_reason
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.tracking import named, rows_of
from uprtracker.vocabulary.institution_work import Draft
from uprtracker.vocabulary.read_model import RecommendationDetails


class ValidatingService:
    """The queue of drafts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def drafts(self) -> tuple[Draft, ...]:
        """The latest draft of every recommendation that has one, beside what is official; in order of numbers."""
        with self._store.read() as session:
            waiting = [
                row
                for row in load_rows(session, today=self._store.today(), actor=self._store.actor)
                if row.has_draft
            ]
            details = load_details(session, waiting, self._store.actor, history=False)
        return tuple(_draft(details[row.id]) for row in waiting)

    def send_back(self, ids: Sequence[int], reason: str) -> ChangeSet:
        """Take the drafts since the official status off the queue and tell the ministry why.

        The entries stay in the history as withdrawn; the reason is an open annotation at level *government*.
        """
        if not reason.strip():
            raise UserError(_("Say why it is sent back; the ministry reads it beside the recommendation."))
        with self._store.action("") as recorder:
            permission.require_validating(recorder.actor)
            rows = [row for row in rows_of(recorder.session, ids) if row.has_draft]
            recorder.name(_("Send back {which}").format(which=named(rows)))
            for row in rows:
                drafts = _pending(recorder.session, row.id)
                told = _("Sent back ({status}): {reason}").format(
                    status=drafts[0].status.label, reason=reason.strip()
                )
                for draft in drafts:
                    recorder.withdraw(
                        draft, "status", draft.status, recommendation_id=row.id, reason=reason.strip()
                    )
                tell_reason(recorder, row.id, told)
        return recorder.result()


def _draft(details: RecommendationDetails) -> Draft:
    official = next((entry for entry in details.statuses if entry.validated), None)
    return Draft(details.row, details.statuses[0], official)


def _pending(session: Session, recommendation_id: int) -> list[StatusEntry]:
    """The drafts after the latest validated entry, the newest first."""
    s = StatusEntry
    entries = session.scalars(
        select(s)
        .where(s.recommendation_id == recommendation_id, s.withdrawn_at.is_(None))
        .order_by(s.effective_on.desc(), s.recorded_at.desc(), s.id.desc())
    )
    pending: list[StatusEntry] = []
    for entry in entries:
        if entry.validated_at is not None:
            break
        pending.append(entry)
    return pending
