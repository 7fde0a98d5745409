"""Gathering what a report prints, already limited to its audience; the rest is only counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from uprtracker.i18n import speaking
from uprtracker.services.briefing_loading import stored_briefing, within_audience
from uprtracker.services.changes import ChangesService
from uprtracker.services.contacts import load_focal_points
from uprtracker.services.detail_loader import load_details
from uprtracker.services.freezing import changed_since_last, find_snapshot, read_snapshot
from uprtracker.services.history_chain import history_head
from uprtracker.services.original_loading import load_original
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.search import find, words_of
from uprtracker.services.store import Store
from uprtracker.vocabulary.briefing_text import BriefingTexts
from uprtracker.vocabulary.change_report import ChangeReport
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import (
    Recommendation,
    RecommendationDetails,
    ReportData,
    TextVersion,
    WithheldCount,
)
from uprtracker.vocabulary.report_request import ReportRequest
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.text import fold, matches


@dataclass(frozen=True)
class _Source:
    """What a report is made from: the dossier of today, or a snapshot. `rows` are those that the filter accepts."""

    info: DossierInfo
    text_version: TextVersion
    as_of: date
    everything: list[Recommendation]
    rows: list[Recommendation]
    details: dict[int, RecommendationDetails]
    briefing: BriefingTexts
    history_head: str


class ReportLoadingService:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._query = QueryingService(store)
        self._changes = ChangesService(store)

    def load(self, request: ReportRequest, needs: frozenset[str] = frozenset()) -> ReportData:
        """What a report prints; rows in the order of the list that printed them, by cycle.

        `needs` are the optional parts of `ReportData` that the product prints: each is loaded only when asked for. With a
        snapshot everything is as it was taken, but for the imported documents and the focal points, which are today's.
        """
        audience = request.audience
        info, text_version = self._query.info(), self._query.text_version()
        with self._store.read() as session:
            if request.snapshot:
                source = self._stored(session, request, info)
            else:
                source = self._today(session, request, needs, info, text_version)
            details, rows = source.details, source.rows
            since, changed = changed_since_last(session, rows, request.as_of, request.snapshot)
            original = load_original(session, rows) if "original" in needs else None
            focal_points = load_focal_points(session) if "focal_points" in needs else ()
        prepared = (
            within_audience(source.briefing, self._store.actor, audience, request.sheets)
            if "briefing" in needs
            else None
        )
        drafts = "drafts" in needs and audience is not Confidentiality.PUBLIC
        within = {id_: _within(d, audience, request.as_of, drafts) for id_, d in details.items()}
        with speaking(request.language):
            filters = tuple(words for _field, _value, words in request.row_filter.chips())
            changes = self._changed(request, rows) if "changes" in needs else None
        return ReportData(
            info=source.info,
            text_version=source.text_version,
            rows=tuple(rows),
            details=within,
            audience=audience,
            as_of=source.as_of,
            filters=filters,
            withheld=_withheld(details, within, prepared),
            confirmed_by=tuple(sorted({p.by for row in rows for p in row.paragraphs})),
            changed_since=since,
            changed=changed,
            language=request.language,
            briefing=prepared,
            previous=_cycle_before(source.everything, rows, request.row_filter) if prepared else (),
            original=original,
            focal_points=focal_points,
            history_head=source.history_head,
            snapshot=request.snapshot,
            changes=changes,
        )

    def _today(
        self,
        session: Session,
        request: ReportRequest,
        needs: frozenset[str],
        info: DossierInfo,
        text_version: TextVersion,
    ) -> _Source:
        """The dossier as it is, or as its dated entries tell of a day."""
        row_filter, as_of, actor = request.row_filter, request.as_of, self._store.actor
        hits = find(session, row_filter.search, government=actor.sees_government)
        everything = load_rows(
            session, as_of=as_of, today=self._store.today(), actor=actor, scope=row_filter.scope
        )
        rows = [r for r in everything if (hits is None or r.id in hits) and row_filter.accepts(r)]
        rows.sort(key=_list_order)
        return _Source(
            info=info,
            text_version=text_version,
            as_of=as_of or self._store.today(),
            everything=everything,
            rows=rows,
            details=load_details(session, rows, actor, history="histories" in needs),
            briefing=stored_briefing(session) if "briefing" in needs else BriefingTexts(),
            history_head=history_head(session) if "history_head" in needs else "",
        )

    def _stored(self, session: Session, request: ReportRequest, info: DossierInfo) -> _Source:
        """What a snapshot holds."""
        content = read_snapshot(find_snapshot(session, request.snapshot))
        row_filter, actor = request.row_filter, self._store.actor
        rows = [row for row in content.rows if row_filter.accepts(row) and _found(row, row_filter.search)]
        rows.sort(key=_list_order)
        return _Source(
            info=replace(content.info, path=info.path, read_only=info.read_only),
            text_version=content.text_version,
            as_of=content.as_of,
            everything=list(content.rows),
            rows=rows,
            details={row.id: _for_profile(content.details[row.id], actor) for row in rows},
            briefing=content.briefing,
            history_head=content.history_head,
        )

    def _changed(self, request: ReportRequest, rows: Sequence[Recommendation]) -> ChangeReport:
        """What moved since the moment asked for, or since the last snapshot: of these rows, and of what was withdrawn."""
        until = request.snapshot or (request.as_of.isoformat() if request.as_of else "")
        report = self._changes.between(
            request.since or self._changes.last_snapshot(until), until, level=request.audience
        )
        uids = {row.uid for row in rows}
        public = request.audience is Confidentiality.PUBLIC
        shown = (
            change
            for change in report.changes
            if change.uid in uids or (change.withdrawn and not request.row_filter.narrows)
        )
        return replace(report, changes=tuple(c for c in shown if not (public and c.field == "draft")))


def _found(row: Recommendation, query: str) -> bool:
    return not query.strip() or matches(query, fold("\n".join(words_of(row))))


def _for_profile(details: RecommendationDetails, actor: Actor) -> RecommendationDetails:
    """A snapshot is the State's: another profile reads what is public of it, and the rest is counted."""
    if actor.profile.of_the_state:
        return details
    shown = _within(details, Confidentiality.PUBLIC, None, drafts=True)
    kinds = ("annotations", "evidence", "progress")
    hidden = sum(len(getattr(details, kind)) - len(getattr(shown, kind)) for kind in kinds)
    return replace(shown, withheld=details.withheld + hidden)


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
