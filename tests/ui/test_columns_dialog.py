"""What the columns of a table hold: the proposal with its reasons, a person's corrections, and mappings as files."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.importers.table_fixtures import write_csv
from tests.services.review_files import write_table
from uprtracker.services.dossier import Dossier
from uprtracker.services.table_preview import Field
from uprtracker.ui.dialogs.columns_dialog import ColumnsAnswer, ColumnsDialog
from uprtracker.ui.fields.quiet_combo_box import QuietComboBox
from uprtracker.ui.theme import Appearance


@pytest.fixture
def dialog(qtbot: QtBot, appearance: Appearance, dossier: Dossier, tmp_path: Path) -> ColumnsDialog:
    made = ColumnsDialog(write_table(tmp_path / "own.xlsx"), dossier.importing)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(choice: QuietComboBox, value: object) -> None:
    place = choice.findData(value)
    assert place >= 0
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def fields(dialog: ColumnsDialog) -> list[str]:
    return [line.field.currentText() for line in dialog.choices.lines]


def test_the_proposal_stands_with_its_reasons(dialog: ColumnsDialog) -> None:
    assert fields(dialog)[:4] == ["Number", "Text of the recommendation", "Position", "Due date"]
    assert dialog.choices.lines[1].why.text() == "its header says so"
    assert dialog.header_row.currentText() == "In row 2"
    assert dialog.model.index(1, 1).data() == "Recommendation"
    assert not dialog.encoding.isVisible()
    assert dialog.choices.lines[0].field.accessibleName() == "Column A, No."


def test_a_correction_is_what_is_answered(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    choose(dialog.choices.lines[4].field, Field.COMMENT.value)
    assert fields(dialog)[4] == "Comments and measures"
    with qtbot.waitSignal(dialog.answered) as told:
        dialog.agree.click()
    (answer,) = told.args
    assert isinstance(answer, ColumnsAnswer)
    assert answer.mapping.of(Field.COMMENT)[0].column == 4


def test_without_a_text_nothing_can_be_read(dialog: ColumnsDialog) -> None:
    choose(dialog.choices.lines[1].field, "")
    assert not dialog.agree.isEnabled()
    assert "holds the text" in dialog._hint.text()


def test_the_order_of_dates_is_asked_once_for_the_file(dialog: ColumnsDialog) -> None:
    assert dialog.order.isVisible()
    assert [dialog.order.itemText(n) for n in range(2)] == [
        "03/04/2027: 3 April 2027",
        "03/04/2027: 4 March 2027",
    ]
    choose(dialog.order, False)
    assert not dialog.mapping.day_first
    choose(dialog.choices.lines[3].field, "")
    assert not dialog.order.isVisible()


def test_another_row_of_headers(dialog: ColumnsDialog) -> None:
    choose(dialog.header_row, 1)
    assert dialog.mapping.header_row == 1
    choose(dialog.header_row, 2)
    assert fields(dialog)[1] == "Text of the recommendation"


def test_an_encoding_is_chosen_before_the_letters_are_wrong(
    qtbot: QtBot, appearance: Appearance, dossier: Dossier, tmp_path: Path
) -> None:
    rows = [["No.", "Recommandation"], ["140.1", "Protéger les défenseurs menacés à l’étranger"]]
    path = write_csv(tmp_path / "own.csv", rows, encoding="cp1252")
    dialog = ColumnsDialog(path, dossier.importing)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.encoding.isVisible()
    assert "encoding" in dialog._notices.text()
    choose(dialog.encoding, "cp1251")
    assert dialog.mapping.encoding == "cp1251"
    assert dialog.model.index(1, 1).data() != rows[1][1]
    choose(dialog.encoding, "cp1252")
    assert dialog.model.index(1, 1).data() == rows[1][1]


def test_a_mapping_is_saved_as_the_command_line_reads_it_and_loaded_again(
    dialog: ColumnsDialog, tmp_path: Path
) -> None:
    choose(dialog.choices.lines[4].field, Field.COMMENT.value)
    dialog.save_to(tmp_path / "own.json")
    content = json.loads((tmp_path / "own.json").read_text(encoding="utf-8"))
    assert content["format"] == "uprtracker-columns-1"
    choose(dialog.choices.lines[4].field, "")
    dialog.load_from(tmp_path / "own.json")
    assert fields(dialog)[4] == "Comments and measures"
    dialog.load_from(tmp_path / "nothing.json")
    assert "nothing.json" in dialog._hint.text()
