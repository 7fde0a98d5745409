"""Queries about recommendations that are built once, and reading dated entries.

The entry that holds is the latest by `effective_on`, then by `recorded_at`, then by order written.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Result, Row, bindparam, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from uprtracker.models.recommendation import Recommendation
from uprtracker.models.source_document import SourceDocument

CHUNK = 500
"""How many ids go into one query: below the limits of every database."""

_Item = TypeVar("_Item")
# What others were told is many times what the dossier is about: no query over "all" may walk through it.
_OF_COLLECTION = (
    select(Recommendation.id)
    .join(SourceDocument, SourceDocument.id == Recommendation.document_id)
    .where(SourceDocument.collection == bindparam("collection", "own"))
)


def in_chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """The items in portions that one query can name."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


class PreparedQuery:
    """A query on a table whose rows belong to recommendations, built once and asked many times.

    `owner` is the column with the recommendation's id. Withdrawn rows of its table are left out, and so are dated ones
    that were not yet effective on the day asked for.
    """

    def __init__(
        self, statement: Any, owner: InstrumentedAttribute[int] | InstrumentedAttribute[int | None]
    ) -> None:
        table = owner.class_
        if hasattr(table, "withdrawn_at"):
            statement = statement.where(table.withdrawn_at.is_(None))
        if hasattr(table, "effective_on"):
            day = table.effective_on
            statement = statement.where(or_(day.is_(None), day <= bindparam("as_of", date.max)))
        of_recommendations = owner.class_ is Recommendation
        self._of_all = statement if of_recommendations else statement.where(owner.in_(_OF_COLLECTION))
        self._of_some = statement.where(owner.in_(bindparam("ids", expanding=True)))

    def ask(
        self, session: Session, ids: Sequence[int] | None, as_of: date | None = None, **given: object
    ) -> Result[Any]:
        """The rows of these recommendations, or of all in the collection `own` (or the one `given`).

        `given` are the statement's own bound values.
        """
        if as_of is not None:
            given["as_of"] = as_of
        if ids is None:
            return session.execute(self._of_all, given)
        return session.execute(self._of_some, {"ids": ids, **given})


def dated_entries(table: Any, *columns: InstrumentedAttribute[Any]) -> PreparedQuery:
    """Dated entries per recommendation, the one that holds last: `recommendation_id` and the columns asked for."""
    statement = select(table.recommendation_id, *columns).order_by(
        table.recommendation_id,
        table.effective_on.is_not(None),
        table.effective_on,
        table.recorded_at,
        table.id,
    )
    return PreparedQuery(statement, table.recommendation_id)


def by_recommendation(rows: Iterable[Row[Any]]) -> dict[int, list[Row[Any]]]:
    """Rows by their `recommendation_id`, in the order in which they come."""
    found: dict[int, list[Row[Any]]] = {}
    for row in rows:
        found.setdefault(row.recommendation_id, []).append(row)
    return found
