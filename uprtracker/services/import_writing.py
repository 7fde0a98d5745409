"""Writing the records of an import: the document, its recommendations, positions, headings, comments."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from uprtracker.importers.record import ParsedRecommendation, ParsedReview
from uprtracker.models.base import new_uid
from uprtracker.models.follow_up import PositionEntry, ProgressEntry
from uprtracker.models.recommendation import ListEntry, Recommendation
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services.content import add_content, read_content, write_content
from uprtracker.services.import_plan import (
    content_of,
    find_document,
    find_position,
    find_stored,
    has_comment,
    replaces,
    same_wording,
    states_of,
    themes_of,
)
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.number import sort_key


def document_for(recorder: Recorder, review: ParsedReview) -> SourceDocument:
    """The source document of a review, made if there is none; what it did not know of itself is filled in."""
    assert review.state_iso3 is not None
    document = find_document(recorder.session, review.document_symbol, review.state_iso3)
    if document is None:
        document = SourceDocument(
            uid=new_uid(),
            mechanism=review.mechanism,
            symbol=review.document_symbol,
            title=review.title,
            state_iso3=review.state_iso3,
        )
        recorder.create(document, "document", review.document_symbol)
        recorder.session.flush()
        recorder.session.add(Review(document_id=document.id, addendum_symbol=""))
        recorder.session.flush()
    details = recorder.session.get_one(Review, document.id)
    details.cycle = details.cycle or review.cycle
    details.session = details.session or review.session
    details.addendum_symbol = details.addendum_symbol or review.addendum_symbol
    return document


def write_record(
    recorder: Recorder, store: Store, document: SourceDocument, record: ParsedRecommendation, file_id: int
) -> None:
    # a recommendation is flushed as it is made; what belongs to it can wait for the next one
    with recorder.session.no_autoflush:
        stored = find_stored(recorder.session, document, record)
    standing = None
    if stored is None:
        stored = Recommendation(
            document_id=document.id,
            number=record.number,
            part=record.part,
            sort_key=sort_key(record.number, record.part),
            kind=record.kind,
        )
        recorder.session.add(stored)
        recorder.session.flush()
        recorder.create(stored, "recommendation", record.label, recommendation_id=stored.id)
        add_content(recorder.session, stored.id, content_of(record), themes_of(record))
    else:
        if stored.withdrawn_at is not None:
            recorder.restore(stored, "recommendation", record.label, recommendation_id=stored.id)
        _update_content(recorder, stored, record)
        standing = find_position(recorder.session, stored.id)
        if record.heading:
            recorder.session.execute(delete(ListEntry).where(ListEntry.recommendation_id == stored.id))
    if replaces(standing, record):
        _write_position(recorder, stored, standing, record, file_id)
    if record.heading:
        _write_list_entry(recorder.session, stored.id, record, file_id)
    if record.comment and not has_comment(recorder.session, stored.id, record.comment):
        _write_comment(recorder, store, stored.id, record.comment)


def _update_content(recorder: Recorder, stored: Recommendation, record: ParsedRecommendation) -> None:
    """Take over what the record says otherwise; a print that differs in signs only leaves the text as it is."""
    before, after = read_content(recorder.session, stored.id, "content"), content_of(record)
    if not (same_wording(before, after) and before["clauses"] and states_of(before) == states_of(after)):
        write_content(recorder, stored, "content", after)
    if record.themes:
        write_content(recorder, stored, "themes", themes_of(record))


def _write_position(
    recorder: Recorder,
    stored: Recommendation,
    standing: PositionEntry | None,
    record: ParsedRecommendation,
    file_id: int,
) -> None:
    entry = PositionEntry(
        recommendation_id=stored.id,
        position=record.position,
        as_printed=record.position_as_printed,
        already_implemented=record.already_implemented,
        source_symbol=record.position_symbol,
        source_paragraph=record.position_paragraph,
        explanation=record.explanation,
        recorded_at=recorder.at,
        file_id=file_id,
    )
    old = standing.position if standing else None
    recorder.create(entry, "position", record.position, recommendation_id=stored.id, old=old)


def _write_list_entry(
    session: Session, recommendation_id: int, record: ParsedRecommendation, file_id: int
) -> None:
    session.add(
        ListEntry(
            recommendation_id=recommendation_id,
            file_id=file_id,
            ordinal=record.order,
            heading=record.heading,
            place=record.place.where,
        )
    )


def _write_comment(recorder: Recorder, store: Store, recommendation_id: int, comment: str) -> None:
    """The assessment column is what the State says about implementation: a progress entry, for the government first."""
    institution = recorder.own_institution()
    entry = ProgressEntry(
        uid=new_uid(),
        recommendation_id=recommendation_id,
        institution_id=institution.id,
        effective_on=store.today(),
        recorded_at=recorder.at,
        by_post=recorder.actor.name,
        confidentiality=Confidentiality.GOVERNMENT,
        holder_id=institution.id,
    )
    revision = recorder.write_text("progress_entry", entry.uid, comment)
    recorder.create(
        entry, "progress", f"{revision.uid} {revision.digest}", recommendation_id=recommendation_id
    )
