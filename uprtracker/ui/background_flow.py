"""What every flow of the window does alike: run long work in the background, tell refusals and bugs, enter steps."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.services.change import ChangeSet
from uprtracker.ui.background import Background, Task

if TYPE_CHECKING:  # loaded when a dossier is open, so that the window appears at once
    from uprtracker.ui.dossier_session import DossierSession


class BackgroundFlow(QObject):
    """Work that is asked for in the window and done away from it; what becomes of it is told by signal."""

    refused = Signal(str)
    entered = Signal(object)
    """The `ChangeSet` of what was written and is on the undo stack now."""

    def __init__(self, window: QWidget, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._session: DossierSession | None = None

    def _run(
        self, words: str, work: Callable[[], object], *, blocks: bool = False, can_cancel: bool = False
    ) -> Task:
        return self._watch(self._background.run(words, work, blocks=blocks, can_cancel=can_cancel))

    def _watch(self, task: Task) -> Task:
        """Tell how a task fails."""
        task.refused.connect(self.refused)
        task.broke.connect(self._report_bug)
        return task

    @Slot(object)
    def _report_bug(self, bug: Exception) -> None:
        sys.excepthook(type(bug), bug, bug.__traceback__)

    @Slot(object)
    def _enter(self, change: ChangeSet) -> None:
        """What was written in the background becomes a step of the undo stack."""
        if self._session is not None:
            self._session.editing.enter(change)
            self.entered.emit(change)
