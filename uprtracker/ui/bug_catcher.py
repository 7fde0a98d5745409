"""Catches what nobody caught: logs it without its values, and tells the person once."""

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from uprtracker.bug_report import log_bug
from uprtracker.ui.dialogs.bug_dialog import BugDialog


class BugCatcher(QObject):
    """Python's hook for uncaught errors until `release`; a bug in another thread is told in the window's."""

    _caught = Signal(str)

    def __init__(self, window: QWidget, log_file: str) -> None:
        super().__init__(window)
        self._window = window
        self._log_file = log_file
        self._shown: BugDialog | None = None
        self._caught.connect(self._show)
        self._before = sys.excepthook
        sys.excepthook = self.catch

    def release(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def catch(self, _kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        if isinstance(bug, KeyboardInterrupt):
            self._window.close()
        else:
            self._caught.emit(log_bug(bug))

    @Slot(str)
    def _show(self, words: str) -> None:
        # the same mistake in every paint or timer must not bury the person under dialogs
        if self._shown is None:
            self._shown = BugDialog(words, self._log_file, self._window)
            self._shown.finished.connect(self._forget)
            self._shown.open()

    @Slot()
    def _forget(self) -> None:
        self._shown = None
