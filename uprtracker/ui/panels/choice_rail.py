"""A left rail of lists under headings, of which one entry is always chosen: what a page is about to work through."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.ui.panels.rail_list import Entry, RailList, rail_heading
from uprtracker.ui.theme import current_theme

WIDTH = 276


class ChoiceRail(QScrollArea):
    """A subclass names its lists and fills them with `show_lists`; a list without entries is not shown."""

    chosen = Signal(str)
    """The key of the entry that was chosen."""
    entered = Signal()
    """The person wants to begin."""

    def __init__(self, name: str, lists: Sequence[RailList], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._lists = tuple(lists)
        self._headings = [rail_heading(rail.accessibleName()) for rail in lists]
        self._key = ""
        self._lay_out()
        for rail in self._lists:
            rail.values_chosen.connect(self._choose)
            rail.opened.connect(self.entered)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(WIDTH), 600)

    def show_lists(self, entries: Sequence[Sequence[Entry]]) -> None:
        """The entries of each list in its order."""
        for rail, heading, lines in zip(self._lists, self._headings, entries, strict=True):
            rail.show_entries(lines)
            rail.setVisible(bool(lines))
            heading.setVisible(bool(lines))
        self.show_chosen(self._key)

    def show_chosen(self, key: str) -> None:
        """Mark the entry that is worked through."""
        self._key = key
        for rail in self._lists:
            rail.show_chosen([key])

    @Slot(object)
    def _choose(self, values: list[str]) -> None:
        """Something always stays chosen."""
        if values and values[0] != self._key:
            self.show_chosen(values[0])
            self.chosen.emit(values[0])
        else:
            self.show_chosen(self._key)

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(current_theme().px(160))
        self.setProperty("ground", "ground")
        inside = QWidget()
        inside.setProperty("ground", "ground")
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(6, 12, 4, 16)
        lines.setSpacing(2)
        for rail, heading in zip(self._lists, self._headings, strict=True):
            lines.addWidget(heading)
            lines.addWidget(rail)
        lines.addStretch()
        self.setWidget(inside)
