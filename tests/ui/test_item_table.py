"""Lists of things as tables: what is ticked stays ticked, and the keyboard does all of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.theme import Appearance

COLUMNS = (
    ItemColumn("Name", lambda item: item[0], 100, "strong", lambda item: item[1]),
    ItemColumn("Length", lambda item: str(len(item[1])), 80, "number"),
)
ITEMS = [("a", "first"), ("b", "second"), ("c", "")]


@pytest.fixture
def table(qtbot: QtBot, appearance: Appearance) -> ItemTable:
    model = ItemTableModel(COLUMNS, lambda item: item[0], ticks=True)
    made = ItemTable(model, "Things")
    qtbot.addWidget(made)
    model.setParent(made)
    model.set_items(ITEMS)
    made.resize(400, 300)
    made.show()
    QApplication.processEvents()
    return made


def model_of(table: ItemTable) -> ItemTableModel:
    model = table.model()
    assert isinstance(model, ItemTableModel)
    return model


def test_space_ticks_what_is_selected_and_takes_it_back(table: ItemTable, qtbot: QtBot) -> None:
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model_of(table).ticked() == ITEMS
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert model_of(table).ticked() == [ITEMS[0], ITEMS[2]]


def test_a_click_on_the_box_ticks_one_row_only(table: ItemTable, qtbot: QtBot) -> None:
    table.selectAll()
    place = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert model_of(table).ticked() == [ITEMS[1]]
    elsewhere = table.visualRect(table.model().index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=elsewhere)
    assert model_of(table).ticked() == [ITEMS[1]]


def test_ticks_and_place_stay_when_the_list_is_read_again(table: ItemTable) -> None:
    model = model_of(table)
    model.tick(ITEMS, True)
    table.choose("c")
    changed: list[bool] = []
    model.ticks_changed.connect(lambda: changed.append(True))
    model.set_items([("b", "changed"), ("c", ""), ("d", "new")])
    assert [item[0] for item in model.ticked()] == ["b", "c"]
    assert table.current_item() == ("c", "")
    assert changed == [True]
    model.set_items([])
    assert (table.current_item(), model.ticked()) == (None, [])


def test_enter_opens_and_a_screen_reader_hears_ticks_and_notes(table: ItemTable, qtbot: QtBot) -> None:
    model = model_of(table)
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == [ITEMS[0]]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "Not ticked"
    model.setData(model.index(0, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.index(0, 0).data(spoken) == "Ticked"
    assert model.index(0, 1).data(spoken) == "a\nfirst"


def test_it_is_drawn_in_both_directions(table: ItemTable) -> None:
    model_of(table).tick(ITEMS[:1], True)
    straight = table.grab().toImage()
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert table.grab().toImage() != straight


def test_a_row_is_chosen_where_the_window_reads_to_the_left(table: ItemTable) -> None:
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table.choose("b")
    assert table.selected_items() == [ITEMS[1]]
    model_of(table).set_items(ITEMS[1:])
    assert table.selected_items() == [ITEMS[1]]


def test_wide_columns_give_way_in_a_narrow_window(qtbot: QtBot, appearance: Appearance) -> None:
    columns = (
        ItemColumn("Name", lambda item: item[0]),
        ItemColumn("Order", lambda item: item[1], 300),
        ItemColumn("Number", lambda item: item[1], 60, "number"),
    )
    made = ItemTable(ItemTableModel(columns, lambda item: item[0]), "Things")
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    QApplication.processEvents()
    assert [made.columnWidth(n) for n in (1, 2)] == [300, 60]
    made.resize(400, 200)
    QApplication.processEvents()
    assert made.columnWidth(1) < 300
    assert made.columnWidth(2) == 60
    assert made.columnWidth(0) >= 88
    made.resize(900, 200)
    QApplication.processEvents()
    assert made.columnWidth(1) == 300
