"""What moved between two snapshots or dates, and who moved it. How changes are counted and worded is in the vocabulary."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.history import Snapshot
from uprtracker.services.change_events import Event, attributed, entered, events_after
from uprtracker.services.detail_loader import load_details
from uprtracker.services.freezing import find_snapshot
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.change_report import COUNTED, ChangeReport, Moment
from uprtracker.vocabulary.compared_state import (
    ComparedState,
    compare,
    compared_older,
    compared_plain,
    compared_row,
)
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.day import iso_day
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.snapshot import OlderContent, plain_content


class ChangesService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def between(
        self, since: str, until: str = "", *, level: Confidentiality = Confidentiality.GOVERNMENT
    ) -> ChangeReport:
        """What moved from one moment to another, each the name of a snapshot or an ISO date; without `until`, to now.

        Between dates, entries count by the day on which they took effect; a snapshot holds what was known when it was
        taken. What is above `level`, or above the profile, is not counted. `UserError` for a name that there is not,
        and for moments in the wrong order.
        """
        if not self._store.actor.profile.of_the_state:
            level = Confidentiality.PUBLIC
        with self._store.read() as session:
            first, last = self._moment(session, since), self._moment(session, until)
            if first.day > last.day:
                raise UserError(
                    _("{since} is later than {until}; name the earlier one first.").format(
                        since=first.words, until=last.words
                    )
                )
            changes = compare(self._states(session, first, level), self._states(session, last, level))
            return ChangeReport(first, last, attributed(session, changes, last.at, level))

    def last_snapshot(self, until: str = "") -> str:
        """The name of the latest snapshot before `until`, which a change report is about unless told otherwise."""
        s = Snapshot
        with self._store.read() as session:
            last = self._moment(session, until)
            name = session.scalars(
                select(s.name)
                .where(s.withdrawn_at.is_(None), s.as_of <= last.day, s.name != last.snapshot)
                .order_by(s.as_of.desc(), s.id.desc())
                .limit(1)
            ).first()
        if name is None:
            raise UserError(
                _("There is no snapshot to compare with; take one, or name the date to compare with.")
            )
        return name

    def _moment(self, session: Session, words: str) -> Moment:
        day = iso_day(words) if words else self._store.today()
        if day is not None:
            return Moment(day, datetime.combine(day, time.max).astimezone())
        snapshot = find_snapshot(session, words)
        return Moment(snapshot.as_of, snapshot.taken_at, snapshot.name)

    def _states(self, session: Session, moment: Moment, level: Confidentiality) -> list[ComparedState]:
        if moment.snapshot:
            content = plain_content(find_snapshot(session, moment.snapshot).content)
            if isinstance(content, OlderContent):
                return compared_older(content)
            return compared_plain(content, level)
        return self._states_at(session, moment, level)

    def _states_at(self, session: Session, moment: Moment, level: Confidentiality) -> list[ComparedState]:
        """As the dossier tells of a day: without what was entered after it."""
        rows = load_rows(session, as_of=moment.day, today=self._store.today(), actor=self._store.actor)
        later = events_after(session, moment.at)
        added = {e.recommendation_id for e in later if (e.entity, e.action) == ("recommendation", "create")}
        rows = [r for r in rows if Scope.UPR.holds(r.mechanism, r.collection) and r.id not in added]
        details = load_details(session, rows, self._store.actor, history=False)
        new = entered(session, later, level)
        unlinked = _withdrawn_links(later)
        states = []
        for row in rows:
            state = compared_row(row, details[row.id], level)
            counts = {kind: getattr(state, kind) - new[kind, row.id] for kind in COUNTED}
            labels = (*_linked_by(row, moment.at), *unlinked[row.id])
            states.append(replace(state, paragraphs=labels, **counts))
        return states


def _linked_by(row: Recommendation, at: datetime) -> list[str]:
    return [link.label for link in row.paragraphs if link.at <= at]


def _withdrawn_links(later: Sequence[Event]) -> defaultdict[int, list[str]]:
    """The labels of links that stood before these events and were withdrawn by them."""
    made = {event.entity_uid for event in later if event.entity == "link" and event.action == "create"}
    found: defaultdict[int, list[str]] = defaultdict(list)
    for event in later:
        gone = event.entity == "link" and event.field == "link" and event.action == "withdraw"
        if gone and event.entity_uid not in made and event.old:
            found[event.recommendation_id].append(event.old)
    return found
