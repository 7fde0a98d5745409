"""Following up: status, validation, lead and supporting institutions, due dates. One method is one action."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import ConflictError, UserError
from uprtracker.i18n import _, ngettext
from uprtracker.models.follow_up import StatusEntry
from uprtracker.models.recommendation import Recommendation as RecommendationTable
from uprtracker.services import permission
from uprtracker.services.assignment_entry import enter_assignment
from uprtracker.services.change import ChangeSet
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status


def named(rows: Sequence[Recommendation]) -> str:
    """How a title names the recommendations of an action: `140.12`, or `12 recommendations`."""
    if len(rows) == 1:
        return rows[0].label
    return ngettext("{n} recommendation", "{n} recommendations", len(rows)).format(n=len(rows))


def rows_of(session: Session, ids: Sequence[int]) -> list[Recommendation]:
    """The rows with these ids; a bug if one is missing or withdrawn."""
    rows = load_rows(session, ids=ids)
    assert len(rows) == len(set(ids)), "an action names recommendations that are not there"
    return rows


class TrackingService:
    """What officials and the secretariat do to recommendations."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def set_status(
        self,
        ids: Sequence[int],
        status: Status,
        *,
        comment: str = "",
        on: date | None = None,
        expected: Mapping[int, Status | None] | None = None,
    ) -> ChangeSet:
        """Enter a status; official at once when the profile validates, else a draft.

        `expected` are the latest statuses that the person saw: another one now is a `ConflictError`.
        A status that needs a reason (`comment`) and has none is a `UserError`.
        """
        comment = comment.strip()
        if status.reason_required and not comment:
            raise UserError(
                _("'{status}' needs a reason: say in a comment what was done or why not.").format(
                    status=status.label
                )
            )
        with self._store.action("") as recorder:
            rows = self._allowed_rows(recorder, ids)
            _refuse_if_changed(rows, {r.id: r.status for r in rows}, expected)
            recorder.name(
                _("Set status of {which} to {status}").format(which=named(rows), status=status.label)
            )
            for row in rows:
                if row.status is status and not comment and row.status_validated:
                    continue
                self._enter(recorder, row, status, comment, on or self._store.today())
        return recorder.result()

    def comment_status(self, ids: Sequence[int], comment: str) -> ChangeSet:
        """Say more about the latest status: the same status again, with this comment."""
        with self._store.action("") as recorder:
            rows = self._allowed_rows(recorder, ids)
            recorder.name(_("Comment on the status of {which}").format(which=named(rows)))
            for row in rows:
                if row.status is None:
                    raise UserError(
                        _("{number} has no status to comment on; give one with the comment.").format(
                            number=row.label
                        )
                    )
                self._enter(recorder, row, row.status, comment.strip(), self._store.today())
        return recorder.result()

    def validate(self, ids: Sequence[int]) -> ChangeSet:
        """Make the latest entries official where they are drafts."""
        with self._store.action("") as recorder:
            permission.require_validating(recorder.actor)
            rows = rows_of(recorder.session, ids)
            recorder.name(_("Validate {which}").format(which=named(rows)))
            for row in rows:
                if row.has_draft:
                    entry = _latest_entry(recorder.session, row.id)
                    recorder.update(entry, "validated_at", recorder.at, recommendation_id=row.id)
                    recorder.update(entry, "validated_by", recorder.actor.name, recommendation_id=row.id)
        return recorder.result()

    def assign_lead(
        self, ids: Sequence[int], institution: str, *, expected: Mapping[int, str] | None = None
    ) -> ChangeSet:
        """Give recommendations a lead ministry; an empty name takes it away. An unknown name is created and told."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            rows = rows_of(recorder.session, ids)
            _refuse_if_changed(rows, {r.id: r.lead for r in rows}, expected)
            lead = recorder.institution(institution) if institution.strip() else None
            name = lead.name if lead else ""
            recorder.name(
                _("Make {ministry} lead of {which}").format(ministry=name, which=named(rows))
                if lead
                else _("Take the lead ministry from {which}").format(which=named(rows))
            )
            for row in rows:
                if row.lead != name:
                    self._assign(
                        recorder, row, lead.id if lead else None, "lead", lead is not None, row.lead, name
                    )
                if name in row.supporting:
                    self._assign(recorder, row, lead.id if lead else None, "supporting", False, name, "")
        return recorder.result()

    def set_supporting(self, ids: Sequence[int], institutions: Sequence[str]) -> ChangeSet:
        """Say which institutions support; those not named no longer do."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            rows = rows_of(recorder.session, ids)
            recorder.name(_("Set supporting ministries of {which}").format(which=named(rows)))
            wanted = {
                i.name: i.id for i in (recorder.institution(name) for name in institutions if name.strip())
            }
            for row in rows:
                for name in row.supporting:
                    if name not in wanted:
                        self._assign(
                            recorder, row, recorder.institution(name).id, "supporting", False, name, ""
                        )
                for name, id_ in wanted.items():
                    if name not in row.supporting and name != row.lead:
                        self._assign(recorder, row, id_, "supporting", True, "", name)
        return recorder.result()

    def add_supporting(self, ids: Sequence[int], institution: str) -> ChangeSet:
        """Add one supporting institution to each recommendation, beside those it has."""
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            rows = rows_of(recorder.session, ids)
            added = recorder.institution(institution)
            recorder.name(_("Let {ministry} support {which}").format(ministry=added.name, which=named(rows)))
            for row in rows:
                if added.name not in (row.lead, *row.supporting):
                    self._assign(recorder, row, added.id, "supporting", True, "", added.name)
        return recorder.result()

    def set_due(
        self, ids: Sequence[int], due_on: date | None, *, expected: Mapping[int, date | None] | None = None
    ) -> ChangeSet:
        """Set or clear the date by which a recommendation is to be implemented."""
        with self._store.action("") as recorder:
            rows = self._allowed_rows(recorder, ids)
            _refuse_if_changed(rows, {r.id: r.due_on for r in rows}, expected)
            recorder.name(
                _("Set due date of {which} to {date}").format(which=named(rows), date=due_on.isoformat())
                if due_on
                else _("Clear due date of {which}").format(which=named(rows))
            )
            for row in rows:
                stored = recorder.session.get_one(RecommendationTable, row.id)
                recorder.update(stored, "due_on", due_on, recommendation_id=row.id)
        return recorder.result()

    def _allowed_rows(self, recorder: Recorder, ids: Sequence[int]) -> list[Recommendation]:
        rows = rows_of(recorder.session, ids)
        permission.require_state_follow_up(recorder.actor, rows)
        return rows

    def _enter(self, recorder: Recorder, row: Recommendation, status: Status, comment: str, on: date) -> None:
        official = recorder.actor.profile.validates
        entry = StatusEntry(
            recommendation_id=row.id,
            status=status,
            comment=comment,
            effective_on=on,
            recorded_at=recorder.at,
            by_post=recorder.actor.name,
            profile=recorder.actor.profile,
            validated_at=recorder.at if official else None,
            validated_by=recorder.actor.name if official else "",
        )
        recorder.create(entry, "status", status, recommendation_id=row.id, old=row.status, reason=comment)

    def _assign(
        self,
        recorder: Recorder,
        row: Recommendation,
        institution_id: int | None,
        role: str,
        active: bool,
        old: str,
        new: str,
    ) -> None:
        enter_assignment(
            recorder, row, institution_id, role, active=active, on=self._store.today(), old=old, new=new
        )


def _refuse_if_changed(
    rows: Sequence[Recommendation], now: Mapping[int, object], expected: Mapping[int, object] | None
) -> None:
    changed = [
        row.label
        for row in rows
        if expected is not None and row.id in expected and expected[row.id] != now[row.id]
    ]
    if changed:
        raise ConflictError(
            _("Somebody has changed {numbers} since you read it; look at it again, then decide.").format(
                numbers=", ".join(changed)
            )
        )


def _latest_entry(session: Session, recommendation_id: int) -> StatusEntry:
    s = StatusEntry
    return session.scalars(
        select(s)
        .where(s.recommendation_id == recommendation_id, s.withdrawn_at.is_(None))
        .order_by(s.effective_on.desc(), s.recorded_at.desc(), s.id.desc())
        .limit(1)
    ).one()
