"""Writing what a package brings: its author's rows as they are, told in one action."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.annotation import TextRevision
from uprtracker.models.base import Entity
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.tables import ENTITIES
from uprtracker.services.content import FIELDS, read_content, write_content
from uprtracker.services.dossier_comparison import Move
from uprtracker.services.portable_row import TEXTS, PortableRow, load_portable
from uprtracker.services.recorder import Recorder
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_words import field_of, told
from uprtracker.services.row_writing import RowWriter

_WRITTEN_AS_CONTENT = (
    "recommendation_text",
    "clause",
    "recommending_state",
    "recommendation_theme",
    "recommendation_cluster",
    "alias",
    TEXTS,
)


class PackageMergeWriter:
    """Writes within one open action, in the name of whoever it says acts."""

    def __init__(self, source: Session, recorder: Recorder) -> None:
        self._source = source
        self._recorder = recorder
        self._theirs, self._ours = load_portable(source), load_portable(recorder.session)
        self._same = Correspondence(self._theirs, self._ours)
        self._rows = RowWriter(source, recorder.session, self._theirs, self._same.uid)

    def write(self, moves: Sequence[Move]) -> None:
        arriving = [row for move in moves for row in move.rows]
        self._rows.write(arriving)
        for row, entity in self._rows.written:
            for about in self._abouts(row):
                self._recorder.create(entity, field_of(row), told(row, self._theirs), recommendation_id=about)
            self._recorder.structure |= row.table == "recommendation"
        for row in arriving:
            entity = self._rows.find(row)
            if entity.withdrawn_at is not None:
                self._recorder.restore(
                    entity, field_of(row), told(row, self._theirs), recommendation_id=self._about(row)
                )
        for move in moves:
            if move.row is not None:
                self._change(move, move.row)

    def _change(self, move: Move, row: PortableRow) -> None:
        if move.standing is False:
            about = getattr(entity := self._mine(row), "recommendation_id", None)
            self._recorder.withdraw(entity, field_of(row), told(row, self._ours), recommendation_id=about)
            self._recorder.structure |= row.table == "recommendation"
            return
        entity, about = self._rows.find(row), self._about(row)
        if move.parts:
            self._replace_parts(row, entity)
        else:
            self._recorder.update(entity, move.column, row.values[move.column], recommendation_id=about)

    def _replace_parts(self, row: PortableRow, entity: Entity) -> None:
        """Text, themes, labels with their history; the order of lists and what a measure serves as they were sent."""
        mine = self._ours[row.table][entity.uid]
        tables = {name for name in (*row.parts, *mine.parts) if name not in _WRITTEN_AS_CONTENT}
        self._rows.replace_parts(row, sorted(tables))
        self._restore_words(row)
        if isinstance(entity, Recommendation):
            theirs = self._source.scalars(select(Recommendation).where(Recommendation.uid == row.uid)).one()
            for field in FIELDS:
                write_content(self._recorder, entity, field, read_content(self._source, theirs.id, field))

    def _restore_words(self, row: PortableRow) -> None:
        """A wording never changes: where ours is another one, somebody has written into the file."""
        t, session = TextRevision, self._recorder.session
        for sent in map(dict, row.parts.get(TEXTS, ())):
            revision = session.scalars(select(t).where(t.uid == sent["uid"])).first()
            if revision is None:
                session.add(t(owner=row.table, owner_uid=row.uid, **sent))
            else:
                revision.text, revision.digest = sent["text"], sent["digest"]
        if (about := self._about(row)) is not None:
            self._recorder.touched.add(about)

    def _mine(self, row: PortableRow) -> Entity:
        table = ENTITIES[row.table]
        return self._recorder.session.scalars(select(table).where(table.uid == row.uid)).one()

    def _abouts(self, row: PortableRow) -> list[int | None]:
        """The recommendations in whose history a new row is told: a measure in that of each that it serves."""
        served = row.parts.get("measure_recommendation", ())
        if not served:
            return [self._about(row)]
        return [self._rows.id_of("recommendation", dict(part)["recommendation_id"]) for part in served]

    def _about(self, row: PortableRow) -> int | None:
        uid = row.uid if row.table == "recommendation" else row.recommendation
        return self._rows.id_of("recommendation", uid) if uid else None
