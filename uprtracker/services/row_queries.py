"""The queries behind the rows of the list. They are built once: building them costs more than asking them."""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select
from sqlalchemy.orm import Session

from uprtracker.models import recommendation as tables
from uprtracker.models.annotation import Annotation, AssessmentEntry
from uprtracker.models.dossier import Fact
from uprtracker.models.follow_up import (
    Measure,
    MeasureRecommendation,
    PositionEntry,
    ProgressEntry,
    StatusEntry,
)
from uprtracker.models.history import Batch, HistoryEntry, Snapshot
from uprtracker.models.institution import Assignment, Institution
from uprtracker.models.instrument import Instrument, Link, MappingDecision, Paragraph, TextVersion
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.latest import PreparedQuery, dated_entries
from uprtracker.vocabulary.scope import Scope


def _heads(*conditions: ColumnElement[bool]) -> PreparedQuery:
    r, d, v = tables.Recommendation, SourceDocument, Review
    statement = (
        select(
            r.id, r.uid, r.number, r.part, r.sort_key, r.kind, r.action_category, r.due_on, r.document_id,
            d.symbol, d.mechanism, d.collection, d.state_iso3, v.cycle, v.session,
        )
        .join(d, d.id == r.document_id)
        .outerjoin(v, v.document_id == d.id)
        .where(*conditions)
        .order_by(v.cycle, d.symbol, r.sort_key, r.id)
    )  # fmt: skip
    return PreparedQuery(statement, r.id)


def _counted(*conditions: ColumnElement[bool]) -> Select[int]:
    r, d = tables.Recommendation, SourceDocument
    statement = select(func.count()).select_from(r).join(d, d.id == r.document_id)
    return statement.where(r.withdrawn_at.is_(None), *conditions)


def _texts() -> PreparedQuery:
    t = tables.RecommendationText
    return PreparedQuery(select(t.recommendation_id, t.language, t.text, t.original), t.recommendation_id)


def _states() -> PreparedQuery:
    s = tables.RecommendingState
    statement = select(s.recommendation_id, s.clause, s.iso3, s.as_printed)
    return PreparedQuery(statement.order_by(s.recommendation_id, s.clause, s.ordinal), s.recommendation_id)


def _clauses() -> PreparedQuery:
    c = tables.Clause
    statement = select(c.recommendation_id, c.language, c.ordinal, c.text)
    return PreparedQuery(statement.order_by(c.recommendation_id, c.ordinal), c.recommendation_id)


def _aliases() -> PreparedQuery:
    a = tables.Alias
    return PreparedQuery(select(a.recommendation_id, a.kind, a.value), a.recommendation_id)


def _themes() -> PreparedQuery:
    of, t = tables.RecommendationTheme, tables.Theme
    statement = (
        select(of.recommendation_id, t.scheme, t.kind, t.code, t.label)
        .join(t, t.id == of.theme_id)
        .order_by(of.recommendation_id, of.ordinal)
    )
    return PreparedQuery(statement, of.recommendation_id)


def _clusters() -> PreparedQuery:
    of, k = tables.RecommendationCluster, tables.Cluster
    statement = (
        select(of.recommendation_id, k.name)
        .join(k, k.id == of.cluster_id)
        .where(k.withdrawn_at.is_(None))
        .order_by(k.name)
    )
    return PreparedQuery(statement, of.recommendation_id)


def _list_entries() -> PreparedQuery:
    e = tables.ListEntry
    statement = select(e.recommendation_id, e.ordinal, e.heading).order_by(e.file_id)
    return PreparedQuery(statement, e.recommendation_id)


def _positions() -> PreparedQuery:
    p = PositionEntry
    return dated_entries(
        p, p.position, p.as_printed, p.already_implemented, p.source_symbol, p.source_paragraph
    )


def _statuses() -> PreparedQuery:
    s = StatusEntry
    return dated_entries(s, s.status, s.comment, s.effective_on, s.validated_at)


