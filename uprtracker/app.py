"""The composition root of the window: settings, application, window, and the dossier that it opens first."""

import sys
from pathlib import Path

from uprtracker.bug_report import start_log
from uprtracker.i18n import set_language
from uprtracker.paths import APP_NAME
from uprtracker.settings import Settings, load_settings


def run(location: str | None = None) -> int:
    """Open the window on a dossier, on the last one, or on the welcome page; returns the exit status.

    The window is shown before the dossier is read, so that it appears at once.
    """
    from PySide6.QtWidgets import QApplication

    settings = load_settings()
    set_language(settings.language)
    log_file = start_log()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName(APP_NAME)

    from uprtracker.ui.bug_catcher import BugCatcher
    from uprtracker.ui.clipboard import leave_text_only
    from uprtracker.ui.main_window import MainWindow
    from uprtracker.ui.preferences import Preferences
    from uprtracker.ui.theme import Appearance

    window = MainWindow(Appearance(application, settings.theme), Preferences(settings))
    catcher = BugCatcher(window, str(log_file))
    window.show()
    first = location or _last_dossier(settings)
    if first is not None:
        window.files.open(first)
    try:
        return application.exec()
    finally:
        leave_text_only()
        catcher.release()


def _last_dossier(settings: Settings) -> str | None:
    """The dossier opened last, if it is still there."""
    last = next(iter(settings.recent), None)
    return last if last is not None and ("://" in last or Path(last).exists()) else None
