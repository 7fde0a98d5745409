"""The page that compares two cycles: kinds, pairs side by side, decisions that are kept and taken back, by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.importers.uhri_fixtures import entry, write_table
from tests.services.test_comparing import BEFORE, EARLIER
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.compare_page import ComparePage
from uprtracker.vocabulary.cycle_comparison import Outcome
from uprtracker.vocabulary.profile import Actor, Profile

Key = Qt.Key


@pytest.fixture
def two_cycles(dossier: Dossier, dossier_path: Path, tmp_path: Path) -> Dossier:
    """Iceland's cycle 3 with a cycle 2 before it, as the window opens it."""
    entries = [entry(id_, text, UPR_Reccomending_States=None, **EARLIER) for id_, text in BEFORE]
    dossier.importing.apply(dossier.importing.plan(write_table(tmp_path / "before.xlsx", entries)))
    return open_dossier(str(dossier_path), live=True)


@pytest.fixture
def page(empty_window: MainWindow, two_cycles: Dossier, qtbot: QtBot) -> ComparePage:
    empty_window.show_dossier(two_cycles)
    empty_window.workspace.show_page("compare")
    qtbot.wait(1)
    made = empty_window.workspace.page("compare")
    assert isinstance(made, ComparePage)
    return made


def shown(page: ComparePage) -> list[tuple[str, str]]:
    return [
        (pair.earlier.label if pair.earlier else "", pair.later.label if pair.later else "")
        for pair in page.model.items()
    ]


def press(page: ComparePage, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(page.table, key)


def test_every_recommendation_of_both_cycles_is_in_the_list(page: ComparePage) -> None:
    assert shown(page) == [("50.2", "71.1"), ("50.1", "71.2"), ("", "71.3"), ("50.3", "")]
    figures = {b.figure.words: b.figure.number for b in page.figures.buttons()}
    assert figures["all"] == 4
    assert figures["strengthened"] == figures["position changed"] == figures["new"] == 1
    assert (figures["dropped"], figures["to confirm"]) == (1, 2)
    assert (page.earlier.currentText(), page.later.currentText()) == ("Cycle 2", "Cycle 3")


def test_a_kind_narrows_the_list_and_again_shows_all(page: ComparePage) -> None:
    page.figures.chosen.emit(Outcome.DROPPED.value)
    assert shown(page) == [("50.3", "")]
    assert not page.confirm.isEnabled()
    assert page.confirm.toolTip() != ""
    page.figures.chosen.emit(Outcome.DROPPED.value)
    assert len(shown(page)) == 4


def test_the_pair_stands_side_by_side_with_its_differences(page: ComparePage) -> None:
    page.table.selectRow(1)
    assert (page.pair.left.number.text(), page.pair.right.number.text()) == ("50.1", "71.2")
    assert page.pair.left.text.marked() != [] or page.pair.right.text.marked() != []
    assert "Chile" in page.pair.left.about.text()
    assert page.pair.left.about.text().startswith("Cycle 2")
    page.table.selectRow(2)
    assert page.pair.left.about.text() == "Nothing alike in cycle 2."


def test_pairs_are_confirmed_and_told_apart_by_keyboard_and_undone(
    page: ComparePage, empty_window: MainWindow, qtbot: QtBot
) -> None:
    page.table.setFocus()
    page.table.selectRow(0)
    press(page, qtbot, Key.Key_Return)
    assert page.model.items()[0].confirmed
    assert page.table.currentIndex().row() == 1
    press(page, qtbot, Key.Key_X)
    assert shown(page) == [("50.2", "71.1"), ("", "71.2"), ("", "71.3"), ("50.1", ""), ("50.3", "")]
    empty_window.acts["undo"].trigger()
    assert shown(page)[:2] == [("50.2", "71.1"), ("50.1", "71.2")]
    page.table.selectRow(0)
    press(page, qtbot, Key.Key_X)
    assert shown(page)[0] == ("50.1", "71.2")
    empty_window.acts["undo"].trigger()
    empty_window.acts["undo"].trigger()
    assert not page.model.items()[0].confirmed
    empty_window.acts["redo"].trigger()
    assert page.model.items()[0].confirmed


def test_who_may_not_plan_sees_why(page: ComparePage, empty_window: MainWindow) -> None:
    empty_window.profiles.chosen.emit(Actor(Profile.NHRI, "NHRI", ""))
    page.table.selectRow(1)
    assert not page.confirm.isEnabled()
    assert page.confirm.toolTip() != ""


def test_one_of_the_two_is_opened_in_the_list(page: ComparePage, empty_window: MainWindow) -> None:
    page.table.selectRow(1)
    page.pair.left.open.click()
    assert empty_window.workspace.recommendations.isVisible()
    assert [r.label for r in empty_window.workspace.recommendations.table.selected_rows()] == ["50.1"]


def test_one_cycle_alone_offers_to_import_another(
    empty_window: MainWindow, dossier: Dossier, dossier_path: Path, qtbot: QtBot
) -> None:
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    empty_window.workspace.show_page("compare")
    page = empty_window.workspace.page("compare")
    assert isinstance(page, ComparePage)
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.import_requested):
        empty_window.workspace.import_requested.disconnect()
        page.empty._button.click()


def test_tab_goes_through_the_choices_above_the_list(
    empty_window: MainWindow, page: ComparePage, qtbot: QtBot
) -> None:
    empty_window.activateWindow()
    page.setFocus()
    assert page.table.hasFocus()
    empty_window.head.profile.setFocus()
    for stop in (page.earlier, page.later):
        qtbot.keyClick(empty_window.focusWidget(), Key.Key_Tab)
        assert stop.hasFocus()
