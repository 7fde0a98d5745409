"""A ministry's workbook taken back: a three-way merge per cell, and its writing as drafts in the ministry's name."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.importers.returned_workbook import ReturnedWorkbook, read_returned
from uprtracker.models.dossier import Fact
from uprtracker.models.exchange import OutgoingFile
from uprtracker.models.institution import Institution
from uprtracker.services.already_written import AlreadyWritten
from uprtracker.services.change import ChangeSet
from uprtracker.services.institution_lookup import find_institution
from uprtracker.services.merge_cells import compare_row
from uprtracker.services.merge_plan import Kind, MergePlan, PlannedCell
from uprtracker.services.merge_rows import Matching, match_rows
from uprtracker.services.merge_writing import MergeWriter
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.ministry_sheet import BY_KEY, Base, digest_of, read_base
from uprtracker.vocabulary.profile import Actor, Profile


def plan_workbook(store: Store, path: Path) -> MergePlan:
    """Compare a returned workbook with the dossier and with what it left with; nothing is written.

    `UserError` for a workbook of another dossier or without identity, `DoubtError` where its columns look shifted.
    """
    returned = read_returned(path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    state_name = QueryingService(store).info().state_name
    with store.read() as session:
        _refuse_other_dossier(session, returned)
        outgoing = session.scalars(
            select(OutgoingFile).where(OutgoingFile.uid == returned.identity.export_id)
        ).first()
        base = _base(returned, outgoing)
        institution = _institution(session, returned, base, outgoing)
        rows = {row.uid: row for row in load_rows(session, today=store.today())}
        matching = match_rows(returned, base, rows, institution.name)
        written = AlreadyWritten(session, [m.row.id for m in matching.rows], institution.id, sha256)
        warnings = [*_warnings(returned, matching), *_about_base(session, outgoing)]
    cells: list[PlannedCell] = []
    doubts = [*returned.problems, *matching.in_doubt]
    for matched in matching.rows:
        compared, doubtful = compare_row(matched, written)
        cells += compared
        doubts += doubtful
    if outgoing is not None:
        warnings += _reported_twice(cells, written, outgoing)
    return MergePlan(
        path=path,
        sha256=sha256,
        ministry=institution.name,
        audience=Confidentiality(outgoing.audience) if outgoing else Confidentiality.RESTRICTED,
        state_name=state_name,
        rows={matched.row.id: matched.row for matched in matching.rows},
        cells=tuple(cells),
        read=len(returned.rows),
        new=matching.new,
        missing=matching.missing,
        in_doubt=tuple(doubts),
        warnings=tuple(warnings),
    )


def write_workbook(store: Store, plan: MergePlan, cells: Sequence[PlannedCell], title: str) -> ChangeSet:
    """Write the chosen cells as one action."""
    with _in_the_name_of(store, plan.ministry), store.together(title) as recorder:
        if cells:
            recorder.batch.file_id = store_file(recorder, plan.path, "import").id
            MergeWriter(store, recorder, plan).write(cells)
    return recorder.result()


@contextmanager
def _in_the_name_of(store: Store, ministry: str) -> Iterator[None]:
    """Act for the ministry; the post says who took its workbook in."""
    merging = store.actor
    post = _("{ministry} (workbook merged by {post})").format(ministry=ministry, post=merging.name)
    store.act_as(Actor(Profile.MINISTRY, post, ministry))
    try:
        yield
    finally:
        store.act_as(merging)


def _refuse_other_dossier(session: Session, returned: ReturnedWorkbook) -> None:
    database_id = session.scalars(select(Fact.value).where(Fact.key == "database_id")).one()
    if returned.identity.database_id != database_id:
        raise UserError(
            _("'{file}' was made from another dossier; merge it into the one that it came from.").format(
                file=returned.path.name
            )
        )


def _base(returned: ReturnedWorkbook, outgoing: OutgoingFile | None) -> Base:
    """The base that the dossier keeps; the workbook's own copy only where the dossier has none and its digest verifies."""
    identity = returned.identity
    try:
        if outgoing is not None:
            return read_base(outgoing.base)
        if identity.base and digest_of(identity.base) == identity.digest:
            return read_base(identity.base)
    except (ValueError, LookupError) as error:
        raise _no_base(returned) from error
    raise _no_base(returned)


def _no_base(returned: ReturnedWorkbook) -> UserError:
    return UserError(
        _(
            "Neither this dossier nor '{file}' says what the workbook left with; copy its answers into a new workbook."
        ).format(file=returned.path.name)
    )


def _institution(
    session: Session, returned: ReturnedWorkbook, base: Base, outgoing: OutgoingFile | None
) -> Institution:
    if outgoing is not None and outgoing.institution_id is not None:
        return session.get_one(Institution, outgoing.institution_id)
    found = find_institution(session, base.ministry)
    if found is None:
        raise UserError(
            _("'{file}' is of {ministry}, which this dossier does not know; add it first.").format(
                file=returned.path.name, ministry=base.ministry
            )
        )
    return found


def _warnings(returned: ReturnedWorkbook, matching: Matching) -> Iterator[Notice]:
    if returned.missing_columns:
        labels = ", ".join(BY_KEY[key].label for key in returned.missing_columns)
        yield Notice("", _("columns that are gone say nothing: {columns}").format(columns=labels))
    if matching.missing:
        yield Notice("", _("{n} rows did not come back and stay as they are").format(n=matching.missing))


def _reported_twice(
    cells: Sequence[PlannedCell], written: AlreadyWritten, outgoing: OutgoingFile
) -> Iterator[Notice]:
    """Texts are added, never replaced: what the ministry wrote elsewhere meanwhile stays beside what comes in."""
    for cell in cells:
        is_new = cell.field == "progress" and cell.kind is Kind.THEIRS
        if is_new and written.reported_since(cell.recommendation_id, outgoing.made_at):
            sentence = _("{number}: another progress text has come in since the workbook left; both are kept")
            yield Notice(cell.address, sentence.format(number=cell.number))


def _about_base(session: Session, outgoing: OutgoingFile | None) -> Iterator[Notice]:
    if outgoing is None:
        yield Notice(
            "", _("this dossier does not know the workbook; the workbook's own copy of its base was used")
        )
        return
    o = OutgoingFile
    newer = session.scalars(
        select(o.made_at)
        .where(
            o.kind == "workbook",
            o.institution_id == outgoing.institution_id,
            o.made_at > outgoing.made_at,
            o.withdrawn_at.is_(None),
        )
        .order_by(o.made_at.desc())
    ).first()
    if newer is not None:
        yield Notice(
            "",
            _("it is not the newest workbook of this ministry; another one was made on {date}").format(
                date=newer.date().isoformat()
            ),
        )
