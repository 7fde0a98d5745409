"""Gathering what a report prints, already limited to its audience; the rest is only counted."""

from dataclasses import replace
from datetime import date

from uprtracker.services.detail_loader import load_details
from uprtracker.services.freezing import changed_since_last
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import (
    Recommendation,
    RecommendationDetails,
    ReportData,
    WithheldCount,
)
from uprtracker.vocabulary.report_request import ReportRequest


class ReportLoadingService:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._query = QueryingService(store)

    def load(self, request: ReportRequest, needs: frozenset[str] = frozenset()) -> ReportData:
        """What a report prints; rows in the order of the list that printed them, by cycle.

        `needs` are the optional parts of `ReportData` that the product prints: each is loaded only when asked for.
        """
        row_filter, audience, as_of = request.row_filter, request.audience, request.as_of
        hits = self._query.search(row_filter.search)
        with self._store.read() as session:
            everything = load_rows(session, as_of=as_of, today=self._store.today(), actor=self._store.actor)
            rows = [r for r in everything if (hits is None or r.id in hits) and row_filter.accepts(r)]
            rows.sort(key=_list_order)
            details = load_details(session, rows, self._store.actor, history="histories" in needs)
            since, changed = changed_since_last(session, rows)
        within = {id_: _within(d, audience, as_of) for id_, d in details.items()}
        return ReportData(
            info=self._query.info(),
            text_version=self._query.text_version(),
            rows=tuple(rows),
            details=within,
            audience=audience,
            as_of=as_of or self._store.today(),
            filters=tuple(words for _field, _value, words in row_filter.chips()),
            withheld=_withheld(details, within),
            confirmed_by=tuple(sorted({p.by for row in rows for p in row.paragraphs})),
            changed_since=since,
            changed=changed,
            language=request.language,
        )


def _list_order(row: Recommendation) -> tuple[int, str, int, str]:
    return -(row.cycle or 0), row.document_symbol, row.order, row.sort_key


def _within(
    details: RecommendationDetails, audience: Confidentiality, as_of: date | None
) -> RecommendationDetails:
    """The details that an audience may see: built from what is allowed."""
    day = as_of or date.max
    return replace(
        details,
        statuses=tuple(s for s in details.statuses if s.on <= day and s.validated),
        assessments=tuple(a for a in details.assessments if a.on <= day),
        annotations=tuple(a for a in details.annotations if a.confidentiality.visible_to(audience)),
        evidence=tuple(e for e in details.evidence if e.confidentiality.visible_to(audience)),
        progress=tuple(p for p in details.progress if p.confidentiality.visible_to(audience) and p.on <= day),
        suggested=(),
    )


def _withheld(
    all_: dict[int, RecommendationDetails], within: dict[int, RecommendationDetails]
) -> WithheldCount:
    def missing(kind: str) -> int:
        return sum(len(getattr(all_[id_], kind)) - len(getattr(within[id_], kind)) for id_ in all_)

    hidden_from_profile = sum(details.withheld for details in all_.values())
    return WithheldCount(
        annotations=missing("annotations") + hidden_from_profile,
        evidence=missing("evidence"),
        progress=missing("progress"),
    )
