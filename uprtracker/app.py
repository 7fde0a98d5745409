"""The composition root of the window: settings, application, window, and the dossier that it opens first."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from uprtracker.bug_report import start_log
from uprtracker.paths import APP_NAME
from uprtracker.settings import Settings, load_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ANOTHER_LANGUAGE = 100
"""How the event loop ends when the window is to speak another language."""


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
    first = location or _last_dossier(settings)
    try:
        while True:
            language.speak(settings.language)
            status = _show_window(application, settings, first, str(log_file))
            if status != ANOTHER_LANGUAGE:
                return status
            settings = load_settings()
            first = _last_dossier(settings)
    finally:
        leave_text_only()


def _show_window(application: "QApplication", settings: Settings, first: str | None, log_file: str) -> int:
    """One window from beginning to end; `ANOTHER_LANGUAGE` where it was closed to be made anew."""
    from uprtracker.ui.bug_catcher import BugCatcher
    from uprtracker.ui.main_window import MainWindow
    from uprtracker.ui.preferences import Preferences
    from uprtracker.ui.theme import Appearance

    window = MainWindow(Appearance(application, settings.theme), Preferences(settings))
    catcher = BugCatcher(window, log_file)
    window.language_chosen.connect(_begin_anew)
    window.show()
    if first is not None:
        window.files.open(first)
    try:
        return application.exec()
    finally:
        catcher.release()
        window.close()
        window.deleteLater()


def _begin_anew(_language: str) -> None:
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit(ANOTHER_LANGUAGE)


def _last_dossier(settings: Settings) -> str | None:
    """The dossier opened last, if it is still there."""
    last = next(iter(settings.recent), None)
    return last if last is not None and ("://" in last or Path(last).exists()) else None
