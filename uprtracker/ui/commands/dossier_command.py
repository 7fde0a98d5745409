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
    """Runs an action when it is pushed, or takes over one that is `done`; undoing takes its batch back, redoing takes
    that undo back. A refusal drops the command from the stack and is told by the notifier."""

    def __init__(
        self,
        dossier: "Dossier",
        notifier: Notifier,
        *,
        action: Action | None = None,
        done: ChangeSet | None = None,
    ) -> None:
        super().__init__()
        self._dossier = dossier
        self._notifier = notifier
        self._first = action or (lambda: done or ChangeSet(""))
        self._batch = ""

    def redo(self) -> None:
        self._run(self._take_back if self._batch else self._first)

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
        self._batch = change.batch
        self.setObsolete(not change.changed)
        if not self.text():
            self.setText(change.title)
        self._notifier.announce(change)
