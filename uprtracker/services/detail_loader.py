"""Everything about recommendations, as far as a profile may see it: one query per kind for any number of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from uprtracker.models.annotation import Annotation, AssessmentEntry, TextRevision
from uprtracker.models.dossier import StoredFile
from uprtracker.models.follow_up import (
    Evidence,
    Measure,
    MeasureRecommendation,
    PositionEntry,
    ProgressEntry,
    StatusEntry,
)
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.institution import Institution
from uprtracker.models.instrument import Instrument, Link, Paragraph, TextVersion
from uprtracker.models.recommendation import Recommendation
from uprtracker.services.latest import in_chunks
from uprtracker.services.row_loader import position_source
from uprtracker.services.vault import vault_of
from uprtracker.services.visibility import Holder, may_see
from uprtracker.vocabulary import read_model as read
from uprtracker.vocabulary.profile import Actor

PREPARED = ("briefing_field", "advance_question")
"""The tables of what the delegation prepares."""

_AMONG_THE_STATE = (*PREPARED, "reassignment_request", "focal_point")
"""The tables of which the history is told to the State's profiles only."""

_Ids = Sequence[int]
_Found = defaultdict[int, list[Any]]


def load_details(
    session: Session, rows: Sequence[read.Recommendation], actor: Actor, *, history: bool = True
) -> dict[int, read.RecommendationDetails]:
    """Details by id; their lists run from the newest to the oldest. `withheld` counts notes above the profile.

    `history` false leaves the history out, as reports do.
    """
    loaded: dict[int, read.RecommendationDetails] = {}
    for chunk in in_chunks(rows):
        loaded.update(_load_chunk(session, chunk, actor, history))
    return loaded


def _load_chunk(
    session: Session, rows: Sequence[read.Recommendation], actor: Actor, history: bool
) -> dict[int, read.RecommendationDetails]:
    ids = [row.id for row in rows]
    positions, statuses, assessments = (
        _positions(session, ids),
        _statuses(session, ids, actor),
        _assessments(session, ids),
    )
    measures, rejected = _measures(session, ids), _links(session, ids, "rejected")
    suggested = _links(session, ids, "suggested")
    withheld: Counter[int] = Counter()
    progress = _visible(_progress(session, ids), actor, withheld)
    evidence = _visible(_evidence(session, ids), actor, withheld)
    annotations = _visible(_annotations(session, ids), actor, withheld)
    changes: _Found = defaultdict(list)
    if history:
        for entry in load_history(session, actor, recommendation_ids=ids):
            changes[entry.recommendation_id or 0].append(entry)
    return {
        row.id: read.RecommendationDetails(
            row=row,
            positions=tuple(positions[row.id]),
            statuses=tuple(statuses[row.id]),
            assessments=tuple(assessments[row.id]),
            progress=tuple(progress[row.id]),
            measures=tuple(measures[row.id]),
            evidence=tuple(evidence[row.id]),
            annotations=tuple(annotations[row.id]),
            rejected=tuple(rejected[row.id]),
            history=tuple(changes[row.id]),
            withheld=withheld[row.id],
            suggested=tuple(suggested[row.id]),
        )
        for row in rows
    }


_Note = tuple[int, Any, Institution]
"""Recommendation, read model with `confidentiality`, holder."""


def _visible(notes: Iterator[_Note], actor: Actor, withheld: Counter[int]) -> _Found:
    found: _Found = defaultdict(list)
    for id_, note, holder in notes:
        if may_see(actor, note.confidentiality, Holder.of(holder)):
            found[id_].append(note)
        else:
            withheld[id_] += 1
    return found


def _positions(session: Session, ids: _Ids) -> _Found:
    p = PositionEntry
    found: _Found = defaultdict(list)
    for e in session.scalars(_of(p, ids).order_by(p.effective_on.desc(), p.recorded_at.desc(), p.id.desc())):
        found[e.recommendation_id].append(
            read.PositionEntry(
                e.position,
                e.as_printed,
                e.already_implemented,
                e.effective_on,
                position_source(e),
                e.explanation,
            )
        )
    return found


