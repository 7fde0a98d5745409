"""Reading dated entries: the entry that holds is the latest by `effective_on`, then by `recorded_at`, then by order written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

CHUNK = 500
"""How many ids go into one query: below the limits of every database."""

_Item = TypeVar("_Item")


def in_chunks(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """The items in portions that one query can name."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def narrowed(
    statement: Any,
    table: Any,
    ids: Sequence[int] | None,
    as_of: date | None = None,
) -> Any:
    """Only rows that are not withdrawn, of these recommendations, effective by that date."""
    if hasattr(table, "withdrawn_at"):
        statement = statement.where(table.withdrawn_at.is_(None))
    if ids is not None:
        statement = statement.where(table.recommendation_id.in_(ids))
    if as_of is not None:
        statement = statement.where(or_(table.effective_on.is_(None), table.effective_on <= as_of))
    return statement


def in_order(
    session: Session,
    table: Any,
    columns: Iterable[InstrumentedAttribute[Any]],
    ids: Sequence[int] | None,
    as_of: date | None,
) -> dict[int, list[Row[Any]]]:
    """Dated entries per recommendation, the one that holds last. Rows have `recommendation_id` and the columns asked for."""
    statement = select(table.recommendation_id, *columns).order_by(
        table.recommendation_id,
        table.effective_on.is_not(None),
        table.effective_on,
        table.recorded_at,
        table.id,
    )
    found: dict[int, list[Row[Any]]] = {}
    for row in session.execute(narrowed(statement, table, ids, as_of)):
        found.setdefault(row.recommendation_id, []).append(row)
    return found
