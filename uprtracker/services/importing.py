"""Bringing a document in: what it would change is planned and shown first, then applied as one action."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.catalogue import read_document
from uprtracker.importers.record import Answers, ParsedRecommendation, ParsedReview
from uprtracker.models.annotation import TextRevision
from uprtracker.models.base import new_uid
from uprtracker.models.dossier import Fact
from uprtracker.models.follow_up import PositionEntry, ProgressEntry
from uprtracker.models.recommendation import ListEntry, Recommendation
from uprtracker.models.source_document import Review, SourceDocument
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.content import add_content, read_content, write_content
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.number import sort_key
from uprtracker.vocabulary.state import state


@dataclass(frozen=True)
class PlannedRecord:
    """What an import would do with one record. `kind`: `new`, `changed`, `equal` or `in_doubt`.

    `differences` are (field, before, after) in words, for a changed record.
    """

    record: ParsedRecommendation
    kind: str
    differences: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """A read document beside what the dossier holds; nothing is written yet."""

    path: Path
    review: ParsedReview
    records: tuple[PlannedRecord, ...]

    def of_kind(self, kind: str) -> tuple[PlannedRecord, ...]:
        return tuple(record for record in self.records if record.kind == kind)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """What the document does not say and a person may add."""
        questions = []
        if self.review.session is None:
            questions.append(
                _("The document does not name the session of the Working Group; it stays empty.")
            )
        if self.review.cycle is None:
            questions.append(_("The document does not name the cycle; it stays empty."))
        return tuple(questions)

    def to_json(self) -> dict[str, Any]:
        """The result of an import as COMMANDS.md prints it; `read` counts numbers."""
        review = self.review
        return {
            "source": review.source,
            "state": state(review.state_iso3).short if review.state_iso3 else None,
            "cycle": review.cycle,
            "session": review.session,
            "document_symbol": review.document_symbol,
            "read": len({r.record.number for r in self.records}),
            **{kind: len(self.of_kind(kind)) for kind in ("new", "changed", "equal", "in_doubt")},
            "warnings": [{"where": w.where, "message": w.message} for w in review.warnings]
            + [{"where": "", "message": question} for question in self.open_questions],
        }


class ImportingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def plan(self, path: Path, *, source: str = "", answers: Answers | None = None) -> ImportPlan:
        """Read a file and compare it with the dossier. A list about another State than the dossier's is refused."""
        review = read_document(path, source=source, answers=answers)
        with self._store.read() as session:
            home = session.scalars(select(Fact.value).where(Fact.key == "home_state")).one()
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
            document = _document(session, review.document_symbol, home)
            records = tuple(_planned(session, document, record) for record in review.recommendations)
        return ImportPlan(path, replace(review, state_iso3=home), records)

    def apply(self, plan: ImportPlan, *, accept: Collection[str] = ()) -> ChangeSet:
        """Write what is new or changed in one action; records in doubt only if their numbers are in `accept`."""
        wanted = [
            planned
            for planned in plan.records
            if planned.kind in ("new", "changed")
            or (planned.kind == "in_doubt" and planned.record.label in accept)
        ]
        title = ngettext(
            "Import {n} recommendation from {file}", "Import {n} recommendations from {file}", len(wanted)
        ).format(n=len(wanted), file=plan.path.name)
        with self._store.action(title) as recorder:
            permission.require_planning(recorder.actor)
            if wanted:
                file = store_file(recorder, plan.path, "import")
                recorder.batch.file_id = file.id
                document = _document_for(recorder, plan.review)
                for planned in wanted:
                    _write(recorder, self._store, document, planned.record, file.id)
                recorder.structure = True
        return recorder.result()


def _home_name(session: Session, iso3: str) -> str:
    invented = session.scalars(select(Fact.value).where(Fact.key == "state_name")).one()
    return invented or state(iso3).short


def _document(session: Session, symbol: str, iso3: str) -> SourceDocument | None:
    d = SourceDocument
    return session.scalars(
        select(d).where(
            d.symbol == symbol, d.state_iso3 == iso3, d.collection == "own", d.withdrawn_at.is_(None)
        )
    ).first()


def _document_for(recorder: Recorder, review: ParsedReview) -> SourceDocument:
    """The source document of a review, made if there is none; what it did not know of itself is filled in."""
    assert review.state_iso3 is not None
    document = _document(recorder.session, review.document_symbol, review.state_iso3)
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


