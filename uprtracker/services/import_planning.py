"""What an import of a file would do: every document is compared with what the dossier holds of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.importers.mechanism import UPR
from uprtracker.importers.record import Notice, ParsedRecommendation, ParsedReview
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.import_plan import PlannedDocument, PlannedReference
from uprtracker.services.latest import in_chunks
from uprtracker.services.made_up import number_of, symbol_of
from uprtracker.services.mechanism_planning import plan_of_mechanism
from uprtracker.services.number_planning import NumberedPlanning
from uprtracker.services.standing import REFERENCE, Standing
from uprtracker.services.text_planning import TextPlanning

_Label = tuple[str, str]
_PARTS = ("", *"bcdefghijklmnopqrstuvwxyz")


def plan_document(standing: Standing, review: ParsedReview) -> tuple[PlannedDocument, tuple[Notice, ...]]:
    """What an import would do with a document about the dossier's State, and what a person should know about that."""
    if review.mechanism != UPR:
        return plan_of_mechanism(standing, review), ()
    if not any(record.number for record in review.recommendations):
        return TextPlanning(standing, review).plan()
    return NumberedPlanning(standing, review).plan()


def plan_reference(session: Session, reviews: Sequence[ParsedReview]) -> tuple[PlannedReference, ...]:
    """What an import would add to what other States were told; records that are there stay as they are."""
    documents = _reference_documents(session)
    stored = _stored(session, [documents[key] for review in reviews if (key := _key(review)) in documents])
    return tuple(_reference(review, documents.get(_key(review)), stored) for review in reviews)


def _key(review: ParsedReview) -> tuple[str, str]:
    return symbol_of(review), review.state_iso3 or ""


def _reference_documents(session: Session) -> dict[tuple[str, str], int]:
    d = SourceDocument
    rows = session.execute(select(d.symbol, d.state_iso3, d.id).where(d.collection == REFERENCE))
    return {(symbol, iso3): id_ for symbol, iso3, id_ in rows}


def _stored(session: Session, document_ids: Sequence[int]) -> dict[int, dict[_Label, tuple[int, bool]]]:
    """By document and label: the id of what is stored, and whether it is withdrawn."""
    r = Recommendation
    found: dict[int, dict[_Label, tuple[int, bool]]] = defaultdict(dict)
    for chunk in in_chunks(document_ids):
        rows = session.execute(
            select(r.document_id, r.number, r.part, r.id, r.withdrawn_at).where(r.document_id.in_(chunk))
        )
        for document_id, number, part, id_, withdrawn_at in rows:
            found[document_id][number, part] = id_, withdrawn_at is not None
    return found


def _reference(
    review: ParsedReview,
    document_id: int | None,
    stored: dict[int, dict[_Label, tuple[int, bool]]],
) -> PlannedReference:
    known = stored.get(document_id, {}) if document_id is not None else {}
    new: list[tuple[str, str, ParsedRecommendation]] = []
    restored: list[int] = []
    equal = 0
    for number, part, record in _labelled(review.recommendations):
        found = known.get((number, part))
        if found is None:
            new.append((number, part, record))
        elif found[1]:
            restored.append(found[0])
        else:
            equal += 1
    return PlannedReference(review, tuple(new), equal, document_id, tuple(restored))


def _labelled(records: Iterable[ParsedRecommendation]) -> Iterator[tuple[str, str, ParsedRecommendation]]:
    """Records with the number and part under which they are known again; the same text with another answer is a part."""
    taken: set[_Label] = set()
    for record in records:
        number, part = number_of(record), record.part
        if (number, part) in taken:
            part = next((p for p in _PARTS if (number, p) not in taken), str(record.order))
        taken.add((number, part))
        yield number, part, record
