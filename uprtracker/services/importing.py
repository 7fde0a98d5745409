"""Bringing a document in: what it would change is planned and shown first, then applied as one action."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.catalogue import Read, Reading, Source, find_source
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.column_proposal import propose
from uprtracker.importers.parsed_addendum import ParsedAddendum
from uprtracker.importers.reconciliation import Reconciliation, reconcile
from uprtracker.importers.record import Answers, Notice, ParsedDocuments, ParsedQuestions, ParsedReview
from uprtracker.importers.spreadsheet import SOURCE as SPREADSHEET
from uprtracker.importers.spreadsheet import propose_mapping
from uprtracker.importers.table_file import TableFile, open_tables
from uprtracker.services import column_memory, permission
from uprtracker.services.addendum_reading import as_review
from uprtracker.services.change import ChangeSet
from uprtracker.services.home import home_name, home_state
from uprtracker.services.import_plan import ImportPlan, PlannedDocument, PlannedRecord
from uprtracker.services.import_planning import plan_document, plan_reference
from uprtracker.services.import_writing import ImportWriting
from uprtracker.services.many_objects import many_objects
from uprtracker.services.progress import SILENT, Progress
from uprtracker.services.question_import import plan_questions, write_questions
from uprtracker.services.reconciling import of_rows
from uprtracker.services.reference_entry import enter_reference
from uprtracker.services.reference_writing import write_reference
from uprtracker.services.standing import Standing
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.vocabulary.state import state

__all__ = ["FileRead", "ImportPlan", "ImportingService", "PlannedRecord"]


@dataclass(frozen=True)
class FileRead:
    """A file as its reader gives it; `mapping` is how somebody's own table was read."""

    path: Path
    source: Source
    read: Read
    mapping: ColumnMapping | None = None


class ImportingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def propose_mapping(self, path: Path, *, encoding: str = "", delimiter: str = "") -> ColumnMapping:
        """How somebody's own table would be read: as remembered for its sender, else as its headers and contents tell."""
        proposed = propose_mapping(path, encoding=encoding, delimiter=delimiter)
        with self._store.read() as session:
            return column_memory.remembered(session, path, proposed) or proposed

    def plan(
        self,
        path: Path,
        *,
        source: str = "",
        answers: Answers | None = None,
        mapping: ColumnMapping | None = None,
        progress: Progress = SILENT,
    ) -> ImportPlan:
        """Read a file and compare it with the dossier. A document about another State than the dossier's is refused,
        rows about others in a database are kept for reference.

        `mapping` says how somebody's own table is read; without one it is the sender's remembered one, or a proposal
        that leaves nothing open (else `DoubtError`). `CancelledError` when the person has stopped it.
        """
        with many_objects():
            return self.plan_read(
                self.read(path, source=source, answers=answers, mapping=mapping, progress=progress)
            )

    def read(
        self,
        path: Path,
        *,
        source: str = "",
        answers: Answers | None = None,
        mapping: ColumnMapping | None = None,
        progress: Progress = SILENT,
    ) -> FileRead:
        """Read a file as `plan` does, without comparing it yet."""
        progress.step(0)
        with self._store.read() as session:
            found = find_source(path, SPREADSHEET if mapping and not source else source)
            home = home_state(session)
            table: TableFile | None = None
            if found.key == SPREADSHEET and mapping is None:
                # opened once: the proposal and the reader look at the same rows
                table = open_tables(path)
                mapping = _mapping(session, path, table)
        read = found.read(path, Reading(answers or Answers(), home, mapping, table, progress.step))
        progress.step(0)
        return FileRead(path, found, read, mapping)

    def plan_read(self, file: FileRead) -> ImportPlan:
        """Compare what was read with the dossier as it is now."""
        with self._store.read() as session:
            plan = _plan(session, file.path, file.source, file.read, home_state(session))
            mapping = file.mapping
            keeps = mapping is not None and not column_memory.is_remembered(session, mapping)
        return replace(plan, mapping=mapping, keeps_mapping=keeps and file.source.key == SPREADSHEET)

    def apply(
        self, plan: ImportPlan, *, accept: Collection[str] = (), progress: Progress = SILENT
    ) -> ChangeSet:
        """Write what is new or changed in one action; records in doubt only if their numbers are in `accept`.

        A number that stands in several documents of the file is accepted as `SYMBOL:NUMBER` too.
        """
        permission.require_planning(self._store.actor)
        if plan.changes_something or accept:
            self._store.back_up("import")
        with many_objects(), self._store.action(_title(plan, accept)) as recorder:
            if not plan.changes_something and not accept:
                return recorder.result()
            progress.step(0)
            file = store_file(recorder, plan.path, "import")
            recorder.batch.file_id = file.id
            standing = Standing(recorder.session, plan.home)
            writing = ImportWriting(
                recorder, self._store, standing, plan.home, plan.source, file.id, accept, progress
            )
            aside = sum(writing.write(document) for document in plan.documents)
            aside += write_reference(recorder, plan.reference, file.id, progress)
            if plan.questions:
                write_questions(recorder, plan.questions, file.id)
            if aside:
                enter_reference(recorder, file, aside)
            if plan.mapping is not None and plan.keeps_mapping:
                column_memory.remember(recorder, plan.mapping)
            progress.step(0)
            recorder.structure = True
        return recorder.result()


