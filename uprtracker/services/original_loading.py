"""Finding the thematic list that was imported as a Word document, and joining its rows to the recommendations."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.importers.thematic_list_places import read_places
from uprtracker.models.dossier import StoredFile
from uprtracker.models.follow_up import PositionEntry
from uprtracker.models.recommendation import ListEntry, Recommendation
from uprtracker.vocabulary import read_model as read
from uprtracker.vocabulary.original_list import OriginalList, OriginalRow

_WORD_ENDING = ".docx"


def load_original(session: Session, rows: Sequence[read.Recommendation]) -> OriginalList | None:
    """The newest Word list of the newest cycle among `rows`, joined to them; None where the dossier holds none."""
    cycles = {row.document_id: (row.cycle or 0, row.document_symbol) for row in rows}
    files = {
        document_id: found
        for document_id in sorted(cycles, key=lambda id_: cycles[id_], reverse=True)
        if (found := next(_lists_of(session, document_id), None))
    }
    if not files:
        return None
    document_id, newest = next(iter(files.items()))
    listed = [row for row in rows if row.document_id == document_id]
    return replace(
        newest,
        rows=tuple(_joined(row, listed) for row in newest.rows),
        document_symbol=listed[0].document_symbol,
        others=tuple(other.file_name for id_, other in files.items() if id_ != document_id),
    )


def _lists_of(session: Session, document_id: int) -> Iterator[OriginalList]:
    """The lists that recommendations of a document were imported from, the newest first."""
    own = select(Recommendation.id).where(Recommendation.document_id == document_id)
    used = [
        *session.scalars(select(ListEntry.file_id).where(ListEntry.recommendation_id.in_(own)).distinct()),
        *session.scalars(select(PositionEntry.file_id).where(PositionEntry.recommendation_id.in_(own))),
    ]
    f = StoredFile
    names = session.execute(
        select(f.id, f.name).where(f.id.in_(set(used))).order_by(f.stored_at.desc(), f.id)
    )
    for id_, name in names.all():
        if name.lower().endswith(_WORD_ENDING):
            content = session.scalars(select(f.content).where(f.id == id_)).one()
            if found := _read(name, content):
                yield found


def _read(name: str, content: bytes) -> OriginalList | None:
    """The list; None for a Word document of another kind, such as the Working Group's report."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.docx"
        path.write_bytes(content)
        try:
            return replace(read_places(path), file_name=name)
        except UserError:
            return None


def _joined(place: OriginalRow, rows: Sequence[read.Recommendation]) -> OriginalRow:
    """A number that was split for follow-up after the import has all its parts in the one row."""
    same = [row for row in rows if row.number == place.number and place.number]
    exact = [row for row in same if row.part == place.part]
    return replace(place, recommendations=tuple(row.id for row in exact or ([] if place.part else same)))
