"""Writing what other States were told into the reference collection: in bulk, read-only, in no figure."""

from collections.abc import Sequence

from sqlalchemy import update

from uprtracker.models.recommendation import Recommendation
from uprtracker.services.import_documents import document_for
from uprtracker.services.import_plan import PlannedReference
from uprtracker.services.latest import in_chunks
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
    placed: list[Placed] = []
    restored: list[int] = []
    for document in planned:
        restored += document.restored
        if document.new:
            iso3 = document.review.state_iso3 or ""
            row = document_for(
                recorder, document.review, iso3, collection=REFERENCE, id_=document.document_id
            )
            placed += [Placed(row.id, number, part, record) for number, part, record in document.new]
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
