"""Work that makes many objects which all stay: looking through them for garbage again and again would double its time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE_BEFORE_A_LOOK = 100_000


@contextmanager
def many_objects() -> Iterator[None]:
    """Cycles of garbage are looked for seldom meanwhile, and not never: readers of large files make some."""
    before = gc.get_threshold()
    gc.set_threshold(_MADE_BEFORE_A_LOOK, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
