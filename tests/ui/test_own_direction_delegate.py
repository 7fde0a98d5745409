"""Cells of plain views in a mirrored window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from uprtracker.ui.delegates.own_direction_delegate import OwnDirectionDelegate

FROM_LEFT, FROM_RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize(
    ("words", "direction"),
    [("draft text of the session", FROM_LEFT), ("مشروع", FROM_RIGHT), ("48", FROM_RIGHT)],
)
def test_a_text_has_the_direction_of_its_script_and_a_number_that_of_the_view(
    words: str, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    model = QStandardItemModel()
    model.appendRow(QStandardItem(words))
    option = QStyleOptionViewItem()
    option.direction = FROM_RIGHT
    OwnDirectionDelegate(model).initStyleOption(option, model.index(0, 0))
    assert option.direction == direction
