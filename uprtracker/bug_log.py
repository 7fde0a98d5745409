"""The log of faults: types and places only, never values, so that no text of a dossier reaches it."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from uprtracker.paths import log_dir
from uprtracker.version import __version__


def describe(error: BaseException) -> str:
    """Kind and frames of an error and of what it came from; no messages, no values."""
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines.append(type(current).__qualname__)
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def write_bug(error: BaseException) -> Path:
    """Append a fault to the log and return the log's path."""
    path = log_dir() / "faults.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} uprtracker {__version__}\n{describe(error)}\n\n")
    return path
