"""Pictures of every page and dialog, drawn off screen: for the README, for translators, and for looking at."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from uprtracker.errors import UserError
from uprtracker.i18n import _, current_language
from uprtracker.settings import Settings
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.spoken_language import SpokenLanguage
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.row_filter import RowFilter

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier
    from uprtracker.ui.panels.reports_page import ReportsPage

_SIZE = re.compile(r"(\d{3,4})x(\d{3,4})")
_SETTLED_MS = 120
_DIALOGS = (
    *("new", "export", "snapshot", "shortcuts", "about", "lead", "due", "link", "texts", "private_notes"),
    *("supporting", "measure", "evidence", "same", "institutions", "workbooks", "copy_out"),
    *("matches", "reconcile", "word_count", "backups", "history_key"),
)
"""Actions that open a dialog for the one row that is selected, or for the dossier."""


def take_pictures(
    dossier: "Dossier",
    folder: str | Path,
    *,
    language: str = "en",
    theme: str = "light",
    size: str = "1280x800",
) -> list[Path]:
    """Write `PAGE-LANGUAGE-THEME-WxH.png` for each page and dialog; the dossier stays open and unchanged.

    `UserError` for a size that is not written as 1280x800.
    """
    width, height = _read_size(size)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    spoken, speech = current_language(), SpokenLanguage(application)
    speech.speak(language)
    before = qInstallMessageHandler(_pass_over)
    try:
        camera = _Camera(
            application, dossier, Path(folder), f"{language}-{theme}-{size}", theme, (width, height)
        )
        return camera.take_all()
    finally:
        qInstallMessageHandler(before)
        speech.speak(spoken)


def _pass_over(_kind: object, _context: object, message: str) -> None:
    """Off screen there is no window system: what it would do for the window is no news."""
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(message + "\n")


def _read_size(size: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(size)
    if not found:
        raise UserError(_("'{size}' is not a size; write it as 1280x800.").format(size=size))
    return int(found[1]), int(found[2])


class _Camera:
    """A window on the dossier that keeps no settings, and the pictures taken of it."""

    def __init__(
        self,
        application: QApplication,
        dossier: "Dossier",
        folder: Path,
        suffix: str,
        theme: str,
        size: tuple[int, int],
    ) -> None:
        self._folder, self._suffix, self._dossier = folder, suffix, dossier
        self._taken: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)
        self._preferences = Preferences(Settings(), keeps=False)
        self._window = MainWindow(Appearance(application, theme), self._preferences)
        self._window.resize(*size)

    def take_all(self) -> list[Path]:
        window = self._window
        window.show()
        try:
            self._take("welcome", window)
            # whose machine it is must not be seen in the names of files that dialogs propose
            self._preferences.change(recent=("Documents/dossier.uprt",))
            window.show_dossier(self._dossier)
            self._take_pages()
            self._take_states_of_the_list()
            self._take_dialogs()
        finally:
            window.hide()
            window.background.stop()
            window.deleteLater()
            _settle()
        return self._taken

    def _take_pages(self) -> None:
        first = self._window.workspace.recommendations.model.rows()
        if first:
            self._window.workspace.recommendations.table.select_ids([first[0].id], first[0].id)
        for spec in PAGES:
            self._window.workspace.show_page(spec.key)
            self._take(spec.key, self._window)
        self._take_coverage()
        self._take_reports()
        self._window.workspace.show_page("recommendations")

    def _take_coverage(self) -> None:
        page = self._window.workspace.resolution
        self._window.workspace.show_page("resolution")
        page.views.setCurrentIndex(1)
        self._take("coverage", self._window)
        page.coverage.choice.setCurrentIndex(1)
        self._take("coverage-ministries", self._window)
        page.coverage.choice.setCurrentIndex(0)
        page.views.setCurrentIndex(0)

    def _take_reports(self) -> None:
        self._window.workspace.show_page("reports")
        page = cast("ReportsPage", self._window.workspace.page("reports"))
        for product in ("briefing-pdf", "annex-xlsx"):
            page.product.choose(product)
            self._wait_for_previews()
            self._take(f"reports-{product}", self._window)

    def _wait_for_previews(self) -> None:
        for _turn in range(4):
            _settle()

    def _take_states_of_the_list(self) -> None:
        workspace = self._window.workspace
        window, page = self._window, workspace.recommendations
        window.acts["details"].setChecked(True)
        workspace.list.places.show_details(True)
        self._take("details", window)
        page.search("defend")
        self._take("search", window)
        page.search("xyzzy")
        self._take("no-hits", window)
        page.set_filter(RowFilter())
        window.acts["compact"].trigger()
        self._take("compact", window)
        window.acts["compact"].trigger()

    def _take_dialogs(self) -> None:
        page = self._window.workspace.recommendations
        for row in page.model.rows()[:1]:
            page.table.select_ids([row.id], row.id)
        for key in _DIALOGS:
            self._take_dialog(key, self._window.acts[key].trigger)
        self._take_dialog("profile", self._window.profiles.ask)
        self._window.workspace.recommendations.table.selectAll()
        self._take_dialog("annotate", self._window.acts["annotate"].trigger)

    def _take_dialog(self, name: str, open_it: Callable[[], object]) -> None:
        open_it()
        _settle()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                self._take(f"dialog-{name}", dialog)
                dialog.reject()
        _settle()

    def _take(self, name: str, widget: QWidget) -> None:
        _settle()
        while self._window.background.busy:
            _settle()
            # what came last is laid out too
            _settle()
        path = self._folder / f"{name}-{self._suffix}.png"
        widget.grab().save(str(path))
        self._taken.append(path)


def _settle() -> None:
    """Let everything be laid out, read and drawn, and freed what is closed."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLED_MS, loop, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
