"""The window as a whole: opening, finding, keys, messages, leaving."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import row_of, select
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.settings import Settings
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.preferences import Preferences
from uprtracker.ui.theme import Appearance, current_theme
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.row_filter import RowFilter


def test_without_a_dossier_it_says_how_to_begin(empty_window: MainWindow) -> None:
    assert empty_window.pages.currentWidget() is empty_window.welcome
    assert not empty_window.head.search.isVisible()
    assert not empty_window.acts["import"].isEnabled()
    assert empty_window.acts["open"].isEnabled()


def test_it_says_whose_dossier_it_shows(window: MainWindow) -> None:
    assert window.windowTitle() == "Arvania - UPR Tracker"
    assert window.head.state_name.text() == "Arvania"
    assert window.head.facts.text() == "invented sample · 2 cycles"
    assert window.status.file.text() == "arvania.uprt"
    assert window.status.rows.text() == "62 of 62 recommendations"
    assert window.status.mapping.text().startswith(
        "Indicative mapping · draft text of the seventieth session"
    )
    assert window.status.access.text() == "Read and write"


def test_searching_narrows_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    window.acts["find"].trigger()
    assert window.head.search.hasFocus()
    qtbot.keyClicks(window.head.search, "defam")
    page = window.workspace.recommendations
    qtbot.waitUntil(lambda: 0 < page.model.rowCount() < 20)
    assert any("defam" in row.text.lower() for row in page.model.rows())
    numbers = len({row.counted_as for row in page.model.rows() if row.kind == "recommendation"})
    assert window.head.search._hits == f"{numbers} of 62"
    qtbot.keyClick(window.head.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 63


def test_a_search_without_hits_offers_the_way_back(window: MainWindow) -> None:
    page = window.workspace.recommendations
    page.search("xyzzy")
    assert page.model.rowCount() == 0
    assert page._empty.isVisible()
    page._empty._button.click()
    assert page.model.rowCount() == 63
    assert window.head.search.text() == ""


def test_an_empty_dossier_says_on_every_page_what_to_do(
    empty_window: MainWindow, dossier_path: Path, qtbot: QtBot
) -> None:
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    workspace = empty_window.workspace
    workspace.show_page("overview")
    qtbot.waitUntil(workspace.overview.empty.isVisible)
    workspace.show_page("links")
    assert workspace.links._why_nothing_waits().endswith("Import the thematic list of the review first.")


def test_the_filter_is_told_in_the_foot(window: MainWindow) -> None:
    window.workspace.show_filtered(RowFilter(cycles=(4,), view="disputed"))
    assert window.status.filters.text() == "Filter: Disputed by the NHRI, Cycle 4"


def test_a_file_that_cannot_be_opened_gets_a_sentence(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = tmp_path / "wrong.uprt"
    wrong.write_text("no dossier")
    empty_window.files.open(str(wrong))
    qtbot.waitUntil(lambda: empty_window.messages.isVisible())
    assert "wrong.uprt" in empty_window.messages.words()
    assert empty_window.pages.isEnabled()


def test_a_dossier_is_opened_in_the_background(
    empty_window: MainWindow, sample_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(empty_window.dossier_shown, timeout=10_000):
        empty_window.files.open(str(sample_path))
    assert empty_window.head.state_name.text() == "Arvania"
    assert empty_window._preferences.settings.recent == (str(sample_path),)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_write_protected_file_is_shown_and_says_why(empty_window: MainWindow, sample_path: Path) -> None:
    sample_path.chmod(stat.S_IREAD)
    empty_window.show_dossier(open_dossier(str(sample_path), live=True))
    assert empty_window.status.access.text().startswith("Read only: ")


def test_read_only_is_unmistakable(empty_window: MainWindow, sample_path: Path) -> None:
    dossier = open_dossier(str(sample_path))
    dossier.store.read_only = "the file or its folder is write-protected"
    empty_window.show_dossier(dossier)
    select(empty_window, "115.8")
    assert empty_window.status.access.text() == "Read only: the file or its folder is write-protected"
    assert not empty_window.workspace.recommendations.model.editable
    assert not empty_window.acts["lead"].isEnabled()
    assert empty_window.acts["export"].isEnabled()


def test_actions_wait_for_a_selection(window: MainWindow) -> None:
    window.workspace.recommendations.table.clearSelection()
    assert not window.acts["due"].isEnabled()
    select(window, "115.8")
    assert window.acts["due"].isEnabled()


def test_the_profile_is_chosen_in_the_head(window: MainWindow, live_sample: Dossier) -> None:
    window.profiles.chosen.emit(Actor(Profile.MINISTRY, "Focal point", "Ministry of Justice"))
    assert live_sample.store.actor.institution == "Ministry of Justice"
    assert window.head.profile.text() == "Ministry of Justice"
    assert window._preferences.settings.profile == "ministry"
    mine = RowFilter(view="open", institution="Ministry of Justice")
    expected = sum(mine.accepts(row) for row in window.workspace.recommendations.model.rows())
    window.workspace.recommendations.navigation.views.setCurrentItem(
        window.workspace.recommendations.navigation.views.topLevelItem(1)
    )
    assert window.workspace.recommendations.model.rowCount() == expected > 0


def test_closing_gives_the_file_back_whole(window: MainWindow, sample_path: Path) -> None:
    window.session.editing.assign_lead(row_of(window, "115.8").id, "Ministry of Health")
    window.acts["close"].trigger()
    assert window.pages.currentWidget() is window.welcome
    assert sorted(p.name for p in sample_path.parent.glob("arvania*")) == ["arvania.uprt"]
    with open_dossier(str(sample_path)) as again:
        assert any(row.lead == "Ministry of Health" for row in again.query.rows())


def test_details_fold_where_there_is_no_room_for_both(window: MainWindow) -> None:
    page = window.workspace.recommendations
    window.resize(1280, 800)
    assert (page.navigation.isVisible(), page.details.isVisible()) == (True, False)
    window.acts["details"].trigger()
    assert (page.navigation.isVisible(), page.details.isVisible()) == (False, True)
    window.acts["details"].trigger()
    assert (page.navigation.isVisible(), page.details.isVisible()) == (True, False)
    window.resize(1440, 900)
    assert (page.navigation.isVisible(), page.details.isVisible()) == (True, True)


def test_several_rows_show_how_many_they_are(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "115.8", "115.9")
    details = window.workspace.recommendations.details
    qtbot.waitUntil(lambda: details._empty_title.text() == "2 selected")


@pytest.mark.parametrize("key", ["shortcuts", "about", "snapshot", "lead", "due"])
def test_dialogs_are_freed_when_they_close(window: MainWindow, key: str, qtbot: QtBot) -> None:
    select(window, "115.8")
    window.acts[key].trigger()
    (dialog,) = window.findChildren(QDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QDialog))


def test_a_snapshot_is_taken_in_the_background_and_can_be_taken_back(
    window: MainWindow, live_sample: Dossier, qtbot: QtBot
) -> None:
    window.acts["snapshot"].trigger()
    (dialog,) = window.findChildren(QDialog)
    dialog.name.setText("Mid-term")
    dialog.accept()
    qtbot.waitUntil(lambda: window.acts["undo"].isEnabled(), timeout=10_000)
    assert window.messages.words() == "Take snapshot Mid-term"
    window.messages._offer.click()
    qtbot.waitUntil(lambda: not window.acts["undo"].isEnabled())


def test_a_message_can_be_copied_and_closed(window: MainWindow, qtbot: QtBot) -> None:
    window.messages.show_refusal("115.8 is not assigned to you; ask the secretariat.")
    window.messages._copy.click()
    assert QGuiApplication.clipboard().text() == window.messages.words()
    window.messages._close.click()
    assert window.messages.isHidden()


def test_the_theme_is_chosen_and_kept(window: MainWindow) -> None:
    window.acts["theme_dark"].trigger()
    assert current_theme().dark
    assert window._preferences.settings.theme == "dark"
    window.acts["theme_light"].trigger()
    assert not current_theme().dark


def test_rows_and_columns_are_as_the_person_left_them(
    appearance: Appearance, sample_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    preferences = Preferences(Settings(), folder=tmp_path / "config")
    window = MainWindow(appearance, preferences)
    window.show()
    window.show_dossier(open_dossier(str(sample_path), live=True))
    window.acts["compact"].trigger()
    window.workspace.recommendations.table.show_columns(["due", "text"])
    window.workspace.recommendations.table.setColumnWidth(7, 177)
    window.close()
    again = MainWindow(appearance, Preferences(preferences.settings, folder=tmp_path / "config"))
    again.show_dossier(open_dossier(str(sample_path), live=True))
    assert again.workspace.recommendations.table.shown_columns() == ("number", "due", "text")
    assert again.workspace.recommendations.table.columnWidth(7) == 177
    assert again.acts["compact"].isChecked()
    for shown in (window, again):
        shown.close()
        shown.deleteLater()
    qtbot.wait(1)
