"""Where the window stood when it was closed."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from uprtracker.ui.preferences import Preferences

_FIRST_SIZE = (1440, 900)


def restore_window(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it stood; Qt brings it back where its screen is gone. At first it takes what there is room for."""
    geometry = preferences.window_value("geometry", window)
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        room = window.screen().availableGeometry()
        window.resize(min(_FIRST_SIZE[0], room.width()), min(_FIRST_SIZE[1], room.height()))


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    preferences.keep_window_value("geometry", window, window.saveGeometry())
