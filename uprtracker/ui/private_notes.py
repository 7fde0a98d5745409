"""Locking and unlocking the NHRI's private notes while a dossier is open: what was locked is no longer on the screen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uprtracker.ui.dossier_session import DossierSession

_LOOK_MS = 15_000


class PrivateNotes(QObject):
    """Serves one dossier after another."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session: DossierSession | None = None
        self._was_locked = False
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)

    def serve(self, session: "DossierSession | None") -> None:
        """Watch over the notes of this dossier, or of none."""
        self._session = session
        if session is None:
            self._clock.stop()
        else:
            self._was_locked = session.dossier.store.vault.locked
            self._clock.start()

    @Slot()
    def ask(self) -> None:
        """Show what can be done about them."""
        from uprtracker.ui.dialogs.private_notes_dialog import PrivateNotesDialog

        if self._session is not None:
            dialog = PrivateNotesDialog(self._session.dossier.store.vault, self._window)
            dialog.changed.connect(self._look)
            dialog.open()

    @Slot()
    def _look(self) -> None:
        """Read everything again once the notes were locked or unlocked."""
        session = self._session
        if session is None:
            return
        locked = session.dossier.store.vault.locked
        if locked != self._was_locked:
            self._was_locked = locked
            session.rows.read_all()