def _stored(
    session: Session, document: SourceDocument | None, record: ParsedRecommendation
) -> Recommendation | None:
    if document is None:
        return None
    r = Recommendation
    return session.scalars(
        select(r).where(r.document_id == document.id, r.number == record.number, r.part == record.part)
    ).first()


def _planned(
    session: Session, document: SourceDocument | None, record: ParsedRecommendation
) -> PlannedRecord:
    if record.in_doubt:
        return PlannedRecord(record, "in_doubt")
    stored = _stored(session, document, record)
    if stored is None or stored.withdrawn_at is not None:
        return PlannedRecord(record, "new")
    differences = _differences(session, stored, record)
    return PlannedRecord(record, "changed" if differences else "equal", differences)


def _differences(
    session: Session, stored: Recommendation, record: ParsedRecommendation
) -> tuple[tuple[str, str, str], ...]:
    found = []
    before, after = read_content(session, stored.id, "content"), _content(record)
    if before["text"] != after["text"]:
        found.append(("text", before["text"], after["text"]))
    old_states, new_states = _states_in(before), _states_in(after)
    if old_states != new_states or len(before["clauses"]) != len(after["clauses"]):
        found.append(("states", ", ".join(old_states), ", ".join(new_states)))
    position = _position(session, stored.id)
    if position is None or position.position is not record.position:
        found.append(("position", position.position.label if position else "", record.position.label))
    old_themes, new_themes = read_content(session, stored.id, "themes"), _themes(record)
    if old_themes != new_themes:
        found.append(("themes", _labels(old_themes), _labels(new_themes)))
    if record.comment and not _has_comment(session, stored.id, record.comment):
        found.append(("comment", "", record.comment))
    return tuple(found)


def _content(record: ParsedRecommendation) -> dict[str, Any]:
    return {
        "language": record.language,
        "text": record.text,
        "clauses": [
            [clause.text, [list(pair) for pair in zip(clause.states, clause.states_as_printed, strict=True)]]
            for clause in record.clauses
        ],
    }


def _themes(record: ParsedRecommendation) -> list[list[str]]:
    """Each label once, in the order printed."""
    return [[t.scheme, t.kind, t.code, t.label] for t in dict.fromkeys(record.themes)]


def _labels(themes: list[list[str]]) -> str:
    return "; ".join(f"{code} {label}".strip() for _scheme, _kind, code, label in themes)


def _states_in(content: dict[str, Any]) -> list[str]:
    return [state(iso3).short for _text, states in content["clauses"] for iso3, _printed in states]


def _position(session: Session, recommendation_id: int) -> PositionEntry | None:
    p = PositionEntry
    return session.scalars(
        select(p)
        .where(p.recommendation_id == recommendation_id, p.withdrawn_at.is_(None))
        .order_by(
            p.effective_on.is_not(None).desc(), p.effective_on.desc(), p.recorded_at.desc(), p.id.desc()
        )
        .limit(1)
    ).first()


def _has_comment(session: Session, recommendation_id: int, comment: str) -> bool:
    p = ProgressEntry
    texts = session.scalars(
        select(TextRevision.text)
        .join(p, p.uid == TextRevision.owner_uid)
        .where(p.recommendation_id == recommendation_id, p.withdrawn_at.is_(None))
    )
    return comment in set(texts)


def _write(
    recorder: Recorder, store: Store, document: SourceDocument, record: ParsedRecommendation, file_id: int
) -> None:
    stored = _stored(recorder.session, document, record)
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
        add_content(recorder.session, stored.id, _content(record), _themes(record))
    else:
        if stored.withdrawn_at is not None:
            recorder.restore(stored, "recommendation", record.label, recommendation_id=stored.id)
        write_content(recorder, stored, "content", _content(record))
        write_content(recorder, stored, "themes", _themes(record))
    _write_position(recorder, stored, record, file_id)
    _write_list_entry(recorder.session, stored.id, record, file_id)
    if record.comment and not _has_comment(recorder.session, stored.id, record.comment):
        _write_comment(recorder, store, stored.id, record.comment)


def _write_position(
    recorder: Recorder, stored: Recommendation, record: ParsedRecommendation, file_id: int
) -> None:
    standing = _position(recorder.session, stored.id)
    if standing is not None and standing.position is record.position:
        return
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
    session.execute(delete(ListEntry).where(ListEntry.recommendation_id == recommendation_id))
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
