"""The left rail of the links page: the queues, with how many recommendations wait in each."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.ui.panels.choice_rail import ChoiceRail
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
from uprtracker.ui.panels.rail_list import Entry, RailList


class LinksQueue(ChoiceRail):
    """One queue is chosen at a time; `chosen` tells its key, `entered` that the person wants to decide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.to_decide = RailList(_("To decide"), several=False)
        self.decided = RailList(_("Decided"), several=False)
        self.alike = RailList(_("Alike, decide together"), several=False)
        self.themes = RailList(_("Undecided, by theme"), several=False)
        lists = (self.to_decide, self.decided, self.alike, self.themes)
        super().__init__(_("Queues"), lists, parent)
        self.setObjectName("links_queue")

    def show_queues(self, queues: LinkQueues, words_of: Callable[[str], str]) -> None:
        """`words_of` gives the name of a queue of texts that are alike."""
        themes = sorted(queues.keys(THEME), key=lambda key: (-queues.count(key), key))
        self.show_lists(
            (
                [_entry(key, queue_words(key), queues) for key in TO_DECIDE],
                [_entry(key, queue_words(key), queues) for key in DECIDED],
                [_entry(key, words_of(key), queues) for key in queues.keys(ALIKE)],
                [_entry(key, queue_words(key), queues) for key in themes],
            )
        )


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
