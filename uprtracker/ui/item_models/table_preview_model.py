"""The first rows of somebody's table, as they stand in the file."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

_Index = QModelIndex | QPersistentModelIndex


class TablePreviewModel(QAbstractTableModel):
    """The rows of headers are strong. Letters stand above the columns, as in a spreadsheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[int, tuple[str, ...]]] = ()
        self._letters: tuple[str, ...] = ()
        self._headers = range(0)

    def show_rows(
        self, rows: Sequence[tuple[int, tuple[str, ...]]], letters: tuple[str, ...], headers: range
    ) -> None:
        """Show rows with their numbers; `headers` are the numbers of those that hold headers."""
        self.beginResetModel()
        self._rows, self._letters, self._headers = rows, letters, headers
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._letters)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section][0]) if section < len(self._rows) else None
        return self._letters[section] if section < len(self._letters) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number, texts = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(texts[index.column()].split()) if index.column() < len(texts) else ""
        if role == Qt.ItemDataRole.FontRole and number in self._headers:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None
