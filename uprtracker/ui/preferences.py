"""The person's settings while the program runs: one place to read and to change them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings

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

    def window_value(self, key: str) -> Any:
        """A value of the window's geometry, `None` if it was never kept."""
        return self._window.value(key) if self._keeps else None

    def keep_window_value(self, key: str, value: Any) -> None:
        if self._keeps:
            self._window.setValue(key, value)
