"""Which row of another dossier is which of this one: by its uid, else by what makes it unique. Nothing here writes."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import UniqueConstraint

from uprtracker.models.base import Base
from uprtracker.services.portable_row import TRAVELLING, PortableRow, PortableRows, referred_table
from uprtracker.vocabulary.text import fold


class Correspondence:
    """Their uids as ours. A row that is new keeps its uid."""

    def __init__(self, theirs: PortableRows, ours: PortableRows) -> None:
        self._ours = ours
        self._named: dict[tuple[str, str], str] = {}
        for table in TRAVELLING:
            known = {
                key: row.uid for row in ours[table].values() if (key := natural_key(row, {})) is not None
            }
            for uid, row in theirs[table].items():
                if uid in ours[table]:
                    continue
                key = natural_key(row, self._named)
                if key is not None and key in known:
                    self._named[table, uid] = known[key]

    def uid(self, table: str, uid: str) -> str:
        """Our uid for their row."""
        return self._named.get((table, uid), uid)

    def ours(self, row: PortableRow) -> PortableRow | None:
        """Our row for theirs; `None` where it is new."""
        return self._ours[row.table].get(self.uid(row.table, row.uid))

    def by_name_only(self, row: PortableRow) -> bool:
        """Whether a row was written twice, apart: the same thing under two uids."""
        return (row.table, row.uid) in self._named


def natural_key(row: PortableRow, named: Mapping[tuple[str, str], str]) -> tuple[Any, ...] | None:
    """What makes a row unique beside its uid, references as our uids; `None` where nothing does."""
    if row.table == "institution":
        return (fold(row.values["name"]),)
    if row.table == "stored_file":
        return row.values["sha256"], row.values["role"]
    columns = _unique_columns(row.table)
    if not columns:
        return None
    table = Base.metadata.tables[row.table]
    key = []
    for name in columns:
        if name in row.refs:
            uid = row.refs[name] or ""
            key.append(named.get((referred_table(table.columns[name]), uid), uid))
        else:
            key.append(row.values[name])
    return tuple(key)


@cache
def _unique_columns(table: str) -> tuple[str, ...]:
    for constraint in Base.metadata.tables[table].constraints:
        names = tuple(column.name for column in getattr(constraint, "columns", ()))
        if isinstance(constraint, UniqueConstraint) and names != ("uid",):
            return names
    return ()
