"""Two histories of one dossier compared: what each has that the other has not, and from what it started."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.models.dossier import StoredFile
from uprtracker.models.history import HistoryEntry

RECEIPT = "merge"
"""The role of the stored file in which a merge notes what it brought in."""


@dataclass(frozen=True)
class NewsEntry:
    """One entry of a history, with its recommendation by uid."""

    seq: int
    batch: str
    entity: str
    entity_uid: str
    action: str
    field: str
    old: str | None
    new: str | None

    @property
    def key(self) -> tuple[Any, ...]:
        """The same in every copy of the dossier."""
        return self.batch, self.entity, self.entity_uid, self.action, self.field, self.old, self.new


class News:
    """The entries of one history that another one has not, by the row that they are about, oldest first."""

    def __init__(self, mine: Iterable[NewsEntry], other: Iterable[NewsEntry]) -> None:
        known = Counter(entry.key for entry in other)
        self._of: defaultdict[tuple[str, str], list[NewsEntry]] = defaultdict(list)
        for entry in mine:
            if known[entry.key]:
                known[entry.key] -= 1
            else:
                self._of[entry.entity, entry.entity_uid].append(entry)

    def of(self, table: str, uid: str) -> list[NewsEntry]:
        return self._of.get((table, uid), [])

    def update(self, table: str, uid: str, field: str) -> NewsEntry | None:
        """The first change of a field: its `old` is what both sides began with."""
        return next((e for e in self.of(table, uid) if (e.action, e.field) == ("update", field)), None)

    def moved(self, table: str, uid: str) -> NewsEntry | None:
        """The first entry that made, withdrew or restored a row."""
        return next((e for e in self.of(table, uid) if e.action != "update"), None)


def load_entries(session: Session, without: frozenset[int] = frozenset()) -> list[NewsEntry]:
    """A history in its order; `without` leaves out entries by their number."""
    h = HistoryEntry
    rows = session.execute(
        select(h.seq, h.batch, h.entity, h.entity_uid, h.action, h.field, h.old, h.new).order_by(h.seq)
    )
    return [NewsEntry(*row) for row in rows if row.seq not in without]


def brought_in_by(session: Session, merges: Collection[str]) -> frozenset[int]:
    """The numbers of the entries that came with merges, whose own batches these are."""
    contents = session.scalars(select(StoredFile.content).where(StoredFile.role == RECEIPT))
    receipts = (json.loads(content) for content in contents)
    return frozenset(seq for receipt in receipts if receipt["batch"] in merges for seq in receipt["entries"])
