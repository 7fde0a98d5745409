"""Taking a package in: the NHRI's words into the State's dossier, or the State's newer matter into the NHRI's copy."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.models.exchange import OutgoingFile
from uprtracker.services.change import ChangeSet
from uprtracker.services.dossier_comparison import Move, Planned
from uprtracker.services.dossier_facts import facts_of, is_for_nhri, set_fact
from uprtracker.services.dossier_merging import opened
from uprtracker.services.merge_plan import MergePlan, PlannedCell
from uprtracker.services.package_comparison import PackageComparison
from uprtracker.services.package_contents import NHRI_TABLES, nhri_institutions, words_digest
from uprtracker.services.package_writing import PackageMergeWriter
from uprtracker.services.packaging import base_digests
from uprtracker.services.portable_row import PortableRows, load_portable
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.vocabulary import package as words
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile

_SENT = (words.PACKAGE_ID, words.PACKAGE_MADE_AT, words.PACKAGE_WITHHELD)


@dataclass(frozen=True)
class PackagePlan(MergePlan):
    """What a package brings. `speaker` acts in the history; `facts` are those that the package states of itself."""

    moves: Mapping[tuple[int, str], Move] = field(default_factory=dict)
    speaker: Profile = Profile.NHRI
    facts: Mapping[str, str] = field(default_factory=dict)


def plan_package(store: Store, path: Path, facts: Mapping[str, str]) -> PackagePlan:
    """Compare a package with the dossier; `UserError` where it is not for this dossier, or is older than what is here."""
    with store.read() as session:
        ours = facts_of(session)
    if is_for_nhri(ours):
        _refuse_for_nhri(path, facts, ours)
        return _plan(store, path, facts, "secretariat-package")
    _refuse_for_state(path, facts, ours)
    return _plan(store, path, facts, "nhri-package")


def write_package_words(
    store: Store, plan: PackagePlan, cells: Sequence[PlannedCell], title: str
) -> ChangeSet:
    """Bring the chosen matter in under its author's name, as one action; the package itself is kept as received."""
    post = _("{institution} (package merged by {post})").format(
        institution=plan.ministry, post=store.actor.name
    )
    with opened(plan.path) as source, as_nhri(store), store.action(title) as recorder:
        recorder.actor = Actor(plan.speaker, post, plan.ministry)
        if cells:
            recorder.batch.file_id = store_file(recorder, plan.path, "package").id
            PackageMergeWriter(source, recorder).write([plan.moves[cell.key] for cell in cells])
        if plan.speaker is not Profile.NHRI:
            for key in _SENT:
                set_fact(recorder.session, key, plan.facts[key])
    return recorder.result()


@contextmanager
def as_nhri(store: Store) -> Iterator[None]:
    """In the NHRI's own copy whoever takes something in does it for the NHRI."""
    acting = store.actor
    if store.for_nhri:
        store.act_as(Actor(Profile.NHRI, acting.post, acting.institution))
    try:
        yield
    finally:
        store.act_as(acting)


def _refuse_for_nhri(path: Path, facts: Mapping[str, str], ours: Mapping[str, str]) -> None:
    if facts[words.PACKAGE_OF] != ours[words.PACKAGE_OF]:
        raise _of_another(path)
    if facts[words.PACKAGE_FOR] != words.FOR_NHRI:
        raise UserError(
            _("'{file}' is a package for the secretariat; merge it into the State's dossier.").format(
                file=path.name
            )
        )
    made, known = (datetime.fromisoformat(f[words.PACKAGE_MADE_AT]) for f in (facts, ours))
    if made < known:
        raise UserError(
            _(
                "'{file}' was made on {made}, before what this copy holds ({known}); ask for a newer package."
            ).format(file=path.name, made=made.date().isoformat(), known=known.date().isoformat())
        )


def _refuse_for_state(path: Path, facts: Mapping[str, str], ours: Mapping[str, str]) -> None:
    if facts[words.PACKAGE_OF] != ours["database_id"]:
        raise _of_another(path)
    if facts[words.PACKAGE_FOR] == words.FOR_NHRI:
        raise UserError(
            _(
                "'{file}' is the NHRI's own copy, which may hold what is not for the State; let the NHRI make a "
                "package from it with 'uprtracker package --for secretariat'."
            ).format(file=path.name)
        )


