"""Wishes about the delegation's briefing pack turned into undoable commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from uprtracker.ui.commands.editing import Editing
from uprtracker.vocabulary.briefing_text import TextKey

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class BriefingEditing(QObject):
    """Beside `Editing`, on whose stack every step is put."""

    def __init__(self, dossier: "Dossier", editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._briefing = dossier.briefing
        self._editing = editing

    @Slot(object, str)
    def write(self, target: TextKey | int, text: str) -> None:
        """Write a text of the pack, or the answer to the question with that id."""
        if isinstance(target, TextKey):
            self._editing.run(lambda: self._briefing.set_field(*target, text))
        else:
            self._editing.run(lambda: self._briefing.set_answer(target, text))
