"""Wishes about recommendations that belong together turned into undoable commands: across cycles, and across sources."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from uprtracker.ui.commands.editing import Editing

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class PairEditing(QObject):
    """Beside `Editing`, on whose stack every step is put."""

    def __init__(self, dossier: "Dossier", editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._editing = editing

    @Slot(int, int)
    def confirm_pair(self, earlier_id: int, later_id: int) -> None:
        self._editing.run(lambda: self._dossier.comparing.confirm(earlier_id, later_id))

    @Slot(int, int)
    def reject_pair(self, earlier_id: int, later_id: int) -> None:
        self._editing.run(lambda: self._dossier.comparing.reject(earlier_id, later_id))

    @Slot(int, int)
    def confirm_match(self, waiting_id: int, recommendation_id: int) -> None:
        self._editing.run(lambda: self._dossier.matching.confirm(waiting_id, recommendation_id))

    @Slot(int, int)
    def reject_match(self, waiting_id: int, recommendation_id: int) -> None:
        self._editing.run(lambda: self._dossier.matching.reject(waiting_id, recommendation_id))

    @Slot(int)
    def accept_as_new(self, waiting_id: int) -> None:
        self._editing.run(lambda: self._dossier.matching.accept_as_new(waiting_id))
