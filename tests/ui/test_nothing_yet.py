"""Dialogs on a dossier that has just been made say why they are empty and what to do."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import select
from uprtracker.services.dossier import create_dossier, open_dossier
from uprtracker.ui.dialogs.institutions_dialog import InstitutionsDialog
from uprtracker.ui.dialogs.same_dialog import SameDialog
from uprtracker.ui.dialogs.workbook_dialog import WorkbookDialog
from uprtracker.ui.main_window import MainWindow


@pytest.fixture
def new_window(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = str(tmp_path / "new.uprt")
    create_dossier(path, "Slovenia").close()
    empty_window.show_dossier(open_dossier(path, live=True))
    qtbot.wait(20)
    return empty_window


def test_the_list_of_institutions_says_how_one_comes_in(new_window: MainWindow, qtbot: QtBot) -> None:
    new_window.acts["institutions"].trigger()
    dialog = new_window.findChild(InstitutionsDialog)
    before = dialog.explanation.text()
    assert "add one" in before
    new_window.session.institutions.add("Ministry of Justice", "ministry")
    qtbot.waitUntil(lambda: dialog.explanation.text() != before)
    dialog.reject()


def test_workbooks_say_that_ministries_come_first(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = WorkbookDialog([], tmp_path)
    qtbot.addWidget(dialog)
    assert "ministry yet" in dialog.told.text()
    assert dialog.missing() == dialog.told.text()


def test_nothing_said_cannot_be_said_of_others(window: MainWindow) -> None:
    query = window.session.dossier.query
    silent = next(
        row.label
        for row in window.workspace.recommendations.model.rows()
        if row.status is None and not (query.details(row.id).measures or query.details(row.id).evidence)
    )
    select(window, silent)
    window.acts["same"].trigger()
    dialog = window.findChild(SameDialog)
    assert "first" in dialog.missing()
    dialog.reject()
