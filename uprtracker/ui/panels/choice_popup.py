"""A list to tick in, with a field that narrows it: for filters and for columns."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from uprtracker.i18n import _
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.text import fold

_WIDTH, _MOST_ROWS, _ROW = 300, 12, 28
_SEARCH_FROM = 8
"""Lists with fewer entries need no field to narrow them."""


@dataclass(frozen=True)
class Choice:
    """One entry; `fixed` ones are ticked for good."""

    value: Hashable
    label: str
    ticked: bool = False
    icon: QIcon | None = None
    fixed: bool = False


class ChoicePopup(QFrame):
    """Opens under a button; each tick is told at once, with all values that are ticked then, in the order of the list."""

    chosen = Signal(object)
    reset_requested = Signal()

    def __init__(self, title: str, choices: Iterable[Choice], parent: QWidget, *, reset: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("look", "popup")
        self.setAccessibleName(title)
        self._narrow = QLineEdit()
        self._narrow.setPlaceholderText(_("Search in {what}").format(what=title.lower()))
        self._narrow.setAccessibleName(self._narrow.placeholderText())
        self._list = _TickList()
        self._list.setAccessibleName(title)
        self._fill(list(choices))
        self._lay_out(reset)
        self._narrow.textChanged.connect(self._show_matching)
        self._list.itemChanged.connect(self._tell)

    def _fill(self, choices: list[Choice]) -> None:
        # kept here: Qt would turn the values of our scales into plain words
        self._values = [choice.value for choice in choices]
        theme = current_theme()
        for choice in choices:
            item = QListWidgetItem(choice.label)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsEnabled if choice.fixed else flags)
            item.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, theme.px(_ROW)))
            if choice.icon is not None:
                item.setIcon(choice.icon)
            self._list.addItem(item)
        rows = min(max(len(choices), 1), _MOST_ROWS)
        self._list.setFixedHeight(rows * theme.px(_ROW) + 4)
        self._list.setCurrentRow(0)
        self._narrow.setVisible(len(choices) >= _SEARCH_FROM)

    def _lay_out(self, reset: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._narrow)
        column.addWidget(self._list)
        if reset:
            button = LinkButton(reset)
            button.clicked.connect(self._reset)
            line = QHBoxLayout()
            line.addStretch()
            line.addWidget(button)
            column.addLayout(line)
        self.setFixedWidth(current_theme().px(_WIDTH))

    def open_under(self, widget: QWidget) -> None:
        """Show the list under a widget, within the screen."""
        self.adjustSize()
        room = widget.screen().availableGeometry()
        start = (
            widget.rect().bottomRight() - QPoint(self.width(), 0)
            if widget.isRightToLeft()
            else widget.rect().bottomLeft()
        )
        corner = widget.mapToGlobal(start + QPoint(0, 4))
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        (self._narrow if self._narrow.isVisible() else self._list).setFocus()

    def values(self) -> list[Any]:
        ticked = Qt.CheckState.Checked
        return [v for row, v in enumerate(self._values) if self._list.item(row).checkState() == ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._narrow.hasFocus():
            self._list.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _show_matching(self, typed: str) -> None:
        wanted = fold(typed)
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            item.setHidden(wanted not in fold(item.text()))
        for item in items:
            if not item.isHidden():
                self._list.setCurrentItem(item)
                break

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.values())

    @Slot()
    def _reset(self) -> None:
        self.reset_requested.emit()
        self.close()


class _TickList(QListWidget):
    """A row is ticked wherever it is clicked, and with Enter as with the space bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "ticks")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._state_before: Qt.CheckState | None = None
        self.itemPressed.connect(self._remember)
        self.itemClicked.connect(self._toggle_unless_ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            _toggle(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _remember(self, item: QListWidgetItem) -> None:
        self._state_before = item.checkState()

    def _toggle_unless_ticked(self, item: QListWidgetItem) -> None:
        # a click on the box itself has been counted by Qt already
        if item.checkState() == self._state_before:
            _toggle(item)


def _toggle(item: QListWidgetItem) -> None:
    if item.flags() & Qt.ItemFlag.ItemIsEnabled:
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
