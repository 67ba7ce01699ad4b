"""The end of the list of events: one look at the store for all who listen, and for nobody when nobody does."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool

from .problems import Problem

PAUSE = 0.5
"""Seconds between two looks."""


class Tail:
    """Knows the number of the latest event, as long as somebody listens."""

    def __init__(self, latest: Callable[[], int], most: int) -> None:
        self._latest = latest
        self._most = most
        self._open: Counter[str] = Counter()
        self._number = 0
        self._news = asyncio.Event()
        self._looking: asyncio.Task[None] | None = None
        self.closed = False
        """Whether the server is about to stop: streams end then, each after the event that it is at."""

    @contextmanager
    def listening(self, who: str, most: int | None = None) -> Iterator[None]:
        """Be counted as a listener.

        Raises:
            Problem: there are as many streams as may be.
        """
        if self._open.total() >= self._most or self._open[who] >= (most or self._most):
            raise Problem(HTTPStatus.SERVICE_UNAVAILABLE, "Too many streams are open.", headers={"Retry-After": "10"})
        self._open[who] += 1
        if self._looking is None:
            self._looking = asyncio.create_task(self._look())
        try:
            yield
        finally:
            self._open[who] -= 1
            self._open += Counter()  # forgets who has none left
            if not self._open and self._looking is not None:
                self._looking.cancel()
                self._looking = None

    async def newer(self, than: int, seconds: float) -> bool:
        """Wait until there is an event with a greater number, or so long."""
        ends = asyncio.get_running_loop().time() + seconds
        while self._number <= than and not self.closed:
            left = ends - asyncio.get_running_loop().time()
            if left <= 0:
                return False
            news = self._news
            try:
                await asyncio.wait_for(news.wait(), left)
            except TimeoutError:
                return False
        return True

    def close(self) -> None:
        """Let all streams end."""
        self.closed = True
        self._news.set()

    async def number(self) -> int:
        """The number of the latest event, now."""
        return await run_in_threadpool(self._latest)

    async def _look(self) -> None:
        while True:
            number = await run_in_threadpool(self._latest)
            if number != self._number:
                self._number = number
                self._news.set()
                self._news = asyncio.Event()
            await asyncio.sleep(PAUSE)
