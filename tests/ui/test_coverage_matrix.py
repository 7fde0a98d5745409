"""The coverage of the resolution: cells that count, and open what they count."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from uprtracker.ui.item_models.coverage_matrix_model import FIRST_COUNT
from uprtracker.ui.main_window import MainWindow
from uprtracker.ui.panels.coverage_matrix import CoverageMatrix
from uprtracker.vocabulary.row_filter import RowFilter
from uprtracker.vocabulary.status import BUCKETS

Role = Qt.ItemDataRole


@pytest.fixture
def matrix(window: MainWindow) -> CoverageMatrix:
    window.workspace.show_page("resolution")
    window.workspace.resolution.views.setCurrentIndex(1)
    return window.workspace.resolution.coverage


def line_of(table: QTableView, label: str) -> int:
    model = table.model()
    return next(n for n in range(model.rowCount()) if model.index(n, 0).data() == label)


def count_in(table: QTableView, line: int) -> int:
    """A column of this line that counts something."""
    model = table.model()
    return next(n for n in range(FIRST_COUNT, model.columnCount()) if model.index(line, n).data() != "·")


def test_enter_opens_the_recommendations_of_a_cell(
    matrix: CoverageMatrix, window: MainWindow, qtbot: QtBot
) -> None:
    line = line_of(matrix.table, "10 (d)")
    column = count_in(matrix.table, line)
    shown = int(matrix.table.model().index(line, column).data())
    matrix.table.setCurrentIndex(matrix.table.model().index(line, column))
    qtbot.keyClick(matrix.table, Qt.Key.Key_Return)
    page = window.workspace.recommendations
    assert page.isVisible()
    bucket = BUCKETS[column - FIRST_COUNT]
    assert page.row_filter == RowFilter(paragraphs=("10 (d)",), statuses=(bucket,))
    assert len(page.model.rows()) == shown


def test_an_empty_cell_and_a_heading_open_nothing(matrix: CoverageMatrix, qtbot: QtBot) -> None:
    model = matrix.table.model()
    line = line_of(matrix.table, "2")
    empty = next(n for n in range(FIRST_COUNT, model.columnCount()) if model.index(line, n).data() == "·")
    with qtbot.assertNotEmitted(matrix.filter_requested):
        for index in (model.index(line, empty), model.index(0, 0)):
            matrix.table.setCurrentIndex(index)
            qtbot.keyClick(matrix.table, Qt.Key.Key_Return)


def test_ministries_are_leads(matrix: CoverageMatrix, qtbot: QtBot) -> None:
    matrix.choice.setCurrentIndex(1)
    line = line_of(matrix.table, "2")
    column = count_in(matrix.table, line)
    matrix.table.setCurrentIndex(matrix.table.model().index(line, column))
    with qtbot.waitSignal(matrix.filter_requested) as asked:
        qtbot.keyClick(matrix.table, Qt.Key.Key_Return)
    (wanted,) = asked.args
    assert wanted.lead_only
    assert wanted.ministries[0].startswith("Ministry")


def test_gaps_and_counts_are_read_aloud(matrix: CoverageMatrix) -> None:
    model = matrix.table.model()
    line = line_of(matrix.table, "17")
    assert model.index(line, 2).data() == "none beyond planned"
    spoken = model.index(line, count_in(matrix.table, line)).data(Role.AccessibleTextRole)
    assert spoken.startswith("Paragraph 17, ")
    assert spoken.endswith("1 recommendation")
    assert "3 none beyond planned" in matrix.gaps.text()


def test_a_new_link_is_counted(matrix: CoverageMatrix, window: MainWindow) -> None:
    assert window.session is not None
    undecided = next(row for row in window.session.rows.rows() if not row.decided)
    model = matrix.table.model()
    total = FIRST_COUNT + len(BUCKETS)
    line = line_of(matrix.table, "14")
    before = int(model.index(line, total).data())
    window.session.editing.link([undecided.id], ["14"], "")
    assert int(model.index(line_of(matrix.table, "14"), total).data()) == before + 1
