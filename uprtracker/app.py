"""The composition root of the window: settings, application, window, and the dossier that it opens first."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from uprtracker.bug_report import start_log
from uprtracker.paths import APP_NAME
from uprtracker.settings import Settings, load_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from uprtracker.ui.main_window import MainWindow

ANOTHER_LANGUAGE = 100
"""How the event loop ends when the window is to speak another language."""


@dataclass(frozen=True)
class _Place:
    """Where a window begins, or was left: its dossier, if any, and the page."""

    location: str | None
    page: str = "recommendations"


def run(location: str | None = None) -> int:
    """Open the window on a dossier, on the last one, or on the welcome page; returns the exit status.

    The window is shown before the dossier is read, so that it appears at once.
    """
    from PySide6.QtWidgets import QApplication

    log_file = start_log()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)

    from uprtracker.ui.clipboard import leave_text_only
    from uprtracker.ui.spoken_language import SpokenLanguage

    language = SpokenLanguage(application)
    settings = load_settings()
    place = _Place(location or _last_dossier(settings))
    try:
        while True:
            language.speak(settings.language)
            status, place = _show_window(application, settings, place, str(log_file))
            if status != ANOTHER_LANGUAGE:
                return status
            settings = load_settings()
    finally:
        leave_text_only()


def _show_window(
    application: "QApplication", settings: Settings, first: _Place, log_file: str
) -> tuple[int, _Place]:
    """One window from beginning to end, and where it was left; `ANOTHER_LANGUAGE` where it is to be made anew."""
    from uprtracker.ui.bug_catcher import BugCatcher
    from uprtracker.ui.main_window import MainWindow
    from uprtracker.ui.preferences import Preferences
    from uprtracker.ui.theme import Appearance

    window = MainWindow(Appearance(application, settings.theme), Preferences(settings))
    catcher = BugCatcher(window, log_file)
    window.language_chosen.connect(_begin_anew)
    window.first_page = first.page
    window.show()
    if first.location is not None:
        window.files.open(first.location)
    try:
        status = application.exec()
        return status, _place_of(window)
    finally:
        catcher.release()
        window.close()
        window.deleteLater()


def _place_of(window: "MainWindow") -> _Place:
    if window.session is None:
        return _Place(None)
    return _Place(window.session.dossier.store.location, window.workspace.shown_page())


def _begin_anew(_language: str) -> None:
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit(ANOTHER_LANGUAGE)


def _last_dossier(settings: Settings) -> str | None:
    """The dossier opened last, if it is still there."""
    last = next(iter(settings.recent), None)
    return last if last is not None and ("://" in last or Path(last).exists()) else None
