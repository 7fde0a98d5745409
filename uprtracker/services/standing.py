"""What a dossier holds of its own State, as an import compares a file with it: documents, recommendations, aliases."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.importers.mechanism import UPR
from uprtracker.models.annotation import TextRevision
from uprtracker.models.follow_up import ProgressEntry
from uprtracker.models.recommendation import Alias
from uprtracker.models.recommendation import Recommendation as RecommendationTable
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.latest import in_chunks
from uprtracker.services.row_loader import load_rows
from uprtracker.vocabulary.read_model import Recommendation

OWN, REFERENCE = "own", "reference"
KNOWN_AGAIN_BY = ("uhri", "upr_info", "text")
"""Kinds of aliases by which a record that comes again is the same one."""


@dataclass(frozen=True)
class StandingDocument:
    """One document about the State; `is_numbered` is false where its numbers are ours and not the document's."""

    id: int
    symbol: str
    mechanism: str
    collection: str
    cycle: int | None
    session: int | None

    @property
    def is_un(self) -> bool:
        """Whether the symbol is one of the United Nations; those that we make up have no stroke."""
        return "/" in self.symbol

    def is_of_review(self, cycle: int | None, session: int | None) -> bool:
        """Whether it is about that review of the UPR, as far as both sides know."""
        if self.session and session:
            return self.session == session
        return bool(cycle) and self.cycle == cycle


class Standing:
    """Read as far as an import asks for it, and once."""

    def __init__(self, session: Session, home: str) -> None:
        self._session = session
        self._home = home
        self._rows: dict[int, list[Recommendation]] = {}
        self._by_id: dict[int, Recommendation] = {}
        self._aliases: dict[tuple[str, str], list[tuple[int, int]]] | None = None
        self.documents = tuple(self._read_documents())

    def find(self, symbol: str, collection: str = OWN) -> StandingDocument | None:
        return next((d for d in self.documents if (d.symbol, d.collection) == (symbol, collection)), None)

    def reviews(self) -> list[StandingDocument]:
        """The dossier's own documents of the UPR."""
        return [d for d in self.documents if d.mechanism == UPR and d.collection == OWN]

    def rows(self, document_id: int) -> list[Recommendation]:
        """The recommendations of a document that are not withdrawn."""
        if document_id not in self._rows:
            r = RecommendationTable
            ids = self._session.scalars(
                select(r.id)
                .where(r.document_id == document_id, r.withdrawn_at.is_(None))
                .order_by(r.sort_key)
            ).all()
            self._rows[document_id] = [
                row for chunk in in_chunks(ids) for row in load_rows(self._session, ids=chunk)
            ]
            self._by_id.update((row.id, row) for row in self._rows[document_id])
        return self._rows[document_id]

    def labels(self, document_id: int) -> dict[str, int]:
        """Ids of the recommendations of a document that are not withdrawn, by number and part."""
        r = RecommendationTable
        found = self._session.execute(
            select(r.number, r.part, r.id).where(r.document_id == document_id, r.withdrawn_at.is_(None))
        )
        return {number + part: id_ for number, part, id_ in found}

    def numbers(self, document_id: int) -> frozenset[str]:
        """The numbers of the recommendations of a document that are not withdrawn."""
        r = RecommendationTable
        return frozenset(
            self._session.scalars(
                select(r.number).where(r.document_id == document_id, r.withdrawn_at.is_(None))
            )
        )

    def ids_by_alias(self, document_id: int, kind: str, values: Sequence[str]) -> set[int]:
        """The recommendations of a document that are known by such aliases, withdrawn ones left out."""
        a, r = Alias, RecommendationTable
        found: set[int] = set()
        for chunk in in_chunks(values):
            found |= set(
                self._session.scalars(
                    select(a.recommendation_id)
                    .join(r, r.id == a.recommendation_id)
                    .where(a.kind == kind, a.value.in_(chunk))
                    .where(r.document_id == document_id, r.withdrawn_at.is_(None))
                )
            )
        return found

    def some_rows(self, ids: Sequence[int]) -> list[Recommendation]:
        """These recommendations, which are not kept for the next question."""
        return [row for chunk in in_chunks(ids) for row in load_rows(self._session, ids=chunk)]

    def known_as(self, aliases: tuple[tuple[str, str], ...]) -> list[Recommendation]:
        """The recommendations that are known by one of these aliases already, withdrawn ones left out."""
        if self._aliases is None:
            self._aliases = self._read_aliases()
        found = dict.fromkeys(place for alias in aliases for place in self._aliases.get(alias, ()))
        for document_id, _id in found:
            self.rows(document_id)
        return [self._by_id[id_] for _document, id_ in found]

    def withdrawn(self, document_id: int) -> dict[tuple[str, str], int]:
        """Ids of withdrawn recommendations by number and part: they are restored and not made again."""
        r = RecommendationTable
        rows = self._session.execute(
            select(r.number, r.part, r.id).where(r.document_id == document_id, r.withdrawn_at.is_not(None))
        )
        return {(number, part): id_ for number, part, id_ in rows}

    def comments(self, document_id: int) -> dict[int, set[str]]:
        """What was said about each recommendation of a document, by its id."""
        p, r = ProgressEntry, RecommendationTable
        found: dict[int, set[str]] = defaultdict(set)
        rows = self._session.execute(
            select(p.recommendation_id, TextRevision.text)
            .join(TextRevision, TextRevision.owner_uid == p.uid)
            .join(r, r.id == p.recommendation_id)
            .where(r.document_id == document_id, p.withdrawn_at.is_(None))
        )
        for id_, text in rows:
            found[id_].add(text)
        return found

    def _read_documents(self) -> list[StandingDocument]:
        d, v = SourceDocument, Review
        rows = self._session.execute(
            select(d.id, d.symbol, d.mechanism, d.collection, v.cycle, v.session)
            .outerjoin(v, v.document_id == d.id)
            .where(d.state_iso3 == self._home, d.withdrawn_at.is_(None))
            .order_by(d.id)
        )
        return [StandingDocument(*row) for row in rows]

    def _read_aliases(self) -> dict[tuple[str, str], list[tuple[int, int]]]:
        """Document and recommendation by alias."""
        a, r, d = Alias, RecommendationTable, SourceDocument
        found: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        rows = self._session.execute(
            select(a.kind, a.value, r.document_id, r.id)
            .join(r, r.id == a.recommendation_id)
            .join(d, d.id == r.document_id)
            .where(d.state_iso3 == self._home, a.kind.in_(KNOWN_AGAIN_BY), r.withdrawn_at.is_(None))
            .order_by(r.id)
        )
        for kind, value, document_id, id_ in rows:
            found[kind, value].append((document_id, id_))
        return found
