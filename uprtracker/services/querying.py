"""Asking the dossier: rows, details, figures, the text of the resolution. Nothing here writes."""

import json
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.dossier import Fact
from uprtracker.models.history import SavedView
from uprtracker.models.institution import Institution as InstitutionTable
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.detail_loader import load_details, load_history
from uprtracker.services.institution_lookup import name_today
from uprtracker.services.row_loader import load_rows
from uprtracker.services.row_queries import count_heads
from uprtracker.services.search import find
from uprtracker.services.store import Store
from uprtracker.services.text_loader import find_text_version, load_text_version
from uprtracker.vocabulary import read_model as read
from uprtracker.vocabulary.dossier_info import DocumentInfo, DossierInfo
from uprtracker.vocabulary.number import NumberReference, sort_key
from uprtracker.vocabulary.row_filter import SCOPES, VIEWS, RowFilter
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.state import find_state, state
from uprtracker.vocabulary.text import fold, matches


class QueryingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(
        self, *, as_of: date | None = None, text: str = "", scope: Scope = Scope.UPR
    ) -> list[read.Recommendation]:
        """All recommendations of the UPR to the dossier's State, in natural order of their numbers.

        Their links are those to the default text, or to the one named `instrument@version`. What other mechanisms
        recommended, or what others were told, comes only when `scope` asks for it.
        """
        with self._store.read() as session:
            return load_rows(
                session,
                as_of=as_of,
                today=self._store.today(),
                actor=self._store.actor,
                text=text,
                scope=scope,
            )

    def rows_by_id(self, ids: Sequence[int]) -> list[read.Recommendation]:
        """These rows as they are now; withdrawn ones are missing."""
        with self._store.read() as session:
            return load_rows(session, ids=list(ids), today=self._store.today(), actor=self._store.actor)

    def counts_apart(self) -> dict[Scope, int]:
        """How many records there are of other mechanisms, and of what others were told; only scopes that have some."""
        with self._store.read() as session:
            counts = {scope: count_heads(session, scope) for scope in SCOPES.values()}
        return {scope: count for scope, count in counts.items() if count}

    def search(self, query: str) -> set[int] | None:
        """Ids of the recommendations that hold every word of the query; `None` for an empty query."""
        with self._store.read() as session:
            return find(session, query, government=self._store.actor.sees_government)

    def filtered(
        self, row_filter: RowFilter, *, as_of: date | None = None, text: str = ""
    ) -> list[read.Recommendation]:
        """The rows that pass a filter and its search; `text` as for `rows`."""
        return self.narrowed(self.rows(as_of=as_of, text=text, scope=row_filter.scope), row_filter)

    def narrowed(
        self, rows: Sequence[read.Recommendation], row_filter: RowFilter
    ) -> list[read.Recommendation]:
        """Those of the rows of a filter's scope that pass it and its search."""
        query = row_filter.search
        hits = _holding(rows, query) if row_filter.scope is Scope.REFERENCE else self.search(query)
        return [row for row in rows if (hits is None or row.id in hits) and row_filter.accepts(row)]

    def find(self, reference: NumberReference, *, cycle: int | None = None) -> list[read.Recommendation]:
        """The rows that a person names; all parts of a number unless one is named.

        `UserError` for a number that is not there, or that stands in two documents.
        """
        wanted = set(reference.numbers())
        scopes = (Scope.UPR, Scope.MECHANISMS) if reference.symbol else (Scope.UPR,)
        rows = [
            row
            for scope in scopes
            for row in self.rows(scope=scope)
            if row.number in wanted
            and (not reference.part or row.part == reference.part)
            and (reference.symbol is None or row.document_symbol == reference.symbol)
            and (cycle is None or row.cycle == cycle)
        ]
        missing = sorted(wanted - {row.number for row in rows}, key=sort_key)
        before = f"{reference.symbol}:" if reference.symbol else ""
        if missing:
            raise UserError(
                _("There is no recommendation {number} in this dossier; check the number.").format(
                    number=", ".join(before + number + reference.part for number in missing[:5])
                )
            )
        symbols = sorted({row.document_symbol for row in rows})
        if len(symbols) > 1:
            raise UserError(
                _(
                    "{number} stands in {first} and in {second}; write {first}:{number}, or give the cycle."
                ).format(number=reference.number, first=symbols[0], second=symbols[1])
            )
        return rows

    def details(self, id_: int) -> read.RecommendationDetails | None:
        """Everything about one recommendation; `None` if it has been withdrawn."""
        with self._store.read() as session:
            rows = load_rows(session, ids=[id_], today=self._store.today(), actor=self._store.actor)
            return load_details(session, rows, self._store.actor).get(id_)

    def details_of(self, ids: Sequence[int]) -> list[read.RecommendationDetails]:
        """Everything about several recommendations but their history, in natural order of their numbers."""
        with self._store.read() as session:
            rows = load_rows(session, ids=list(ids), today=self._store.today(), actor=self._store.actor)
            return list(load_details(session, rows, self._store.actor, history=False).values())

    def history(
        self, ids: Sequence[int] | None = None, *, limit: int | None = None
    ) -> tuple[read.HistoryEntry, ...]:
        with self._store.read() as session:
            return load_history(session, self._store.actor, recommendation_ids=ids, limit=limit)

    def institutions(self) -> tuple[read.Institution, ...]:
        i = InstitutionTable
        with self._store.read() as session:
            rows = session.execute(
                select(i.id, i.name, i.kind).where(i.withdrawn_at.is_(None)).order_by(i.name)
            )
            return tuple(read.Institution(row.id, row.name, row.kind) for row in rows)

    def institution_today(self, name: str) -> str:
        """What the institution is called now that was known by this name; the name itself if there is none."""
        with self._store.read() as session:
            return name_today(session, name) if name else ""

    def text_version(self) -> read.TextVersion:
        """The dossier's default text with its paragraphs, preamble first."""
        with self._store.read() as session:
            return load_text_version(session, find_text_version(session, ""))

    def info(self) -> DossierInfo:
        with self._store.read() as session:
            facts = {fact.key: fact.value for fact in session.scalars(select(Fact))}
            d, v = SourceDocument, Review
            documents = tuple(
                DocumentInfo(
                    row.id,
                    row.mechanism,
                    row.symbol,
                    row.title,
                    row.cycle,
                    row.session,
                    row.addendum_symbol or "",
                )
                for row in session.execute(
                    select(d.id, d.mechanism, d.symbol, d.title, v.cycle, v.session, v.addendum_symbol)
                    .outerjoin(v, v.document_id == d.id)
                    .where(d.collection == "own", d.withdrawn_at.is_(None))
                    .order_by(v.cycle, d.symbol)
                )
            )
        iso3 = facts["home_state"]
        return DossierInfo(
            path=self._store.location,
            state_iso3=iso3,
            state_name=facts.get("state_name") or state(iso3).short,
            sample=facts.get("sample") == "yes",
            read_only=bool(self._store.read_only),
            cycles=tuple(sorted({d.cycle for d in documents if d.cycle is not None})),
            documents=documents,
        )

    def view(self, name: str) -> RowFilter:
        """A built-in view, or one that was saved under that name; `UserError` names those there are."""
        if name in VIEWS or name in SCOPES:
            return RowFilter(view=name, institution=self._store.actor.institution if name == "open" else "")
        with self._store.read() as session:
            standing = select(SavedView).where(SavedView.withdrawn_at.is_(None))
            views = {v.name: v.definition for v in session.scalars(standing)}
        if name not in views:
            raise UserError(
                _("There is no view '{name}'; use one of: {views}.").format(
                    name=name, views=", ".join((*VIEWS, *SCOPES, *views))
                )
            )
        return RowFilter.from_json(json.loads(views[name]))


def _holding(rows: Sequence[read.Recommendation], query: str) -> set[int] | None:
    """Ids of the rows whose texts or States hold every word; what others were told has no search texts of its own."""
    if not query.strip():
        return None
    return {row.id for row in rows if matches(query, fold(_said(row)))}


def _said(row: read.Recommendation) -> str:
    names = (
        found.short for iso3 in (row.state_iso3, *row.recommending_states) if (found := find_state(iso3))
    )
    return "\n".join((row.label, *row.texts.values(), *names, *(theme.label for theme in row.themes)))
