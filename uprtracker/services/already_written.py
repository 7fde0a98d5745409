"""What an institution has written on recommendations so far, so that an answer that comes twice is written once.

What came from the very same file counts as written also where the dossier says something else by now: it was decided.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.annotation import TextRevision
from uprtracker.models.dossier import StoredFile
from uprtracker.models.exchange import ReassignmentRequest
from uprtracker.models.follow_up import Evidence, Measure, MeasureRecommendation, ProgressEntry, StatusEntry
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.services.latest import in_chunks
from uprtracker.services.undoing import batches_undone
from uprtracker.vocabulary.ministry_sheet import plain
from uprtracker.vocabulary.text import fold

_Entries = defaultdict[int, set[tuple[str, ...]]]


class AlreadyWritten:
    """Entries by recommendation, as words: statuses of anybody, the rest of one institution.

    `sha256` is the digest of the file that is merged.
    """

    def __init__(self, session: Session, ids: Sequence[int], institution_id: int, sha256: str) -> None:
        self._statuses: _Entries = defaultdict(set)
        self._statuses_of_file: _Entries = defaultdict(set)
        self._dues_of_file: _Entries = defaultdict(set)
        self._progress: _Entries = defaultdict(set)
        self._reported: defaultdict[int, list[datetime]] = defaultdict(list)
        self._measures: _Entries = defaultdict(set)
        self._evidence: _Entries = defaultdict(set)
        self._requests: _Entries = defaultdict(set)
        for chunk in in_chunks(ids):
            self._load(session, chunk, institution_id)
        self._load_file(session, ids, sha256)

    def has_status(self, id_: int, status: str, comment: str, on: str) -> bool:
        """With an empty comment, whatever comment there is: an emptied one leaves the dossier's."""
        if any(status == known and comment in ("", words) for known, words in self._statuses_of_file[id_]):
            return True
        return any(
            (status, on) == (known, day) and comment in ("", words)
            for known, words, day in self._statuses[id_]
        )

    def has_due(self, id_: int, due: str) -> bool:
        """Whether this file has set the date before, whatever the date is now."""
        return (due,) in self._dues_of_file[id_]

    def has_progress(self, id_: int, text: str, on: str) -> bool:
        return any(text == known and on in ("", day) for known, day in self._progress[id_])

    def reported_since(self, id_: int, moment: datetime) -> bool:
        """Whether the institution has written progress after a moment."""
        return any(at > moment for at in self._reported[id_])

    def has_measure(self, id_: int, title: str) -> bool:
        return (fold(title),) in self._measures[id_]

    def has_evidence(self, id_: int, title: str, link: str) -> bool:
        return any(title == known and link in ("", place) for known, place in self._evidence[id_])

    def has_request(self, id_: int, proposed: str) -> bool:
        return (fold(proposed),) in self._requests[id_]

    def _load(self, session: Session, ids: Sequence[int], institution_id: int) -> None:
        s, p, e, r = StatusEntry, ProgressEntry, Evidence, ReassignmentRequest
        for status in session.scalars(_standing(s, ids)):
            words = (status.status.value, plain(status.comment), status.effective_on.isoformat())
            self._statuses[status.recommendation_id].add(words)
        progress = (
            select(p.recommendation_id, p.effective_on, p.recorded_at, TextRevision.text)
            .join(TextRevision, TextRevision.owner_uid == p.uid)
            .where(p.recommendation_id.in_(ids), p.withdrawn_at.is_(None), p.institution_id == institution_id)
        )
        for id_, day, at, text in session.execute(progress):
            self._progress[id_].add((plain(text), day.isoformat()))
            self._reported[id_].append(at)
        m, of = Measure, MeasureRecommendation
        measures = (
            select(of.recommendation_id, m.title)
            .join(m, m.id == of.measure_id)
            .where(
                of.recommendation_id.in_(ids), m.withdrawn_at.is_(None), m.institution_id == institution_id
            )
        )
        for id_, title in session.execute(measures):
            self._measures[id_].add((fold(title),))
        for item in session.scalars(_standing(e, ids).where(e.holder_id == institution_id)):
            self._evidence[item.recommendation_id].add((plain(item.title), item.link))
        for request in session.scalars(_standing(r, ids).where(r.institution_id == institution_id)):
            self._requests[request.recommendation_id].add((fold(request.proposed),))

    def _load_file(self, session: Session, ids: Sequence[int], sha256: str) -> None:
        h, s, wanted = HistoryEntry, StatusEntry, set(ids)
        brought = (
            select(h.recommendation_id, h.field, h.new, s.status, s.comment)
            .join(Batch, Batch.uid == h.batch)
            .join(StoredFile, StoredFile.id == Batch.file_id)
            .outerjoin(s, s.uid == h.entity_uid)
            .where(StoredFile.sha256 == sha256, h.batch.not_in(batches_undone(session)))
        )
        for id_, field, new, status, comment in session.execute(brought):
            if id_ not in wanted:
                continue
            if field == "due_on":
                self._dues_of_file[id_].add((new or "",))
            elif status is not None:
                self._statuses_of_file[id_].add((status.value, plain(comment)))


def _standing(table: Any, ids: Sequence[int]) -> Any:
    return select(table).where(table.recommendation_id.in_(ids), table.withdrawn_at.is_(None))
