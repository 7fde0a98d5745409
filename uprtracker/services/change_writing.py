"""Writing what a record says otherwise, or in addition, about a recommendation that the dossier has."""

from uprtracker.importers.record import ParsedRecommendation
from uprtracker.models.follow_up import PositionEntry
from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import SourceDocument
from uprtracker.services.content import read_content, write_content
from uprtracker.services.import_comparison import (
    UPR_INFO,
    new_aliases,
    new_texts,
    replaces,
    same_wording,
    themes_with,
)
from uprtracker.services.made_up import number_of, sort_key_of
from uprtracker.services.recorder import Recorder
from uprtracker.services.standing import OWN
from uprtracker.vocabulary import read_model
from uprtracker.vocabulary.position import Position


def write_changed(
    recorder: Recorder,
    row: read_model.Recommendation,
    record: ParsedRecommendation,
    source: str,
    document: SourceDocument | None,
    file_id: int,
) -> None:
    """Everything but follow-up. A recommendation without a number of the UN takes document and number of the record;
    one that waited to be told apart takes its place in a document of the dossier's own."""
    stored = recorder.session.get_one(Recommendation, row.id)
    adopted = source != UPR_INFO and document is not None and row.document_id != document.id
    if document is not None and (adopted or row.collection != OWN):
        for field, value in (
            ("document_id", document.id),
            ("number", number_of(record)),
            ("part", record.part),
            ("sort_key", sort_key_of(number_of(record), record.part, record.order)),
        ):
            recorder.update(stored, field, value, recommendation_id=row.id)
    if source != UPR_INFO and (adopted or _says_otherwise(row, record)):
        write_content(recorder, stored, "content", content_of(record))
    if replaces(row.position, record) and (source != UPR_INFO or row.position is Position.UNKNOWN):
        _write_position(recorder, row, record, file_id)
    enrich(recorder, row, record, source)


def enrich(
    recorder: Recorder, row: read_model.Recommendation, record: ParsedRecommendation, source: str
) -> None:
    """Add labels, aliases, translations and the action category where the dossier has none."""
    stored = recorder.session.get_one(Recommendation, row.id)
    write_content(recorder, stored, "themes", themes_with(row, record, source))
    if aliases := new_aliases(row, record):
        before = read_content(recorder.session, row.id, "aliases")
        write_content(
            recorder, stored, "aliases", sorted([*before, *([kind, value[:200]] for kind, value in aliases)])
        )
    if texts := new_texts(row, record):
        before = read_content(recorder.session, row.id, "texts")
        write_content(recorder, stored, "texts", dict(sorted({**before, **texts}.items())))
    if record.action_category and row.action_category is None:
        recorder.update(stored, "action_category", record.action_category, recommendation_id=row.id)


def content_of(record: ParsedRecommendation) -> dict[str, object]:
    return {
        "language": record.language,
        "text": record.text,
        "clauses": [
            [clause.text, [list(pair) for pair in zip(clause.states, clause.states_as_printed, strict=True)]]
            for clause in record.clauses
        ],
    }


def _says_otherwise(row: read_model.Recommendation, record: ParsedRecommendation) -> bool:
    """Whether the content is rewritten; a print that differs in signs only leaves the text as it is."""
    text = row.texts.get(record.language)
    if not record.text or text is None:
        return False
    of_row = [iso3 for clause in row.clauses for iso3 in clause.states]
    of_record = [iso3 for clause in record.clauses for iso3 in clause.states]
    return not same_wording(text, record.text) or bool(of_record and of_row != of_record)


def _write_position(
    recorder: Recorder, row: read_model.Recommendation, record: ParsedRecommendation, file_id: int
) -> None:
    entry = PositionEntry(
        recommendation_id=row.id,
        position=record.position,
        as_printed=record.position_as_printed[:200],
        already_implemented=record.already_implemented,
        source_symbol=record.position_symbol[:64],
        source_paragraph=record.position_paragraph[:64],
        explanation=record.explanation,
        recorded_at=recorder.at,
        file_id=file_id,
    )
    recorder.create(
        entry,
        "position",
        record.position,
        recommendation_id=row.id,
        old=row.position if row.position_as_printed else None,
    )
