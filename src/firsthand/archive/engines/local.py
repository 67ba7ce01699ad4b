"""A pool of processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self

from .protocol import Job, Result, Tries


def _end_with_parent() -> None:
    """Let this worker end when the process that asked for it is gone, even if that was killed outright: the pool's
    queue would have it wait for ever, with all its models."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


class Local:
    """A pool whose processes load what they need once; with one worker, this very process."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def each(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[tuple[int, Result]]:
        """As `Engine.each`. When one process dies the pool is broken, and what the others did is lost with it. All of
        it is done again one by one, so that who dies again is known."""
        if self.workers == 1:
            yield from ((number, task(job)) for number, job in enumerate(jobs))
            return
        waiting = deque(range(len(jobs)))
        running: dict[Future[Result], int] = {}
        tries, suspects = Tries(len(jobs)), set[int]()
        while waiting or running:
            while waiting and len(running) < (1 if suspects else 2 * self.workers):
                number = waiting.popleft()
                running[self._submit(task, jobs[number])] = number
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            lost = []
            for future in sorted(done, key=lambda one: running[one]):
                number = running.pop(future)
                try:
                    result = future.result()
                except BrokenProcessPool:
                    lost.append(number)
                else:
                    suspects.discard(number)
                    yield number, result
            if lost:
                lost += running.values()
                running.clear()
                self._close()
                for number in lost:
                    tries.died(number, jobs[number])
                suspects.update(lost)
                waiting.extendleft(sorted(lost, reverse=True))

    def _submit(self, task: Callable[[Job], Result], job: Job) -> Future[Result]:
        if self._pool is None:
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.workers, mp_context=spawn, initializer=_end_with_parent)
        try:
            return self._pool.submit(task, job)
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._close()