def _statuses(session: Session, ids: _Ids, actor: Actor) -> _Found:
    """Drafts are the State's own matter: other profiles read what is official."""
    s = StatusEntry
    found: _Found = defaultdict(list)
    entries = _of(s, ids).order_by(s.effective_on.desc(), s.recorded_at.desc(), s.id.desc())
    if not actor.profile.of_the_state:
        entries = entries.where(s.validated_at.is_not(None))
    for e in session.scalars(entries):
        found[e.recommendation_id].append(
            read.StatusEntry(
                id=e.id,
                status=e.status,
                comment=e.comment,
                on=e.effective_on,
                recorded_at=e.recorded_at,
                by=e.by_post,
                profile=e.profile,
                validated=e.validated_at is not None,
                validated_by=e.validated_by,
            )
        )
    return found


def _assessments(session: Session, ids: _Ids) -> _Found:
    a = AssessmentEntry
    statement = (
        select(
            a.recommendation_id, a.assessment, a.effective_on, Institution.name, TextRevision.text, a.citation
        )
        .join(Institution, Institution.id == a.institution_id)
        .outerjoin(TextRevision, TextRevision.owner_uid == a.uid)
        .where(a.recommendation_id.in_(ids), a.withdrawn_at.is_(None))
        .order_by(a.effective_on.desc(), a.recorded_at.desc(), a.id.desc())
    )
    return _grouped(
        (id_, read.AssessmentEntry(value, on, by, words or "", citation))
        for id_, value, on, by, words, citation in session.execute(statement)
    )


def _progress(session: Session, ids: _Ids) -> Iterator[_Note]:
    p, holder = ProgressEntry, aliased(Institution)
    statement = (
        select(p, Institution.name, TextRevision.text, holder)
        .join(Institution, Institution.id == p.institution_id)
        .join(holder, holder.id == p.holder_id)
        .join(TextRevision, TextRevision.owner_uid == p.uid)
        .where(p.recommendation_id.in_(ids), p.withdrawn_at.is_(None))
        .order_by(p.effective_on.desc(), p.id.desc())
    )
    for entry, institution, words, held_by in session.execute(statement):
        note = read.ProgressEntry(entry.id, entry.effective_on, institution, words, entry.confidentiality)
        yield entry.recommendation_id, note, held_by


def _evidence(session: Session, ids: _Ids) -> Iterator[_Note]:
    e = Evidence
    statement = (
        select(e, TextRevision.text, StoredFile.name, Institution)
        .join(Institution, Institution.id == e.holder_id)
        .outerjoin(TextRevision, TextRevision.owner_uid == e.uid)
        .outerjoin(StoredFile, StoredFile.id == e.file_id)
        .where(e.recommendation_id.in_(ids), e.withdrawn_at.is_(None))
        .order_by(e.recorded_at.desc(), e.id.desc())
    )
    for item, quote, file_name, held_by in session.execute(statement):
        note = read.Evidence(
            id=item.id,
            title=item.title,
            symbol=item.symbol,
            paragraph=item.paragraph,
            quote=quote or "",
            link=item.link,
            file_name=file_name or "",
            confidentiality=item.confidentiality,
        )
        yield item.recommendation_id, note, held_by


def _annotations(session: Session, ids: _Ids) -> Iterator[_Note]:
    a, author, holder = Annotation, aliased(Institution), aliased(Institution)
    statement = (
        select(a, author.name, author.kind, TextRevision.text, holder)
        .join(author, author.id == a.institution_id)
        .join(holder, holder.id == a.holder_id)
        .join(TextRevision, TextRevision.owner_uid == a.uid)
        .where(a.recommendation_id.in_(ids), a.withdrawn_at.is_(None))
        .order_by(a.recorded_at.desc(), a.id.desc())
    )
    vault = vault_of(session)
    for entry, institution, kind, words, held_by in session.execute(statement):
        note = read.Annotation(
            id=entry.id,
            thread=entry.thread_uid,
            author=entry.by_post,
            institution=institution,
            at=entry.recorded_at,
            text=vault.read(words, entry.uid),
            state=entry.state,
            confidentiality=entry.confidentiality,
            of_nhri=kind == "nhri",
        )
        yield entry.recommendation_id, note, held_by


