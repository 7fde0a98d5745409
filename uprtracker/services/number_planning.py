"""A review of the UPR by its numbers: symbol and number say which recommendation a record is."""

from collections.abc import Iterator
from dataclasses import replace

from uprtracker.i18n import _, ngettext
from uprtracker.importers.record import Notice, ParsedRecommendation, ParsedReview
from uprtracker.importers.same_text import Known, find_same
from uprtracker.services.import_comparison import FIRST_HAND
from uprtracker.services.import_plan import PlannedDocument, PlannedRecord
from uprtracker.services.latest import in_chunks
from uprtracker.services.made_up import symbol_of
from uprtracker.services.record_planning import in_doubt, planned
from uprtracker.services.standing import Standing, StandingDocument
from uprtracker.vocabulary.read_model import Recommendation

_MOST_OF_THEM = 0.5
"""The share of numbers by which a table without a symbol is about a document, and a list about a whole review."""
UPR_INFO = "UPR Info"


class NumberedPlanning:
    """Plans one document. `_given` is false where the file names no symbol and we find the document by its numbers."""

    def __init__(self, standing: Standing, review: ParsedReview) -> None:
        self._standing = standing
        self._review = review
        self._given = bool(review.document_symbol)
        self._document = self._find()
        self._labels = standing.labels(self._document.id) if self._document else {}
        self._numbers = standing.numbers(self._document.id) if self._document else frozenset()
        self._comments = standing.comments(self._document.id) if self._document else {}
        self._by_label: dict[str, Recommendation] = {}
        """Those of the portion that is being planned."""

    def plan(self) -> tuple[PlannedDocument, tuple[Notice, ...]]:
        review, document = self._review, self._document
        if document and not (self._given and not document.is_un):
            review = replace(
                review,
                document_symbol=document.symbol,
                cycle=review.cycle or document.cycle,
                session=review.session or document.session,
            )
        others = self._without_numbers()
        same = self._same_texts(others)
        records = tuple(self._records(review, same))
        released: tuple[int, ...] = ()
        if self._replaces(others, records):
            adopted = {record.stored_id for record in records}
            released = tuple(row.id for row in others if row.id not in adopted)
        found = PlannedDocument(review, records, document.id if document else None, released)
        return found, tuple(self._notices(found))

    def _records(self, review: ParsedReview, same: dict[str, Recommendation]) -> Iterator[PlannedRecord]:
        """The records beside the dossier's rows, which are read in portions: a file may have very many."""
        for records in in_chunks(review.recommendations):
            ids = [self._labels[record.label] for record in records if record.label in self._labels]
            self._by_label = {row.label: row for row in self._standing.some_rows(ids)}
            yield from (self._planned(record, same) for record in records)

    def _find(self) -> StandingDocument | None:
        review = self._review
        if self._given:
            known = self._standing.find(symbol_of(review))
            return known or self._by_numbers([d for d in self._standing.reviews() if not d.is_un])
        numbered = [d for d in self._standing.reviews() if not d.symbol.startswith(UPR_INFO)]
        of_cycle = [d for d in numbered if d.is_un and d.is_of_review(review.cycle, review.session)]
        if len(of_cycle) == 1:
            return of_cycle[0]
        return self._by_numbers(numbered) or self._standing.find(symbol_of(review))

    def _by_numbers(self, documents: list[StandingDocument]) -> StandingDocument | None:
        """The document that has most of the numbers, if it has enough and may be about the same review."""
        wanted = {record.number for record in self._review.recommendations if record.number}
        review, best, most = self._review, None, 0
        for document in documents:
            if review.cycle and document.cycle and review.cycle != document.cycle:
                continue
            shared = len(wanted & self._standing.numbers(document.id))
            if shared > most and shared >= _MOST_OF_THEM * len(wanted):
                best, most = document, shared
        return best

    def _without_numbers(self) -> list[Recommendation]:
        """The dossier's recommendations of the same review that another source gave without numbers."""
        if not self._given:
            return []
        return [
            row
            for document in self._standing.reviews()
            if document.symbol.startswith(UPR_INFO)
            and document.is_of_review(self._review.cycle, self._review.session)
            for row in self._standing.rows(document.id)
            if row.kind == "recommendation"
        ]

    def _same_texts(self, others: list[Recommendation]) -> dict[str, Recommendation]:
        """Those of the others that are certainly one of the records, by its label; each once."""
        if not others:
            return {}
        by_id = {str(row.id): row for row in others}
        records = [r for r in self._review.recommendations if r.label not in self._labels]
        read = [Known(r.label, r.text, r.states) for r in records]
        found: dict[str, Recommendation] = {}
        for same in find_same(read, [Known(key, r.text, r.recommending_states) for key, r in by_id.items()]):
            if same.certain and same.certain.key in by_id:
                found[same.key] = by_id.pop(same.certain.key)
        return found

    def _planned(self, record: ParsedRecommendation, same: dict[str, Recommendation]) -> PlannedRecord:
        if not record.number:
            known = self._standing.known_as(record.aliases)
            if len(known) == 1:
                record = replace(record, number=known[0].number, part=known[0].part)
                return planned(record, known[0], self._review.source)
            return in_doubt(record, record.in_doubt or _("the recommendation has no number"))
        row = self._by_label.get(record.label)
        if row is not None:
            return planned(record, row, self._review.source, self._comments.get(row.id, ()))
        if other := same.get(record.label):
            adopted = planned(record, other, self._review.source)
            change = ("number", other.label, record.label)
            return replace(adopted, kind="changed", differences=(change, *adopted.differences))
        if doubt := self._doubt_of_new(record):
            return in_doubt(record, doubt)
        return planned(record, None, self._review.source)

    def _doubt_of_new(self, record: ParsedRecommendation) -> str:
        """Why a number that the dossier lacks may be none of the document's own."""
        if record.in_doubt or self._review.source == FIRST_HAND or self._document is None:
            return record.in_doubt
        if record.number in self._numbers:
            return _("the dossier has {number} in other parts than here").format(number=record.number)
        if not self._given and self._document.is_un:
            return _("{symbol} has no recommendation of this number").format(symbol=self._document.symbol)
        return ""

    def _replaces(self, others: list[Recommendation], records: tuple[PlannedRecord, ...]) -> bool:
        """Whether the document lists the whole review, so that what was there without numbers would count twice."""
        here = self._numbers | {r.record.number for r in records if r.kind != "in_doubt"}
        return bool(others) and len(here) >= _MOST_OF_THEM * len(others)

    def _notices(self, found: PlannedDocument) -> list[Notice]:
        notices = []
        if not found.review.document_symbol:
            message = _(
                "the file does not name the symbol of the report; its recommendations stand under '{symbol}' until a "
                "document names it"
            )
            notices.append(Notice("", message.format(symbol=found.symbol)))
        if found.released:
            count = len(found.released)
            message = ngettext(
                "{count} recommendation of UPR Info is none of these for certain; it counts no longer and waits for you "
                "to say which it is",
                "{count} recommendations of UPR Info are none of these for certain; they count no longer and wait for "
                "you to say which they are",
                count,
            )
            notices.append(Notice("", message.format(count=count)))
        return notices
