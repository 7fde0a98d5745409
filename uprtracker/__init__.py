"""UPR Tracker: a State follows up what other States recommended to it in the Universal Periodic Review."""

from typing import TYPE_CHECKING, Any

from uprtracker.version import __version__

if TYPE_CHECKING:
    from uprtracker.api import open_dossier

__all__ = ["__version__", "open_dossier"]


def __getattr__(name: str) -> Any:
    """`open_dossier` is loaded when first used, so that the command line starts without the database."""
    if name == "open_dossier":
        from uprtracker.api import open_dossier

        return open_dossier
    raise AttributeError(name)
