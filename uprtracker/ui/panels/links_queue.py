"""The left rail of the links page: the queues, with how many recommendations wait in each."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.link_queues import (
    ALIKE,
    DECIDED,
    DOUBTFUL,
    LIKELY,
    LINKED,
    NONE,
    THEME,
    TO_DECIDE,
    UNLIKELY,
    LinkQueues,
)
from uprtracker.ui.panels.rail_list import Entry, RailList, rail_heading
from uprtracker.ui.theme import current_theme

WIDTH = 276


class LinksQueue(QScrollArea):
    """One queue is chosen at a time; `chosen` tells its key, `entered` that the person wants to decide."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("links_queue")
        self.setAccessibleName(_("Queues"))
        self.to_decide = RailList(_("To decide"), several=False)
        self.decided = RailList(_("Decided"), several=False)
        self.alike = RailList(_("Alike, decide together"), several=False)
        self.themes = RailList(_("Undecided, by theme"), several=False)
        self._lists = (self.to_decide, self.decided, self.alike, self.themes)
        self._headings = [rail_heading(rail.accessibleName()) for rail in self._lists]
        self._key = ""
        self._lay_out()
        for rail in self._lists:
            rail.values_chosen.connect(self._choose)
            rail.opened.connect(self.entered)

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(WIDTH), 600)

    def show_queues(self, queues: LinkQueues, words_of: Callable[[str], str]) -> None:
        """`words_of` gives the name of a queue of texts that are alike."""
        self.to_decide.show_entries([_entry(key, queue_words(key), queues) for key in TO_DECIDE])
        self.decided.show_entries([_entry(key, queue_words(key), queues) for key in DECIDED])
        self.alike.show_entries([_entry(key, words_of(key), queues) for key in queues.keys(ALIKE)])
        themes = sorted(queues.keys(THEME), key=lambda key: (-queues.count(key), key))
        self.themes.show_entries([_entry(key, queue_words(key), queues) for key in themes])
        for rail, heading in zip(self._lists, self._headings, strict=True):
            shown = rail.topLevelItemCount() > 0
            rail.setVisible(shown)
            heading.setVisible(shown)
        self.show_chosen(self._key)

    def show_chosen(self, key: str) -> None:
        """Mark the queue that is worked through."""
        self._key = key
        for rail in self._lists:
            rail.show_chosen([key])

    @Slot(object)
    def _choose(self, values: list[str]) -> None:
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


def queue_words(key: str) -> str:
    """The name of a queue; of a theme its label."""
    return {
        LIKELY: _("Probably concern the text"),
        DOUBTFUL: _("Doubtful"),
        UNLIKELY: _("Probably concern nothing"),
        LINKED: _("Linked"),
        NONE: _("Concern no paragraph"),
    }.get(key, key.removeprefix(THEME))


def _entry(key: str, words: str, queues: LinkQueues) -> Entry:
    return Entry(key, words, str(queues.count(key)))
