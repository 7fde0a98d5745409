"""A review of the UPR from a source without numbers: State and wording say which recommendation a record is, or propose it."""

from dataclasses import replace

from uprtracker.i18n import _, ngettext
from uprtracker.importers.record import Notice, ParsedRecommendation, ParsedReview
from uprtracker.importers.same_text import Known, SameText, find_same
from uprtracker.services.import_comparison import compare
from uprtracker.services.import_plan import PlannedDocument, PlannedRecord
from uprtracker.services.made_up import number_of, symbol_of
from uprtracker.services.record_planning import planned
from uprtracker.services.standing import OWN, Standing
from uprtracker.vocabulary.read_model import Recommendation


class TextPlanning:
    """Plans one document. Where the dossier has the review by its numbers, nothing of it is counted a second time."""

    def __init__(self, standing: Standing, review: ParsedReview) -> None:
        self._standing = standing
        self._review = review
        self._document = standing.find(symbol_of(review))
        self._numbered = [
            row
            for document in standing.reviews()
            if document.is_un and document.is_of_review(review.cycle, review.session)
            for row in standing.rows(document.id)
            if row.kind == "recommendation"
        ]
        self._by_id = {str(row.id): row for row in self._numbered}
        self._labels: set[str] = set()
        self._positions_kept = 0

    def plan(self) -> tuple[PlannedDocument, tuple[Notice, ...]]:
        same = self._same_texts()
        records = tuple(self._planned(record, same) for record in self._review.recommendations)
        found = PlannedDocument(self._review, records, self._document.id if self._document else None)
        return found, tuple(self._notices(records))

    def _same_texts(self) -> dict[str, SameText]:
        """Candidates by the order of the record."""
        if not self._numbered:
            return {}
        read = [
            Known(str(record.order), record.text, record.states)
            for record in self._review.recommendations
            if record.kind == "recommendation"
        ]
        known = [Known(str(row.id), row.text, row.recommending_states) for row in self._numbered]
        return {same.key: same for same in find_same(read, known)}

    def _planned(self, record: ParsedRecommendation, same: dict[str, SameText]) -> PlannedRecord:
        known = self._known(record)
        if known is not None:
            return self._taken_for(record, known)
        found = same.get(str(record.order))
        if found is not None and found.certain:
            return self._taken_for(record, self._by_id[found.certain.key])
        record = self._labelled(record)
        if record.kind == "recommendation" and self._numbered:
            doubt = self._doubt(found)
            return PlannedRecord(replace(record, in_doubt=doubt), "in_doubt", waits=True)
        return planned(record, None, self._review.source)

    def _known(self, record: ParsedRecommendation) -> Recommendation | None:
        """What came in before under the same alias; of several the one with the same answer."""
        rows = [row for row in self._standing.known_as(record.aliases) if row.kind == record.kind]
        equal = [row for row in rows if row.position_as_printed == record.position_as_printed]
        return next(iter(equal or rows), None)

    def _taken_for(self, record: ParsedRecommendation, row: Recommendation) -> PlannedRecord:
        record = replace(record, number=row.number, part=row.part)
        if row.collection != OWN:
            doubt = _("it waits for you to say which recommendation it is")
            return PlannedRecord(replace(record, in_doubt=doubt), "in_doubt", (), row.id, waits=True)
        self._positions_kept += bool(compare(row, record, self._review.source, ()).notices)
        return planned(replace(record, in_doubt=""), row, self._review.source)

    def _labelled(self, record: ParsedRecommendation) -> ParsedRecommendation:
        """The record under a number of ours; the same text with another answer is a part of it."""
        number = number_of(record)
        parts = iter(("", *"bcdefghij"))
        part = next(part for part in parts if number + part not in self._labels)
        self._labels.add(number + part)
        return replace(record, number=number, part=part)

    def _doubt(self, found: SameText | None) -> str:
        if found is None or not found.candidates:
            return _("no recommendation of this review has this wording")
        names = ", ".join(self._by_id[candidate.key].label for candidate in found.candidates[:3])
        return _("perhaps the same as {numbers}").format(numbers=names)

    def _notices(self, records: tuple[PlannedRecord, ...]) -> list[Notice]:
        notices = []
        if count := self._positions_kept:
            message = ngettext(
                "{count} position differs from the dossier's, which stays: UPR Info counts an acceptance in part as noted",
                "{count} positions differ from the dossier's, which stay: UPR Info counts an acceptance in part as noted",
                count,
            )
            notices.append(Notice("", message.format(count=count)))
        if not self._numbered and any(record.kind == "new" for record in records):
            message = _(
                "{symbol} gives no numbers; those that begin with UI- are made up and none of the UN's"
            )
            notices.append(Notice("", message.format(symbol=symbol_of(self._review))))
        return notices
