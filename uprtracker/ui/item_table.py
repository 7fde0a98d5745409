"""A view on an `ItemTableModel`: rows of one or more lines, chosen and ticked by mouse and keyboard, edited nowhere."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from uprtracker.ui.delegates.item_delegate import ItemDelegate
from uprtracker.ui.delegates.row_delegate import COMPACT_HEIGHT, LINE_HEIGHT, ROW_HEIGHT
from uprtracker.ui.item_models.item_table_model import ItemTableModel
from uprtracker.ui.theme import SMALL, current_theme

_HEADER_HEIGHT = 32
_TICK_WIDTH = 44
_HEADING_PAD, _WIDEST_HEADING = 18, 112
_LEAST_WIDTH = 40
# columns up to this width never give way; those that share the rest want at least the other
_KEPT_WIDTH, _LEAST_SHARE = 96, 90


class ItemTable(QTableView):
    """Rows of `lines` lines. Space ticks what is selected, or takes the ticks away; Enter and a double click open."""

    current_changed = Signal(object)
    """The thing that the person stands on, or `None`."""
    opened = Signal(object)

    def __init__(
        self,
        model: ItemTableModel,
        name: str,
        *,
        lines: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = model
        self.setModel(model)
        delegate = ItemDelegate(self)
        delegate.compact = lines == 1
        delegate.lines = lines
        self.setItemDelegate(delegate)
        self._set_behaviour()
        self._set_columns(lines)
        self._shown: Hashable = None
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._stand_again)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    def current_item(self) -> Any:
        """The thing that the person stands on, or `None`."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def selected_items(self) -> list[Any]:
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._model.row_at(row) for row in rows]

    def choose(self, key: Hashable) -> None:
        """Stand on the thing with this key, if it is shown."""
        place = self._model.place_of(key)
        if place is not None:
            self.select_place(place)

    def select_place(self, place: int) -> None:
        """Stand on a row and select it."""
        select_row(self, place)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()

    def _set_columns(self, lines: int) -> None:
        theme, header = current_theme(), self.horizontalHeader()
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        more = max(0, lines - 2) * LINE_HEIGHT
        rows.setDefaultSectionSize(theme.px(COMPACT_HEIGHT if lines == 1 else ROW_HEIGHT + more))
        header.setFixedHeight(theme.px(_HEADER_HEIGHT))
        header.setMinimumSectionSize(theme.px(_LEAST_WIDTH))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for number in range(self._model.columnCount()):
            column = self._model.column_at(number)
            if column is not None and not column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(number, self._wanted_width(number))

    def _wanted_width(self, number: int) -> int:
        """As wide as the column asks for, or as its heading needs in this language."""
        theme, column = current_theme(), self._model.column_at(number)
        if column is None:
            return theme.px(_TICK_WIDTH)
        metrics = QFontMetrics(theme.font(SMALL, QFont.Weight.DemiBold))
        heading = metrics.horizontalAdvance(column.title) + theme.px(_HEADING_PAD)
        return max(theme.px(column.width), min(heading, theme.px(_WIDEST_HEADING)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a narrow window the wide columns give way, so that those that share the rest can still be read."""
        theme = current_theme()
        columns = [(n, self._model.column_at(n)) for n in range(self._model.columnCount())]
        widths = {n: self._wanted_width(n) for n, c in columns if c is None or c.width}
        giving = {n: width for n, width in widths.items() if width > theme.px(_KEPT_WIDTH)}
        wanted = theme.px(_LEAST_SHARE) * (len(columns) - len(widths))
        lacking = sum(widths.values()) + wanted - self.viewport().width()
        share = min(1.0, max(0.0, lacking / (sum(giving.values()) or 1)))
        for number, width in giving.items():
            self.setColumnWidth(number, max(theme.px(_KEPT_WIDTH), round(width * (1 - share))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._model.ticks:
            self._turn(self.selected_items())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_item() is not None:
            self.opened.emit(self.current_item())
        else:
            super().keyPressEvent(event)

    def _turn(self, items: list[Any]) -> None:
        """Tick them all, unless they all are: then take the ticks away."""
        self._model.tick(items, not all(self._model.is_ticked(item) for item in items))

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if self._model.column_at(index.column()) is None:
            self._turn([self._model.row_at(index.row())])

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if self._model.column_at(index.column()) is not None:
            self.opened.emit(self._model.row_at(index.row()))

    @Slot(QModelIndex, QModelIndex)
    def _tell_current(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.current_item())

    @Slot()
    def _remember(self) -> None:
        item = self.current_item()
        self._shown = None if item is None else self._model.key_of(item)

    @Slot()
    def _stand_again(self) -> None:
        """Stand where the person stood, or on the first row."""
        place = self._model.place_of(self._shown)
        if self._model.rowCount():
            self.select_place(place or 0)
        self.current_changed.emit(self.current_item())


def select_row(view: QTableView, place: int) -> None:
    """Stand on a row and select it; Qt's own `selectRow` finds no column where the window reads to the left."""
    flags = QItemSelectionModel.SelectionFlag
    column = next((n for n in range(view.model().columnCount()) if not view.isColumnHidden(n)), 0)
    index = view.model().index(place, column)
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