def _mapping(session: Session, path: Path, table: TableFile) -> ColumnMapping:
    proposed = propose(table)
    known = column_memory.remembered(session, path, proposed)
    return known or column_memory.require_clear(path.name, proposed)


def _plan(session: Session, path: Path, source: Source, read: Read, home: str) -> ImportPlan:
    empty = ImportPlan(path, source.key, home, home_name(session))
    if isinstance(read, ParsedQuestions):
        return replace(empty, questions=plan_questions(session, read, home))
    standing = Standing(session, home)
    if isinstance(read, ParsedDocuments):
        return _of_documents(session, standing, empty, read)
    review = as_review(session, read, home) if isinstance(read, ParsedAddendum) else read
    _require_home(session, path, review, home)
    if not review.document_symbol:
        raise UserError(
            _("'{file}' does not name the symbol of the report; give it, as in A/HRC/59/15.").format(
                file=path.name
            )
        )
    document, notices = plan_document(standing, replace(review, state_iso3=home))
    found = _reconciled(standing, document, read)
    return replace(empty, documents=(document,), notices=notices, reconciliation=found)


def _of_documents(
    session: Session, standing: Standing, empty: ImportPlan, read: ParsedDocuments
) -> ImportPlan:
    about_home = [d for d in read.documents if not d.state_iso3 or d.state_iso3 == empty.home]
    others = [d for d in read.documents if d.state_iso3 and d.state_iso3 != empty.home]
    planned = [plan_document(standing, replace(review, state_iso3=empty.home)) for review in about_home]
    documents = tuple(document for document, _notices in planned)
    reviews = [d for d in documents if d.review.mechanism == "upr"]
    notices = [notice for _document, found in planned for notice in found]
    return replace(
        empty,
        documents=documents,
        reference=plan_reference(session, others),
        notices=(*read.warnings, *notices, *_about_others(others)),
        reconciliation=reconcile(reviews[0].review, None) if len(reviews) == 1 else None,
    )


def _about_others(others: Sequence[ParsedReview]) -> list[Notice]:
    if not others:
        return []
    count = sum(len(review.recommendations) for review in others)
    states = len({review.state_iso3 for review in others})
    message = ngettext(
        "{count} record is about another State: it is kept for reference and is in no figure",
        "{count} records are about other States ({states}): they are kept for reference and are in no figure",
        count,
    )
    return [Notice("", message.format(count=count, states=states))]


def _reconciled(standing: Standing, document: PlannedDocument, read: Read) -> Reconciliation | None:
    """The sums of a report or list by itself, those of an addendum with the report that the dossier has."""
    if isinstance(read, ParsedReview):
        return reconcile(read, None)
    if isinstance(read, ParsedAddendum) and document.document_id is not None:
        return of_rows(standing.rows(document.document_id), document.symbol, read)
    return None


def _require_home(session: Session, path: Path, review: ParsedReview, home: str) -> None:
    if review.state_iso3 and review.state_iso3 != home:
        raise UserError(
            _("'{file}' is about {other}, this dossier about {home}; open the dossier of {other}.").format(
                file=path.name, other=state(review.state_iso3).short, home=home_name(session)
            )
        )


def _title(plan: ImportPlan, accept: Collection[str]) -> str:
    if plan.questions:
        count = plan.new_questions
        words = ngettext(
            "Import {n} advance question from {file}", "Import {n} advance questions from {file}", count
        )
        return words.format(n=count, file=plan.path.name)
    accepted = [r for r in plan.of_kind("in_doubt") if r.record.label in accept]
    count = len(plan.of_kind("new")) + len(plan.of_kind("changed")) + len(accepted) + plan.new_reference
    words = ngettext("Import {n} recommendation from {file}", "Import {n} recommendations from {file}", count)
    return words.format(n=count, file=plan.path.name)
