"""Loading large tables: a hundred thousand objects that all stay are no garbage to look for."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """The collector of cycles waits, and goes on behind it if it was running."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the collector of cycles, which would look through all that was loaded again and again: it takes half of
    the 1.4 s in which the gazetteer is read. Nor does it look at what is there by then ever after (`gc.freeze`): over
    101 articles it took 0.78 s of the processor so long as it did, and 0.33 since."""
    with paused():
        try:
            yield
        finally:
            gc.freeze()
