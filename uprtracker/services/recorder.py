"""Writing inside one action: every change of a row goes through here, together with its history entry."""

import hashlib
from datetime import date, datetime
from enum import Enum

from sqlalchemy.orm import Session

from uprtracker.models.annotation import TextRevision
from uprtracker.models.base import Entity, new_uid
from uprtracker.models.history import Batch, HistoryEntry
from uprtracker.models.institution import Institution
from uprtracker.services.change import ChangeSet
from uprtracker.services.institution_lookup import find_institution
from uprtracker.vocabulary.profile import Actor, Profile

_INSTITUTION_KINDS = {Profile.NHRI: "nhri", Profile.MINISTRY: "ministry"}


def as_word(value: object) -> str | None:
    """A value as history keeps it: ISO dates, stored words of enums, plain text."""
    if value is None:
        return None
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


class Recorder:
    """One action in one transaction: rows, their history entries and the ids touched."""

    def __init__(
        self, session: Session, actor: Actor, title: str, at: datetime, undoes: str | None = None
    ) -> None:
        self.session = session
        self.actor = actor
        self.at = at
        self.title = title
        self.keeps_title = False
        self.structure = False
        self._undoes = undoes
        self._batch: Batch | None = None
        self._touched: set[int] = set()
        self._created_institutions: list[str] = []
        self._refused: list[str] = []

    @property
    def batch(self) -> Batch:
        """The batch of this action; made with the first change, so that an action without changes leaves no trace."""
        if self._batch is None:
            self._batch = Batch(
                uid=new_uid(),
                title=self.title[:400],
                at=self.at,
                by_post=self.actor.name,
                profile=self.actor.profile,
                institution=self.actor.institution,
                undoes=self._undoes,
            )
            self.session.add(self._batch)
            self.session.flush()
        return self._batch

    def name(self, title: str) -> None:
        """Say what the action is, unless it is part of a larger one that has its title."""
        if not self.keeps_title:
            self.title = title

    @property
    def touched(self) -> set[int]:
        return self._touched

    def refuse(self, sentence: str) -> None:
        self._refused.append(sentence)

    def create(
        self,
        row: Entity,
        field: str,
        new: object,
        *,
        recommendation_id: int | None = None,
        old: object = None,
        reason: str = "",
    ) -> None:
        """Add a row; `field`, `old` and `new` say what it means for the recommendation."""
        row.uid = row.uid or new_uid()
        self.session.add(row)
        self._record(row, "create", field, old, new, recommendation_id, reason)

    def update(
        self,
        row: Entity,
        field: str,
        new: object,
        *,
        recommendation_id: int | None = None,
        reason: str = "",
    ) -> None:
        """Set one field of a row, unless it has the value already."""
        old = getattr(row, field)
        if old == new:
            return
        setattr(row, field, new)
        self._record(row, "update", field, old, new, recommendation_id, reason)

    def note_update(
        self,
        row: Entity,
        field: str,
        old: str | None,
        new: str | None,
        recommendation_id: int | None = None,
    ) -> None:
        """Record a change of what belongs to a row without being a column of it."""
        self._record(row, "update", field, old, new, recommendation_id, "")

    def withdraw(
        self,
        row: Entity,
        field: str,
        old: object,
        *,
        recommendation_id: int | None = None,
        new: object = None,
        reason: str = "",
    ) -> None:
        """Take a row out of use; `new` says what stands in its place from now on."""
        row.withdrawn_at = self.at
        self._record(row, "withdraw", field, old, new, recommendation_id, reason)

    def restore(self, row: Entity, field: str, new: object, *, recommendation_id: int | None = None) -> None:
        row.withdrawn_at = None
        self._record(row, "restore", field, None, new, recommendation_id, "")

    def write_text(self, owner: str, owner_uid: str, text: str) -> TextRevision:
        """An immutable wording; its uid and digest are all that history may name."""
        revision = TextRevision(
            uid=new_uid(),
            owner=owner,
            owner_uid=owner_uid,
            text=text,
            digest=hashlib.sha256(text.encode()).hexdigest(),
            recorded_at=self.at,
            by_post=self.actor.name,
        )
        self.session.add(revision)
        return revision

    def institution(self, name: str, kind: str = "ministry") -> Institution:
        """The institution of that name or merged spelling, letter case and accents aside; made if there is none."""
        known = find_institution(self.session, name)
        if known is not None:
            if known.withdrawn_at is not None:
                self.restore(known, "institution", known.name)
                self._created_institutions.append(known.name)
            return known
        made = Institution(name=name.strip(), kind=kind)
        self.create(made, "institution", name.strip())
        self.session.flush()
        self._created_institutions.append(made.name)
        return made

    def own_institution(self) -> Institution:
        """The institution for which the actor writes; the profile's name where none is given."""
        kind = _INSTITUTION_KINDS.get(self.actor.profile, "secretariat")
        return self.institution(self.actor.institution or self.actor.profile.label, kind)

    def result(self) -> ChangeSet:
        return ChangeSet(
            title=self.title,
            batch=self._batch.uid if self._batch else "",
            recommendations=frozenset(self._touched),
            created=tuple(self._created_institutions),
            refused=tuple(self._refused),
            structure=self.structure,
        )

    def _record(
        self,
        row: Entity,
        action: str,
        field: str,
        old: object,
        new: object,
        recommendation_id: int | None,
        reason: str,
    ) -> None:
        if recommendation_id is not None:
            self._touched.add(recommendation_id)
        self.session.add(
            HistoryEntry(
                batch=self.batch.uid,
                recommendation_id=recommendation_id,
                entity=row.__tablename__,  # type: ignore[attr-defined]
                entity_uid=row.uid,
                action=action,
                field=field,
                old=as_word(old),
                new=as_word(new),
                reason=reason,
            )
        )
