"""One function over many subjects, in one process or in a few; the results come in the subjects' order either way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Subject = TypeVar("Subject")
Result = TypeVar("Result")

MANY = 100
"""Subjects from which several processes are worth their start: each takes about two seconds to load what it needs, in
which one alone reads some forty pages."""
MOST = 8
"""Processes at most, unless more are asked for: each holds its own libraries and models."""
BATCH = 4
"""Subjects handed over at once: enough to hide the way there and back, few enough to keep all busy to the end."""


def workers_for(subjects: int, asked: int | None, many: int = MANY, batch: int = BATCH) -> int:
    """How many processes to use: those asked for; if None, one for few subjects and one a processor for `many`. Never
    more than there is work for, and one inside a process of such a pool."""
    if multiprocessing.parent_process() is not None:
        return 1
    wanted = asked if asked is not None else 1 if subjects < many else min(MOST, os.cpu_count() or 1)
    return max(1, min(wanted, -(-subjects // batch)))


class Pool:
    """Processes that several calls of `each` share, so that what one of them has loaded serves the next; they are
    started when they are first needed, and end with the `with`.

    Processes are spawned, not forked, on every system: a fork copies the locks of threads that it does not copy. A
    script that asks for workers therefore needs the usual `if __name__ == "__main__":`.
    """

    def __init__(self) -> None:
        self._executor: ProcessPoolExecutor | None = None
        self._count = 0

    def __enter__(self) -> Pool:
        """Nothing is started yet."""
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def map(
        self, task: Callable[[Subject], Result], subjects: Sequence[Subject], count: int, batch: int
    ) -> Iterator[Result]:
        """The task's result for each subject, in order, with so many processes."""
        if self._executor is None or self._count < count:
            from concurrent.futures import ProcessPoolExecutor

            self._end()
            self._executor = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"))
            self._count = count
        return self._executor.map(task, subjects, chunksize=batch)

    def _end(self) -> None:
        if self._executor is not None:
            self._executor.shutdown()
            self._executor = None


def each(
    task: Callable[[Subject], Result],
    subjects: Sequence[Subject],
    workers: int | None = 1,
    *,
    many: int = MANY,
    batch: int = BATCH,
    pool: Pool | None = None,
) -> Iterator[Result]:
    """The task's result for each subject, in order. With several workers the task must be a function of a module.
    `many` and `batch`: from how many subjects on several processes are worth it, and how many one is handed at once.
    `pool`: processes to use, else some of this call's own (see `Pool`).
    """
    count = workers_for(len(subjects), workers, many, batch)
    if count == 1:
        yield from map(task, subjects)
    elif pool is not None:
        yield from pool.map(task, subjects, count, batch)
    else:
        with Pool() as own:
            yield from own.map(task, subjects, count, batch)
