"""The documents that recommendations belong to, as an import finds or makes them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.importers.mechanism import UPR
from uprtracker.importers.record import ParsedReview
from uprtracker.models.base import new_uid
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.made_up import LONGEST_SYMBOL, symbol_of
from uprtracker.services.recorder import Recorder
from uprtracker.services.standing import OWN, REFERENCE


def find_document(session: Session, symbol: str, iso3: str, collection: str = OWN) -> SourceDocument | None:
    d = SourceDocument
    return session.scalars(
        select(d).where(
            d.symbol == symbol, d.state_iso3 == iso3, d.collection == collection, d.withdrawn_at.is_(None)
        )
    ).first()


def document_for(
    recorder: Recorder, review: ParsedReview, iso3: str, *, collection: str = OWN, id_: int | None = None
) -> SourceDocument:
    """The document of a review, made if there is none; what it did not know of itself is filled in.

    A document under a symbol that we made up takes the real one as soon as a source names it.
    """
    symbol = symbol_of(review)
    session = recorder.session
    document = session.get(SourceDocument, id_) if id_ else find_document(session, symbol, iso3, collection)
    if document is None:
        document = _make(recorder, review, iso3, collection)
    elif review.document_symbol and document.symbol != symbol:
        recorder.update(document, "symbol", symbol)
    document.dated_on = document.dated_on or review.dated_on
    if review.mechanism == UPR:
        details = session.get_one(Review, document.id)
        details.cycle = details.cycle or review.cycle
        details.session = details.session or review.session
        details.addendum_symbol = details.addendum_symbol or review.addendum_symbol[:LONGEST_SYMBOL]
    return document


def _make(recorder: Recorder, review: ParsedReview, iso3: str, collection: str) -> SourceDocument:
    document = SourceDocument(
        uid=new_uid(),
        mechanism=review.mechanism,
        body=review.body[:64],
        symbol=symbol_of(review),
        title=review.title[:400],
        state_iso3=iso3,
        collection=collection,
    )
    if collection == OWN:
        recorder.create(document, "document", document.symbol)
    else:
        # what others were told has one entry in the history for a whole file
        recorder.session.add(document)
    recorder.session.flush()
    if review.mechanism == UPR:
        recorder.session.add(Review(document_id=document.id, addendum_symbol=""))
        recorder.session.flush()
    return document


def reference_twin(recorder: Recorder, document: SourceDocument) -> SourceDocument:
    """The document of the same symbol in the reference collection, made if there is none."""
    return _twin(recorder, document, REFERENCE)


def own_twin(recorder: Recorder, document: SourceDocument) -> SourceDocument:
    """The document of the same symbol among the dossier's own, made if there is none."""
    return _twin(recorder, document, OWN)


def _twin(recorder: Recorder, document: SourceDocument, collection: str) -> SourceDocument:
    session = recorder.session
    twin = find_document(session, document.symbol, document.state_iso3, collection)
    if twin is not None:
        return twin
    twin = SourceDocument(
        uid=new_uid(),
        mechanism=document.mechanism,
        body=document.body,
        symbol=document.symbol,
        title=document.title,
        state_iso3=document.state_iso3,
        collection=collection,
    )
    if collection == OWN:
        recorder.create(twin, "document", twin.symbol)
    else:
        session.add(twin)
    session.flush()
    known = session.get(Review, document.id)
    if document.mechanism == UPR:
        cycle, number = (known.cycle, known.session) if known else (None, None)
        session.add(Review(document_id=twin.id, cycle=cycle, session=number, addendum_symbol=""))
        session.flush()
    return twin
