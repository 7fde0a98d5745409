"""The table of recommendations: rows of two lines or one, columns that a person chooses, editing in the cell."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from uprtracker.i18n import _
from uprtracker.ui.clipboard import copy_table
from uprtracker.ui.delegates.due_delegate import DueDelegate
from uprtracker.ui.delegates.lead_delegate import LeadDelegate
from uprtracker.ui.delegates.row_delegate import COMPACT_HEIGHT, ROW_HEIGHT, Index, RowDelegate
from uprtracker.ui.delegates.status_delegate import StatusDelegate
from uprtracker.ui.item_models.recommendation_column import (
    COLUMN_NUMBERS,
    COLUMNS,
    SHOWN_BY_DEFAULT,
    RecommendationColumn,
    column_title,
)
from uprtracker.ui.item_models.recommendation_table_model import RecommendationTableModel
from uprtracker.ui.theme import BODY, current_theme
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import Recommendation

_TEXT, _DUE, _STATUS = COLUMN_NUMBERS["text"], COLUMN_NUMBERS["due"], COLUMN_NUMBERS["status"]
# the longest word of the scale on one line
_COMPACT_STATUS_WIDTH = 192
_NARROWEST_TEXT, _CELL_PAD = 200, 20
# Beyond this width of the text, columns that hold names take a part of the room, up to what names need.
_COMFORTABLE_TEXT = 440
_NAMES = {COLUMN_NUMBERS["states"]: (0.25, 90), COLUMN_NUMBERS["lead"]: (0.4, 130)}
_HEADER_HEIGHT = 32


class RecommendationTable(QTableView):
    """A view on a `RecommendationTableModel`; it selects whole rows and edits single cells."""

    selection_changed = Signal()
    current_changed = Signal(object)
    """The id of the recommendation that the person stands on, or `None`."""
    opened = Signal(int)
    """The person wants the details of this recommendation: Enter, or a double click where nothing is edited."""
    menu_requested = Signal(object)
    """A context menu is wanted at this place of the screen."""

    def __init__(self, model: RecommendationTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recommendation_table")
        self.setAccessibleName(_("Recommendations"))
        self.lead_delegate = LeadDelegate(self)
        self.due_delegate = DueDelegate(self)
        self._delegates = (RowDelegate(self), StatusDelegate(self), self.lead_delegate, self.due_delegate)
        self._model = model
        self._widths_chosen = False
        self.setModel(model)
        self._set_behaviour()
        self._lent: set[str] = set()
        self._set_columns()
        self.set_compact(False)
        model.modelReset.connect(self.doItemsLayout)
        self.doubleClicked.connect(self._open_unless_edited)

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _set_columns(self) -> None:
        theme = current_theme()
        text, status, lead, due = self._delegates
        self.setItemDelegate(text)
        self.setItemDelegateForColumn(COLUMN_NUMBERS["status"], status)
        self.setItemDelegateForColumn(COLUMN_NUMBERS["lead"], lead)
        self.setItemDelegateForColumn(_DUE, due)
        header = self.horizontalHeader()
        header.setFixedHeight(theme.px(_HEADER_HEIGHT))
        header.setMinimumSectionSize(theme.px(40))
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(COLUMNS):
            self.setColumnWidth(number, _usual_width(column))
        self.show_columns(SHOWN_BY_DEFAULT)
        header.sectionResized.connect(self._take_chosen_width)

    # what is shown

    def shown_columns(self) -> tuple[str, ...]:
        """The keys of the columns shown, in the order in which they stand."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return tuple(COLUMNS[number].key for number in places if not self.isColumnHidden(number))

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show these columns in this order; the number always comes first, unknown keys are passed over."""
        wanted = ["number", *(key for key in keys if key in COLUMN_NUMBERS and key != "number")]
        header = self.horizontalHeader()
        rest = [column.key for column in COLUMNS if column.key not in wanted]
        for place, key in enumerate(wanted + rest):
            header.moveSection(header.visualIndex(COLUMN_NUMBERS[key]), place)
            self.setColumnHidden(COLUMN_NUMBERS[key], key not in wanted)
        self._make_room_for_text()

    def lend_column(self, key: str, needed: bool) -> None:
        """Show a column while a list needs it, after the number; one that the person chose stays as it is."""
        number = COLUMN_NUMBERS[key]
        if needed and self.isColumnHidden(number):
            self._lent.add(key)
            header = self.horizontalHeader()
            header.moveSection(header.visualIndex(number), 1)
        elif needed or key not in self._lent:
            return
        self.setColumnHidden(number, not needed)
        self._lent -= set() if needed else {key}
        self._make_room_for_text()

    def column_widths(self) -> list[int]:
        """The width of every column, shown or not, in the order of `COLUMNS`."""
        return [self.columnWidth(number) or column.width for number, column in enumerate(COLUMNS)]

    def set_column_widths(self, widths: Sequence[int]) -> None:
        """Give columns their widths back; other numbers of columns than today's are passed over."""
        if len(widths) == len(COLUMNS):
            self._widths_chosen = True
            for number, width in enumerate(widths):
                self.setColumnWidth(number, width)
            self._make_room_for_text()

    def set_compact(self, compact: bool) -> None:
        """One line a row instead of two."""
        for delegate in self._delegates:
            delegate.compact = compact
        height = current_theme().px(COMPACT_HEIGHT if compact else ROW_HEIGHT)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        width = max(self.columnWidth(_STATUS), current_theme().px(_COMPACT_STATUS_WIDTH)) if compact else 0
        self.setColumnWidth(_STATUS, width or current_theme().px(COLUMNS[_STATUS].width))
        self.viewport().update()

    def mark_hits(self, search: str) -> None:
        """Mark the words of a search in every cell."""
        for delegate in self._delegates:
            delegate.search = search
        self.viewport().update()

    def set_context(self, institutions: Iterable[str], today: date) -> None:
        """What editors offer and due dates are measured from."""
        self.lead_delegate.names = tuple(institutions)
        self.due_delegate.today = today
        self.viewport().update()

    # what is selected

    def current_id(self) -> int | None:
        index = self.currentIndex()
        return self._model.row_at(index.row()).id if index.isValid() else None

    def selected_rows(self) -> list[Recommendation]:
        """The selected rows in the order shown."""
        places = {p for r in self.selectionModel().selection() for p in range(r.top(), r.bottom() + 1)}
        return [self._model.row_at(place) for place in sorted(places)]

    def select_ids(self, ids: Iterable[int], current: int | None = None) -> None:
        """Select the rows of these recommendations where they are shown, and stand on one of them."""
        selection = QItemSelection()
        last = len(COLUMNS) - 1
        for id_ in ids:
            if (place := self._model.place_of(id_)) is not None:
                selection.select(self._model.index(place, 0), self._model.index(place, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)
        place = self._model.place_of(current) if current is not None else None
        if place is not None:
            column = max(self.currentIndex().column(), 0)
            self.selectionModel().setCurrentIndex(self._model.index(place, column), flags.NoUpdate)
            self.scrollTo(self.currentIndex())

    def keep_place(self, ids: Sequence[int], current: int | None, place: int) -> None:
        """After other rows were set: select again what is still there, else the row now at the same place."""
        if self.current_id() is not None and self.current_id() == current:
            return
        if current is None or self._model.place_of(current) is None:
            place = min(max(place, 0), self._model.rowCount() - 1)
            current = self._model.row_at(place).id if place >= 0 else None
        there = [id_ for id_ in ids if self._model.place_of(id_) is not None]
        self.select_ids(there or ([current] if current is not None else []), current)

    def copy_selection(self) -> None:
        """Put the selected rows on the clipboard, with the columns shown: as text with tabs, and as a table."""
        keys, rows = self.shown_columns(), self.selected_rows()
        if not rows:
            return
        lines = [[column_title(key) for key in keys]]
        lines += [[COLUMNS[COLUMN_NUMBERS[key]].text(row) for key in keys] for row in rows]
        copy_table(lines, _html_table(lines))

    # what Qt tells

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room_for_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id() is not None:
            self.opened.emit(self.current_id())
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().column() == _DUE:
            self._model.setData(self.currentIndex(), None)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(place)

    def _open_unless_edited(self) -> None:
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable and self.current_id() is not None:
            self.opened.emit(self.current_id())

    def _take_chosen_width(self, section: int) -> None:
        self._widths_chosen = True
        if section != _TEXT:
            self._make_room_for_text()

    def _make_room_for_text(self) -> None:
        """The recommendation's text takes what the other columns leave; of much room, names take their part."""
        header, theme = self.horizontalHeader(), current_theme()
        if self.isColumnHidden(_TEXT):
            return
        header.blockSignals(True)
        left = self.viewport().width() - header.length() + header.sectionSize(_TEXT)
        if not self._widths_chosen:
            left += sum(header.sectionSize(n) - theme.px(COLUMNS[n].width) for n in _NAMES)
            more_than_enough = max(0, left - theme.px(_COMFORTABLE_TEXT))
            for number, (share, most) in _NAMES.items():
                extra = min(round(share * more_than_enough), theme.px(most))
                header.resizeSection(number, theme.px(COLUMNS[number].width) + extra)
                left -= extra
        header.resizeSection(_TEXT, max(theme.px(_NARROWEST_TEXT), left))
        header.blockSignals(False)
        self.updateGeometries()


def _usual_width(column: RecommendationColumn) -> int:
    """The words for a position differ in length from language to language, and are not broken."""
    theme = current_theme()
    if column.key != "position":
        return theme.px(column.width)
    metrics = QFontMetrics(theme.font(BODY))
    words = [word for position in Position for word in position.label.replace("/", "/ ").split()]
    return max(theme.px(column.width), max(map(metrics.horizontalAdvance, words)) + theme.px(_CELL_PAD))


def _html_table(lines: list[list[str]]) -> str:
    rows = ("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in line) + "</tr>" for line in lines)
    return "<table>" + "".join(rows) + "</table>"
