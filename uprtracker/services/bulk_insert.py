"""Many rows into one table at once, without an object for each: imports have thousands."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from sqlalchemy import bindparam, column, insert, literal, literal_column, table
from sqlalchemy.orm import InstrumentedAttribute, Session

from uprtracker.models.base import Base


def insert_rows(
    session: Session,
    into: type[Base],
    columns: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    **constants: Any,
) -> None:
    """Insert tuples of values as the database stores them (see `stored`); every column without a default is among them.

    `constants` have one value in all rows and are written into the statement: binding them each time costs a third.
    """
    rows = list(rows)
    if not rows:
        return
    connection = session.connection()
    names = (*columns, *constants)
    values: dict[str, Any] = {name: bindparam(name) for name in columns} | {
        name: literal_column(str(literal(value).compile(connection, compile_kwargs={"literal_binds": True})))
        for name, value in constants.items()
    }
    statement = insert(table(into.__tablename__, *map(column, names))).values(values)
    compiled = statement.compile(dialect=connection.dialect)
    if compiled.positional:
        connection.exec_driver_sql(str(compiled), rows)
    else:
        connection.execute(statement, [dict(zip(columns, row, strict=True)) for row in rows])


def stored(session: Session, attribute: InstrumentedAttribute[Any], value: Any) -> Any:
    """A value as the database stores it in that column."""
    dialect = session.connection().dialect
    to_database = attribute.property.columns[0].type.dialect_impl(dialect).bind_processor(dialect)
    return to_database(value) if to_database else value


def ordered_uids(count: int) -> list[str]:
    """Uids for rows that are made together: random as a whole, in order among themselves, so that indexes grow at their end."""
    prefix = str(uuid4())[:24]
    return [f"{prefix}{number:012x}" for number in range(count)]