def _of_another(path: Path) -> UserError:
    return UserError(
        _("'{file}' was made from another dossier; merge it into the one that it came from.").format(
            file=path.name
        )
    )


def _plan(store: Store, path: Path, facts: Mapping[str, str], source_name: str) -> PackagePlan:
    from_nhri = source_name == "nhri-package"
    with opened(path) as source, store.read() as session:
        theirs, ours = load_portable(source), load_portable(session)
        same = Correspondence(theirs, ours)
        rows = load_rows(session, today=store.today())
        if from_nhri:
            _refuse_other_voice(path, theirs, same)
        comparison = PackageComparison(theirs, ours, same, {row.uid: row for row in rows})
        planned: list[Planned]
        if from_nhri:
            _refuse_changed_words(path, theirs, facts)
            planned = list(comparison.words(json.loads(facts.get(words.PACKAGE_WITHDRAWN, "[]"))))
            warnings = _about_state(session, comparison, facts)
        else:
            planned, warnings = list(comparison.state_matter()), ()
    return PackagePlan(
        path=path,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        ministry=_speaker(theirs, planned) if from_nhri else _("Secretariat"),
        audience=Confidentiality.GOVERNMENT,
        state_name=QueryingService(store).info().state_name,
        rows={row.id: row for row in rows},
        cells=tuple(cell for cell, _move in planned),
        read=sum(row.standing for row in theirs["recommendation"].values()),
        new=0 if from_nhri else sum(same.ours(row) is None for row in theirs["recommendation"].values()),
        missing=0,
        in_doubt=tuple(comparison.doubts),
        warnings=warnings,
        source=source_name,
        moves={cell.key: move for cell, move in planned},
        speaker=Profile.NHRI if from_nhri else Profile.SECRETARIAT,
        facts=dict(facts),
    )


def _refuse_other_voice(path: Path, theirs: PortableRows, same: Correspondence) -> None:
    """An institution that is the State's here does not speak as the NHRI there."""
    for uid in nhri_institutions(theirs):
        known = same.ours(theirs["institution"][uid])
        if known is not None and known.values["kind"] != "nhri":
            raise UserError(
                _(
                    "'{file}' speaks as {institution}, which is no NHRI in this dossier; correct its kind first."
                ).format(file=path.name, institution=known.values["name"])
            )


def _refuse_changed_words(path: Path, theirs: PortableRows, facts: Mapping[str, str]) -> None:
    rows = [row for table in NHRI_TABLES for row in theirs[table].values()]
    if words_digest(rows, nhri_institutions(theirs)) != facts.get(words.PACKAGE_DIGEST):
        raise UserError(
            _("'{file}' was changed after the NHRI made it; ask the NHRI for the package again.").format(
                file=path.name
            )
        )


def _about_state(
    session: Session, comparison: PackageComparison, facts: Mapping[str, str]
) -> tuple[Notice, ...]:
    sent = session.scalars(select(OutgoingFile).where(OutgoingFile.uid == facts[words.PACKAGE_ID])).first()
    if sent is None:
        sentence = _(
            "this dossier does not know the package that it answers; only the NHRI's words were read"
        )
        return (Notice("", sentence),)
    comparison.note_altered(base_digests(sent))
    return ()


def _speaker(theirs: PortableRows, planned: Sequence[Planned]) -> str:
    """The NHRI by the name under which it has written what is new, else under which it has written at all."""
    nhri = nhri_institutions(theirs)
    new = [row for _cell, move in planned for row in (*move.rows, *([move.row] if move.row else []))]
    everything = [row for table in NHRI_TABLES for row in theirs[table].values()]
    for rows in (new, everything):
        authors = {row.refs.get("institution_id") or row.refs.get("holder_id") for row in rows} & nhri
        if authors:
            return ", ".join(sorted(theirs["institution"][uid].values["name"] for uid in authors if uid))
    return Profile.NHRI.label
