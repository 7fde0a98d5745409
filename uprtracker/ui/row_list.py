"""All recommendations of the open dossier as the window has read them; read again only where something changed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from uprtracker.i18n import ngettext
from uprtracker.services.change import ChangeSet
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


def named(rows: Sequence[Recommendation]) -> str:
    """How words name rows: `140.12`, or `12 recommendations`."""
    if len(rows) == 1:
        return rows[0].label
    return ngettext("{n} recommendation", "{n} recommendations", len(rows)).format(n=len(rows))


class RowList(QObject):
    """The rows of one dossier. Views take them from here, so that an edit is read once and not by every view."""

    changed = Signal(set)
    """These ids have been read again; the rest is as it was."""
    replaced = Signal()
    """Rows came or went: everything has been read again."""

    def __init__(self, dossier: "Dossier", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self.text: TextVersion
        """The text that recommendations are linked to."""
        self._rows: dict[int, Recommendation] = {}
        self.apart: dict[Scope, int] = {}
        """How many there are that no list shows unless it is asked for them."""
        self._apart: dict[Scope, dict[int, Recommendation]] = {}
        self.read_all()

    def read_all(self) -> None:
        self.text = self._dossier.query.text_version()
        self._rows = {row.id: row for row in self._dossier.query.rows()}
        self.apart, self._apart = self._dossier.query.counts_apart(), {}
        self.replaced.emit()

    def rows(self) -> list[Recommendation]:
        """All rows in natural order."""
        return list(self._rows.values())

    def row(self, id_: int) -> Recommendation | None:
        return next((rows[id_] for rows in self._held() if id_ in rows), None)

    def some(self, ids: Iterable[int]) -> list[Recommendation]:
        """The rows with these ids that are still there."""
        return [row for id_ in ids if (row := self.row(id_)) is not None]

    def filtered(self, row_filter: RowFilter) -> list[Recommendation]:
        """The rows that a filter and its search let through, in natural order."""
        return self._dossier.query.narrowed(list(self._of(row_filter.scope).values()), row_filter)

    def _of(self, scope: Scope) -> dict[int, Recommendation]:
        """The rows of a scope; what is apart from the UPR's own is read when it is asked for."""
        if scope is Scope.UPR:
            return self._rows
        if scope not in self._apart:
            self._apart[scope] = {row.id: row for row in self._dossier.query.rows(scope=scope)}
        return self._apart[scope]

    def _held(self) -> list[dict[int, Recommendation]]:
        return [self._rows, *self._apart.values()]

    @Slot(object)
    def follow(self, change: ChangeSet) -> None:
        """Read again what an action changed."""
        if change.structure or any(self.row(id_) is None for id_ in change.recommendations):
            self.read_all()
            return
        read = {row.id: row for row in self._dossier.query.rows_by_id(sorted(change.recommendations))}
        if len(read) < len(change.recommendations):
            self.read_all()
            return
        for rows in self._held():
            rows.update({id_: row for id_, row in read.items() if id_ in rows})
        self.changed.emit(set(read))
