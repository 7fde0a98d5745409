"""Dialogs about the dossier as a whole and about the program: each is loaded when it is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.ui.background import Background
from uprtracker.ui.window_action import WindowActions

if TYPE_CHECKING:
    from uprtracker.ui.dossier_session import DossierSession


class ToolDialogs(QObject):
    """What the Tools and Help menus open."""

    filter_requested = Signal(object)
    open_requested = Signal(str)
    """A dossier that was made here."""

    def __init__(self, window: QWidget, background: Background, acts: WindowActions) -> None:
        super().__init__(window)
        self._window, self._background, self._acts = window, background, acts
        self._session: DossierSession | None = None

    def serve(self, session: "DossierSession | None") -> None:
        """Show this dossier from now on."""
        self._session = session

    @Slot()
    def show_institutions(self) -> None:
        from uprtracker.ui.dialogs.institutions_dialog import InstitutionsDialog

        if self._session is not None:
            dialog = InstitutionsDialog(self._session, self._window)
            dialog.filter_requested.connect(self.filter_requested)
            dialog.open()

    @Slot()
    def show_texts(self) -> None:
        from uprtracker.ui.dialogs.texts_dialog import TextsDialog

        if self._session is not None:
            TextsDialog(self._session, self._background, self._window).open()

    @Slot()
    def show_backups(self) -> None:
        from uprtracker.ui.dialogs.backups_dialog import BackupsDialog

        if self._session is not None:
            dialog = BackupsDialog(Path(self._session.info.path), self._window)
            dialog.restored.connect(self.open_requested)
            dialog.open()

    @Slot()
    def show_history_key(self) -> None:
        from uprtracker.ui.dialogs.history_key_dialog import HistoryKeyDialog

        HistoryKeyDialog(self._window).open()

    @Slot()
    def count_words(self) -> None:
        from uprtracker.ui.dialogs.word_count_dialog import WordCountDialog

        WordCountDialog(self._window).open()

    @Slot()
    def show_shortcuts(self) -> None:
        from uprtracker.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self._acts, self._window).open()

    @Slot()
    def show_about(self) -> None:
        from uprtracker.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._window).open()
