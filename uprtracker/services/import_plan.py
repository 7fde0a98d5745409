"""What an import would do, compared record by record with what the dossier holds; nothing is written here."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.i18n import _
from uprtracker.importers.record import ParsedRecommendation, ParsedReview
from uprtracker.models.annotation import TextRevision
from uprtracker.models.follow_up import PositionEntry, ProgressEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.content import read_content
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.state import state
from uprtracker.vocabulary.text import normalised

FIRST_HAND = "thematic-list"
"""The source whose wording replaces the one before; another source's different wording waits for a person."""


@dataclass(frozen=True)
class PlannedRecord:
    """What an import would do with one record. `kind`: `new`, `changed`, `equal` or `in_doubt`.

    `differences` are (field, before, after) in words, for a changed record.
    """

    record: ParsedRecommendation
    kind: str
    differences: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """A read document beside what the dossier holds; nothing is written yet."""

    path: Path
    review: ParsedReview
    records: tuple[PlannedRecord, ...]

    def of_kind(self, kind: str) -> tuple[PlannedRecord, ...]:
        return tuple(record for record in self.records if record.kind == kind)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What the document does not say and a person may add."""
        questions = []
        if self.review.session is None:
            questions.append(_("The document does not name the session of the Working Group."))
        if self.review.cycle is None:
            questions.append(_("The document does not name the cycle."))
        return tuple(questions)

    def to_json(self) -> dict[str, Any]:
        """The result of an import as COMMANDS.md prints it; `read` counts numbers."""
        review = self.review
        return {
            "source": review.source,
            "state": state(review.state_iso3).short if review.state_iso3 else None,
            "cycle": review.cycle,
            "session": review.session,
            "document_symbol": review.document_symbol,
            "read": len({r.record.number for r in self.records}),
            **{kind: len(self.of_kind(kind)) for kind in ("new", "changed", "equal", "in_doubt")},
            "warnings": [{"where": w.where, "message": w.message} for w in review.warnings]
            + [{"where": "", "message": question} for question in self.open_questions],
        }


def planned_record(
    session: Session, document: SourceDocument | None, source: str, record: ParsedRecommendation
) -> PlannedRecord:
    """Compare one record with what the dossier holds under its document, number and part."""
    if record.in_doubt:
        return PlannedRecord(record, "in_doubt")
    stored = find_stored(session, document, record)
    if stored is None or stored.withdrawn_at is not None:
        return PlannedRecord(record, "new")
    differences = _differences(session, stored, record)
    if any(field in ("text", "states") for field, _before, _after in differences) and source != FIRST_HAND:
        doubt = _(
            "differs from what the dossier holds; the dossier's wording stays unless this one is accepted"
        )
        return PlannedRecord(replace(record, in_doubt=doubt), "in_doubt", differences)
    return PlannedRecord(record, "changed" if differences else "equal", differences)


def _differences(
    session: Session, stored: Recommendation, record: ParsedRecommendation
) -> tuple[tuple[str, str, str], ...]:
    """(field, before, after) in words; what a source does not say is no difference."""
    found = []
    before, after = read_content(session, stored.id, "content"), content_of(record)
    if not same_wording(before, after):
        found.append(("text", before["text"], after["text"]))
    old_states, new_states = states_of(before), states_of(after)
    if sorted(old_states) != sorted(new_states) or len(before["clauses"]) != len(after["clauses"]):
        found.append(("states", ", ".join(old_states), ", ".join(new_states)))
    position = find_position(session, stored.id)
    if replaces(position, record):
        found.append(("position", position.position.label if position else "", record.position.label))
    old_themes, new_themes = read_content(session, stored.id, "themes"), themes_of(record)
    if new_themes and old_themes != new_themes:
        found.append(("themes", _labels(old_themes), _labels(new_themes)))
    if record.comment and not has_comment(session, stored.id, record.comment):
        found.append(("comment", "", record.comment))
    return tuple(found)


def same_wording(stored: dict[str, Any], read: dict[str, Any]) -> bool:
    """Two prints of one text: quotation marks, spaces, case of letters and closing stops aside."""
    return stored["text"] == read["text"] or normalised(stored["text"]) == normalised(read["text"])


def replaces(standing: PositionEntry | None, record: ParsedRecommendation) -> bool:
    """Whether a record's position is news: a report that still waits for the State's answer does not undo the answer."""
    if standing is None:
        return True
    waits = record.position in (Position.PENDING, Position.UNKNOWN)
    return standing.position is not record.position and not waits


def find_document(session: Session, symbol: str, iso3: str) -> SourceDocument | None:
    d = SourceDocument
    return session.scalars(
        select(d).where(
            d.symbol == symbol, d.state_iso3 == iso3, d.collection == "own", d.withdrawn_at.is_(None)
        )
    ).first()


def find_stored(
    session: Session, document: SourceDocument | None, record: ParsedRecommendation
) -> Recommendation | None:
    if document is None:
        return None
    r = Recommendation
    return session.scalars(
        select(r).where(r.document_id == document.id, r.number == record.number, r.part == record.part)
    ).first()


def content_of(record: ParsedRecommendation) -> dict[str, Any]:
    return {
        "language": record.language,
        "text": record.text,
        "clauses": [
            [clause.text, [list(pair) for pair in zip(clause.states, clause.states_as_printed, strict=True)]]
            for clause in record.clauses
        ],
    }


def themes_of(record: ParsedRecommendation) -> list[list[str]]:
    """Each label once, in the order printed."""
    return [[t.scheme, t.kind, t.code, t.label] for t in dict.fromkeys(record.themes)]


def _labels(themes: list[list[str]]) -> str:
    return "; ".join(f"{code} {label}".strip() for _scheme, _kind, code, label in themes)


def states_of(content: dict[str, Any]) -> list[str]:
    """The States of all clauses by their names of today, in order."""
    return [state(iso3).short for _text, states in content["clauses"] for iso3, _printed in states]


def find_position(session: Session, recommendation_id: int) -> PositionEntry | None:
    p = PositionEntry
    return session.scalars(
        select(p)
        .where(p.recommendation_id == recommendation_id, p.withdrawn_at.is_(None))
        .order_by(
            p.effective_on.is_not(None).desc(), p.effective_on.desc(), p.recorded_at.desc(), p.id.desc()
        )
        .limit(1)
    ).first()


def has_comment(session: Session, recommendation_id: int, comment: str) -> bool:
    p = ProgressEntry
    texts = session.scalars(
        select(TextRevision.text)
        .join(p, p.uid == TextRevision.owner_uid)
        .where(p.recommendation_id == recommendation_id, p.withdrawn_at.is_(None))
    )
    return comment in set(texts)
