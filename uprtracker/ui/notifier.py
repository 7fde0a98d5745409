"""Tells the window what was committed, once, after the commit."""

from PySide6.QtCore import QObject, Signal

from uprtracker.services.change import ChangeSet


class Notifier(QObject):
    """One for a window; views connect to `committed` and read again what it names."""

    committed = Signal(object)
    """A `ChangeSet` that changed something."""
    refused = Signal(str)
    """One sentence about what was not done, or not wholly."""

    def announce(self, change: ChangeSet) -> None:
        if change.changed:
            self.committed.emit(change)
        for sentence in change.refused:
            self.refused.emit(sentence)

    def refuse(self, error: Exception) -> None:
        self.refused.emit(str(error))
