"""What came of a form that was sent, kept for a while: the browser is sent on to it, and may load it again."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")
_MOST = 500


class Receipts(Generic[T]):
    """The last few hundred results, each by a name that nobody can guess."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, T] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, result: T) -> str:
        """Keep a result; its name."""
        name = secrets.token_urlsafe(12)
        with self._lock:
            self._kept[name] = result
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return name

    def get(self, name: str) -> T | None:
        """The result of that name, if it is still kept."""
        with self._lock:
            return self._kept.get(name)
