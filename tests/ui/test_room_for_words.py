"""Words are not cut in the languages that need more room than English, and read in the direction of their script."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.importers.uhri_fixtures import entry, write_table
from tests.ui.conftest import select
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.dialogs.import_pane import ImportPane
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.page_registry import PAGES
from uprtracker.ui.plain_label import in_own_direction
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.spoken_language import SpokenLanguage
from uprtracker.ui.theme import SMALL, Appearance, current_theme

MakeWindow = Callable[[str, int, int], MainWindow]


@pytest.fixture
def window_in(
    qapp: QApplication, qtbot: QtBot, appearance: Appearance, live_sample: Dossier, tmp_path: Path
) -> Iterator[MakeWindow]:
    """Makes a window on the sample in a language and a size."""
    speech, made = SpokenLanguage(qapp), []

    def make(language: str, width: int, height: int) -> MainWindow:
        speech.speak(language)
        window = MainWindow(appearance, Preferences(Settings(), keeps=False, folder=tmp_path))
        made.append(window)
        window.resize(width, height)
        window.show()
        window.show_dossier(live_sample)
        window.workspace.show_page("recommendations")
        qtbot.wait(60)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    speech.speak("en")
    qtbot.wait(1)


def _ask(window: MainWindow, action: str, qtbot: QtBot) -> QDialog:
    window.acts[action].trigger()
    qtbot.wait(30)
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def test_the_words_of_buttons_and_boxes_fit(window_in: MakeWindow, qtbot: QtBot) -> None:
    window = window_in("fr", 1024, 768)
    select(window, "115.1")
    for action in ("lead", "same"):
        dialog = _ask(window, action, qtbot)
        for control in (*dialog.findChildren(QPushButton), *dialog.findChildren(QCheckBox)):
            default = isinstance(control, QPushButton) and control.isDefault()
            metrics = QFontMetrics(
                current_theme().font(weight=QFont.Weight.Medium if default else QFont.Weight.Normal)
            )
            assert control.width() >= metrics.horizontalAdvance(control.text()) + 20
            assert dialog.rect().contains(control.mapTo(dialog, control.rect().topRight()))
            assert control.parentWidget().rect().contains(control.geometry())
        dialog.reject()


def test_what_is_searched_for_can_be_read_beside_the_number_of_hits(window_in: MakeWindow) -> None:
    window = window_in("fr", 1024, 768)
    field = window.head.search
    field.show_hits("23 sur 62")
    margins = field.textMargins()
    room = field.width() - margins.left() - margins.right()
    assert room > field.fontMetrics().horizontalAdvance("defenders")


def test_short_facts_of_the_foot_are_whole_where_the_caveat_is_shortened(
    window_in: MakeWindow, qtbot: QtBot
) -> None:
    window = window_in("ru", 800, 600)
    window.workspace.recommendations.search("defend")
    qtbot.wait(60)
    status = window.status
    for label in (status.access, status.profile):
        assert label.width() >= label.sizeHint().width()
    assert status.mapping.width() < status.mapping.sizeHint().width()


def test_headings_of_the_coverage_show_all_their_lines(window_in: MakeWindow) -> None:
    window = window_in("fr", 1024, 768)
    window.workspace.show_page("resolution")
    window.workspace.resolution.views.setCurrentIndex(1)
    coverage = window.workspace.resolution.coverage
    coverage.choice.setCurrentIndex(1)
    line = QFontMetrics(current_theme().font(SMALL, QFont.Weight.DemiBold)).height()
    assert coverage.table.horizontalHeader().height() >= 4 * line


def test_a_heading_longer_than_its_column_widens_it(qtbot: QtBot) -> None:
    columns = (ItemColumn("Institution", str), ItemColumn("Échéance proche", str, 60))
    table = ItemTable(ItemTableModel(columns, hash), "Figures")
    qtbot.addWidget(table)
    table.resize(700, 200)
    metrics = QFontMetrics(current_theme().font(SMALL, QFont.Weight.DemiBold))
    assert table.columnWidth(1) > metrics.horizontalAdvance("Échéance proche")


def test_the_words_for_a_position_are_not_broken(window_in: MakeWindow) -> None:
    window = window_in("ru", 1024, 768)
    table = window.workspace.recommendations.table
    number = next(
        n
        for n in range(table.model().columnCount())
        if table.model().headerData(n, Qt.Orientation.Horizontal) == "Позиция"
    )
    assert table.columnWidth(number) > QFontMetrics(current_theme().font()).horizontalAdvance("Поддержана")


def test_the_links_page_names_states_in_the_language_of_the_screen(
    window_in: MakeWindow, qtbot: QtBot
) -> None:
    window = window_in("ar", 1280, 800)
    window.workspace.show_page("links")
    qtbot.waitUntil(lambda: not window.background.busy)
    about = window.workspace.page("links").middle.about.text()
    assert "توغو" in about
    assert "Togo" not in about


def test_words_of_ours_read_in_the_direction_of_their_language() -> None:
    assert in_own_direction("Arvania · نموذج مختلق", "ar")[0] == "\u200f"
    assert in_own_direction("نموذج · Arvania", "en")[0] == "\u200e"
    assert in_own_direction("", "ar") == ""


def test_every_tab_that_is_shown_is_whole(window_in: MakeWindow, qtbot: QtBot) -> None:
    window = window_in("zh", 800, 600)
    tabs = window.head.pages.tabs
    for spec in PAGES:
        window.workspace.show_page(spec.key)
        qtbot.wait(10)
        rects = [tabs.tabRect(n) for n in range(tabs.count()) if tabs.isTabVisible(n)]
        assert tabs.isTabVisible(tabs.currentIndex())
        assert all(rect.left() >= 0 and rect.right() <= tabs.width() for rect in rects)


def test_an_import_shows_its_first_record_where_the_window_reads_to_the_left(
    window_in: MakeWindow, dossier: Dossier, dossier_path: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    dossier.close()
    window = window_in("ar", 1280, 800)
    window.show_dossier(open_dossier(str(dossier_path), live=True))
    path = write_table(tmp_path / "a.xlsx", [entry("1", "Ratify the treaty"), entry("2", "Open an office")])
    window.imports.take_files([path])
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ImportDialog)))
    dialog = window.findChild(ImportDialog)
    pane = dialog.findChild(ImportPane)
    assert [index.row() for index in pane.table.selectionModel().selectedRows()] == [0]
    dialog.reject()


def test_a_table_can_be_previewed_in_the_invented_sample(
    window_in: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_in("en", 1280, 800)
    window.imports.take_files([write_table(tmp_path / "a.xlsx", [entry("1", "Ratify the treaty")])])
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ImportDialog)))
    window.findChild(ImportDialog).reject()
