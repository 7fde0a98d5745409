"""One record beside the recommendation that it is taken for: new, changed, equal or in doubt."""

from collections.abc import Collection
from dataclasses import replace

from uprtracker.importers.record import ParsedRecommendation
from uprtracker.services.import_comparison import compare
from uprtracker.services.import_plan import PlannedRecord
from uprtracker.vocabulary.read_model import Recommendation


def planned(
    record: ParsedRecommendation, row: Recommendation | None, source: str, comments: Collection[str] = ()
) -> PlannedRecord:
    """`comments` are what was said about the recommendation so far."""
    if row is None:
        return PlannedRecord(record, "in_doubt" if record.in_doubt else "new")
    found = compare(row, record, source, comments)
    doubts = [doubt for doubt in (record.in_doubt, *found.doubts) if doubt]
    if not found.differences:
        # whatever was doubtful about it, a person has accepted it before
        return PlannedRecord(record, "equal", (), row.id)
    if doubts:
        return in_doubt(record, "; ".join(doubts), row, found.differences)
    return PlannedRecord(record, "changed", found.differences, row.id)


def in_doubt(
    record: ParsedRecommendation,
    why: str,
    row: Recommendation | None = None,
    differences: tuple[tuple[str, str, str], ...] = (),
) -> PlannedRecord:
    return PlannedRecord(
        replace(record, in_doubt=why), "in_doubt", differences, row.id if row is not None else None
    )
