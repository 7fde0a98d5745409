"""Dossiers: opening, making, the sample, snapshots. What takes long runs in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from uprtracker.errors import OlderDossierError
from uprtracker.i18n import _
from uprtracker.ui.background import Background
from uprtracker.ui.background_flow import BackgroundFlow
from uprtracker.ui.preferences import Preferences

if (
    TYPE_CHECKING
):  # what needs an open dossier or a question is loaded then, so that the window appears at once
    from uprtracker.services.dossier import Dossier
    from uprtracker.ui.dialogs.new_dossier_dialog import NewDossier
    from uprtracker.ui.dossier_session import DossierSession

SUFFIX = ".uprt"


def open_location(location: str, preferences: Preferences) -> "Dossier":
    """Open a dossier for the window and the person who works with it."""
    from uprtracker.services.dossier import open_dossier

    return open_dossier(location, preferences.settings.actor, live=True)


class FileFlow(BackgroundFlow):
    """What the File menu does. Results and refusals are told by signal."""

    opened = Signal(object)
    """A `Dossier`, ready for work."""

    def __init__(self, window: QWidget, background: Background, preferences: Preferences) -> None:
        super().__init__(window, background)
        self._preferences = preferences

    def serve(self, session: "DossierSession | None") -> None:
        """Take snapshots of this dossier from now on."""
        self._session = session

    # dossiers

    @Slot(str)
    def open(self, location: str) -> None:
        words = _("Opening {name}…").format(name=Path(location).name)
        preferences = self._preferences

        def open_or_tell() -> "Dossier | str":
            try:
                return open_location(location, preferences)
            except OlderDossierError:
                return location

        task = self._run(words, open_or_tell, blocks=True)
        task.finished.connect(self._take_opened)

    @Slot(object)
    def _take_opened(self, opened: "Dossier | str") -> None:
        """Show the dossier; only its place comes back where it must be brought up to date first."""
        if not isinstance(opened, str):
            self._take_dossier(opened)
            return
        from uprtracker.ui.dialogs.migrate_dialog import MigrateDialog

        dialog = MigrateDialog(opened, self._window)
        dialog.answered.connect(self._migrate)
        dialog.open()

    @Slot(object)
    def _migrate(self, location: str) -> None:
        preferences = self._preferences

        def migrate_and_open() -> "Dossier":
            from uprtracker.services.dossier import migrate

            migrate(location)
            return open_location(location, preferences)

        words = _("Bringing {name} up to date…").format(name=Path(location).name)
        task = self._run(words, migrate_and_open, blocks=True)
        task.finished.connect(self._take_dossier)

    @Slot()
    def choose_and_open(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self._window, _("Open a dossier"), self.folder(), _("Dossiers (*{suffix})").format(suffix=SUFFIX)
        )
        if chosen:
            self.open(chosen)

    @Slot()
    def open_sample(self) -> None:
        """Open the sample dossier, made anew if it is not there."""
        preferences = self._preferences

        def make_and_open() -> "Dossier":
            from uprtracker.services.sample import create_sample, default_sample_path

            path = default_sample_path()
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                create_sample(str(path)).close()
            return open_location(str(path), preferences)

        task = self._run(_("Opening the sample dossier…"), make_and_open, blocks=True)
        task.finished.connect(self._take_dossier)

    @Slot(object)
    def _take_dossier(self, dossier: "Dossier") -> None:
        location = dossier.store.location
        known = location if "://" in location else str(Path(location).absolute())
        self._preferences.take(self._preferences.settings.with_recent(known))
        self.opened.emit(dossier)

    @Slot()
    def clear_recent(self) -> None:
        self._preferences.change(recent=())

    def folder(self) -> str:
        """Where file dialogs begin: beside the dossier opened last, else among the person's documents."""
        last = next((r for r in self._preferences.settings.recent if "://" not in r), "")
        places = QStandardPaths.StandardLocation
        documents = QStandardPaths.writableLocation(places.DocumentsLocation)
        return str(Path(last).parent) if last else documents

    @Slot()
    def ask_new(self) -> None:
        from uprtracker.ui.dialogs.new_dossier_dialog import NewDossierDialog

        dialog = NewDossierDialog(Path(self.folder()), self._window)
        dialog.answered.connect(self._create)
        dialog.open()

    @Slot(object)
    def _create(self, wanted: "NewDossier") -> None:
        location, preferences = str(wanted.path), self._preferences

        def create_and_open() -> "Dossier":
            from uprtracker.services.dossier import create_dossier

            create_dossier(location, wanted.state_name, preferences.settings.actor).close()
            return open_location(location, preferences)

        task = self._run(_("Creating the dossier…"), create_and_open, blocks=True)
        task.finished.connect(self._take_dossier)

    # snapshots

    @Slot()
    def ask_snapshot(self) -> None:
        from uprtracker.ui.dialogs.snapshot_dialog import SnapshotDialog

        dialog = SnapshotDialog(self._window)
        dialog.answered.connect(self._take_snapshot)
        dialog.open()

    @Slot(object)
    def _take_snapshot(self, name: str) -> None:
        session = self._session
        if session is not None:
            freezing = session.dossier.freezing
            task = self._run(_("Taking the snapshot…"), lambda: freezing.take(name), blocks=True)
            task.finished.connect(self._enter)
