"""How far an import is, told from the thread that works to a dialog that can stop it; shown only after a moment."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.i18n import _
from uprtracker.services.progress import Progress
from uprtracker.ui.background import Task
from uprtracker.ui.dialogs.progress_dialog import ProgressDialog

_MOMENT_MS = 400
_LEAST_SECONDS = 0.05
"""Between two numbers that are told: more often nobody can read them."""


class ImportProgress(QObject):
    """Lives until its task ends. `begins` and `progress` are for the thread that works.

    `doing` says what is done with each file, with a place for its `{name}`.
    """

    _place_told = Signal(int)
    _count_told = Signal(int, int)

    def __init__(self, doing: str, paths: Sequence[Path], window: QWidget) -> None:
        super().__init__(window)
        self._doing, self._names = doing, [path.name for path in paths]
        self._stop = Event()
        self._last = 0.0
        self.progress = Progress(self._tell, self._stop.is_set)
        self._dialog = ProgressDialog(window)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(_MOMENT_MS)
        self._moment.timeout.connect(self._dialog.open)
        self._place_told.connect(self._show_place)
        self._count_told.connect(self._dialog.show_count)
        self._dialog.stop_requested.connect(self.stop)
        self._show_place(0)

    def begins(self, place: int) -> None:
        """The turn of the file at this place has come."""
        self._place_told.emit(place)

    def follow(self, task: Task) -> None:
        """Show the dialog if the task takes longer than a moment, until it ends."""
        task.ended.connect(self._end)
        self._moment.start()

    @Slot()
    def stop(self) -> None:
        """Stop at the next step; nothing is left behind."""
        self._stop.set()

    def _tell(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._last > _LEAST_SECONDS:
            self._last = now
            self._count_told.emit(done, total)

    @Slot(int)
    def _show_place(self, place: int) -> None:
        count = len(self._names)
        words = self._doing.format(name=self._names[place])
        if count > 1:
            words = _("{doing} ({n} of {count})").format(doing=words, n=place + 1, count=count)
        self._dialog.show_words(words)

    @Slot()
    def _end(self) -> None:
        self._moment.stop()
        self._dialog.end()
        self.deleteLater()
