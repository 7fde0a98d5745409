"""Suggestions kept while the decisions that shaped them stand; those asked for come at once, the rest in the pauses."""

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from uprtracker.suggestions import Suggestion
from uprtracker.vocabulary.read_model import Recommendation

if TYPE_CHECKING:  # loaded with the first dossier, not with the window
    from uprtracker.services.suggesting import Suggester

_SLICE_S = 0.012
"""How long one turn may keep the window waiting."""


class SuggestionCache(QObject):
    """Nothing is stored: after a decision `start` is called again and every suggestion is made anew."""

    completed = Signal()
    """All rows that were asked for have suggestions."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._suggester: Suggester | None = None
        self._known: dict[int, Suggestion] = {}
        self._fresh: set[int] = set()
        self._waiting: list[Recommendation] = []
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._go_on)

    @property
    def available(self) -> bool:
        """Whether there are suggestions for the dossier's text."""
        return self._suggester is not None and self._suggester.available

    def clear(self) -> None:
        self._turn.stop()
        self._suggester = None
        self._known, self._waiting = {}, []

    def start(self, make: Callable[[], "Suggester"], rows: list[Recommendation]) -> None:
        """Suggest for these rows, first to last; older suggestions serve until theirs are there."""
        self._suggester = make()
        self._fresh = set()
        self._waiting = rows[::-1] if self._suggester.available else []
        self._turn.start()

    def of(self, row: Recommendation) -> Suggestion | None:
        """The suggestion for a row as decisions stand now, made at once if it is not there."""
        if self._suggester is None or not self._suggester.available:
            return None
        if row.id not in self._fresh:
            self._known[row.id] = self._suggester.suggest(row)
            self._fresh.add(row.id)
        return self._known[row.id]

    def known(self) -> Mapping[int, Suggestion]:
        """What there is by now, by the rows' ids."""
        return self._known

    @Slot()
    def _go_on(self) -> None:
        end = perf_counter() + _SLICE_S
        while self._waiting and perf_counter() < end:
            self.of(self._waiting.pop())
        if not self._waiting:
            self._turn.stop()
            self.completed.emit()
