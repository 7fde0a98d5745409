"""A copy of the dossier taken back: its news compared row by row, and written here with its own history."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import OlderDossierError, UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.record import Notice
from uprtracker.models import sqlite_file
from uprtracker.models.engine import open_engine, reading
from uprtracker.models.history import Batch
from uprtracker.services.change import ChangeSet
from uprtracker.services.dossier_comparison import DossierComparison, Move, Planned
from uprtracker.services.dossier_facts import facts_of
from uprtracker.services.dossier_merge_writing import DossierMergeWriter
from uprtracker.services.history_chain import Fault, verify
from uprtracker.services.history_news import News, brought_in_by, load_entries
from uprtracker.services.merge_plan import Kind, MergePlan, PlannedCell
from uprtracker.services.portable_row import load_portable
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.undoing import batches_undone
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.schema import SCHEMA


@dataclass(frozen=True)
class DossierPlan(MergePlan):
    """What another copy of the dossier would change here; `moves` say what taking a cell does, by its key."""

    moves: Mapping[tuple[int, str], Move] = field(default_factory=dict)


def plan_dossier(store: Store, path: Path, facts: Mapping[str, str]) -> DossierPlan:
    """Compare a copy of the dossier with it. What both began with is told by the two histories.

    `UserError` for a dossier that is not a copy of this one.
    """
    with opened(path) as source, store.read() as session:
        if facts["database_id"] != facts_of(session)["database_id"]:
            raise _of_another_dossier(path)
        theirs, ours = load_portable(source), load_portable(session)
        undone = brought_in_by(session, batches_undone(session))
        their_entries = load_entries(source, brought_in_by(source, batches_undone(source)))
        our_entries = load_entries(session, undone)
        rows = load_rows(session, today=store.today())
        comparison = DossierComparison(
            theirs=theirs,
            ours=ours,
            their_news=News(their_entries, our_entries),
            our_news=News(our_entries, their_entries),
            same=Correspondence(theirs, ours),
            ids={row.uid: row for row in rows},
        )
        planned = comparison.planned()
        new = comparison.new_recommendations()
        authors = _authors(source, session)
        faults = verify(source, store.history_key).faults
    cells = tuple(cell for cell, _move in planned)
    return DossierPlan(
        path=path,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        ministry=", ".join(authors) or _("nobody"),
        audience=Confidentiality.RESTRICTED,
        state_name=QueryingService(store).info().state_name,
        rows={row.id: row for row in rows},
        cells=cells,
        read=sum(row.standing for row in theirs["recommendation"].values()),
        new=new,
        missing=0,
        in_doubt=(),
        warnings=(*_warnings(planned, faults), *_kept(comparison)),
        source="dossier",
        moves={cell.key: move for cell, move in planned},
    )


def write_dossier(store: Store, plan: DossierPlan, cells: Sequence[PlannedCell], title: str) -> ChangeSet:
    """Bring the chosen news in, with their authors, times and history, as one action."""
    if hashlib.sha256(plan.path.read_bytes()).hexdigest() != plan.sha256:
        raise UserError(
            _("'{file}' has been changed since it was compared; merge it again.").format(file=plan.path.name)
        )
    with opened(plan.path) as source, store.action(title) as recorder:
        if cells:
            writer = DossierMergeWriter(source, recorder, plan.path.name, plan.sha256)
            writer.write([plan.moves[cell.key] for cell in cells])
    return recorder.result()


@contextmanager
def opened(path: Path) -> Iterator[Session]:
    """Another dossier's file, for reading only."""
    found = sqlite_file.inspect(path)
    if found.schema < SCHEMA:
        raise OlderDossierError(
            _(
                "{path} was made by an older version; bring it up to date with 'uprtracker migrate {path}'."
            ).format(path=path)
        )
    if found.schema > SCHEMA:
        raise UserError(
            _("{path} was made by a newer version of UPR Tracker; install that version to merge it.").format(
                path=path
            )
        )
    engine = open_engine(str(path), read_only=True)
    try:
        with reading(engine) as session:
            yield session
    finally:
        engine.dispose()


def _of_another_dossier(path: Path) -> UserError:
    return UserError(
        _(
            "'{file}' is another dossier, not a copy of this one; export its data, or merge it into the one that it "
            "was copied from."
        ).format(file=path.name)
    )


def _authors(source: Session, session: Session) -> list[str]:
    """The posts that acted in the copy and not here; where all are known here, the last that acted in it."""
    known = set(session.scalars(select(Batch.uid)))
    acted = source.execute(select(Batch.uid, Batch.by_post).order_by(Batch.at)).all()
    new = dict.fromkeys(row.by_post for row in acted if row.uid not in known)
    return list(new) or [row.by_post for row in acted[-1:]]


def _kept(comparison: DossierComparison) -> Iterator[Notice]:
    for name in comparison.kept_names():
        sentence = _("both have “{name}” and they differ; the one here was kept: rename it and merge again")
        yield Notice("", sentence.format(name=name))


def _warnings(planned: Sequence[Planned], faults: Sequence[Fault]) -> Iterator[Notice]:
    if faults:
        sentence = _(
            "the history of this copy was changed by hand at entry {n}; look at each change before you take it"
        )
        yield Notice("", sentence.format(n=faults[0].seq))
    unexplained = sum(
        cell.kind is Kind.CONFLICT and not cell.base and bool(move.column) for cell, move in planned
    )
    if unexplained:
        yield Notice(
            "",
            ngettext(
                "{n} value differs and neither history says from what it started; choose it by hand",
                "{n} values differ and neither history says from what they started; choose each by hand",
                unexplained,
            ).format(n=unexplained),
        )
