"""Python's search for cyclic garbage, put off while a great many objects are made that will stay."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Generator


@contextlib.contextmanager
def collector_at_rest() -> Generator[None]:
    """Let the collector rest, around a block or a function.

    Hundreds of thousands of new objects, none of them garbage: looking through them again and again would take as
    long as making them.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # Both together move what was made to the oldest generation at once, without a look at each object.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
