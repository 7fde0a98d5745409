"""Every registered page: its tab, its action, its name, and that it is made and read only when it is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import row_of
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.page_registry import PAGES, PageSpec
from uprtracker.ui.panels.page_switch import _that_fit
from uprtracker.vocabulary.profile import Actor, Profile


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_a_page_is_found_by_its_name_and_shown_by_its_action(window: MainWindow, spec: PageSpec) -> None:
    assert len(window.findChildren(QWidget, spec.object_name)) == 1
    window.acts[f"page_{spec.key}"].trigger()
    (page,) = window.findChildren(QWidget, spec.object_name)
    assert page.isVisible()
    assert page is window.workspace.page(spec.key)
    assert page.accessibleName() == spec.title
    tabs = window.head.pages.tabs
    assert tabs.tabText(tabs.currentIndex()) == spec.title


def test_shortcuts_of_pages_differ() -> None:
    keys = [QKeySequence(spec.shortcut).toString() for spec in PAGES]
    assert all(keys)
    assert len(set(keys)) == len(PAGES)


def test_a_page_that_is_not_seen_is_not_made(window: MainWindow) -> None:
    made = [key for key, place in window.workspace._places.items() if place._wiring is not None]
    assert made == ["recommendations"]


def test_a_hidden_page_is_read_when_it_is_shown_again(window: MainWindow) -> None:
    workspace = window.workspace
    workspace.show_page("overview")
    before = workspace.overview.ministries.accessibleDescription()
    workspace.show_page("recommendations")
    window.session.editing.assign_lead(row_of(window, "115.8").id, "Ministry of Tides")
    place = workspace._places["overview"]
    assert place._stale
    assert workspace.overview.ministries.accessibleDescription() == before
    workspace.show_page("overview")
    assert not place._stale


@pytest.mark.parametrize("width", [800, 1024, 1280, 1440, 1920])
def test_every_page_is_a_tab_or_in_the_menu(window: MainWindow, width: int, qtbot: QtBot) -> None:
    window.resize(width, 600)
    for spec in PAGES:
        window.workspace.show_page(spec.key)
        qtbot.wait(1)
        switch = window.head.pages
        tabs = [switch.tabs.tabText(p) for p in range(switch.tabs.count()) if switch.tabs.isTabVisible(p)]
        offered = [action.data() for action in switch.more.menu().actions()]
        assert spec.title in tabs
        assert len(tabs) + len(offered) == len(PAGES)
        assert switch.more.isVisible() == bool(offered)
        assert switch.tabs.geometry().right() <= switch.rect().right()


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_nothing_is_cut_in_the_smallest_window(window: MainWindow, spec: PageSpec, qtbot: QtBot) -> None:
    window.head.state_name.setText("United Kingdom of Great Britain and Northern Ireland")
    window.status.show_file("/a/" + "long-name-" * 12 + ".uprt")
    window.profiles.chosen.emit(
        Actor(Profile.MINISTRY, "Focal point", "Ministry of Foreign Affairs and Trade")
    )
    window.resize(800, 600)
    window.workspace.show_page(spec.key)
    qtbot.waitUntil(lambda: window.centralWidget().minimumSizeHint().width() <= 800)
    assert window.centralWidget().minimumSizeHint().height() <= 600
    assert (window.width(), window.height()) == (800, 600)
    foot = window.status.mapTo(window, window.status.rect().bottomRight())
    assert (foot.x(), foot.y()) == (799, 599)


def test_the_menu_of_further_pages_shows_them(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(800, 600)
    qtbot.wait(1)
    switch = window.head.pages
    assert switch.more.focusPolicy() & Qt.FocusPolicy.TabFocus
    action = switch.more.menu().actions()[-1]
    action.trigger()
    assert window.workspace.page(action.data()).isVisible()


@pytest.mark.parametrize(
    ("current", "room", "shown"),
    [(0, 100, {0, 1, 2}), (3, 100, {0, 1, 3}), (3, 30, {3}), (1, 60, {0, 1}), (2, 0, {2})],
)
def test_the_page_that_is_shown_keeps_its_tab(current: int, room: int, shown: set[int]) -> None:
    assert _that_fit([30, 30, 30, 40], current, room) == shown
