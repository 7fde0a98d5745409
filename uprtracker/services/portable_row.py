"""Rows as they travel between dossiers: references by uid instead of by id, with what hangs on them. Nothing here writes."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, LargeBinary, Select, Table, or_, select
from sqlalchemy.orm import Session

from uprtracker.models.annotation import AnnotationReader, TextRevision
from uprtracker.models.base import Base
from uprtracker.models.follow_up import MeasureRecommendation
from uprtracker.models.instrument import Concordance, Footnote
from uprtracker.models.recommendation import (
    Alias,
    Clause,
    ListEntry,
    Recommendation,
    RecommendationCluster,
    RecommendationText,
    RecommendationTheme,
    RecommendingState,
)
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.models.tables import ENTITIES
from uprtracker.services.recorder import as_word

OWNERS: dict[type[Base], str] = {
    Alias: "recommendation_id",
    AnnotationReader: "annotation_id",
    Clause: "recommendation_id",
    Concordance: "from_version_id",
    Footnote: "text_version_id",
    ListEntry: "recommendation_id",
    MeasureRecommendation: "measure_id",
    RecommendationCluster: "recommendation_id",
    RecommendationText: "recommendation_id",
    RecommendationTheme: "recommendation_id",
    RecommendingState: "recommendation_id",
    Review: "document_id",
}
"""Tables without a uid of their own: their rows belong to the row that this column points to."""

TEXTS = TextRevision.__tablename__
TRAVELLING: tuple[str, ...] = tuple(
    table.name for table in Base.metadata.sorted_tables if table.name in ENTITIES and table.name != TEXTS
)
"""The tables whose rows travel, those that are referred to first."""

_NOT_CARRIED = ("id", "uid", "row_version")

Part = tuple[tuple[str, Any], ...]
"""One row that belongs to another: its columns in their order, references as uids."""


@dataclass(frozen=True)
class PortableRow:
    """One row without its id. `values` leaves out bytes, which are fetched where the row is written.

    `refs` are the uids that its references name; `parts` the rows that belong to it, by table, in a fixed order.
    """

    table: str
    uid: str
    values: Mapping[str, Any]
    refs: Mapping[str, str | None]
    parts: Mapping[str, tuple[Part, ...]]

    @property
    def standing(self) -> bool:
        return self.values["withdrawn_at"] is None

    @property
    def recommendation(self) -> str | None:
        """The uid of the recommendation that it is about."""
        return self.refs.get("recommendation_id")

    @property
    def text(self) -> str:
        """Its latest wording, of a row whose words are kept apart."""
        revisions = self.parts.get(TEXTS, ())
        return str(dict(revisions[-1])["text"]) if revisions else ""


PortableRows = dict[str, dict[str, PortableRow]]
"""Rows by table and uid."""


def load_portable(session: Session) -> PortableRows:
    """Every row that travels; what other States were told stays, everybody can import it."""
    uids = _uids(session)
    parts = _parts(session, uids)
    loaded: PortableRows = {}
    for name in TRAVELLING:
        table = Base.metadata.tables[name]
        columns = carried_columns(table)
        rows = session.execute(
            _own(table, select(ENTITIES[name].id, ENTITIES[name].uid, *_attributes(name, columns)))
        )
        loaded[name] = {
            row.uid: PortableRow(
                table=name,
                uid=row.uid,
                values={c.name: getattr(row, c.name) for c in columns if not c.foreign_keys},
                refs={c.name: _uid(uids, c, getattr(row, c.name)) for c in columns if c.foreign_keys},
                parts=parts[name, row.uid],
            )
            for row in rows
        }
    return loaded


def carried_columns(table: Table) -> list[Column[Any]]:
    """The columns that say something: no ids, no versions, no bytes."""
    return [c for c in table.columns if c.name not in _NOT_CARRIED and not isinstance(c.type, LargeBinary)]


def referred_table(column: Column[Any]) -> str:
    """The table that a reference points into."""
    return next(iter(column.foreign_keys)).column.table.name


def digest_of_rows(rows: Iterable[PortableRow]) -> str:
    """A SHA-256 over everything that the rows say, whatever their order and their dossier."""
    said = sorted(
        [
            row.table,
            row.uid,
            _words(row.values.items()),
            _words(row.refs.items()),
            [[name, sorted(map(_words, part))] for name, part in sorted(row.parts.items()) if part],
        ]
        for row in rows
    )
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _own(table: Table, statement: Any) -> Any:
    """Without the reference collection: documents about other States, their recommendations and what hangs on them."""
    document, recommendation = SourceDocument.__table__, Recommendation.__table__
    aside = select(document.c.id).where(document.c.collection == "reference")
    if table is document:
        return statement.where(document.c.collection != "reference")
    if table is recommendation:
        return statement.where(recommendation.c.document_id.not_in(aside))
    for name, refers in (("recommendation_id", _aside_recommendations(aside)), ("document_id", aside)):
        if name in table.c:
            column = table.c[name]
            return statement.where(or_(column.is_(None), column.not_in(refers)))
    return statement


def _aside_recommendations(documents: Select[Any]) -> Select[Any]:
    recommendation = Recommendation.__table__
    return select(recommendation.c.id).where(recommendation.c.document_id.in_(documents))


def _words(items: Iterable[tuple[str, Any]]) -> list[list[str]]:
    return sorted([name, as_word(value) or ""] for name, value in items)


def _attributes(name: str, columns: list[Column[Any]]) -> list[Any]:
    return [getattr(ENTITIES[name], column.name) for column in columns]


def _uids(session: Session) -> dict[str, dict[int, str]]:
    return {
        name: {
            row.id: row.uid
            for row in session.execute(
                _own(Base.metadata.tables[name], select(ENTITIES[name].id, ENTITIES[name].uid))
            )
        }
        for name in TRAVELLING
    }


def _uid(uids: Mapping[str, Mapping[int, str]], column: Column[Any], id_: int | None) -> str | None:
    return None if id_ is None else uids[referred_table(column)][id_]


def _parts(
    session: Session, uids: Mapping[str, Mapping[int, str]]
) -> defaultdict[tuple[str, str], dict[str, tuple[Part, ...]]]:
    """What belongs to each row, by its table and uid."""
    found: defaultdict[tuple[str, str], dict[str, tuple[Part, ...]]] = defaultdict(dict)
    for model, owner_column in OWNERS.items():
        table = Base.metadata.tables[model.__tablename__]
        owner_table = referred_table(table.columns[owner_column])
        for row in session.execute(_own(table, select(table).order_by(*table.primary_key.columns))):
            owner = owner_table, uids[owner_table][getattr(row, owner_column)]
            part = tuple(
                (c.name, _uid(uids, c, getattr(row, c.name)) if c.foreign_keys else getattr(row, c.name))
                for c in table.columns
                if c.name != owner_column
            )
            found[owner][table.name] = (*found[owner].get(table.name, ()), part)
    t = TextRevision
    statement = select(t.owner, t.owner_uid, t.uid, t.text, t.digest, t.recorded_at, t.by_post).where(
        t.withdrawn_at.is_(None)
    )
    for row in session.execute(statement.order_by(t.recorded_at, t.id)):
        part = tuple(
            (name, row._mapping[name]) for name in ("uid", "text", "digest", "recorded_at", "by_post")
        )
        found[row.owner, row.owner_uid][TEXTS] = (*found[row.owner, row.owner_uid].get(TEXTS, ()), part)
    return found
