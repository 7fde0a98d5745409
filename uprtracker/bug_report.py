"""What may be said of a bug: kinds of errors and our own lines, never a value, for the log and for copying."""

import logging
import platform
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

from uprtracker.paths import log_dir
from uprtracker.version import __version__

_LOG_BYTES = 500_000
_PACKAGE = Path(__file__).parent


def start_log() -> Path:
    """Write the program's log into the person's folder for logs; returns the file, which may not be writable."""
    file = log_dir() / "uprtracker.log"
    logger = logging.getLogger("uprtracker")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return file
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    return file


def described(bug: BaseException) -> str:
    """The kinds of errors, from the one told back to its cause, and the lines of ours that they passed.

    Messages are left out: they may hold names or texts from a dossier.
    """
    lines = [f"UPR Tracker {__version__}, Python {platform.python_version()}, {platform.system()}"]
    error: BaseException | None = bug
    while error is not None:
        lines.append(type(error).__qualname__)
        for frame in traceback.extract_tb(error.__traceback__):
            file = Path(frame.filename)
            if file.is_relative_to(_PACKAGE):
                lines.append(f"  {file.relative_to(_PACKAGE.parent).as_posix()}:{frame.lineno} {frame.name}")
        error = error.__cause__ or error.__context__
    return "\n".join(lines)


def log_bug(bug: BaseException) -> str:
    """Log a bug and return what may be shown of it."""
    words = described(bug)
    logging.getLogger("uprtracker").error("bug\n%s", words)
    return words