def _measures(session: Session, ids: _Ids) -> _Found:
    m, of = Measure, MeasureRecommendation
    statement = (
        select(of.recommendation_id, m.title, Institution.name, m.start_on, m.due_on, m.state, m.id, m.uid)
        .join(of, of.measure_id == m.id)
        .outerjoin(Institution, Institution.id == m.institution_id)
        .where(of.recommendation_id.in_(ids), m.withdrawn_at.is_(None))
        .order_by(m.start_on.desc(), m.id)
    )
    rows = session.execute(statement).all()
    serves: defaultdict[int, list[int]] = defaultdict(list)
    measures = {row.id for row in rows}
    for measure_id, id_ in session.execute(
        select(of.measure_id, of.recommendation_id).where(of.measure_id.in_(measures))
    ):
        serves[measure_id].append(id_)
    return _grouped(
        (id_, read.Measure(title, name or "", start, due, state, measure_id, tuple(serves[measure_id]), uid))
        for id_, title, name, start, due, state, measure_id, uid in rows
    )


def _links(session: Session, ids: _Ids, state: str) -> _Found:
    """Links in this state, whatever text they are to."""
    k, p, v, i = Link, Paragraph, TextVersion, Instrument
    statement = (
        select(
            k.recommendation_id, k.id, i.key, v.version, p.label, p.sort_key, p.short,
            k.state, k.reason, k.by_post, k.recorded_at,
        )
        .join(p, p.id == k.paragraph_id)
        .join(v, v.id == p.text_version_id)
        .join(i, i.id == v.instrument_id)
        .where(
            k.recommendation_id.in_(ids),
            k.state == state,
            k.withdrawn_at.is_(None),
            v.withdrawn_at.is_(None),
        )
        .order_by(p.sort_key)
    )  # fmt: skip
    return _grouped((row[0], read.LinkedParagraph(*tuple(row)[1:])) for row in session.execute(statement))


def load_history(
    session: Session,
    actor: Actor,
    *,
    recommendation_ids: Sequence[int] | None = None,
    limit: int | None = None,
) -> tuple[read.HistoryEntry, ...]:
    """History entries from the newest to the oldest.

    What the delegation prepares, drafts, requests to reassign and contacts are told to the State's profiles only.
    """
    h, b, r = HistoryEntry, Batch, Recommendation
    statement = (
        select(
            h.seq, h.batch, b.at, b.by_post, b.profile, h.recommendation_id, r.number, r.part,
            h.entity, h.action, h.field, h.old, h.new, h.reason,
        )
        .join(b, b.uid == h.batch)
        .outerjoin(r, r.id == h.recommendation_id)
        .order_by(h.seq.desc())
        .limit(limit)
    )  # fmt: skip
    if recommendation_ids is not None:
        statement = statement.where(h.recommendation_id.in_(recommendation_ids))
    if not actor.profile.of_the_state:
        drafts = select(StatusEntry.uid).where(StatusEntry.validated_at.is_(None))
        statement = statement.where(h.entity.not_in(_AMONG_THE_STATE), h.entity_uid.not_in(drafts))
    return tuple(_history_entry(row) for row in session.execute(statement))


def _history_entry(row: Any) -> read.HistoryEntry:
    return read.HistoryEntry(
        seq=row.seq,
        batch=row.batch,
        at=row.at,
        by=row.by_post,
        profile=row.profile,
        recommendation_id=row.recommendation_id,
        number=f"{row.number}{row.part}" if row.number else "",
        entity=row.entity,
        action=row.action,
        field=row.field,
        old=row.old or "",
        new=row.new or "",
        reason=row.reason,
    )


def _grouped(pairs: Iterator[tuple[int, Any]]) -> _Found:
    found: _Found = defaultdict(list)
    for id_, value in pairs:
        found[id_].append(value)
    return found


def _of(table: Any, ids: _Ids) -> Any:
    return select(table).where(table.recommendation_id.in_(ids), table.withdrawn_at.is_(None))
