"""Wishes about the list of institutions turned into undoable commands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from uprtracker.ui.commands.editing import Editing

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier


class InstitutionEditing(QObject):
    """Beside `Editing`, on whose stack every step is put."""

    def __init__(self, dossier: "Dossier", editing: Editing, parent: QObject) -> None:
        super().__init__(parent)
        self._institutions = dossier.institutions
        self._editing = editing

    def add(self, name: str, kind: str) -> None:
        self._editing.run(lambda: self._institutions.create(name, kind))

    def rename(self, institution_id: int, name: str) -> None:
        self._editing.run(lambda: self._institutions.rename(institution_id, name))

    def set_kind(self, institution_id: int, kind: str) -> None:
        self._editing.run(lambda: self._institutions.set_kind(institution_id, kind))

    def merge(self, spelling_id: int, into_id: int) -> None:
        self._editing.run(lambda: self._institutions.merge(spelling_id, into_id))

    def add_post(self, institution_id: int, title: str, alternate: bool, contact: str) -> None:
        self._editing.run(
            lambda: self._institutions.add_post(institution_id, title, alternate=alternate, contact=contact)
        )

    def edit_post(self, post_id: int, title: str, alternate: bool, contact: str) -> None:
        self._editing.run(
            lambda: self._institutions.edit_post(post_id, title, alternate=alternate, contact=contact)
        )

    def withdraw_post(self, post_id: int) -> None:
        self._editing.run(lambda: self._institutions.withdraw_post(post_id))
