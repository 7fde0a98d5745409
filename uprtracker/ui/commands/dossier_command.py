"""One action of a person as a step of the undo stack: the only place of the window that lets a service write."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from uprtracker.errors import UserError
from uprtracker.services.change import ChangeSet
from uprtracker.ui.notifier import Notifier

if TYPE_CHECKING:  # the database's library is loaded with the first dossier, not with the window
    from uprtracker.services.dossier import Dossier

Action = Callable[[], ChangeSet]


class DossierCommand(QUndoCommand):
    """Runs a service when it is pushed; undoing takes its batch back, redoing takes that undo back.

    A refusal drops the command from the stack and is told by the notifier. An action that is already `done` (in the
    background) is only announced.
    """

    def __init__(
        self, dossier: "Dossier", notifier: Notifier, action: Action, done: ChangeSet | None = None
    ) -> None:
        super().__init__()
        self._dossier = dossier
        self._notifier = notifier
        self._action = action
        self._done = done
        self._batch = ""

    def redo(self) -> None:
        if self._done is not None:
            self._take(self._done)
            self._done = None
        elif self._batch:
            self._run(self._take_back)
        else:
            self._run(self._action)

    def undo(self) -> None:
        self._run(self._take_back)

    def _take_back(self) -> ChangeSet:
        return self._dossier.undoing.undo(self._batch)

    def _run(self, action: Action) -> None:
        # obsolete until it has worked: whatever is raised here must not stay on the stack as if it had been done
        self.setObsolete(True)
        try:
            change = action()
        except UserError as refusal:
            self._notifier.refuse(refusal)
            return
        self._take(change)

    def _take(self, change: ChangeSet) -> None:
        self._batch = change.batch
        self.setObsolete(not change.changed)
        if not self.text():
            self.setText(change.title)
        self._notifier.announce(change)
