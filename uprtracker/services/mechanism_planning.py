"""Documents of treaty bodies and special procedures: a paragraph is one number with many entries, known by their ids."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import count

from uprtracker.importers.record import ParsedRecommendation, ParsedReview
from uprtracker.services.import_plan import PlannedDocument, PlannedRecord
from uprtracker.services.latest import in_chunks
from uprtracker.services.made_up import number_of, symbol_of
from uprtracker.services.record_planning import planned
from uprtracker.services.standing import Standing, StandingDocument
from uprtracker.vocabulary.read_model import Recommendation

_KNOWN_BY = "uhri"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def plan_of_mechanism(standing: Standing, review: ParsedReview) -> PlannedDocument:
    """What an import would do with a document of another mechanism than the UPR.

    Such a document may have very many entries: those of the dossier are read in portions, beside the file's.
    """
    document = standing.find(symbol_of(review))
    comments = standing.comments(document.id) if document else {}
    labels = standing.labels(document.id) if document else {}
    taken = set(labels)
    parts: dict[str, Iterator[str]] = defaultdict(_parts)
    found: list[PlannedRecord] = []
    for records in in_chunks(review.recommendations):
        rows = _counterparts(standing, document, labels, records) if document else []
        by_label = {row.label: row for row in rows}
        by_alias = {alias: row for row in rows for alias in row.aliases if alias[0] == _KNOWN_BY}
        for record in records:
            row = _same(record, by_label, by_alias)
            if row is None:
                record = _with_free_label(record, taken, parts)
            taken.add(record.label)
            found.append(planned(record, row, review.source, comments.get(row.id, ()) if row else ()))
    return PlannedDocument(review, tuple(found), document.id if document else None)


def _counterparts(
    standing: Standing,
    document: StandingDocument,
    labels: dict[str, int],
    records: Sequence[ParsedRecommendation],
) -> list[Recommendation]:
    """What the dossier has under the numbers or the annotations' ids of some records."""
    values = [value for record in records for kind, value in record.aliases if kind == _KNOWN_BY]
    ids = standing.ids_by_alias(document.id, _KNOWN_BY, values)
    ids |= {labels[label] for r in records if (label := number_of(r) + r.part) in labels}
    return standing.some_rows(sorted(ids))


def _same(
    record: ParsedRecommendation,
    by_label: dict[str, Recommendation],
    by_alias: dict[tuple[str, str], Recommendation],
) -> Recommendation | None:
    """By the annotation's id; by its number only where one of the two has no id."""
    ids = [alias for alias in record.aliases if alias[0] == _KNOWN_BY]
    if known := next((by_alias[alias] for alias in ids if alias in by_alias), None):
        return known
    row = by_label.get(number_of(record) + record.part)
    return None if row and ids and any(kind == _KNOWN_BY for kind, _value in row.aliases) else row


def _with_free_label(
    record: ParsedRecommendation, taken: Container[str], parts: dict[str, Iterator[str]]
) -> ParsedRecommendation:
    """The record under its number, and in a part of it that no other entry has; `parts` are those left for a number."""
    number, part = number_of(record), record.part
    if number + part in taken:
        part = next(part for part in parts[number] if number + part not in taken)
    if (number, part) == (record.number, record.part):
        return record
    return replace(record, number=number, part=part)


def _parts() -> Iterator[str]:
    yield from (first + second for first in ("", *_LETTERS) for second in _LETTERS)
    yield from (f"z{number}" for number in count(1))
