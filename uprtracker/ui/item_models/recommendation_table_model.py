"""The list of recommendations as a table. It holds the rows it is given, in the order asked for; it never writes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, Qt, Signal

from uprtracker.ui.item_models.recommendation_column import (
    COLUMN_NUMBERS,
    COLUMNS,
    column_title,
    row_sentence,
)
from uprtracker.ui.plain_label import tooltip
from uprtracker.vocabulary.read_model import Recommendation
from uprtracker.vocabulary.status import Status

NATURAL = -1
"""The column to sort by for the natural order of numbers."""

Index = QModelIndex | QPersistentModelIndex

_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITED = _READ | Qt.ItemFlag.ItemIsEditable
_NUMBER = COLUMN_NUMBERS["number"]
_STATUS, _LEAD, _DUE = COLUMN_NUMBERS["status"], COLUMN_NUMBERS["lead"], COLUMN_NUMBERS["due"]


class RecommendationTableModel(QAbstractTableModel):
    """Rows of `vocabulary.read_model.Recommendation`; an edit is a signal with the values the person saw before."""

    status_edited = Signal(object, object, object)
    """Ids, the wanted `Status`, and the latest status of each id before."""
    lead_edited = Signal(object, str, object)
    """Ids, the wanted lead ministry (empty: none), and that of each id before."""
    due_edited = Signal(object, object, object)
    """Ids, the wanted date or `None`, and that of each id before."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[Recommendation] = []
        self._places: dict[int, int] = {}
        self._sorted_by = NATURAL
        self._order = Qt.SortOrder.AscendingOrder
        self.editable = True
        """Whether cells may be edited: not in a dossier that is open for reading."""

    def set_rows(self, rows: Sequence[Recommendation]) -> None:
        """Show these rows, given in natural order. Rows that stay where they are keep selection and editors."""
        wanted = self._in_order(rows)
        if [row.id for row in wanted] == [row.id for row in self._rows]:
            before, self._rows = self._rows, wanted
            for place, (old, new) in enumerate(zip(before, wanted, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._take(wanted)
        self.endResetModel()

    def rows(self) -> list[Recommendation]:
        """The rows shown, in the order shown."""
        return list(self._rows)

    def row_at(self, place: int) -> Recommendation:
        return self._rows[place]

    def place_of(self, recommendation_id: int) -> int | None:
        """The row of the table that shows a recommendation, if one does."""
        return self._places.get(recommendation_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[column].text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_sentence(row) if column == _NUMBER else COLUMNS[column].text(row)
        if role == Qt.ItemDataRole.EditRole:
            return _edited_value(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and column != _NUMBER:
            return tooltip(COLUMNS[column].text(row))
        return row.id if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return column_title(COLUMNS[section].key) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITED if self.editable and COLUMNS[index.column()].editable else _READ

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the person wants; the cell changes when the dossier has."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        row, column = self._rows[index.row()], index.column()
        if column == _STATUS and value is not None:
            status = Status(value)
            if status is not row.status:
                self.status_edited.emit([row.id], status, {row.id: row.status})
        elif column == _LEAD:
            lead = str(value or "").strip()
            if lead != row.lead:
                self.lead_edited.emit([row.id], lead, {row.id: row.lead})
        elif column == _DUE:
            due_on = _as_date(value)
            if due_on != row.due_on:
                self.due_edited.emit([row.id], due_on, {row.id: row.due_on})
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column, equal ones naturally; `NATURAL` gives the natural order."""
        self._sorted_by, self._order = column, order
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in kept]
        self._take(self._in_order(self._rows))
        moved = [self.index(self._places[id_], index.column()) for id_, index in zip(ids, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _in_order(self, rows: Sequence[Recommendation]) -> list[Recommendation]:
        natural = sorted(rows, key=COLUMNS[_NUMBER].sort_key)
        if self._sorted_by == NATURAL:
            return natural
        descending = self._order == Qt.SortOrder.DescendingOrder
        return sorted(natural, key=COLUMNS[self._sorted_by].sort_key, reverse=descending)

    def _take(self, rows: list[Recommendation]) -> None:
        self._rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}


def _edited_value(row: Recommendation, column: int) -> Any:
    if column == _STATUS:
        return row.status
    if column == _LEAD:
        return row.lead
    if column == _DUE:
        return row.due_on
    return COLUMNS[column].text(row)


def _as_date(value: Any) -> date | None:
    if isinstance(value, QDate):
        return date(value.year(), value.month(), value.day()) if value.isValid() else None
    return value if isinstance(value, date) else None
