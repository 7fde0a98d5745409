"""Gathering what a report prints, already limited to its audience; the rest is only counted."""

from dataclasses import replace
from datetime import date

from uprtracker.services.briefing_loading import load_briefing
from uprtracker.services.contacts import load_focal_points
from uprtracker.services.detail_loader import load_details
from uprtracker.services.freezing import changed_since_last
from uprtracker.services.history_chain import history_head
from uprtracker.services.original_loading import load_original
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.briefing_text import BriefingTexts
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import (
    Recommendation,
    RecommendationDetails,
    ReportData,
    WithheldCount,
)
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope


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
            prepared = (
                load_briefing(session, self._store.actor, audience, request.sheets)
                if "briefing" in needs
                else None
            )
            original = load_original(session, rows) if "original" in needs else None
            focal_points = load_focal_points(session) if "focal_points" in needs else ()
            head = history_head(session) if "history_head" in needs else ""
        drafts = "drafts" in needs and audience is not Confidentiality.PUBLIC
        within = {id_: _within(d, audience, as_of, drafts) for id_, d in details.items()}
        return ReportData(
            info=self._query.info(),
            text_version=self._query.text_version(),
            rows=tuple(rows),
            details=within,
            audience=audience,
            as_of=as_of or self._store.today(),
            filters=tuple(words for _field, _value, words in row_filter.chips()),
            withheld=_withheld(details, within, prepared),
            confirmed_by=tuple(sorted({p.by for row in rows for p in row.paragraphs})),
            changed_since=since,
            changed=changed,
            language=request.language,
            briefing=prepared,
            previous=_cycle_before(everything, rows, row_filter) if prepared else (),
            original=original,
            focal_points=focal_points,
            history_head=head,
        )


def _list_order(row: Recommendation) -> tuple[int, str, int, str]:
    return -(row.cycle or 0), row.document_symbol, row.order, row.sort_key


def _cycle_before(
    everything: list[Recommendation], rows: list[Recommendation], row_filter: RowFilter
) -> tuple[Recommendation, ...]:
    """The recommendations of the cycle before that of the rows, whatever cycle was asked for: a scorecard needs them."""
    own = [row for row in everything if Scope.UPR.holds(row.mechanism, row.collection)]
    cycles = {row.cycle for row in own if row.cycle is not None}
    at_hand = max((row.cycle for row in rows if row.cycle is not None), default=0)
    before = max((cycle for cycle in cycles if cycle < at_hand), default=None)
    wider = replace(row_filter, cycles=(), search="")
    return tuple(row for row in own if before and row.cycle == before and wider.accepts(row))


def _within(
    details: RecommendationDetails, audience: Confidentiality, as_of: date | None, drafts: bool
) -> RecommendationDetails:
    """The details that an audience may see: built from what is allowed; with `drafts`, statuses that wait as well."""
    day = as_of or date.max
    return replace(
        details,
        statuses=tuple(s for s in details.statuses if s.on <= day and (s.validated or drafts)),
        assessments=tuple(a for a in details.assessments if a.on <= day),
        annotations=tuple(a for a in details.annotations if a.confidentiality.visible_to(audience)),
        evidence=tuple(e for e in details.evidence if e.confidentiality.visible_to(audience)),
        progress=tuple(p for p in details.progress if p.confidentiality.visible_to(audience) and p.on <= day),
        suggested=(),
    )


def _withheld(
    all_: dict[int, RecommendationDetails],
    within: dict[int, RecommendationDetails],
    prepared: BriefingTexts | None,
) -> WithheldCount:
    def missing(kind: str) -> int:
        return sum(len(getattr(all_[id_], kind)) - len(getattr(within[id_], kind)) for id_ in all_)

    hidden_from_profile = sum(details.withheld for details in all_.values())
    return WithheldCount(
        annotations=missing("annotations") + hidden_from_profile,
        evidence=missing("evidence"),
        progress=missing("progress"),
        briefing=prepared.withheld if prepared else 0,
    )
