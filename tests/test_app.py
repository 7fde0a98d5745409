"""Starting the program as a person does."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.app import run
from uprtracker.settings import Settings, load_settings, save_settings
from uprtracker.ui.main_window import MainWindow


@pytest.fixture
def seen(qtbot: QtBot) -> list[str]:
    """What the window's head says while the program runs; the window is closed once it says something lasting."""
    said: list[str] = []
    timer = QTimer()

    def look() -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        for window in windows:
            if window.pages.isEnabled():
                said.append(window.head.state_name.text())
                if len(said) > 5:
                    window.close()

    timer.timeout.connect(look)
    timer.start(50)
    yield said
    timer.stop()


def test_it_opens_the_dossier_it_is_given_and_remembers_it(seen: list[str], sample_path: Path) -> None:
    assert run(str(sample_path)) == 0
    assert seen[-1] == "Arvania"
    assert load_settings().recent == (str(sample_path),)


def test_it_opens_the_last_dossier(seen: list[str], sample_path: Path) -> None:
    save_settings(Settings(recent=(str(sample_path),)))
    run()
    assert seen[-1] == "Arvania"


def test_it_starts_with_the_welcome_page_where_the_last_dossier_is_gone(
    seen: list[str], tmp_path: Path
) -> None:
    save_settings(Settings(recent=(str(tmp_path / "gone.uprt"),)))
    run()
    assert set(seen) == {"UPR Tracker"}
