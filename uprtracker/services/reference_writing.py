"""Writing what other States were told into the reference collection: in bulk, read-only, in no figure."""

from collections.abc import Sequence

from sqlalchemy import select, update

from uprtracker.importers.mechanism import UPR
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.bulk_insert import insert_rows, ordered_uids, stored
from uprtracker.services.import_plan import PlannedReference
from uprtracker.services.latest import in_chunks
from uprtracker.services.made_up import symbol_of
from uprtracker.services.progress import Progress
from uprtracker.services.record_inserting import Placed, insert_records
from uprtracker.services.recorder import Recorder
from uprtracker.services.standing import REFERENCE

_AT_ONCE = 10_000
_IN_THE_NUMBER = ("text",)
"""The number is made of this alias: it says the same."""


def write_reference(
    recorder: Recorder, planned: Sequence[PlannedReference], file_id: int, progress: Progress
) -> int:
    """How many records came in."""
    wanted = [document for document in planned if document.new]
    ids = reference_documents(recorder, wanted)
    placed = [
        Placed(id_, number, part, record)
        for id_, document in zip(ids, wanted, strict=True)
        for number, part, record in document.new
    ]
    restored = [id_ for document in planned for id_ in document.restored]
    for start in range(0, len(placed), _AT_ONCE):
        progress.step(start, len(placed))
        some = placed[start : start + _AT_ONCE]
        insert_records(recorder, some, file_id, reference=True, without_aliases=_IN_THE_NUMBER)
    for chunk in in_chunks(restored):
        recorder.session.execute(
            update(Recommendation)
            .where(Recommendation.id.in_(chunk))
            .values(withdrawn_at=None)
            .execution_options(synchronize_session=False)
        )
    return len(placed) + len(restored)


def reference_documents(recorder: Recorder, planned: Sequence[PlannedReference]) -> list[int]:
    """The id of each document in the reference collection; those that are not there are made together."""
    session, d = recorder.session, SourceDocument
    new = [p.review for p in planned if p.document_id is None]
    uids = ordered_uids(len(new))
    rows = (
        (uid, review.mechanism, review.body[:64], symbol_of(review), review.title[:400], review.state_iso3,
         stored(session, d.dated_on, review.dated_on), REFERENCE)
        for uid, review in zip(uids, new, strict=True)
    )  # fmt: skip
    columns = ("uid", "mechanism", "body", "symbol", "title", "state_iso3", "dated_on", "collection")
    insert_rows(session, d, columns, rows)
    made = session.scalars(select(d.id).where(d.uid.in_(uids)).order_by(d.uid)).all()
    reviews = (
        (id_, r.cycle, r.session, "", "") for id_, r in zip(made, new, strict=True) if r.mechanism == UPR
    )
    insert_rows(
        session, Review, ("document_id", "cycle", "session", "addendum_symbol", "outcome_symbol"), reviews
    )
    ids = iter(made)
    return [next(ids) if p.document_id is None else p.document_id for p in planned]
