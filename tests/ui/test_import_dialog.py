"""The preview of an import: figures, warnings, differences, doubts, and the answer it gives."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.importers.table_fixtures import write_workbook
from tests.importers.test_upr_info import WITH, write_old
from uprtracker.services.dossier import Dossier
from uprtracker.services.importing import ImportPlan, PlannedRecord
from uprtracker.services.importing_files import AgreedFile, PlannedFile
from uprtracker.ui.dialogs.import_dialog import ImportDialog
from uprtracker.ui.item_models.import_table_model import KIND, NUMBER, POSITION, STATES, TEXT, kind_words
from uprtracker.ui.theme import Appearance


@pytest.fixture
def plan(dossier: Dossier, list_file: Path) -> ImportPlan:
    """One record of each kind that needs a look: changed, equal, in doubt."""
    read = dossier.importing.plan(list_file)
    first, second, third = read.records
    changed = replace(first, kind="changed", differences=(("position", "Noted", "Supported"),))
    doubtful = replace(
        third, kind="in_doubt", record=replace(third.record, in_doubt="The States could not be read.")
    )
    return with_records(read, (changed, second, doubtful))


def with_records(plan: ImportPlan, records: tuple[PlannedRecord, ...]) -> ImportPlan:
    (document,) = plan.documents
    return replace(plan, documents=(replace(document, records=records),))


def with_review(plan: ImportPlan, **said: Any) -> ImportPlan:
    (document,) = plan.documents
    return replace(plan, documents=(replace(document, review=replace(document.review, **said)),))


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance, plan: ImportPlan) -> ImportDialog:
    made = ImportDialog([PlannedFile(plan.path, plan)])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def show_plan(dialog: ImportDialog, plan: ImportPlan) -> None:
    dialog.show_files([PlannedFile(plan.path, plan)])


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def answers(dialog: ImportDialog) -> list[AgreedFile]:
    heard: list[AgreedFile] = []
    dialog.answered.connect(heard.extend)
    return heard


def shown(dialog: ImportDialog, column: int) -> list[Any]:
    model = dialog.pane.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def test_it_says_what_was_recognised(dialog: ImportDialog, plan: ImportPlan) -> None:
    assert dialog.objectName() == "import_dialog"
    text = words(dialog)
    assert "Iceland" in text
    assert plan.review.document_symbol in text
    assert [(b.figure.number, b.figure.words) for b in dialog.pane.figures.buttons()] == [
        (3, "read"),
        (0, "new"),
        (1, "changed"),
        (1, "unchanged"),
        (1, "in doubt"),
    ]
    assert "1 record is in doubt and stays out unless you accept it." in text


def test_the_button_says_what_happens(dialog: ImportDialog) -> None:
    assert dialog.agree.text() == "Import 1 recommendation"
    dialog.pane.show_kind("in_doubt")
    dialog.pane.record.accept_box.click()
    assert dialog.agree.text() == "Import 2 recommendations"
    assert shown(dialog, KIND) == ["In doubt, accepted"]


def test_a_figure_narrows_the_table_and_again_shows_all(dialog: ImportDialog) -> None:
    changed = dialog.pane.figures.buttons()[2]
    changed.click()
    assert shown(dialog, KIND) == ["Changed: position"]
    assert changed.isChecked()
    changed.click()
    assert len(shown(dialog, NUMBER)) == 3


def test_a_difference_shows_before_and_after(dialog: ImportDialog) -> None:
    dialog.pane.show_kind("changed")
    assert "line-through" in words(dialog.pane.record)
    assert "Noted" in words(dialog.pane.record)
    assert "table 1, row" in words(dialog.pane.record)


def test_the_answer_holds_what_was_accepted(dialog: ImportDialog, plan: ImportPlan) -> None:
    heard = answers(dialog)
    dialog.pane.show_kind("in_doubt")
    dialog.pane.record.accept_box.click()
    dialog.agree.click()
    assert heard == [
        AgreedFile(PlannedFile(plan.path, plan), plan, frozenset({plan.records[2].record.label}))
    ]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_and_cancel_import_nothing(dialog: ImportDialog, qtbot: QtBot) -> None:
    heard = answers(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert heard == []


def test_what_the_document_does_not_say_can_be_filled_in(
    dialog: ImportDialog, plan: ImportPlan, qtbot: QtBot
) -> None:
    show_plan(dialog, with_review(plan, session=None))
    assert "The document does not name the session" in words(dialog)
    qtbot.keyClicks(dialog.pane.recognised.session, "27")
    dialog.pane.recognised.session.editingFinished.emit()
    assert dialog.answers == {"cycle": None, "session": 27}
    heard = answers(dialog)
    dialog.agree.click()
    assert heard[0].plan.review.session == 27
    assert heard[0].plan.review.cycle == plan.review.cycle


def test_letters_are_no_session(dialog: ImportDialog, plan: ImportPlan, qtbot: QtBot) -> None:
    show_plan(dialog, with_review(plan, session=None))
    qtbot.keyClicks(dialog.pane.recognised.session, "soon")
    assert dialog.answers["session"] is None


def test_nothing_new_leaves_nothing_to_import(dialog: ImportDialog, plan: ImportPlan) -> None:
    equal = tuple(replace(record, kind="equal", differences=()) for record in plan.records)
    show_plan(
        dialog, with_records(plan, tuple(replace(r, record=replace(r.record, in_doubt="")) for r in equal))
    )
    assert not dialog.agree.isEnabled()
    assert dialog.agree.text() == "Nothing to import"
    assert "Everything in this document is in the dossier already." in words(dialog)


def test_warnings_are_listed_with_their_places(dialog: ImportDialog, plan: ImportPlan) -> None:
    notice = type("Notice", (), {"where": "table 1, row 9", "message": "An empty row was left out."})()
    show_plan(dialog, with_review(plan, warnings=(notice,), missing_numbers=("71.9",)))
    assert "table 1, row 9: An empty row was left out." in words(dialog)
    assert "Numbers missing in the document: 71.9." in words(dialog)


def test_the_answer_can_be_applied(dossier: Dossier, dialog: ImportDialog, plan: ImportPlan) -> None:
    heard = answers(dialog)
    dialog.agree.click()
    change = dossier.importing.apply(heard[0].plan, accept=heard[0].accepted)
    assert change.refused == ()


def test_the_text_keeps_its_room_where_the_dialog_is_narrow(dialog: ImportDialog) -> None:
    for width, hidden in ((720, True), (1080, False)):
        dialog.resize(width, 600)
        QApplication.processEvents()
        assert [dialog.pane.table.isColumnHidden(column) for column in (STATES, POSITION)] == [hidden, hidden]
        assert dialog.pane.table.columnWidth(TEXT) > 120


def test_what_a_source_adds_has_words(dossier: Dossier, tmp_path: Path) -> None:
    row = [*WITH, "Let marches pass freely", "Chile", "", "", "Accepted", 4.0, "General", 40.0]
    table = write_workbook(
        tmp_path / "own.xlsx",
        [
            [
                "No.",
                "Recommendation",
                "Lead ministry",
                "Supporting ministries",
                "Status",
                "Deadline",
                "Symbol",
            ],
            *(
                [f"71.{n}", text, "Interior", "Justice", "In progress", "2027-06-30", "A/HRC/90/7"]
                for n, text in ((1, "Repeal the act on marches (Act 12)"), (2, "Let marches pass freely"))
            ),
        ],
    )
    plans = [dossier.importing.plan(file) for file in (write_old(tmp_path / "a.csv", [row]), table)]
    words = {kind_words(r, accepted=False) for plan in plans for r in plan.of_kind("changed")}
    assert words == {
        "Changed: themes, known elsewhere as, action category",
        "Changed: lead ministry, supporting ministries, due date, status",
    }
