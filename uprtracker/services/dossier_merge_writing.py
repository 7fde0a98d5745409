"""Writing what a copy of the dossier brings: its rows as they are, and the history of each as its authors made it."""

import hashlib
import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.base import Entity, new_uid
from uprtracker.models.dossier import StoredFile
from uprtracker.models.follow_up import Measure
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.tables import ENTITIES
from uprtracker.services.content import read_content, write_content
from uprtracker.services.dossier_comparison import Move, following, parts_of
from uprtracker.services.history_news import (
    RECEIPT,
    News,
    NewsEntry,
    brought_in_by,
    load_entries,
)
from uprtracker.services.measure_recommendations import write_served
from uprtracker.services.portable_row import PortableRow, load_portable
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_words import field_of, told
from uprtracker.services.row_writing import RowWriter
from uprtracker.services.undoing import batches_undone, value_of


class DossierMergeWriter:
    """Writes within one open action; the entries of their history keep their batches, posts, profiles and times."""

    def __init__(self, source: Session, recorder: Recorder, file: str, sha256: str) -> None:
        session = recorder.session
        self._source = source
        self._recorder = recorder
        self._received = {"file": file, "sha256": sha256}
        self._theirs, self._ours = load_portable(source), load_portable(session)
        self._same = Correspondence(self._theirs, self._ours)
        self._rows = RowWriter(source, session, self._theirs, self._same.uid)
        everything = load_entries(session)
        undone = brought_in_by(session, batches_undone(session))
        theirs = load_entries(source, brought_in_by(source, batches_undone(source)))
        self._news = News(theirs, [entry for entry in everything if entry.seq not in undone])
        self._here = {entry.key for entry in everything}
        self._brought: dict[int, NewsEntry] = {}

    def write(self, moves: Sequence[Move]) -> None:
        arriving = [row for move in moves for row in move.rows]
        self._rows.write(arriving)
        for row, entity in self._rows.written:
            self._tell_new(row, entity)
        for row in arriving:
            if (entity := self._rows.find(row)).withdrawn_at is not None:
                self._stand(row, entity, True)
        for move in moves:
            if move.row is not None:
                self._change(move, move.row)
            for replaced in move.instead_of:
                self._give_way(replaced)
        self._recorder.session.flush()
        self._copy_history()

    def _tell_new(self, row: PortableRow, entity: Entity) -> None:
        entries = self._news.of(row.table, row.uid)
        if not self._bring(entries):
            self._recorder.create(
                entity, field_of(row), told(row, self._theirs), recommendation_id=self._about(row)
            )
        self._recorder.structure |= row.table in ("recommendation", "text_version")

    def _change(self, move: Move, row: PortableRow) -> None:
        entity = self._rows.find(row)
        if move.standing is not None:
            self._stand(row, entity, move.standing)
        elif move.parts:
            self._replace_parts(row, entity, move.parts)
        else:
            for column in (move.column, *following(move.column)):
                self._set(row, entity, column)

    def _set(self, row: PortableRow, entity: Entity, column: str) -> None:
        about = self._about(row)
        if column in row.refs:
            # the history keeps such a change by ids, which say nothing in another dossier
            mine = self._rows.reference(row.table, column, row.refs[column])
            self._recorder.update(entity, column, mine, recommendation_id=about)
            return
        entries = [e for e in self._news.of(row.table, row.uid) if (e.action, e.field) == ("update", column)]
        if self._bring(entries):
            # where both changed it, ours goes back to what both began with, so that an undo finds each step
            began = value_of(entity, column, entries[0].old)
            self._recorder.update(entity, column, began, recommendation_id=about)
            setattr(entity, column, row.values[column])
            self._touch(about)
        else:
            self._recorder.update(entity, column, row.values[column], recommendation_id=about)

    def _replace_parts(self, row: PortableRow, entity: Entity, field: str) -> None:
        entries = [e for e in self._news.of(row.table, row.uid) if e.field == field]
        if isinstance(entity, Recommendation) and self._bring(entries):
            write_content(self._recorder, entity, field, json.loads(entries[0].old or "null"))
            self._rows.replace_parts(row, parts_of(field))
        elif isinstance(entity, Recommendation):
            r = Recommendation
            theirs = self._source.scalars(select(r.id).where(r.uid == row.uid)).one()
            write_content(self._recorder, entity, field, read_content(self._source, theirs, field))
        elif isinstance(entity, Measure):
            served = [dict(part)["recommendation_id"] for part in row.parts.get("measure_recommendation", ())]
            write_served(self._recorder, entity, [self._rows.id_of("recommendation", uid) for uid in served])

    def _stand(self, row: PortableRow, entity: Entity, standing: bool) -> None:
        about, said = self._about(row), told(row, self._theirs)
        entries = [e for e in self._news.of(row.table, row.uid) if e.action in ("withdraw", "restore")]
        if self._bring(entries):
            entity.withdrawn_at = row.values["withdrawn_at"]
            self._touch(about)
        elif standing:
            self._recorder.restore(entity, field_of(row), said, recommendation_id=about)
        else:
            self._recorder.withdraw(entity, field_of(row), said, recommendation_id=about)

    def _give_way(self, row: PortableRow) -> None:
        """Our own row, in whose place theirs was chosen."""
        table = ENTITIES[row.table]
        entity = self._recorder.session.scalars(select(table).where(table.uid == row.uid)).one()
        about = getattr(entity, "recommendation_id", None)
        self._recorder.withdraw(entity, field_of(row), told(row, self._ours), recommendation_id=about)

    def _bring(self, entries: Sequence[NewsEntry]) -> bool:
        """Let these entries come in; false where there are none, or where they stand here and were undone."""
        if not entries or any(entry.key in self._here for entry in entries):
            return False
        self._brought.update({entry.seq: entry for entry in entries})
        return True

    def _copy_history(self) -> None:
        """Their entries in their order, each in its own batch, and a note of what came in with this merge."""
        session, written = self._recorder.session, []
        r = Recommendation
        abouts = {row.id: row.uid for row in self._source.execute(select(r.id, r.uid))}
        for seq in sorted(self._brought):
            theirs = self._source.get_one(HistoryEntry, seq)
            uid = abouts.get(theirs.recommendation_id or 0)
            about = self._rows.id_of("recommendation", uid) if uid else None
            self._touch(about)
            entry = HistoryEntry(
                batch=self._batch(theirs.batch).uid,
                recommendation_id=about,
                entity=theirs.entity,
                entity_uid=self._same.uid(theirs.entity, theirs.entity_uid),
                action=theirs.action,
                field=theirs.field,
                old=theirs.old,
                new=theirs.new,
                reason=theirs.reason,
            )
            session.add(entry)
            session.flush()
            written.append(entry)
        self._note(written)

    def _batch(self, uid: str) -> Batch:
        """Their batch here, made with those that it takes back."""
        session = self._recorder.session
        known = session.get(Batch, uid)
        if known is not None:
            return known
        theirs = self._source.get_one(Batch, uid)
        made = Batch(
            uid=uid,
            title=theirs.title,
            at=theirs.at,
            by_post=theirs.by_post,
            profile=theirs.profile,
            institution=theirs.institution,
            undoes=self._batch(theirs.undoes).uid if theirs.undoes else None,
            file_id=self._receipt().id,
        )
        session.add(made)
        session.flush()
        return made

    def _receipt(self) -> StoredFile:
        """The note of this merge, to which its batches refer; what it holds is known at the end."""
        session, batch = self._recorder.session, self._recorder.batch
        if batch.file_id is None:
            receipt = StoredFile(
                uid=new_uid(),
                name=self._received["file"][-400:],
                sha256=hashlib.sha256(b"").hexdigest(),
                size=0,
                content=b"",
                role=RECEIPT,
                stored_at=self._recorder.at,
            )
            self._recorder.create(receipt, "file", self._received["sha256"])
            session.flush()
            batch.file_id = receipt.id
            session.flush()
        return session.get_one(StoredFile, batch.file_id)

    def _note(self, written: Sequence[HistoryEntry]) -> None:
        receipt = self._receipt()
        noted = {**self._received, "batch": self._recorder.batch.uid, "entries": [e.seq for e in written]}
        receipt.content = json.dumps(noted, sort_keys=True).encode()
        receipt.sha256 = hashlib.sha256(receipt.content).hexdigest()
        receipt.size = len(receipt.content)

    def _about(self, row: PortableRow) -> int | None:
        uid = row.uid if row.table == "recommendation" else row.recommendation
        return self._rows.id_of("recommendation", uid) if uid else None

    def _touch(self, about: int | None) -> None:
        if about is not None:
            self._recorder.touched.add(about)
