"""All recommendations of the open dossier as the window has read them; read again only where something changed."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from uprtracker.i18n import ngettext
from uprtracker.services.change import ChangeSet
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import RowFilter

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
        self.read_all()

    def read_all(self) -> None:
        self.text = self._dossier.query.text_version()
        self._rows = {row.id: row for row in self._dossier.query.rows()}
        self.replaced.emit()

    def rows(self) -> list[Recommendation]:
        """All rows in natural order."""
        return list(self._rows.values())

    def row(self, id_: int) -> Recommendation | None:
        return self._rows.get(id_)

    def some(self, ids: Iterable[int]) -> list[Recommendation]:
        """The rows with these ids that are still there."""
        return [self._rows[id_] for id_ in ids if id_ in self._rows]

    def filtered(self, row_filter: RowFilter) -> list[Recommendation]:
        """The rows that a filter and its search let through, in natural order."""
        found = self._dossier.query.search(row_filter.search)
        return [
            row
            for row in self._rows.values()
            if (found is None or row.id in found) and row_filter.accepts(row)
        ]

    @Slot(object)
    def follow(self, change: ChangeSet) -> None:
        """Read again what an action changed."""
        if change.structure or any(id_ not in self._rows for id_ in change.recommendations):
            self.read_all()
            return
        read = {row.id: row for row in self._dossier.query.rows_by_id(sorted(change.recommendations))}
        if len(read) < len(change.recommendations):
            self.read_all()
            return
        self._rows.update(read)
        self.changed.emit(set(read))
