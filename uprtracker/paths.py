"""Where things lie: shipped resources and the person's own folders. The one place that knows."""

from functools import cache
from pathlib import Path

import platformdirs

APP_NAME = "UPR Tracker"


@cache
def _resource_root() -> Path:
    packaged = Path(__file__).parent / "resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """A file or folder that ships with the program, in a checkout and in a wheel alike."""
    return _resource_root().joinpath(*parts)


def config_dir() -> Path:
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))


def log_dir() -> Path:
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False))
