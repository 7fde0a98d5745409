"""Matches to confirm: the waiting one beside what it may be; each decision is a step that undo takes back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.test_matching import TEXTS, upr_info
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.ui.dialogs.matching_dialog import MatchingDialog
from uprtracker.ui.main_window import MainWindow


@pytest.fixture
def dialog(
    empty_window: MainWindow, dossier: Dossier, dossier_path: Path, tmp_path: Path, qtbot: QtBot
) -> MatchingDialog:
    """One row of UPR Info that resembles 71.2, and one that resembles nothing."""
    rows = [[*upr_info.WITH, text, "Chile", "", "", "Accepted", 4.0, "General", 40.0] for text in TEXTS]
    dossier.importing.apply(dossier.importing.plan(upr_info.write_old(tmp_path / "a.csv", rows)))
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    empty_window.acts["matches"].trigger()
    (made,) = empty_window.findChildren(MatchingDialog)
    qtbot.wait(1)
    return made


def waiting(dialog: MatchingDialog) -> list[str]:
    return [proposal.waiting.text for proposal in dialog.model.items()]


def test_the_likeliest_comes_first_beside_its_candidate(dialog: MatchingDialog) -> None:
    assert waiting(dialog) == list(TEXTS)
    assert dialog.pair.right.number.text() == "71.2"
    assert dialog.pair.left.text.marked() == ["all"]
    assert "States agree" in dialog.likeness.text()
    dialog.table.selectRow(1)
    assert not dialog.same.isEnabled()
    assert dialog.own.isEnabled()


def test_enter_confirms_and_goes_on(dialog: MatchingDialog, empty_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert waiting(dialog) == ["Plant trees"]
    row = next(r for r in empty_window.session.dossier.query.rows() if r.label == "71.2")
    assert row.action_category == 4
    empty_window.session.editing.stack.undo()
    assert waiting(dialog) == list(TEXTS)


def test_another_is_told_apart_and_one_of_its_own_counts(
    dialog: MatchingDialog, empty_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_X)
    assert dialog.model.items()[0].candidates == ()
    dialog.table.choose(next(p.waiting.id for p in dialog.model.items() if p.waiting.text == "Plant trees"))
    qtbot.keyClick(dialog, Qt.Key.Key_N)
    assert waiting(dialog) == ["Let all marches pass freely"]
    assert len(empty_window.session.rows.rows()) == 4


def test_nothing_waits_any_more(dialog: MatchingDialog, qtbot: QtBot) -> None:
    for _time in TEXTS:
        qtbot.keyClick(dialog, Qt.Key.Key_N)
    assert "Nothing waits" in dialog._told.text()
    assert not dialog.table.isVisible()


def test_nothing_waiting_takes_little_room(window: MainWindow) -> None:
    made = MatchingDialog(window.session, window)
    assert made.height() < window.height() / 2
    made.reject()
