"""Work that makes many objects which all stay: looking through them for garbage again and again would double its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def many_objects() -> Iterator[None]:
    """No search for cycles of garbage meanwhile; what is no longer used is freed at once as always."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
