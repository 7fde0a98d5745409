"""Snapshots: the official state of everything at a date, stored as it was and never recomputed."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import StorageError, UserError
from uprtracker.i18n import _
from uprtracker.models.history import Snapshot
from uprtracker.services import permission
from uprtracker.services.briefing_loading import stored_briefing
from uprtracker.services.change import ChangeSet
from uprtracker.services.detail_loader import load_details
from uprtracker.services.history_chain import history_head
from uprtracker.services.querying import QueryingService
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.services.text_loader import find_text_version, load_text_version
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.day import iso_day
from uprtracker.vocabulary.dossier_info import DossierInfo
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import ChangedStatus, Recommendation, RecommendationDetails
from uprtracker.vocabulary.snapshot import (
    OlderContent,
    SnapshotContent,
    digest,
    packed,
    plain_content,
    unpacked,
)
from uprtracker.vocabulary.status import Status, parse_status

_LEVEL = Confidentiality.GOVERNMENT
"""Restricted matter is in no snapshot, so that none leaves with one."""


@dataclass(frozen=True)
class SnapshotInfo:
    """A snapshot as lists name it."""

    name: str
    as_of: date
    taken_at: datetime
    by: str


class FreezingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, name: str, *, as_of: date | None = None) -> ChangeSet:
        """Freeze the dossier under a name, as it stood at a date (today unless given)."""
        name = name.strip()
        _check_name(name)
        info = replace(QueryingService(self._store).info(), path="", read_only=False)
        with self._store.action(_("Take snapshot {name}").format(name=name)) as recorder:
            permission.require_planning(recorder.actor)
            if recorder.session.scalars(select(Snapshot).where(Snapshot.name == name)).first():
                raise UserError(
                    _("There is a snapshot '{name}' already; choose another name.").format(name=name)
                )
            day = as_of or self._store.today()
            content = packed(_content(recorder.session, recorder.actor, info, day))
            snapshot = Snapshot(
                name=name,
                as_of=day,
                taken_at=recorder.at,
                by_post=recorder.actor.name,
                digest=digest(content),
                content=content,
            )
            recorder.create(snapshot, "snapshot", name)
        return recorder.result()

    def snapshots(self) -> tuple[SnapshotInfo, ...]:
        """Those there are, the latest first."""
        s = Snapshot
        with self._store.read() as session:
            rows = session.execute(
                select(s.name, s.as_of, s.taken_at, s.by_post)
                .where(s.withdrawn_at.is_(None))
                .order_by(s.as_of.desc(), s.id.desc())
            )
            return tuple(SnapshotInfo(row.name, row.as_of, row.taken_at, row.by_post) for row in rows)


def _check_name(name: str) -> None:
    """A name must say something, and must not read as a date: `--since` takes both."""
    if not name:
        raise UserError(_("The snapshot has no name; give it one, as in 'Mid-term report'."))
    if iso_day(name):
        raise UserError(
            _("'{name}' reads as a date, and dates are not names of snapshots; add a word to it.").format(
                name=name
            )
        )


def _content(session: Session, actor: Actor, info: DossierInfo, day: date) -> SnapshotContent:
    rows = load_rows(session, as_of=day, actor=actor)
    details = load_details(session, rows, actor, history=False)
    kept = {id_: _kept(found, day) for id_, found in details.items()}
    return SnapshotContent(
        as_of=day,
        info=info,
        text_version=load_text_version(session, find_text_version(session, "")),
        rows=tuple(kept[row.id].row for row in rows),
        details=kept,
        briefing=stored_briefing(session),
        history_head=history_head(session),
    )


def _kept(details: RecommendationDetails, day: date) -> RecommendationDetails:
    """What a snapshot may hold of the details; the rest is counted."""
    annotations = tuple(note for note in details.annotations if note.confidentiality.visible_to(_LEVEL))
    evidence = tuple(item for item in details.evidence if item.confidentiality.visible_to(_LEVEL))
    progress = tuple(entry for entry in details.progress if entry.confidentiality.visible_to(_LEVEL))
    kept = len(annotations) + len(evidence) + len(progress)
    held = len(details.annotations) + len(details.evidence) + len(details.progress)
    return replace(
        details,
        row=replace(details.row, annotation_count=len(annotations)),
        statuses=tuple(entry for entry in details.statuses if entry.on <= day),
        assessments=tuple(entry for entry in details.assessments if entry.on <= day),
        annotations=annotations,
        evidence=evidence,
        progress=tuple(entry for entry in progress if entry.on <= day),
        suggested=(),
        withheld=details.withheld + held - kept,
    )


def find_snapshot(session: Session, name: str) -> Snapshot:
    """The snapshot of a name, with its digest checked. `UserError` names those there are, `StorageError` one that is not
    what was taken."""
    standing = session.scalars(
        select(Snapshot).where(Snapshot.withdrawn_at.is_(None)).order_by(Snapshot.as_of, Snapshot.id)
    ).all()
    found = next((snapshot for snapshot in standing if snapshot.name == name), None)
    if found is None:
        names = ", ".join(f"'{snapshot.name}'" for snapshot in standing)
        raise UserError(
            _("There is no snapshot '{name}'; use a date as in 2027-06-30, or one of: {names}.").format(
                name=name, names=names
            )
            if names
            else _("There is no snapshot '{name}', nor any other; use a date as in 2027-06-30.").format(
                name=name
            )
        )
    if digest(found.content) != found.digest:
        raise StorageError(_damaged(name))
    return found


def read_snapshot(snapshot: Snapshot) -> SnapshotContent:
    """What a snapshot holds, to be printed. `UserError` for one of the first format, which holds too little."""
    try:
        content = unpacked(snapshot.content)
    except ValueError as error:
        raise StorageError(_damaged(snapshot.name)) from error
    if isinstance(content, OlderContent):
        raise UserError(
            _(
                "The snapshot '{name}' was taken by an older version and cannot be printed from; use its date, {day}."
            ).format(name=snapshot.name, day=snapshot.as_of.isoformat())
        )
    return content


def _damaged(name: str) -> str:
    return _("The snapshot '{name}' is not the one that was taken; restore a backup of the dossier.").format(
        name=name
    )


def changed_since_last(
    session: Session, rows: list[Recommendation], before: date | None = None, before_snapshot: str = ""
) -> tuple[str, tuple[ChangedStatus, ...]]:
    """The name of the latest snapshot (of those before a day or another snapshot, if one is given) and the rows whose
    official status has moved since; empty without a snapshot."""
    statement = select(Snapshot).where(Snapshot.withdrawn_at.is_(None))
    if before_snapshot:
        later = find_snapshot(session, before_snapshot)
        # several may be taken on one day
        statement = statement.where(Snapshot.as_of <= later.as_of, Snapshot.id < later.id)
    elif before is not None:
        statement = statement.where(Snapshot.as_of < before)
    snapshot = session.scalars(statement.order_by(Snapshot.as_of.desc(), Snapshot.id.desc()).limit(1)).first()
    if snapshot is None:
        return "", ()
    stood = _official(snapshot)
    moved = (row for row in rows if row.uid in stood and stood[row.uid] is not row.official)
    return snapshot.name, tuple(
        ChangedStatus(row.label, row.text, stood[row.uid], row.official, row.lead) for row in moved
    )


def _official(snapshot: Snapshot) -> dict[str, Status | None]:
    """The official statuses by uid, without reading all the rest."""
    content = plain_content(snapshot.content)
    if isinstance(content, OlderContent):
        words = ((row["uid"], row["official_status"]) for row in content.rows)
        return {uid: parse_status(word) if word else None for uid, word in words}
    stored = ((row["uid"], row["official"]) for row in content["rows"])
    return {uid: Status(value) if value else None for uid, value in stored}
