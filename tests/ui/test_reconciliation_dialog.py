"""The sums of a review: figures, what does not add up, and the way to the number."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.services.review_files import write_addendum, write_report
from uprtracker.importers.reconciliation import Difference
from uprtracker.services.dossier import Dossier, open_dossier
from uprtracker.services.importing_files import AgreedFile
from uprtracker.services.reconciling import Reconciliation
from uprtracker.ui.dialogs.reconciliation_dialog import DossierSumsDialog, ReconciliationDialog
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.theme import Appearance


@pytest.fixture
def found(dossier: Dossier, tmp_path: Path) -> Reconciliation:
    """The addendum leaves 140.3 out and answers 140.7, which the report does not have."""
    files = [write_report(tmp_path / "report.pdf"), write_addendum(tmp_path / "add.pdf", noted="140.7")]
    planned = dossier.importing_files.plan(files)
    dossier.importing_files.apply([AgreedFile(file, file.plan) for file in planned if file.plan])
    assert planned[1].plan is not None
    assert planned[1].plan.reconciliation is not None
    return planned[1].plan.reconciliation


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance, found: Reconciliation) -> ReconciliationDialog:
    made = ReconciliationDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show_sums("A/HRC/59/15", found, {"140.1": "Repeal the act"})
    made.show()
    return made


def points(dialog: ReconciliationDialog) -> dict[str, str]:
    return {", ".join(finding.numbers): finding.what for finding in dialog.model.items()}


def test_received_is_the_sum_of_the_figures_after_it(dialog: ReconciliationDialog) -> None:
    figures = [(b.figure.number, b.figure.words) for b in dialog.figures.buttons()]
    assert figures == [
        (3, "received"),
        (2, "= supported"),
        (0, "+ noted"),
        (1, "+ pending"),
        (2, "to look at"),
    ]


def test_what_does_not_add_up_is_named(dialog: ReconciliationDialog) -> None:
    assert points(dialog) == {"140.7": "Only in the addendum", "140.3": "Without an answer"}
    assert dialog._verdict.text() == "2 points do not add up."


def test_a_figure_lists_its_numbers(dialog: ReconciliationDialog) -> None:
    dialog.figures.chosen.emit("supported")
    assert points(dialog) == {"140.1": "Supported", "140.2": "Supported"}
    assert [finding.words for finding in dialog.model.items()] == ["Repeal the act", ""]


def test_enter_leads_to_the_number(dialog: ReconciliationDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    with qtbot.waitSignal(dialog.number_chosen) as told:
        dialog.go.click()
    assert told.args == ["140.3"]


def test_totals_that_the_document_states_are_held_against_it(
    dialog: ReconciliationDialog, found: Reconciliation
) -> None:
    totals = replace(found.totals, received=5, supported=2)
    other = replace(found, totals=totals, differences=(Difference("received", 5, 3),))
    dialog.show_sums("A/HRC/59/15", other, {})
    assert dialog._stated.text() == "The document itself states: 5 received, 2 supported."
    first = dialog.model.items()[0]
    assert (first.what, first.words) == ("Another total", "The document states 5 (received); 3 were read.")
    dialog.table.selectRow(0)
    assert not dialog.go.isEnabled()


def test_a_review_of_the_dossier_leads_into_the_list(
    found: Reconciliation, empty_window: MainWindow, dossier_path: Path, qtbot: QtBot
) -> None:
    empty_window.show_dossier(open_dossier(str(dossier_path), live=True))
    empty_window.acts["reconcile"].trigger()
    (dialog,) = empty_window.findChildren(DossierSumsDialog)
    assert [dialog.choice.itemText(n) for n in range(dialog.choice.count())] == [
        "A/HRC/59/15, cycle 4",
        "A/HRC/90/7, cycle 3",
    ]
    dialog.figures.chosen.emit("pending")
    dialog.table.selectRow(0)
    dialog.go.click()
    qtbot.wait(1)
    table = empty_window.workspace.recommendations.table
    assert [row.label for row in table.selected_rows()] == ["140.3"]
    assert not empty_window.findChildren(DossierSumsDialog)
