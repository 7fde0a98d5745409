"""How far long work is, told while it is done, and whether the person still wants it."""

from collections.abc import Callable
from dataclasses import dataclass

from uprtracker.errors import UserError
from uprtracker.i18n import _


class CancelledError(UserError):
    """The person stopped the work; nothing of it was written."""


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody listens."""


def _go_on() -> bool:
    return False


@dataclass(frozen=True)
class Progress:
    """`told` hears how many of how many are done (0 where the total is not known yet), from the thread that works.

    `cancelled` is asked at each step; `CancelledError` then ends the work.
    """

    told: Callable[[int, int], None] = _tell_nobody
    cancelled: Callable[[], bool] = _go_on

    def step(self, done: int, total: int = 0) -> None:
        if self.cancelled():
            raise CancelledError(_("The import was cancelled; nothing was changed."))
        self.told(done, total)


SILENT = Progress()