def _default_version() -> Select[int]:
    v = TextVersion
    return select(v.id).join(Fact, Fact.value == v.uid).where(Fact.key == "default_text_version")


def _links() -> PreparedQuery:
    k, p, v, i = Link, Paragraph, TextVersion, Instrument
    statement = (
        select(
            k.recommendation_id, k.id, i.key, v.version, p.label, p.sort_key, p.short,
            k.state, k.reason, k.by_post, k.recorded_at,
        )
        .join(p, p.id == k.paragraph_id)
        .join(v, v.id == p.text_version_id)
        .join(i, i.id == v.instrument_id)
        .where(v.id == bindparam("version_id"))
        .order_by(k.recommendation_id, p.sort_key, k.recorded_at)
    )  # fmt: skip
    return PreparedQuery(statement, k.recommendation_id)


def _decisions() -> PreparedQuery:
    d = MappingDecision
    statement = (
        select(d.recommendation_id, d.decision)
        .where(d.text_version_id == bindparam("version_id"))
        .order_by(d.recorded_at, d.id)
    )
    return PreparedQuery(statement, d.recommendation_id)


def _notes() -> PreparedQuery:
    a, holder = Annotation, Institution
    statement = select(a.recommendation_id, a.confidentiality, holder.id, holder.name, holder.kind).join(
        holder, holder.id == a.holder_id
    )
    return PreparedQuery(statement, a.recommendation_id)


def _progress() -> PreparedQuery:
    p = ProgressEntry
    return PreparedQuery(select(p.recommendation_id, p.effective_on), p.recommendation_id)


def _measured() -> PreparedQuery:
    """When something was said of a measure that stands and is for the recommendation: the history knows it."""
    h, b, m, of = HistoryEntry, Batch, Measure, MeasureRecommendation
    statement = (
        select(h.recommendation_id, b.at)
        .join(b, b.uid == h.batch)
        .join(m, m.uid == h.entity_uid)
        .join(of, and_(of.measure_id == m.id, of.recommendation_id == h.recommendation_id))
        .where(h.entity == "measure", m.withdrawn_at.is_(None))
    )
    return PreparedQuery(statement, h.recommendation_id)


def _last_snapshot() -> Select[date | None]:
    s = Snapshot
    return select(func.max(s.as_of)).where(s.withdrawn_at.is_(None), s.as_of <= bindparam("day"))


_OWN, _UPR = SourceDocument.collection == "own", SourceDocument.mechanism == "upr"
HEADS = {
    Scope.UPR: _heads(_OWN, _UPR),
    Scope.MECHANISMS: _heads(_OWN, ~_UPR),
    Scope.REFERENCE: _heads(~_OWN),
}
HEADS_OF_ANY = _heads()
_COUNTS = {
    scope: _counted(*conditions)
    for scope, conditions in ((Scope.MECHANISMS, (_OWN, ~_UPR)), (Scope.REFERENCE, (~_OWN,)))
}
TEXTS = _texts()
STATES = _states()
CLAUSES = _clauses()
ALIASES = _aliases()
THEMES = _themes()
CLUSTERS = _clusters()
LIST_ENTRIES = _list_entries()
POSITIONS = _positions()
STATUSES = _statuses()
ASSESSMENTS = dated_entries(AssessmentEntry, AssessmentEntry.assessment, AssessmentEntry.effective_on)
ASSIGNMENTS = dated_entries(Assignment, Assignment.institution_id, Assignment.role, Assignment.active)
INSTITUTIONS = select(Institution.id, Institution.name)
DEFAULT_VERSION = _default_version()
LINKS = _links()
DECISIONS = _decisions()
NOTES = _notes()
PROGRESS = _progress()
MEASURED = _measured()
LAST_SNAPSHOT = _last_snapshot()


def count_heads(session: Session, scope: Scope) -> int:
    """How many records are apart from the UPR's own in a scope."""
    return session.scalars(_COUNTS[scope]).one()
