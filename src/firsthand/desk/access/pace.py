"""How often somebody may ask: allowances that refill with time, in memory, one for each asker."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

_MOST_ASKERS = 20_000
"""Askers that are remembered. A crowd of addresses pushes out those that were silent longest, whose allowance is full
again by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left of an allowance. `wait` is the seconds until the next request may come, 0 if it may now."""

    allowed: bool
    limit: int
    remaining: int
    window: int
    """Seconds in which the whole allowance comes back."""
    wait: float


class Pace:
    """So many requests in so many seconds for each asker. The allowance refills steadily (a token bucket)."""

    def __init__(self, limit: int, seconds: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self.seconds = seconds
        self._clock = clock
        self._askers: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, asker: str, cost: int = 1) -> Left:
        """Take from the asker's allowance, if there is enough; a cost of 0 only looks."""
        with self._lock:
            now = self._clock()
            had, since = self._askers.pop(asker, (float(self.limit), now))
            has = min(float(self.limit), had + (now - since) * self.limit / self.seconds)
            allowed = has >= max(cost, 1)
            if allowed:
                has -= cost
            self._askers[asker] = (has, now)
            while len(self._askers) > _MOST_ASKERS:
                self._askers.popitem(last=False)
        wait = 0.0 if has >= 1 else (1 - has) * self.seconds / self.limit
        return Left(allowed=allowed, limit=self.limit, remaining=int(has), window=self.seconds, wait=wait)
