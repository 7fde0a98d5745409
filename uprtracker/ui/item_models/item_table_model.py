"""A list of things as a table: columns are data, rows may be ticked. What the things are is known to who shows them."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from uprtracker.i18n import _
from uprtracker.ui.plain_label import tooltip

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class ItemColumn:
    """One column. `note` is a quieter line below the text, `bucket` the status whose shape stands before it.

    `width`: pixels of LOOK.md, 0 for a share of the room that is left; `look`: strong, plain, quiet or number.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    look: str = "plain"
    note: Callable[[Any], str] | None = None
    bucket: Callable[[Any], str] | None = None

    def whole_text(self, item: Any) -> str:
        """What the cell says, its note included."""
        pieces = (self.text(item), self.note(item) if self.note else "")
        return "\n".join(piece for piece in pieces if piece)


class ItemTableModel(QAbstractTableModel):
    """`key` tells things apart when the list is read again, so that ticks stay. With ticks, column 0 holds them.

    `may_tick` says which things have a box.
    """

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[ItemColumn],
        key: Callable[[Any], Hashable],
        *,
        ticks: bool = False,
        may_tick: Callable[[Any], bool] = lambda _item: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.may_tick = may_tick
        self.columns = tuple(columns)
        self.ticks = ticks
        self._key = key
        self._items: list[Any] = []
        self._ticked: set[Hashable] = set()

    def set_items(self, items: Iterable[Any], *, keep_ticks: bool = False) -> None:
        """Show these; what was ticked and is still there stays ticked, with `keep_ticks` also what is not shown now."""
        before = self.ticked()
        self.beginResetModel()
        self._items = list(items)
        if not keep_ticks:
            self._ticked &= {self._key(item) for item in self._items}
        self.endResetModel()
        if self.ticked() != before:
            self.ticks_changed.emit()

    def items(self) -> list[Any]:
        return list(self._items)

    def row_at(self, place: int) -> Any:
        return self._items[place]

    def place_of(self, key: Hashable) -> int | None:
        """The row that shows the thing with this key, if one does."""
        return next((n for n, item in enumerate(self._items) if self._key(item) == key), None)

    def key_of(self, item: Any) -> Hashable:
        return self._key(item)

    def ticked(self) -> list[Any]:
        """The things that are ticked, in their order."""
        return [item for item in self._items if self._key(item) in self._ticked]

    def is_ticked(self, item: Any) -> bool:
        return self._key(item) in self._ticked

    def tick(self, items: Iterable[Any], on: bool) -> None:
        """Tick things, or take their ticks away."""
        keys = {self._key(item) for item in items if self.may_tick(item)}
        wanted = self._ticked | keys if on else self._ticked - keys
        if wanted == self._ticked:
            return
        self._ticked = wanted
        if self._items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._items) - 1, 0))
        self.ticks_changed.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns) + self.ticks

    def column_at(self, number: int) -> ItemColumn | None:
        """The column with this number; `None` for that of the ticks."""
        return self.columns[number - self.ticks] if number >= self.ticks else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        column = self.column_at(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignTrailing
                if column and column.look == "number"
                else Qt.AlignmentFlag.AlignLeading
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title if column else ""
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        read = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        box = self.column_at(index.column()) is None and self.may_tick(self._items[index.row()])
        return read | Qt.ItemFlag.ItemIsUserCheckable if box else read

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], self.column_at(index.column())
        if column is None:
            return self._tick_data(item, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.whole_text(item)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(column.whole_text(item))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self.column_at(index.column()) is not None:
            return False
        self.tick([self._items[index.row()]], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _tick_data(self, item: Any, role: int) -> Any:
        if not self.may_tick(item):
            return None
        ticked = self.is_ticked(item)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("Ticked") if ticked else _("Not ticked")
        return None
