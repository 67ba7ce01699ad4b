"""Stories as HTML, kept by story and version: what fifty people read is made once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress

_MOST_CHARACTERS = 48_000_000  # about a hundred stories of sixty articles, and thousands of usual ones


class Rendered:
    """The pages asked for last, up to a bound. Two who ask for the same page at once wait for one rendering."""

    def __init__(self, most: int = _MOST_CHARACTERS) -> None:
        self._most = most
        self._held = 0
        self._kept: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = threading.Lock()
        self._making: dict[Hashable, threading.Lock] = {}

    def held(self, key: Hashable) -> str | None:
        """What is kept for the key."""
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
        return known

    def get(self, key: Hashable, make: Callable[[], str]) -> str:
        """What is kept for the key, else what `make` gives."""
        with self._lock:
            if (known := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return known
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if (known := self._kept.get(key)) is not None:
                    return known
            try:
                made = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            self._keep(key, made)
        return made

    def _keep(self, key: Hashable, made: str) -> None:
        with self._lock:
            with suppress(KeyError):
                self._held -= len(self._kept.pop(key))
            self._kept[key] = made
            self._held += len(made)
            while self._held > self._most and len(self._kept) > 1:
                self._held -= len(self._kept.popitem(last=False)[1])
