"""The window as tests use it: off screen, light, keeping nothing, on a copy of the sample dossier."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.clipboard import leave_text_only
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.read_model import Recommendation

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _clean_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    leave_text_only()


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, "light")


@pytest.fixture
def live_sample(sample_path: Path) -> Dossier:
    """The sample as the window opens it; whoever takes it closes it."""
    dossier = open_dossier(str(sample_path), live=True)
    dossier.store.clock = lambda: NOW
    return dossier


@pytest.fixture
def empty_window(qtbot: QtBot, appearance: Appearance, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a dossier."""
    window = MainWindow(appearance, Preferences(Settings(), keeps=False, folder=tmp_path))
    window.resize(1440, 900)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def window(empty_window: MainWindow, live_sample: Dossier, qtbot: QtBot) -> MainWindow:
    """A window on the list of recommendations of the sample."""
    empty_window.show_dossier(live_sample)
    empty_window.workspace.show_page("recommendations")
    qtbot.wait(60)
    return empty_window


def row_of(window: MainWindow, label: str) -> Recommendation:
    """The row of a number, as the window shows it."""
    return next(row for row in window.workspace.recommendations.model.rows() if row.label == label)


def select(window: MainWindow, *labels: str) -> list[int]:
    """Select the rows of these numbers, stand on the last one, and give their ids."""
    ids = [row_of(window, label).id for label in labels]
    window.workspace.recommendations.table.select_ids(ids, ids[-1])
    return ids
