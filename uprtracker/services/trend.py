"""How official statuses stood in each stored snapshot: figures over time, read from what was stored and never recomputed."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from uprtracker.models.history import Snapshot
from uprtracker.services.store import Store
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.snapshot import OlderContent, plain_content
from uprtracker.vocabulary.status import Status, parse_status
from uprtracker.vocabulary.trend import Standing, TrendPoint, trend_point


class TrendService:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[str, str], TrendPoint] = {}

    def points(self) -> tuple[TrendPoint, ...]:
        """One for each snapshot, the earliest first; one that cannot be read any more is left out, `check` tells of it.

        Each is read once: a snapshot never changes.
        """
        s = Snapshot
        with self._store.read() as session:
            named = session.execute(
                select(s.id, s.name, s.as_of, s.digest)
                .where(s.withdrawn_at.is_(None))
                .order_by(s.as_of, s.id)
            ).all()
            for id_, name, as_of, digest in named:
                if (name, digest) not in self._known:
                    content = session.scalars(select(s.content).where(s.id == id_)).one()
                    try:
                        point = trend_point(name, as_of, _standings(content))
                    except ValueError:
                        continue
                    self._known[name, digest] = point
        keys = [(name, digest) for _id, name, _as_of, digest in named]
        return tuple(self._known[key] for key in keys if key in self._known)


def _standings(stored: bytes) -> Iterator[Standing]:
    content = plain_content(stored)
    if isinstance(content, OlderContent):
        rows, official = content.rows, "official_status"
    else:
        rows, official = tuple(content["rows"]), "official"
    for row in rows:
        if row["kind"] == "recommendation" and Scope.UPR.holds(
            row["mechanism"], row.get("collection", "own")
        ):
            yield Standing(row["uid"], _number_of(row), _status(row[official]))


def _number_of(row: dict[str, Any]) -> tuple[str, str]:
    """Parts of one number have the same; the older format names documents by their symbols."""
    return str(row.get("document_id", row["document_symbol"])), row["number"]


def _status(stored: str | None) -> Status | None:
    return parse_status(stored) if stored else None
