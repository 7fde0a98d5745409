"""What an import would do: a read document beside what the dossier holds. Nothing is compared or written here."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from uprtracker.i18n import _
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.mechanism import UPR
from uprtracker.importers.reconciliation import Reconciliation
from uprtracker.importers.record import (
    Notice,
    ParsedQuestion,
    ParsedQuestions,
    ParsedRecommendation,
    ParsedReview,
)
from uprtracker.services.made_up import symbol_of
from uprtracker.services.reconciling import reconciliation_json

KINDS = ("new", "changed", "equal", "in_doubt")


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """What an import would do with one record. `kind`: `new`, `changed`, `equal` or `in_doubt`.

    `differences` are (field, before, after) in words. `stored_id` is the recommendation that the record is taken for.
    `waits`: in doubt, and kept aside until a person says which recommendation it is.
    """

    record: ParsedRecommendation
    kind: str
    differences: tuple[tuple[str, str, str], ...] = ()
    stored_id: int | None = None
    waits: bool = False


@dataclass(frozen=True)
class PlannedDocument:
    """One document about the dossier's State with its records; `document_id` where the dossier has it already.

    `released` are recommendations without a number of the United Nations that the document's own take the place of.
    """

    review: ParsedReview
    records: tuple[PlannedRecord, ...]
    document_id: int | None = None
    released: tuple[int, ...] = ()

    @property
    def symbol(self) -> str:
        return symbol_of(self.review)

    def of_kind(self, kind: str) -> tuple[PlannedRecord, ...]:
        return tuple(record for record in self.records if record.kind == kind)


@dataclass(frozen=True)
class PlannedReference:
    """What other States were told: documents with the records that the reference collection lacks, each with its number."""

    review: ParsedReview
    new: tuple[tuple[str, str, ParsedRecommendation], ...]
    """Number, part and record."""
    equal: int
    document_id: int | None = None
    restored: tuple[int, ...] = ()
    """Ids of records that were withdrawn and come again."""


@dataclass(frozen=True)
class PlannedQuestions:
    """Advance questions of one file, and those of them that the dossier lacks."""

    read: ParsedQuestions
    new: tuple[ParsedQuestion, ...]


@dataclass(frozen=True)
class ImportPlan:
    """A read file beside what the dossier holds; nothing is written yet.

    `home` is the dossier's State (ISO 3166 alpha-3, or the code of an invented one) and `home_name` its name. `mapping`
    is how somebody's own table was read; `keeps_mapping` where it will be remembered for its sender.
    """

    path: Path
    source: str
    home: str
    home_name: str
    documents: tuple[PlannedDocument, ...] = ()
    reference: tuple[PlannedReference, ...] = ()
    questions: PlannedQuestions | None = None
    notices: tuple[Notice, ...] = ()
    mapping: ColumnMapping | None = None
    keeps_mapping: bool = False
    reconciliation: Reconciliation | None = field(default=None, compare=False)

    @cached_property
    def review(self) -> ParsedReview:
        """The document that the file is about, or the first that matters; what is said of the whole file is among its warnings."""
        first = next((d.review for d in self.documents if d.review.mechanism == UPR), None)
        first = first or next((d.review for d in self.documents), None) or self._empty_review()
        others = [n for d in self.documents if d.review is not first for n in d.review.warnings]
        return replace(first, warnings=(*first.warnings, *others, *self.notices))

    @cached_property
    def records(self) -> tuple[PlannedRecord, ...]:
        """The records about the dossier's State, of all documents."""
        return tuple(record for document in self.documents for record in document.records)

    def of_kind(self, kind: str) -> tuple[PlannedRecord, ...]:
        return tuple(record for record in self.records if record.kind == kind)

    @property
    def new_questions(self) -> int:
        return len(self.questions.new) if self.questions else 0

    @property
    def new_reference(self) -> int:
        return sum(len(r.new) + len(r.restored) for r in self.reference)

    @property
    def changes_something(self) -> bool:
        """Whether applying it would write anything without a person accepting records in doubt."""
        return bool(
            self.of_kind("new")
            or self.of_kind("changed")
            or self.new_questions
            or self.new_reference
            or self.keeps_mapping
            or any(r.waits and r.stored_id is None for r in self.records)
            or any(d.released for d in self.documents)
        )

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What the document does not say and a person may add."""
        if len(self.documents) != 1 or self.documents[0].review.mechanism != UPR:
            return ()
        questions = []
        if self.review.session is None:
            questions.append(_("The document does not name the session of the Working Group."))
        if self.review.cycle is None:
            questions.append(_("The document does not name the cycle."))
        return tuple(questions)

    def with_answers(self, *, cycle: int | None, session: int | None) -> "ImportPlan":
        """The plan with what a person says about the only document of the UPR in it."""
        reviews = [d for d in self.documents if d.review.mechanism == UPR]
        if len(reviews) != 1 or not (cycle or session):
            return self
        said = reviews[0].review
        said = replace(said, cycle=cycle or said.cycle, session=session or said.session)
        documents = tuple(replace(d, review=said) if d is reviews[0] else d for d in self.documents)
        return replace(self, documents=documents)

    def to_json(self) -> dict[str, Any]:
        """The result of an import as COMMANDS.md prints it; `read` counts numbers, not their parts."""
        review = self.review
        result: dict[str, Any] = {
            "source": self.source,
            "state": self.home_name,
            "cycle": review.cycle,
            "session": review.session,
            "document_symbol": review.document_symbol,
            "read": self._read(),
            "new": len(self.of_kind("new")) + self.new_reference,
            "changed": len(self.of_kind("changed")),
            "equal": len(self.of_kind("equal")) + sum(r.equal for r in self.reference),
            "in_doubt": len(self.of_kind("in_doubt")),
            "warnings": [{"where": w.where, "message": w.message} for w in review.warnings]
            + [{"where": "", "message": question} for question in self.open_questions],
        }
        if len(self.documents) > 1 or review.mechanism != UPR:
            result["documents"] = [_document_json(document) for document in self.documents]
        if self.reference:
            result["reference"] = sum(len(r.new) + len(r.restored) + r.equal for r in self.reference)
        if self.questions:
            result |= {"questions": len(self.questions.read.questions), "new_questions": self.new_questions}
        if self.reconciliation:
            result["reconciliation"] = reconciliation_json(self.reconciliation)
        return result

    def _read(self) -> int:
        own = sum(len({r.record.number or r.record.place.where for r in d.records}) for d in self.documents)
        return own + sum(len(r.new) + len(r.restored) + r.equal for r in self.reference)

    def _empty_review(self) -> ParsedReview:
        """A stand-in for a file without a document about the State."""
        title = self.questions.read.title if self.questions else ""
        return ParsedReview(
            source=self.source,
            file=self.path.name,
            title=title,
            state_iso3=self.home,
            state_as_printed="",
            cycle=None,
            session=None,
            document_symbol="",
            addendum_symbol="",
            recommendations=(),
            warnings=self.questions.read.warnings if self.questions else (),
            missing_numbers=(),
        )


def _document_json(document: PlannedDocument) -> dict[str, Any]:
    review = document.review
    return {
        "symbol": document.symbol,
        "mechanism": review.mechanism,
        "body": review.body,
        "cycle": review.cycle,
        "session": review.session,
        "read": len({r.record.number or r.record.place.where for r in document.records}),
        **{kind: len(document.of_kind(kind)) for kind in KINDS},
    }
