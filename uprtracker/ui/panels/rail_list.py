"""A list of the left rail that is as high as its entries; a choice in it narrows the table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTreeWidget, QTreeWidgetItem

from uprtracker.ui.delegates.rail_delegate import (
    BAR_ROLE,
    COUNT_ROLE,
    ENTRY_HEIGHT,
    LABEL_ROLE,
    RailDelegate,
)
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.theme import SMALL, current_theme
from uprtracker.vocabulary.figures import StatusCount

_VALUE = Qt.ItemDataRole.UserRole
_OPEN_ROLE = BAR_ROLE + 1
_SIGN_WIDTH = 16


@dataclass(frozen=True)
class Entry:
    """One line: its value for the filter (`None`: cannot be chosen), words, count, and what stands below it."""

    value: Any
    words: str
    count: str = ""
    label: str = ""
    bar: StatusCount | None = None
    spoken: str = ""
    below: tuple["Entry", ...] = ()
    open: bool = True
    rule: str = ""
    """What the line stands for, where its words do not say it all."""


class RailList(QTreeWidget):
    """`values_chosen` tells all values chosen; Ctrl and Shift choose several where `several` are allowed."""

    values_chosen = Signal(object)
    opened = Signal(str)
    """Enter or a double click on an entry, with its value."""

    def __init__(
        self, name: str, *, several: bool = True, has_labels: bool = False, has_bars: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setItemDelegate(RailDelegate(self, has_labels=has_labels, has_bars=has_bars))
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setProperty("look", "rail")
        self.viewport().setAutoFillBackground(False)
        self.itemExpanded.connect(self._fit)
        self.itemCollapsed.connect(self._fit)
        self.itemSelectionChanged.connect(self._tell)
        self.itemActivated.connect(self._open)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries; what was chosen and open stays so where it is still there."""
        chosen = self.chosen_values()
        closed = self._values_where(lambda item: item.childCount() and not item.isExpanded())
        opened = self._values_where(lambda item: item.childCount() and item.isExpanded())
        current = self._value_of(self.currentItem())
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                self.addTopLevelItem(_item(entry))
            for item in self._items():
                value = item.data(0, _VALUE)
                if item.childCount():
                    stays = value in opened or (bool(item.data(0, _OPEN_ROLE)) and value not in closed)
                    item.setExpanded(stays)
                if current is not None and value == current:
                    self.setCurrentItem(item)
            self._select(chosen)
        self._fit()

    def show_chosen(self, values: Iterable[Any]) -> None:
        """Mark what the filter has, without telling it back."""
        with QSignalBlocker(self):
            self._select(list(values))
        self.viewport().update()

    def chosen_values(self) -> list[Any]:
        return [self._value_of(item) for item in self.selectedItems()]

    def sizeHint(self) -> QSize:
        return QSize(200, self._lines() * current_theme().px(ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None and item.childCount() and (self._on_sign(event) or self._value_of(item) is None):
            item.setExpanded(not item.isExpanded())
            return
        alone = item is not None and self.selectedItems() == [item]
        super().mousePressEvent(event)
        if alone and not event.modifiers():
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        toggles = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if toggles and item is not None and item.childCount() and self._value_of(item) is None:
            item.setExpanded(not item.isExpanded())
        elif event.key() == Qt.Key.Key_Escape and self.selectedItems():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def _on_sign(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        width = current_theme().px(_SIGN_WIDTH)
        return x > self.viewport().width() - width if self.isRightToLeft() else x < width

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        below = [[top, *(top.child(row) for row in range(top.childCount()))] for top in tops if top]
        return [item for items in below for item in items if item]

    def _values_where(self, test: Any) -> list[Any]:
        return [self._value_of(item) for item in self._items() if test(item)]

    def _value_of(self, item: QTreeWidgetItem | None) -> Any:
        return None if item is None else item.data(0, _VALUE)

    def _select(self, values: list[Any]) -> None:
        for item in self._items():
            item.setSelected(self._value_of(item) is not None and self._value_of(item) in values)

    def _lines(self) -> int:
        return sum(item.parent() is None or item.parent().isExpanded() for item in self._items())

    @Slot()
    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()

    @Slot()
    def _tell(self) -> None:
        self.values_chosen.emit([value for value in self.chosen_values() if value is not None])

    @Slot(QTreeWidgetItem)
    def _open(self, item: QTreeWidgetItem) -> None:
        if self._value_of(item) is not None:
            self.opened.emit(str(self._value_of(item)))


def _item(entry: Entry) -> QTreeWidgetItem:
    item = QTreeWidgetItem([entry.words])
    item.setData(0, _VALUE, entry.value)
    item.setData(0, LABEL_ROLE, entry.label)
    item.setData(0, COUNT_ROLE, entry.count)
    item.setData(0, BAR_ROLE, entry.bar)
    item.setData(0, _OPEN_ROLE, entry.open)
    words = " ".join(piece for piece in (entry.label, entry.words) if piece)
    item.setToolTip(0, tooltip("\n".join(piece for piece in (words, entry.rule) if piece)))
    item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, entry.rule)
    spoken = entry.spoken or ", ".join(p for p in (f"{entry.label} {entry.words}".strip(), entry.count) if p)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
    if entry.value is None:
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
    for child in entry.below:
        item.addChild(_item(child))
    return item


def rail_heading(words: str) -> PlainLabel:
    """The heading above one of several lists of a rail."""
    label = PlainLabel(words, "section")
    font = QFont(current_theme().font(SMALL, QFont.Weight.DemiBold))
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
    label.setFont(font)
    label.setContentsMargins(12, 10, 8, 2)
    return label
