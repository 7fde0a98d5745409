"""Bringing a document in: what it would change is planned and shown first, then applied as one action."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.catalogue import Reading, read_document
from uprtracker.importers.parsed_addendum import ParsedAddendum
from uprtracker.importers.record import Answers
from uprtracker.models.dossier import Fact
from uprtracker.services import permission
from uprtracker.services.addendum_reading import as_review
from uprtracker.services.change import ChangeSet
from uprtracker.services.import_plan import ImportPlan, PlannedRecord, find_document, planned_record
from uprtracker.services.import_writing import document_for, write_record
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.vocabulary.state import state

__all__ = ["ImportPlan", "ImportingService", "PlannedRecord"]


class ImportingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, path: Path, *, source: str = "", answers: Answers | None = None) -> ImportPlan:
        """Read a file and compare it with the dossier. A list about another State than the dossier's is refused."""
        read = read_document(path, source=source, how=Reading(answers or Answers()))
        with self._store.read() as session:
            home = session.scalars(select(Fact.value).where(Fact.key == "home_state")).one()
            review = as_review(session, read, home) if isinstance(read, ParsedAddendum) else read
            if review.state_iso3 and review.state_iso3 != home:
                raise UserError(
                    _(
                        "'{file}' is about {other}, this dossier about {home}; open the dossier of {other}."
                    ).format(
                        file=path.name, other=state(review.state_iso3).short, home=_home_name(session, home)
                    )
                )
            if not review.document_symbol:
                raise UserError(
                    _("'{file}' does not name the symbol of the report; give it, as in A/HRC/59/15.").format(
                        file=path.name
                    )
                )
            document = find_document(session, review.document_symbol, home)
            records = tuple(
                planned_record(session, document, review.source, record) for record in review.recommendations
            )
        return ImportPlan(path, replace(review, state_iso3=home), records)

    def apply(self, plan: ImportPlan, *, accept: Collection[str] = ()) -> ChangeSet:
        """Write what is new or changed in one action; records in doubt only if their numbers are in `accept`."""
        wanted = [
            planned
            for planned in plan.records
            if planned.kind in ("new", "changed")
            or (planned.kind == "in_doubt" and planned.record.label in accept and planned.record.text)
        ]
        title = ngettext(
            "Import {n} recommendation from {file}", "Import {n} recommendations from {file}", len(wanted)
        ).format(n=len(wanted), file=plan.path.name)
        with self._store.action(title) as recorder:
            permission.require_planning(recorder.actor)
            if wanted:
                file = store_file(recorder, plan.path, "import")
                recorder.batch.file_id = file.id
                document = document_for(recorder, plan.review)
                for planned in wanted:
                    write_record(recorder, self._store, document, planned.record, file.id)
                recorder.structure = True
        return recorder.result()


def _home_name(session: Session, iso3: str) -> str:
    invented = session.scalars(select(Fact.value).where(Fact.key == "state_name")).one()
    return invented or state(iso3).short
