"""Rows of the list of recommendations, read by columns into read models: a handful of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from sqlalchemy import Row
from sqlalchemy.orm import Session

from uprtracker.services import row_queries as queries
from uprtracker.services.latest import by_recommendation, in_chunks
from uprtracker.services.text_loader import find_text_version
from uprtracker.services.visibility import Holder, may_see
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import Clause, LinkedParagraph, Recommendation, Theme
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.status import is_disputed, is_due_soon, is_open, is_overdue, is_silent

_Many = defaultdict[int, list[Any]]


@dataclass
class _Parts:
    """What belongs to each recommendation, by its id."""

    texts: defaultdict[int, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    original: dict[int, str] = field(default_factory=dict)
    clauses: defaultdict[int, tuple[Clause, ...]] = field(default_factory=lambda: defaultdict(tuple))
    aliases: _Many = field(default_factory=lambda: defaultdict(list))
    themes: _Many = field(default_factory=lambda: defaultdict(list))
    clusters: _Many = field(default_factory=lambda: defaultdict(list))
    list_entry: dict[int, Row[Any]] = field(default_factory=dict)
    positions: dict[int, list[Row[Any]]] = field(default_factory=dict)
    statuses: dict[int, list[Row[Any]]] = field(default_factory=dict)
    assessments: dict[int, list[Row[Any]]] = field(default_factory=dict)
    assignments: dict[int, list[Row[Any]]] = field(default_factory=dict)
    links: _Many = field(default_factory=lambda: defaultdict(list))
    decisions: dict[int, str] = field(default_factory=dict)
    annotations: defaultdict[int, int] = field(default_factory=lambda: defaultdict(int))
    activity: dict[int, date] = field(default_factory=dict)
    snapshot_on: date | None = None

    def active(self, id_: int, day: date) -> None:
        self.activity[id_] = max(day, self.activity.get(id_, day))


def load_rows(
    session: Session,
    *,
    ids: Sequence[int] | None = None,
    as_of: date | None = None,
    today: date | None = None,
    actor: Actor | None = None,
    text: str = "",
    scope: Scope = Scope.UPR,
) -> list[Recommendation]:
    """The recommendations of the UPR to the dossier's State in natural order of their numbers, or those with these ids.

    `scope` asks for what other mechanisms recommended, or what others were told, instead.

    Links and decisions are those on the default text, or on the one named `instrument@version`.

    With `as_of`, dated entries count that were effective by then, and due dates are measured against it. Drafts are the
    State's own matter: other profiles read what is official.
    """
    query = queries.HEADS_OF_ANY if ids is not None else queries.HEADS[scope]
    heads = query.ask(session, ids).all()
    if ids is None and scope is not Scope.UPR:
        # the parts of these are asked for by name: those of the whole collection would be far more, or others
        ids = [head.id for head in heads]
    parts = _Parts()
    version_id = _version_id(session, text)
    for some in [None] if ids is None else in_chunks(ids):
        _load_parts(session, some, as_of, actor or Actor(), parts)
        _load_mapping(session, some, version_id, parts)
    day = as_of or today or date.today()
    parts.snapshot_on = session.scalars(queries.LAST_SNAPSHOT, {"day": day}).one()
    return [_row(head, parts, day) for head in heads]


def _version_id(session: Session, text: str) -> int:
    return find_text_version(session, text).id if text else session.scalars(queries.DEFAULT_VERSION).one()


def _load_parts(
    session: Session, ids: Sequence[int] | None, as_of: date | None, actor: Actor, parts: _Parts
) -> None:
    _load_texts(session, ids, parts)
    _load_labels(session, ids, parts)
    parts.positions.update(by_recommendation(queries.POSITIONS.ask(session, ids, as_of)))
    said = queries.STATUSES.ask(session, ids, as_of)
    of_the_state = actor.profile.of_the_state
    parts.statuses.update(by_recommendation(entry for entry in said if of_the_state or entry.validated_at))
    parts.assessments.update(by_recommendation(queries.ASSESSMENTS.ask(session, ids, as_of)))
    assignments = by_recommendation(queries.ASSIGNMENTS.ask(session, ids, as_of))
    _name_institutions(session, assignments)
    parts.assignments.update(assignments)
    _load_notes(session, ids, as_of, actor, parts)


def _load_texts(session: Session, ids: Sequence[int] | None, parts: _Parts) -> None:
    for row in queries.TEXTS.ask(session, ids):
        parts.texts[row.recommendation_id][row.language] = row.text
        if row.original:
            parts.original[row.recommendation_id] = row.language
    states: defaultdict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
    for row in queries.STATES.ask(session, ids):
        states[row.recommendation_id, row.clause].append(row)
    for row in queries.CLAUSES.ask(session, ids):
        if row.language != parts.original.get(row.recommendation_id):
            continue
        made_by = states[row.recommendation_id, row.ordinal]
        clause = Clause(row.text, tuple(x.iso3 for x in made_by), tuple(x.as_printed for x in made_by))
        parts.clauses[row.recommendation_id] += (clause,)
    for (id_, ordinal), made_by in list(states.items()):
        # what others were told has its text once: a text of one clause is that clause
        if ordinal == 0 and id_ not in parts.clauses and id_ in parts.original:
            text = parts.texts[id_][parts.original[id_]]
            named = tuple(x.iso3 for x in made_by), tuple(x.as_printed for x in made_by)
            parts.clauses[id_] = (Clause(text, *named),)


def _load_labels(session: Session, ids: Sequence[int] | None, parts: _Parts) -> None:
    for row in queries.ALIASES.ask(session, ids):
        parts.aliases[row.recommendation_id].append((row.kind, row.value))
    for row in queries.THEMES.ask(session, ids):
        parts.themes[row.recommendation_id].append(Theme(row.scheme, row.kind, row.code, row.label))
    for row in queries.CLUSTERS.ask(session, ids):
        parts.clusters[row.recommendation_id].append(row.name)
    for row in queries.LIST_ENTRIES.ask(session, ids):
        parts.list_entry[row.recommendation_id] = row


def _name_institutions(session: Session, assignments: dict[int, list[Row[Any]]]) -> None:
    names = {row.id: row.name for row in session.execute(queries.INSTITUTIONS)}
    names[None] = ""
    for entries in assignments.values():
        entries[:] = [(names[e.institution_id], e.role, e.active) for e in entries]  # type: ignore[misc]


def _load_mapping(session: Session, ids: Sequence[int] | None, version_id: int, parts: _Parts) -> None:
    for row in queries.LINKS.ask(session, ids, version_id=version_id):
        parts.links[row.recommendation_id].append(LinkedParagraph(*tuple(row)[1:]))
    for row in queries.DECISIONS.ask(session, ids, version_id=version_id):
        parts.decisions[row.recommendation_id] = row.decision


def _load_notes(
    session: Session, ids: Sequence[int] | None, as_of: date | None, actor: Actor, parts: _Parts
) -> None:
    for row in queries.NOTES.ask(session, ids):
        parts.annotations[row[0]] += may_see(actor, row.confidentiality, Holder(row.id, row.name, row.kind))
    for row in (*chain(*parts.statuses.values()), *queries.PROGRESS.ask(session, ids, as_of)):
        parts.active(row.recommendation_id, row.effective_on)
    for row in queries.MEASURED.ask(session, ids):
        day = row.at.astimezone().date()
        if as_of is None or day <= as_of:
            parts.active(row.recommendation_id, day)


def _row(head: Row[Any], parts: _Parts, day: date) -> Recommendation:
    entries = parts.statuses.get(head.id, [])
    validated = [e for e in entries if e.validated_at]
    latest = entries[-1] if entries else None
    official = validated[-1].status if validated else None
    position = parts.positions[head.id][-1] if head.id in parts.positions else None
    assessed = parts.assessments[head.id][-1] if head.id in parts.assessments else None
    clauses = parts.clauses[head.id]
    lead, supporting = _assigned(parts.assignments.get(head.id, []))
    links = parts.links[head.id]
    printed = parts.list_entry.get(head.id)
    return Recommendation(
        id=head.id,
        uid=head.uid,
        number=head.number,
        part=head.part,
        sort_key=head.sort_key,
        document_symbol=head.symbol,
        document_id=head.document_id,
        cycle=head.cycle,
        session=head.session,
        mechanism=head.mechanism,
        kind=head.kind,
        text=parts.texts[head.id].get(parts.original.get(head.id, ""), ""),
        clauses=clauses,
        recommending_states=tuple(dict.fromkeys(s for clause in clauses for s in clause.states)),
        position=position.position if position else Position.UNKNOWN,
        position_as_printed=position.as_printed if position else "",
        position_source=position_source(position) if position else "",
        already_implemented=bool(position and position.already_implemented),
        official=official,
        status=latest.status if latest else None,
        status_on=latest.effective_on if latest else None,
        status_validated=bool(latest and latest.validated_at),
        status_comment=latest.comment if latest else "",
        lead=lead,
        supporting=supporting,
        due_on=head.due_on,
        assessment=assessed.assessment if assessed else None,
        assessment_on=assessed.effective_on if assessed else None,
        disputed=is_disputed(official, assessed.assessment if assessed else None),
        overdue=is_overdue(official, head.due_on, day),
        open=is_open(official),
        themes=tuple(parts.themes[head.id]),
        clusters=tuple(parts.clusters[head.id]),
        paragraphs=tuple(link for link in links if link.state == "confirmed"),
        decided=head.id in parts.decisions or any(link.state == "confirmed" for link in links),
        concerns_none=parts.decisions.get(head.id) == "concerns_none",
        annotation_count=parts.annotations[head.id],
        last_activity_on=parts.activity.get(head.id),
        action_category=head.action_category,
        order=printed.ordinal if printed else 0,
        heading=printed.heading if printed else "",
        texts=parts.texts[head.id],
        aliases=tuple(parts.aliases[head.id]),
        collection=head.collection,
        state_iso3=head.state_iso3,
        due_soon=is_due_soon(official, head.due_on, day),
        nothing_reported=is_silent(parts.activity.get(head.id), day, parts.snapshot_on),
    )


def position_source(position: Any) -> str:
    """Symbol and paragraph as the source printed them."""
    return " - ".join(piece for piece in (position.source_symbol, position.source_paragraph) if piece)


def _assigned(entries: Sequence[Any]) -> tuple[str, tuple[str, ...]]:
    lead, supporting = "", {}
    for name, role, active in entries:
        if role == "lead":
            lead = name if active else ""
        else:
            supporting[name] = active
    return lead, tuple(name for name, active in supporting.items() if active)
