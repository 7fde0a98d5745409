"""*Not ours, belongs to ...*: an institution says that an assignment is wrong, and the secretariat decides."""

from collections.abc import Sequence

from sqlalchemy import select

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.models.exchange import ReassignmentRequest
from uprtracker.models.institution import Institution
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.note_writing import tell_reason
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.tracking import TrackingService, named, rows_of
from uprtracker.vocabulary import institution_work as read
from uprtracker.vocabulary.read_model import Recommendation


class ReassigningService:
    """Requests to assign a recommendation otherwise."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tracking = TrackingService(store)

    def waiting(self) -> tuple[read.ReassignmentRequest, ...]:
        """The requests that nobody has decided, the oldest first."""
        r = ReassignmentRequest
        with self._store.read() as session:
            rows = {
                row.id: row for row in load_rows(session, today=self._store.today(), actor=self._store.actor)
            }
            found = session.execute(
                select(r, Institution.name)
                .join(Institution, Institution.id == r.institution_id)
                .where(r.state == "open", r.withdrawn_at.is_(None))
                .order_by(r.recorded_at, r.id)
            ).all()
        return tuple(
            read.ReassignmentRequest(
                id=request.id,
                row=rows[request.recommendation_id],
                institution=name,
                proposed=request.proposed,
                reason=request.reason,
                state=request.state,
                at=request.recorded_at,
                by=request.by_post,
            )
            for request, name in found
            if request.recommendation_id in rows
        )

    def request(self, ids: Sequence[int], proposed: str, reason: str = "") -> ChangeSet:
        """Say, for the actor's institution, that recommendations belong to another one, named if it is known."""
        with self._store.action("") as recorder:
            rows = rows_of(recorder.session, ids)
            permission.require_state_follow_up(recorder.actor, rows)
            recorder.name(_("Ask to reassign {which}").format(which=named(rows)))
            institution = recorder.own_institution()
            for row in rows:
                made = ReassignmentRequest(
                    recommendation_id=row.id,
                    institution_id=institution.id,
                    proposed=proposed.strip(),
                    reason=reason.strip(),
                    recorded_at=recorder.at,
                    by_post=recorder.actor.name,
                )
                recorder.create(made, "not_ours", made.proposed, recommendation_id=row.id, reason=made.reason)
        return recorder.result()

    def accept(self, request_ids: Sequence[int], institution: str = "") -> ChangeSet:
        """Assign as asked, or to `institution`: it takes the place of whoever asked, as lead or as supporting one."""
        title = ngettext(
            "Accept {n} request to reassign", "Accept {n} requests to reassign", len(request_ids)
        ).format(n=len(request_ids))
        with self._store.together(title) as recorder:
            permission.require_planning(recorder.actor)
            for request in _open(recorder, request_ids):
                name = institution.strip() or request.proposed
                (row,) = rows_of(recorder.session, [request.recommendation_id])
                if not name:
                    raise UserError(
                        _("The request on {number} names no institution; choose the one to assign.").format(
                            number=row.label
                        )
                    )
                asking = recorder.session.get_one(Institution, request.institution_id).name
                self._assign(row, asking, name)
                recorder.update(request, "state", "accepted", recommendation_id=row.id)
        return recorder.result()

    def decline(self, request_ids: Sequence[int], reason: str) -> ChangeSet:
        """Leave the assignment as it is; whoever asked reads why in an annotation at level *government*."""
        if not reason.strip():
            raise UserError(_("Say why the request is declined; the institution that asked reads it."))
        title = ngettext(
            "Decline {n} request to reassign", "Decline {n} requests to reassign", len(request_ids)
        ).format(n=len(request_ids))
        with self._store.action(title) as recorder:
            permission.require_planning(recorder.actor)
            for request in _open(recorder, request_ids):
                row_id = request.recommendation_id
                recorder.update(request, "state", "declined", recommendation_id=row_id, reason=reason.strip())
                told = _("The assignment stays as it is: {reason}").format(reason=reason.strip())
                tell_reason(recorder, row_id, told)
        return recorder.result()

    def _assign(self, row: Recommendation, asking: str, name: str) -> None:
        if asking == row.lead or asking not in row.supporting:
            self._tracking.assign_lead([row.id], name)
        else:
            others = [supporting for supporting in row.supporting if supporting != asking]
            self._tracking.set_supporting([row.id], [*others, name])


def _open(recorder: Recorder, request_ids: Sequence[int]) -> list[ReassignmentRequest]:
    """The requests with these ids that nobody has decided meanwhile."""
    r = ReassignmentRequest
    found = recorder.session.scalars(
        select(r).where(r.id.in_(request_ids), r.state == "open", r.withdrawn_at.is_(None)).order_by(r.id)
    )
    return list(found)
