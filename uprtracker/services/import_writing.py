"""Writing what an import plans for the dossier's State: new records in bulk, changed ones one by one, doubtful ones aside."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import delete

from uprtracker.importers.record import ParsedRecommendation
from uprtracker.models.recommendation import ListEntry, Recommendation
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.change_writing import write_changed
from uprtracker.services.import_comparison import FIRST_HAND, UPR_INFO
from uprtracker.services.import_documents import document_for, reference_twin
from uprtracker.services.import_follow_up import has_follow_up, write_follow_up
from uprtracker.services.import_plan import PlannedDocument, PlannedRecord
from uprtracker.services.latest import in_chunks
from uprtracker.services.made_up import number_of
from uprtracker.services.progress import Progress
from uprtracker.services.record_inserting import Placed, insert_records
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_loader import load_rows
from uprtracker.services.standing import REFERENCE, Standing
from uprtracker.services.store import Store
from uprtracker.vocabulary.read_model import Recommendation as Row

_AT_ONCE = 2000


@dataclass(frozen=True)
class ImportWriting:
    """One import's transaction, with the file that it is from. `accept` are numbers of records in doubt that a person took."""

    recorder: Recorder
    store: Store
    standing: Standing
    home: str
    source: str
    file_id: int
    accept: Collection[str]
    progress: Progress

    def write(self, planned: PlannedDocument) -> int:
        """Write a document's records; how many were put aside until a person says which recommendation they are."""
        wanted = [record for record in planned.records if self._is_wanted(planned, record)]
        aside = [
            r for r in planned.records if r.waits and r.stored_id is None and not self._is_wanted(planned, r)
        ]
        if wanted or planned.released:
            self._write_records(self._document(planned, wanted), wanted)
            self._release(planned)
        if aside:
            document = document_for(self.recorder, planned.review, self.home, collection=REFERENCE)
            placed = [self._placed(document, record.record) for record in aside]
            insert_records(self.recorder, placed, self.file_id, reference=True)
        return len(aside)

    def _is_wanted(self, planned: PlannedDocument, record: PlannedRecord) -> bool:
        label = record.record.label
        accepted = label in self.accept or f"{planned.symbol}:{label}" in self.accept
        return record.kind in ("new", "changed") or (
            record.kind == "in_doubt" and accepted and bool(record.record.text)
        )

    def _document(self, planned: PlannedDocument, wanted: Iterable[PlannedRecord]) -> SourceDocument | None:
        """None where a source without numbers only adds to what other documents gave."""
        if self.source == UPR_INFO and all(record.stored_id and not record.waits for record in wanted):
            return None
        return document_for(self.recorder, planned.review, self.home, id_=planned.document_id)

    def _write_records(self, document: SourceDocument | None, wanted: Iterable[PlannedRecord]) -> None:
        withdrawn = self.standing.withdrawn(document.id) if document else {}
        new: list[ParsedRecommendation] = []
        changed: list[tuple[int, ParsedRecommendation]] = []
        for planned in wanted:
            record = planned.record
            id_ = planned.stored_id or withdrawn.get((number_of(record), record.part))
            if id_ is None:
                new.append(record)
            else:
                changed.append((id_, record))
        self._write_changed(document, changed)
        for start in range(0, len(new), _AT_ONCE):
            assert document is not None
            self.progress.step(len(changed) + start, len(changed) + len(new))
            self._write_new(document, new[start : start + _AT_ONCE])

    def _write_new(self, document: SourceDocument, records: list[ParsedRecommendation]) -> None:
        ids = insert_records(self.recorder, [self._placed(document, r) for r in records], self.file_id)
        followed = {id_: r for id_, r in zip(ids, records, strict=True) if has_follow_up(r)}
        for row in self._rows(list(followed)):
            record = followed[row.id]
            write_follow_up(self.recorder, self.store, row, record, record.comment)

    def _write_changed(
        self, document: SourceDocument | None, changed: list[tuple[int, ParsedRecommendation]]
    ) -> None:
        session = self.recorder.session
        for id_, record in changed:
            stored = session.get_one(Recommendation, id_)
            if stored.withdrawn_at is not None:
                self.recorder.restore(stored, "recommendation", record.label, recommendation_id=id_)
        rows = {row.id: row for row in self._rows([id_ for id_, _record in changed])}
        comments = self.standing.comments(document.id) if document else {}
        for at, (id_, record) in enumerate(changed):
            self.progress.step(at, len(changed))
            row = rows[id_]
            write_changed(self.recorder, row, record, self.source, document, self.file_id)
            self._write_heading(row, record)
            comment = "" if record.comment in comments.get(id_, ()) else record.comment
            write_follow_up(self.recorder, self.store, row, record, comment)

    def _write_heading(self, row: Row, record: ParsedRecommendation) -> None:
        """The order and the banners are those of the latest list."""
        if not record.heading or (row.heading and self.source != FIRST_HAND):
            return
        session = self.recorder.session
        session.execute(delete(ListEntry).where(ListEntry.recommendation_id == row.id))
        session.add(
            ListEntry(
                recommendation_id=row.id,
                file_id=self.file_id,
                ordinal=record.order,
                heading=record.heading[:400],
                place=record.place.where[:200],
            )
        )

    def _release(self, planned: PlannedDocument) -> None:
        """Put what came without numbers aside, now that the numbers are there."""
        session = self.recorder.session
        for id_ in planned.released:
            row = session.get_one(Recommendation, id_)
            old = session.get_one(SourceDocument, row.document_id)
            aside = reference_twin(self.recorder, old)
            self.recorder.update(row, "document_id", aside.id, recommendation_id=id_)

    def _rows(self, ids: list[int]) -> list[Row]:
        self.recorder.session.flush()
        return [row for chunk in in_chunks(ids) for row in load_rows(self.recorder.session, ids=chunk)]

    def _placed(self, document: SourceDocument, record: ParsedRecommendation) -> Placed:
        return Placed(document.id, number_of(record), record.part, record)
