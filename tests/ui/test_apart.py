"""What is apart from the UPR's own recommendations: offered in the rail, shown on request, counted nowhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.importers.test_upr_info import ROWS, write_old
from tests.importers.uhri_fixtures import entry, write_table
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.ui.item_models.recommendation_column import COLUMN_NUMBERS
from uprtracker.ui.main_window import MainWindow
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.scope import Scope
from uprtracker.vocabulary.status import Status

OF_CEDAW = {
    "Reccomending_Body": "- CEDAW",
    "Document_Symbol": "CEDAW/C/ISL/CO/9",
    "UPR_Reccomending_States": None,
    "UPR_Position": None,
    "UPR_Session": None,
}


@pytest.fixture
def both(
    empty_window: MainWindow, dossier: Dossier, dossier_path: Path, tmp_path: Path, qtbot: QtBot
) -> MainWindow:
    """Two recommendations of a treaty body, and what Fiji was told."""
    entries = [entry(f"b428806{n}", f"{n}. Protect those who defend women.", **OF_CEDAW) for n in (4, 5)]
    for file in (write_table(tmp_path / "uhri.xlsx", entries), write_old(tmp_path / "a.csv", ROWS[-1:])):
        dossier.importing.apply(dossier.importing.plan(file))
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    qtbot.wait(1)
    return empty_window


def labels(window: MainWindow) -> list[str]:
    return [row.label for row in window.workspace.recommendations.model.rows()]


def test_the_rail_offers_what_there_is(both: MainWindow) -> None:
    rail = both.workspace.recommendations.navigation.apart
    assert [rail.topLevelItem(n).text(0) for n in range(rail.topLevelItemCount())] == [
        "Treaty bodies and special procedures",
        "What other States were told",
    ]
    assert both.session.rows.apart[Scope.MECHANISMS] == 2
    assert both.status.rows.text() == "3 of 3 recommendations"


def test_a_dossier_with_nothing_apart_has_no_such_heading(window: MainWindow) -> None:
    navigation = window.workspace.recommendations.navigation
    assert not navigation.apart.isVisible()
    assert not navigation._apart_heading.isVisible()


def test_a_choice_shows_them_and_again_the_others(both: MainWindow) -> None:
    page = both.workspace.recommendations
    page.navigation.apart.values_chosen.emit(["mechanisms"])
    assert {row.mechanism for row in page.model.rows()} == {"treaty_body"}
    assert both.status.rows.text() == "2 of 2 recommendations"
    assert not page.table.isColumnHidden(COLUMN_NUMBERS["document"])
    page.navigation.apart.values_chosen.emit([])
    assert len(labels(both)) == 3
    assert page.table.isColumnHidden(COLUMN_NUMBERS["document"])


def test_what_a_treaty_body_said_is_followed_up(both: MainWindow) -> None:
    page = both.workspace.recommendations
    both.workspace.show_filtered(RowFilter(view="mechanisms"))
    row = page.model.rows()[0]
    both.session.editing.set_statuses([row.id], Status.IN_PROGRESS, {row.id: None})
    assert page.model.rows()[0].status is Status.IN_PROGRESS
    both.workspace.search("women")
    assert len(labels(both)) == 2


def test_what_others_were_told_is_for_reading_only(both: MainWindow, qtbot: QtBot) -> None:
    page = both.workspace.recommendations
    both.workspace.show_filtered(RowFilter(view="reference"))
    page.table.selectRow(0)
    assert not page.table.isColumnHidden(COLUMN_NUMBERS["reviewed"])
    assert "Fiji" in [
        page.model.index(n, COLUMN_NUMBERS["reviewed"]).data() for n in range(page.model.rowCount())
    ]
    assert not both.acts["link"].isEnabled()
    assert "for reading only" in both.acts["link"].statusTip()
    status = page.model.index(0, COLUMN_NUMBERS["status"])
    assert not page.model.flags(status) & Qt.ItemFlag.ItemIsEditable
    both.workspace.show_filtered(RowFilter())
    page.table.selectRow(0)
    assert both.acts["link"].isEnabled()
