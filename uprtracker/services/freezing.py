"""Snapshots: the official state of everything at a date, stored as it was and never recomputed."""

import hashlib
import json
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.models.history import Snapshot
from uprtracker.services import permission
from uprtracker.services.change import ChangeSet
from uprtracker.services.row_loader import load_rows
from uprtracker.services.store import Store
from uprtracker.vocabulary.read_model import ChangedStatus, Recommendation
from uprtracker.vocabulary.row_json import row_to_json
from uprtracker.vocabulary.status import Status


class FreezingService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, name: str, *, as_of: date | None = None) -> ChangeSet:
        """Freeze the dossier under a name, as it stood at a date (today unless given)."""
        if not name.strip():
            raise UserError(_("The snapshot has no name; give it one, as in 'Mid-term report'."))
        with self._store.action(_("Take snapshot {name}").format(name=name)) as recorder:
            permission.require_planning(recorder.actor)
            if recorder.session.scalars(select(Snapshot).where(Snapshot.name == name)).first():
                raise UserError(
                    _("There is a snapshot '{name}' already; choose another name.").format(name=name)
                )
            day = as_of or self._store.today()
            rows = [row_to_json(row) for row in load_rows(recorder.session, as_of=day)]
            content = json.dumps(rows, ensure_ascii=False, sort_keys=True).encode()
            snapshot = Snapshot(
                name=name,
                as_of=day,
                taken_at=recorder.at,
                by_post=recorder.actor.name,
                digest=hashlib.sha256(content).hexdigest(),
                content=content,
            )
            recorder.create(snapshot, "snapshot", name)
        return recorder.result()


def changed_since_last(session: Session, rows: list[Recommendation]) -> tuple[str, tuple[ChangedStatus, ...]]:
    """The name of the latest snapshot and the rows whose official status has moved since; empty without a snapshot."""
    snapshot = session.scalars(
        select(Snapshot)
        .where(Snapshot.withdrawn_at.is_(None))
        .order_by(Snapshot.as_of.desc(), Snapshot.id.desc())
        .limit(1)
    ).first()
    if snapshot is None:
        return "", ()
    before = {row["uid"]: row["official_status"] for row in json.loads(snapshot.content)}
    moved = []
    for row in rows:
        word = before.get(row.uid)
        old = next((status for status in Status if status.label == word), None)
        if row.uid in before and old is not row.official:
            moved.append(ChangedStatus(row.label, row.text, old, row.official, row.lead))
    return snapshot.name, tuple(moved)
