"""Reconciliation of a review: what was received against what was answered, of a file that is read and of the dossier."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from uprtracker.importers.numbering import missing_numbers
from uprtracker.importers.parsed_addendum import ParsedAddendum
from uprtracker.importers.reconciliation import Reconciliation, reconcile
from uprtracker.importers.record import ParsedClause, ParsedRecommendation, ParsedReview, Place
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.read_model import Recommendation


class ReconcilingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def of_document(self, document_id: int) -> Reconciliation:
        """The sums of a review as the dossier holds it: received = supported + noted + pending (+ unknown), gaps, doubles."""
        with self._store.read() as session:
            symbol = session.get_one(SourceDocument, document_id).symbol
            rows = [row for row in load_rows(session) if row.document_id == document_id]
        return of_rows(rows, symbol)


def of_rows(
    rows: Sequence[Recommendation], symbol: str, addendum: ParsedAddendum | None = None
) -> Reconciliation:
    """The dossier's recommendations of one review against an addendum, or by their own positions."""
    return reconcile(as_report(rows, symbol), addendum)


def as_report(rows: Sequence[Recommendation], symbol: str) -> ParsedReview:
    """A review that the dossier holds, as a report would give it."""
    records = tuple(
        _record(row, order) for order, row in enumerate(rows, start=1) if row.kind == "recommendation"
    )
    first = rows[0] if rows else None
    return ParsedReview(
        source="",
        file="",
        title="",
        state_iso3=first.state_iso3 if first else None,
        state_as_printed="",
        cycle=first.cycle if first else None,
        session=first.session if first else None,
        document_symbol=symbol,
        addendum_symbol="",
        recommendations=records,
        warnings=(),
        missing_numbers=missing_numbers(records),
    )


def reconciliation_json(found: Reconciliation) -> dict[str, Any]:
    """The key `reconciliation` of an import's result."""
    return {
        "received": found.received,
        "supported": found.supported,
        "noted": found.noted,
        "supported_noted": found.supported_noted,
        "pending": found.pending,
        "unknown": found.unknown,
        "gaps": list(found.gaps),
        "doubles": list(found.doubles),
        "only_in_addendum": list(found.only_in_addendum),
        "unanswered": list(found.unanswered),
        "contradictions": list(found.contradictions),
        "unread": [
            {"where": u.place.where, "sentence": u.sentence, "reason": u.reason} for u in found.unread
        ],
        "stated": asdict(found.totals),
        "differences": [asdict(difference) for difference in found.differences],
        "agrees": found.agrees,
    }


def _record(row: Recommendation, order: int) -> ParsedRecommendation:
    return ParsedRecommendation(
        number=row.number,
        part=row.part,
        text=row.text,
        language="en",
        clauses=tuple(ParsedClause(c.text, c.states, c.states_as_printed) for c in row.clauses),
        position=row.position,
        position_as_printed=row.position_as_printed,
        position_symbol="",
        position_paragraph="",
        already_implemented=row.already_implemented,
        explanation="",
        themes=(),
        heading="",
        order=order,
        comment="",
        in_doubt="",
        place=Place("", row.label),
    )
