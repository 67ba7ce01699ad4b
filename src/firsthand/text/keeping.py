"""What was worked out lately and may be asked for again: bounded, and safe where several threads ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Values by key, of which the `most` that were last asked for are kept.

    Unlike `functools.lru_cache` it is asked for many at once, so that what is missing can be worked out together.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def all_of(self, keys: Sequence[Key], make: Callable[[Sequence[Key]], Iterable[Value]]) -> list[Value]:
        """The value of each key; `make` gives those of the keys that are not kept, each named once, in their order."""
        with self._lock:
            found = {key: self._values[key] for key in keys if key in self._values}
        new = [key for key in dict.fromkeys(keys) if key not in found]
        if new:
            found.update(zip(new, make(new), strict=True))
        self.keep(found)
        return [found[key] for key in keys]

    def keep(self, found: dict[Key, Value]) -> None:
        """Keep these, as the last asked for."""
        with self._lock:
            for key, value in found.items():
                self._values[key] = value
                self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._values.clear()
