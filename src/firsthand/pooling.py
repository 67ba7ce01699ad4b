"""One function over many subjects, in one process or in a few; the results come in the subjects' order either way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

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


def each(
    task: Callable[[Subject], Result],
    subjects: Sequence[Subject],
    workers: int | None = 1,
    *,
    many: int = MANY,
    batch: int = BATCH,
) -> Iterator[Result]:
    """The task's result for each subject, in order. With several workers the task must be a function of a module.
    `many` and `batch`: from how many subjects on several processes are worth it, and how many one is handed at once.

    Processes are spawned, not forked, on every system: a fork copies the locks of threads that it does not copy. A
    script that asks for workers therefore needs the usual `if __name__ == "__main__":`.
    """
    count = workers_for(len(subjects), workers, many, batch)
    if count == 1:
        yield from map(task, subjects)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(task, subjects, chunksize=batch)
