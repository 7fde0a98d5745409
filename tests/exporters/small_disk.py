"""A disk on which there is no room for a file."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def small_disk(room: int) -> Iterator[None]:
    """No file may grow beyond `room` bytes; skips the test where the system knows no such limit."""
    resource = pytest.importorskip("resource", reason="the system does not limit the size of files")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
