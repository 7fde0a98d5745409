"""The figures of a chart as a table, to be read cell by cell; Enter opens the recommendations behind a figure."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _
from uprtracker.ui.charts.chart_copy import html_of
from uprtracker.ui.clipboard import copy_table
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.ui.theme import current_theme

_WIDTH, _HEIGHT = 1040, 480
_FIGURE_WIDTH, _HEAD_HEIGHT = 84, 44


class FiguresDialog(QDialog):
    """`opened` tells line and column of the figure, the head not counted."""

    opened = Signal(int, int)

    def __init__(self, title: str, lines: Sequence[Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._lines = lines
        head, rows = lines[0], lines[1:]
        self.table = _FiguresTable(len(rows), len(head))
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels(list(head))
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, _item(cell, f"{cells[0]}, {head[column]}: {cell}", column))
        self._set_columns(len(head))
        self._lay_out(title)
        self.table.chosen.connect(self._open)
        if rows:
            self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _set_columns(self, count: int) -> None:
        """The names take what the figures leave; titles of figures are broken over two lines."""
        theme, header = current_theme(), self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setFixedHeight(theme.px(_HEAD_HEIGHT))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in range(1, count):
            self.table.setColumnWidth(column, theme.px(_FIGURE_WIDTH))
            figures = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self.table.horizontalHeaderItem(column).setTextAlignment(figures | Qt.TextFlag.TextWordWrap)

    def _lay_out(self, title: str) -> None:
        theme = current_theme()
        copy = QPushButton(_("Copy table"))
        close = QPushButton(_("Close"))
        buttons = QDialogButtonBox()
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(title, "title", wrap=True))
        column.addWidget(
            PlainLabel(_("Enter opens the recommendations behind a figure."), "caption", wrap=True)
        )
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        self.table.copy_requested.connect(self._copy)

    @Slot()
    def _copy(self) -> None:
        copy_table(self._lines, html_of(self._lines))

    @Slot(int, int)
    def _open(self, row: int, column: int) -> None:
        self.accept()
        self.opened.emit(row, column)


class _FiguresTable(QTableWidget):
    chosen = Signal(int, int)
    copy_requested = Signal()

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setProperty("look", "ticks")
        self.verticalHeader().hide()
        self.doubleClicked.connect(self._choose)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row(), index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)


def _item(text: str, spoken: str, column: int) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    if column:
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
