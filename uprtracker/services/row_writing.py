"""Writing rows that travelled into a dossier, with what belongs to them and what they refer to."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.orm import Session

from uprtracker.models.annotation import TextRevision
from uprtracker.models.base import Base, Entity
from uprtracker.models.tables import ENTITIES
from uprtracker.services.portable_row import (
    OWNERS,
    TEXTS,
    TRAVELLING,
    Part,
    PortableRow,
    PortableRows,
    referred_table,
)

_MODELS = {model.__tablename__: model for model in OWNERS}


class RowWriter:
    """Writes rows of `source` into `target`, each once; `our_uid` says under which uid a row of theirs stands here.

    What a row refers to and is not here is brought along. `written` are the rows that were made, in their order.
    """

    def __init__(
        self,
        source: Session,
        target: Session,
        theirs: PortableRows,
        our_uid: Callable[[str, str], str] = lambda _table, uid: uid,
    ) -> None:
        self._source = source
        self._target = target
        self._theirs = theirs
        self._our_uid = our_uid
        self._ids: dict[str, dict[str, int]] = {}
        self.written: list[tuple[PortableRow, Entity]] = []

    def write(self, rows: Iterable[PortableRow]) -> None:
        """Make these rows, with everything they need."""
        wanted = {(row.table, row.uid): row for row in rows}
        self._need(list(wanted.values()), wanted)
        made: list[tuple[PortableRow, Entity]] = []
        for table in TRAVELLING:
            made += self._write_table(table, [row for row in wanted.values() if row.table == table])
        for row, entity in made:
            self._write_parts(row, entity)
        self._target.flush()
        self.written += made

    def id_of(self, table: str, uid: str) -> int:
        """Our id of their row."""
        return self._known(table)[self._our_uid(table, uid)]

    def find(self, row: PortableRow) -> Entity:
        """Our row for theirs."""
        return self._target.get_one(ENTITIES[row.table], self.id_of(row.table, row.uid))

    def replace_parts(self, row: PortableRow, tables: Sequence[str]) -> None:
        """Let what belongs to a row be as they have it."""
        owner = self.id_of(row.table, row.uid)
        self.write(self._missing(row))
        for name in tables:
            model = _MODELS[name]
            column = getattr(model, OWNERS[model])
            self._target.execute(delete(model).where(column == owner))
            self._target.add_all(self._parts(name, row.parts.get(name, ()), owner))
        self._target.flush()

    def reference(self, table: str, column: str, uid: str | None) -> int | None:
        """A reference as our id; what it names is brought along."""
        if uid is None:
            return None
        referred = referred_table(Base.metadata.tables[table].columns[column])
        if self._our_uid(referred, uid) not in self._known(referred):
            self.write([self._theirs[referred][uid]])
        return self.id_of(referred, uid)

    def _need(self, rows: Sequence[PortableRow], wanted: dict[tuple[str, str], PortableRow]) -> None:
        """Add what the rows refer to and is not here."""
        for row in rows:
            missing = [m for m in self._missing(row) if (m.table, m.uid) not in wanted]
            wanted.update({(m.table, m.uid): m for m in missing})
            self._need(missing, wanted)

    def _missing(self, row: PortableRow) -> list[PortableRow]:
        named = [(row.table, column, uid) for column, uid in row.refs.items() if uid is not None]
        for name, parts in row.parts.items():
            if name != TEXTS:
                named += [(name, column, value) for part in parts for column, value in part]
        found = {}
        for table, column, value in named:
            stored = Base.metadata.tables[table].columns[column]
            if not stored.foreign_keys:
                continue
            referred = referred_table(stored)
            if self._our_uid(referred, value) not in self._known(referred):
                found[referred, value] = self._theirs[referred][value]
        return list(found.values())

    def _write_table(self, table: str, rows: Sequence[PortableRow]) -> list[tuple[PortableRow, Entity]]:
        made = [(row, self._build(row)) for row in rows if row.uid not in self._known(table)]
        self._target.add_all(entity for _row, entity in made)
        self._target.flush()
        self._known(table).update({entity.uid: entity.id for _row, entity in made})
        return made

    def _write_parts(self, row: PortableRow, entity: Entity) -> None:
        for name, parts in row.parts.items():
            self._target.add_all(
                self._texts(row, parts) if name == TEXTS else self._parts(name, parts, entity.id)
            )

    def _build(self, row: PortableRow) -> Entity:
        model = ENTITIES[row.table]
        table = Base.metadata.tables[row.table]
        values = dict(row.values)
        for column, uid in row.refs.items():
            values[column] = None if uid is None else self.id_of(referred_table(table.columns[column]), uid)
        for stored in table.columns:
            if isinstance(stored.type, LargeBinary) and stored.name not in values:
                values[stored.name] = self._source.scalars(
                    select(getattr(model, stored.name)).where(model.uid == row.uid)
                ).one()
        return model(**{"uid": row.uid, **values})

    def _parts(self, name: str, parts: Iterable[Part], owner: int) -> list[Base]:
        model = _MODELS[name]
        table = Base.metadata.tables[name]
        made = []
        for part in parts:
            values: dict[str, Any] = {OWNERS[model]: owner}
            for column, value in part:
                stored = table.columns[column]
                values[column] = self.id_of(referred_table(stored), value) if stored.foreign_keys else value
            made.append(model(**values))
        return made

    def _texts(self, row: PortableRow, parts: Iterable[Part]) -> list[TextRevision]:
        return [TextRevision(owner=row.table, owner_uid=row.uid, **dict(part)) for part in parts]

    def _known(self, table: str) -> dict[str, int]:
        if table not in self._ids:
            model = ENTITIES[table]
            self._ids[table] = {row.uid: row.id for row in self._target.execute(select(model.uid, model.id))}
        return self._ids[table]
