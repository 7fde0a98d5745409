"""The person's settings while the program runs: one place to read and to change them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from uprtracker.paths import config_dir
from uprtracker.settings import Settings, save_settings


class Preferences(QObject):
    """Settings and window geometry; with `keeps` false nothing is written, for pictures and tests."""

    def __init__(self, settings: Settings, *, keeps: bool = True, folder: Path | None = None) -> None:
        super().__init__()
        self.settings = settings
        self._keeps = keeps
        self._folder = folder or config_dir()
        self._window = QSettings(str(self._folder / "window.ini"), QSettings.Format.IniFormat)

    def change(self, **fields: Any) -> None:
        """Change some settings and write them."""
        self.take(replace(self.settings, **fields))

    def take(self, settings: Settings) -> None:
        self.settings = settings
        if self._keeps:
            save_settings(settings, self._folder / "settings.json")

    def window_value(self, key: str, widget: QWidget) -> Any:
        """A value of the window's geometry, `None` if it was never kept.

        Each direction of reading has its own: a mirrored window is broken by what another direction left.
        """
        return self._window.value(_directed(key, widget)) if self._keeps else None

    def keep_window_value(self, key: str, widget: QWidget, value: Any) -> None:
        if self._keeps:
            self._window.setValue(_directed(key, widget), value)


def _directed(key: str, widget: QWidget) -> str:
    return f"{'rtl' if widget.isRightToLeft() else 'ltr'}/{key}"
