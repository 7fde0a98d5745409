"""Long work away from the window: one worker thread, one task after another, results by signal."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from uprtracker.errors import UserError


@dataclass(frozen=True)
class Outcome:
    """How a task ended: with a result, with a refusal in one sentence, or with a bug."""

    result: Any = None
    refusal: str = ""
    bug: Exception | None = None


class Task(QObject):
    """One piece of work. Its signals arrive in the window's thread; after `cancel` only `ended` does."""

    finished = Signal(object)
    """What the work returned."""
    refused = Signal(str)
    broke = Signal(object)
    """An exception that is a bug."""
    ended = Signal()

    def __init__(
        self,
        words: str,
        work: Callable[[], Any],
        *,
        blocks: bool,
        can_cancel: bool,
        stop: Event | None,
        has_dialog: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.has_dialog = has_dialog
        self.blocks = blocks
        self.can_cancel = can_cancel or stop is not None
        self._stop = stop or Event()
        self._work = work

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    @Slot()
    def cancel(self) -> None:
        """Forget the result when it comes; work that writes looks at its own `stop` and leaves nothing half written."""
        self._stop.set()

    def carry_out(self) -> Outcome:
        """Do the work in the calling thread; nothing where it was cancelled before its turn came."""
        if self.cancelled:
            return Outcome()
        try:
            return Outcome(result=self._work())
        except UserError as refusal:
            return Outcome(refusal=str(refusal))
        except Exception as bug:  # noqa: BLE001 - a bug must be told in the window's thread, not lost in this one
            return Outcome(bug=bug)

    def tell(self, outcome: Outcome) -> None:
        """Tell the outcome to whoever waits for it, and end."""
        if outcome.bug is not None:
            self.broke.emit(outcome.bug)
        elif not self.cancelled and outcome.refusal:
            self.refused.emit(outcome.refusal)
        elif not self.cancelled:
            self.finished.emit(outcome.result)
        self.ended.emit()
        self.deleteLater()


class _Worker(QObject):
    done = Signal(object, object)

    @Slot(object)
    def work(self, task: Task) -> None:
        self.done.emit(task, task.carry_out())


class Background(QObject):
    """Owns the thread; `started` tells the window to show what is being done."""

    started = Signal(object)
    _wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self._over = False
        self._thread = QThread(self)
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._wanted.connect(self._worker.work)
        self._worker.done.connect(self._tell)

    def run(
        self,
        words: str,
        work: Callable[[], Any],
        *,
        blocks: bool = False,
        can_cancel: bool = False,
        stop: Event | None = None,
        has_dialog: bool = False,
    ) -> Task:
        """Queue a piece of work; connect to the task before going back to the event loop.

        `words` say what is being done; `blocks`: the dossier must not be edited meanwhile. `stop` is set when the person
        cancels: the work looks at it, as only it knows where it may end. `has_dialog`: how far it is is told elsewhere.
        """
        if not self._over:
            self._thread.start()
        task = Task(
            words,
            work,
            blocks=blocks,
            can_cancel=can_cancel,
            stop=stop,
            has_dialog=has_dialog,
            parent=self,
        )
        self._tasks.append(task)
        self.started.emit(task)
        self._wanted.emit(task)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is being done or waits for its turn."""
        return bool(self._tasks)

    def drop(self) -> None:
        """Wait for what is being done and forget all that waits: what it works with is closed next."""
        self._pause()
        if self._tasks:
            # those that had not begun are passed over, and end
            self._thread.start()

    def stop(self) -> None:
        """Wait for what is being done, then end the thread for good: what is asked for from now on never begins."""
        # whoever hears that a task has ended may ask for more work
        self._over = True
        self._pause()

    def _pause(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._thread.quit()
        self._thread.wait()

    @Slot(object, object)
    def _tell(self, task: Task, outcome: Outcome) -> None:
        self._tasks.remove(task)
        task.tell(outcome)
