"""Starting the program as a person does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.app import run
from uprtracker.settings import Settings, load_settings, save_settings
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.spoken_language import SpokenLanguage


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    """What a window spoke last is the process's language; the next test begins as a new process would."""
    yield
    SpokenLanguage(qapp).speak("en")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


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


def test_another_language_makes_the_window_anew_on_the_same_dossier(qtbot: QtBot, sample_path: Path) -> None:
    said: list[tuple[str, str, bool]] = []
    pages: list[str] = []
    timer = QTimer()

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if not (isinstance(window, MainWindow) and window.isVisible() and window.session):
                continue
            said.append((window.windowTitle(), window.acts["quit"].text(), window.isRightToLeft()))
            pages.append(window.workspace.shown_page())
            languages = {action.data(): action for action in window.acts.language_menu.actions()}
            if len(said) == 1:
                window.workspace.show_page("history")
                window.files.clear_recent()
                languages["ar"].trigger()
            elif len(said) == 2:
                languages["en"].trigger()
            else:
                window.close()

    timer.timeout.connect(look)
    timer.start(50)
    assert run(str(sample_path)) == 0
    timer.stop()
    assert [right for _title, _quit, right in said] == [False, True, False]
    assert said[0] == said[2] != said[1]
    assert pages == ["recommendations", "history", "history"]
    assert load_settings().language == "en"


def test_another_language_opens_no_dossier_that_was_closed(qtbot: QtBot, sample_path: Path) -> None:
    said: list[tuple[str, bool]] = []
    timer = QTimer()

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if not (isinstance(window, MainWindow) and window.isVisible() and window.pages.isEnabled()):
                continue
            said.append((window.head.state_name.text(), window.isRightToLeft()))
            if window.isRightToLeft():
                window.close()
            elif window.session:
                window.close_dossier()
                next(a for a in window.acts.language_menu.actions() if a.data() == "ar").trigger()

    timer.timeout.connect(look)
    timer.start(50)
    assert run(str(sample_path)) == 0
    timer.stop()
    assert said[-1] == ("UPR Tracker", True)
