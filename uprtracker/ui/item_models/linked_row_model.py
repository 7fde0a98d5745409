"""The recommendations linked to one paragraph, as a list."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from uprtracker.ui.item_models.recommendation_column import row_sentence
from uprtracker.vocabulary.read_model import Recommendation, natural_order

_Index = QModelIndex | QPersistentModelIndex


class LinkedRowModel(QAbstractListModel):
    """Rows in natural order of their numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Recommendation] = []

    def show_rows(self, rows: Iterable[Recommendation]) -> None:
        self.beginResetModel()
        self._rows = natural_order(list(rows))
        self.endResetModel()

    def row_at(self, place: int) -> Recommendation:
        return self._rows[place]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {row.text}"
        return row_sentence(row) if role == Qt.ItemDataRole.AccessibleTextRole else None
