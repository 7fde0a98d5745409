"""The table itself: columns, selection, keys, copying, drawing."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit
from pytestqt.qtbot import QtBot

from tests.exporters.factory import AS_OF, recommendation
from uprtracker.ui.item_models.recommendation_column import COLUMN_NUMBERS, SHOWN_BY_DEFAULT
from uprtracker.ui.item_models.recommendation_table_model import RecommendationTableModel
from uprtracker.ui.recommendation_table import RecommendationTable
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.status import Status

STATUS, LEAD, DUE = (COLUMN_NUMBERS[key] for key in ("status", "lead", "due"))


@pytest.fixture
def table(qtbot: QtBot, appearance: Appearance) -> RecommendationTable:
    model = RecommendationTableModel()
    table = RecommendationTable(model)
    qtbot.addWidget(table)
    model.setParent(table)
    model.set_rows([recommendation(n) for n in range(1, 41)])
    table.set_context(["Ministry of Health", "Ministry of Justice"], AS_OF)
    table.resize(1000, 600)
    table.show()
    table.setFocus()
    return table


def model_of(table: RecommendationTable) -> RecommendationTableModel:
    model = table.model()
    assert isinstance(model, RecommendationTableModel)
    return model


def test_the_usual_columns_stand_in_their_order(table: RecommendationTable) -> None:
    assert table.shown_columns() == ("number", "text", "states", "position", "status", "lead")


def test_columns_can_be_chosen_and_ordered_but_the_number_stays_first(table: RecommendationTable) -> None:
    table.show_columns(["status", "nonsense", "due", "number", "text"])
    assert table.shown_columns() == ("number", "status", "due", "text")
    table.show_columns(SHOWN_BY_DEFAULT)
    assert table.shown_columns() == SHOWN_BY_DEFAULT


def test_the_text_takes_the_room_that_others_leave(table: RecommendationTable) -> None:
    assert table.horizontalHeader().length() == table.viewport().width()
    table.setColumnWidth(LEAD, 300)
    assert table.horizontalHeader().length() == table.viewport().width()


def test_columns_that_have_no_room_are_reached_by_scrolling(table: RecommendationTable) -> None:
    table.resize(500, 600)
    assert table.columnWidth(COLUMN_NUMBERS["text"]) >= 200
    assert table.horizontalScrollBar().maximum() > 0


def test_compact_rows_are_lower(table: RecommendationTable) -> None:
    assert table.rowHeight(0) == 56
    table.set_compact(True)
    assert table.rowHeight(0) == 32
    table.set_compact(False)
    assert table.rowHeight(0) == 56


def test_selection_survives_another_set_of_rows(table: RecommendationTable) -> None:
    table.select_ids([3, 7, 9], 7)
    model_of(table).set_rows([recommendation(n) for n in range(5, 20)])
    table.keep_place([3, 7, 9], 7, 6)
    assert [row.id for row in table.selected_rows()] == [7, 9]
    assert table.current_id() == 7


def test_where_the_row_is_gone_the_one_in_its_place_is_selected(table: RecommendationTable) -> None:
    table.select_ids([3], 3)
    model_of(table).set_rows([recommendation(n) for n in range(4, 20)])
    table.keep_place([3], 3, 2)
    assert [row.label for row in table.selected_rows()] == ["140.6"]


def test_rows_are_copied_with_their_headings(table: RecommendationTable) -> None:
    table.show_columns(["number", "status", "lead"])
    table.select_ids([2, 13])
    table.copy_selection()
    copied = QGuiApplication.clipboard().mimeData()
    rows = [line.split("\t") for line in copied.text().splitlines()]
    assert rows[0] == ["No.", "Status", "Lead"]
    assert [row[0] for row in rows[1:]] == ["140.2", "140.13"]
    assert copied.html().count("<tr>") == 3


def test_f2_opens_the_scale_and_a_choice_is_a_wish(table: RecommendationTable, qtbot: QtBot) -> None:
    model = model_of(table)
    table.setCurrentIndex(model.index(0, STATUS))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    assert [editor.itemData(n) for n in range(editor.count())] == list(Status)
    with qtbot.waitSignal(model.status_edited) as wish:
        editor.setCurrentIndex(editor.findData(Status.CONTINUOUS))
        editor.activated.emit(editor.currentIndex())
    assert wish.args[:2] == [[1], Status.CONTINUOUS]


def test_the_whole_scale_is_in_view_at_once(table: RecommendationTable, qtbot: QtBot) -> None:
    table.setCurrentIndex(model_of(table).index(0, STATUS))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QComboBox)
    qtbot.waitUntil(editor.view().isVisible)
    assert editor.view().verticalScrollBar().maximum() == 0
    assert editor.view().visualRect(editor.model().index(0, 0)).height() >= 24


def test_leaving_the_scale_without_a_choice_changes_nothing(table: RecommendationTable, qtbot: QtBot) -> None:
    model = model_of(table)
    table.setCurrentIndex(model.index(0, STATUS))
    table.edit(table.currentIndex())
    editor = table.findChild(QComboBox)
    with qtbot.assertNotEmitted(model.status_edited):
        editor.setCurrentIndex(3)
        table.commitData(editor)


def test_the_lead_may_be_a_name_that_nobody_knows_yet(table: RecommendationTable, qtbot: QtBot) -> None:
    model = model_of(table)
    table.setCurrentIndex(model.index(0, LEAD))
    table.edit(table.currentIndex())
    editor = table.findChild(QComboBox)
    assert [editor.itemText(n) for n in range(editor.count())] == [
        "",
        "Ministry of Health",
        "Ministry of Justice",
    ]
    editor.setEditText("Ministry of Sport")
    with qtbot.waitSignal(model.lead_edited) as wish:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wish.args[1] == "Ministry of Sport"


def test_delete_takes_a_due_date_away(table: RecommendationTable, qtbot: QtBot) -> None:
    model = model_of(table)
    table.show_columns(["due"])
    table.setCurrentIndex(model.index(1, DUE))
    with qtbot.waitSignal(model.due_edited) as wish:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert wish.args[1] is None


def test_a_due_date_without_one_starts_today(table: RecommendationTable) -> None:
    table.show_columns(["due"])
    table.setCurrentIndex(model_of(table).index(0, DUE))
    table.edit(table.currentIndex())
    assert table.findChild(QDateEdit).date().toPython() == AS_OF


def test_return_asks_for_the_details(table: RecommendationTable, qtbot: QtBot) -> None:
    table.select_ids([5], 5)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [5]


def test_the_menu_key_opens_the_menu_at_the_row(table: RecommendationTable, qtbot: QtBot) -> None:
    table.select_ids([5], 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    with qtbot.waitSignal(table.menu_requested) as wanted:
        QApplication.sendEvent(table.viewport(), event)
    cell = table.visualRect(table.currentIndex())
    assert table.viewport().mapFromGlobal(wanted.args[0]) == cell.bottomLeft()


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_every_state_of_a_row_can_be_drawn(
    table: RecommendationTable, compact: bool, direction: Qt.LayoutDirection
) -> None:
    table.setLayoutDirection(direction)
    table.show_columns(list(COLUMN_NUMBERS))
    table.set_compact(compact)
    table.mark_hits("law defend")
    table.select_ids([4, 5, 13], 5)
    assert not table.grab().isNull()
