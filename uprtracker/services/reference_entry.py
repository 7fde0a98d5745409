"""The one history entry of what a file brought into the reference collection, and taking it back in one step."""

from sqlalchemy import select, update

from uprtracker.models.dossier import StoredFile
from uprtracker.models.follow_up import PositionEntry
from uprtracker.models.history import HistoryEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.recorder import Recorder

REFERENCE = "reference"
"""The field under which a file's history names it: file name, SHA-256 and how many records came in."""


def enter_reference(recorder: Recorder, file: StoredFile, count: int) -> None:
    recorder.note_update(file, REFERENCE, None, f"{file.name} sha256 {file.sha256} {count}")


def take_back_reference(recorder: Recorder, entry: HistoryEntry) -> None:
    """Withdraw what came in with the entry's file, or bring it back where the entry withdrew it."""
    file = recorder.session.scalars(select(StoredFile).where(StoredFile.uid == entry.entity_uid)).one()
    r, d, p = Recommendation, SourceDocument, PositionEntry
    came_in = entry.new is not None
    of_file = select(p.recommendation_id).where(p.file_id == file.id)
    aside = select(d.id).where(d.collection == REFERENCE)
    standing = r.withdrawn_at.is_(None) if came_in else r.withdrawn_at.is_not(None)
    recorder.session.execute(
        update(r)
        .where(r.id.in_(of_file), r.document_id.in_(aside), standing)
        .values(withdrawn_at=recorder.at if came_in else None)
        .execution_options(synchronize_session=False)
    )
    recorder.note_update(file, REFERENCE, entry.new, entry.old)
