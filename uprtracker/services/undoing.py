"""Taking a batch back, and back again: rows it made are withdrawn, rows it withdrew are restored, fields return.

History only ever grows. What somebody has changed since is left as it is and named; the rest is undone.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.base import Entity
from uprtracker.models.follow_up import Measure
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.institution import Institution
from uprtracker.models.instrument import TextVersion
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.tables import ENTITIES
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.content import FIELDS, read_content, write_content
from uprtracker.services.history_news import brought_in_by
from uprtracker.services.institution_undo import take_back_institution
from uprtracker.services.latest import in_chunks
from uprtracker.services.measure_recommendations import SERVES, served_by, take_back_served
from uprtracker.services.recorder import Recorder, as_word
from uprtracker.services.reference_entry import REFERENCE, take_back_reference
from uprtracker.services.store import Store
from uprtracker.services.text_setting import DEFAULT_TEXT, take_back_text

_STAYS = ("stored_file", "source_document", "instrument")
"""Made on the way and possibly used by others since: an undo leaves them."""


class UndoingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def undo(self, batch: str, *, only: int | None = None) -> ChangeSet:
        """Take an action back, or `only` the change with that number. Undoing an undo's batch is the redo."""
        with self._store.action("", undoes=batch) as recorder:
            taken_back = recorder.session.get(Batch, batch)
            if taken_back is None:
                raise UserError(_("There is no change '{batch}' in the history.").format(batch=batch))
            permission.require_taking_back(
                recorder.actor,
                taken_back.profile,
                taken_back.institution,
                merged=taken_back.file_id is not None
                and (self._store.for_nhri or recorder.actor.profile.validates),
            )
            recorder.name(_title(recorder.session, taken_back))
            entries = _entries(recorder.session, batch)
            if only is not None:
                entries = [entry for entry in entries if entry.seq == only]
            kept = _changed_since(recorder.session, entries)
            for entry in entries:
                if entry.field == REFERENCE:
                    take_back_reference(recorder, entry)
                    continue
                if entry.entity in _STAYS:
                    continue
                if entry.recommendation_id in kept or not self._take_back(recorder, entry):
                    recorder.refuse(_refusal(recorder.session, entry))
            recorder.structure = recorder.structure or any(
                (entry.entity, entry.field)
                in (("recommendation", "recommendation"), ("text_version", DEFAULT_TEXT))
                for entry in entries
            )
        result = recorder.result()
        return ChangeSet(
            result.title,
            result.batch,
            result.recommendations,
            result.created,
            tuple(dict.fromkeys(result.refused)),
            result.structure,
        )

    def _take_back(self, recorder: Recorder, entry: HistoryEntry) -> bool:
        """Whether the entry could be taken back; false when its row is no longer as the entry left it."""
        row = _row(recorder.session, entry)
        if isinstance(row, TextVersion):
            return take_back_text(recorder, row, entry)
        if isinstance(row, Institution):
            return take_back_institution(recorder, row, entry)
        if isinstance(row, Measure):
            recorder.touched.update(served_by(recorder.session, row.id))
        where = entry.recommendation_id
        if entry.action in ("create", "restore"):
            if row.withdrawn_at is not None:
                return True
            recorder.withdraw(row, entry.field, entry.new, recommendation_id=where)
            return True
        if entry.action == "withdraw":
            recorder.restore(row, entry.field, entry.old, recommendation_id=where)
            return True
        return self._put_back(recorder, row, entry)

    def _put_back(self, recorder: Recorder, row: Entity, entry: HistoryEntry) -> bool:
        """Give a field the value that it had; nothing to do where it has it again."""
        if isinstance(row, Recommendation) and entry.field in FIELDS:
            return self._restore_content(recorder, row, entry)
        if isinstance(row, Measure) and entry.field == SERVES:
            return take_back_served(recorder, row, entry)
        if as_word(getattr(row, entry.field)) == entry.old:
            return True
        if as_word(getattr(row, entry.field)) != entry.new:
            return False
        before = value_of(row, entry.field, entry.old)
        recorder.update(row, entry.field, before, recommendation_id=entry.recommendation_id)
        return True

    def _restore_content(self, recorder: Recorder, row: Recommendation, entry: HistoryEntry) -> bool:
        now = read_content(recorder.session, row.id, entry.field)
        if json.dumps(now) != json.dumps(json.loads(entry.new or "null")):
            return False
        write_content(recorder, row, entry.field, json.loads(entry.old or "null"))
        return True


def _entries(session: Session, batch: str) -> list[HistoryEntry]:
    """What an action changed, the last change first: with a merge goes the history that it brought in."""
    h = HistoryEntry
    found = list(session.scalars(select(h).where(h.batch == batch)))
    for chunk in in_chunks(sorted(brought_in_by(session, {batch}))):
        found += session.scalars(select(h).where(h.seq.in_(chunk)))
    return sorted(found, key=lambda entry: entry.seq, reverse=True)


def _title(session: Session, taken_back: Batch) -> str:
    """`Undo:` or `Redo:` and the title of the first action in the chain."""
    undone, again = taken_back, False
    while undone.undoes is not None:
        undone, again = session.get_one(Batch, undone.undoes), not again
    return (_("Redo: {title}") if again else _("Undo: {title}")).format(title=undone.title)


def _row(session: Session, entry: HistoryEntry) -> Entity:
    table = ENTITIES[entry.entity]
    return session.scalars(select(table).where(table.uid == entry.entity_uid)).one()


def value_of(row: Entity, field: str, word: str | None) -> Any:
    """A word of the history as the value that the column holds."""
    if word is None:
        return None
    kind = inspect(type(row)).columns[field].type.python_type
    if kind is date:
        return date.fromisoformat(word)
    if kind is datetime:
        return datetime.fromisoformat(word)
    return {"True": True, "False": False}[word] if kind is bool else kind(word)


def _changed_since(session: Session, entries: Sequence[HistoryEntry]) -> set[int]:
    """Recommendations that this batch made and that another action, still in force, has changed afterwards."""
    made = {
        e.recommendation_id
        for e in entries
        if e.entity == "recommendation" and e.action in ("create", "restore")
    }
    if not made:
        return set()
    last = max(e.seq for e in entries)
    later = session.execute(
        select(HistoryEntry.recommendation_id, HistoryEntry.batch).where(
            HistoryEntry.seq > last, HistoryEntry.recommendation_id.in_(made)
        )
    ).all()
    undone = batches_undone(session)
    return {row.recommendation_id for row in later if row.batch not in undone}


def batches_undone(session: Session) -> set[str]:
    """Batches whose effect is gone: undone and not redone; undo batches themselves are no changes of their own."""
    rows = session.execute(
        select(Batch.uid, Batch.undoes).where(Batch.undoes.is_not(None)).order_by(Batch.at)
    ).all()
    undone_by: dict[str, list[str]] = {}
    for row in rows:
        undone_by.setdefault(row.undoes, []).append(row.uid)

    def in_force(batch: str) -> bool:
        return not any(in_force(undo) for undo in undone_by.get(batch, []))

    return {batch for batch in undone_by if not in_force(batch)} | {row.uid for row in rows}


def _refusal(session: Session, entry: HistoryEntry) -> str:
    row = session.get(Recommendation, entry.recommendation_id) if entry.recommendation_id else None
    if entry.entity == "text_version":
        return _("The text is the default one, or linked to, or no longer as it was; it was left as it is.")
    number = f"{row.number}{row.part}" if row else entry.entity
    return _("{number} has been changed since and was left as it is.").format(number=number)
