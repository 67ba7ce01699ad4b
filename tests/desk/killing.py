"""A process that takes pages in and works until nothing is left, killed at moments drawn from a seed.

It is forked from this one, which has loaded what it needs: so a kill strikes its work and not its start. Whoever calls
must have no store open: a SQLite connection does not survive a fork.
"""

from __future__ import annotations

import multiprocessing
import random
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from firsthand.desk.intake import take_paths
from firsthand.desk.stages import Stages
from firsthand.desk.working import Worker
from firsthand.store.opening import open_store


@dataclass(frozen=True, slots=True)
class Task:
    """What the process does: all pages of a folder, into a store at a path or URL."""

    place: str
    stream: Path
    folder: Path
    stages: Stages


def work_on(task: Task, begun: Connection | None = None) -> None:
    """Take the pages in and do all that waits."""
    with open_store(task.place) as store:
        if begun is not None:
            begun.send(True)
        for _ in take_paths(store, [str(task.folder)], "ada"):
            pass
        with Worker(store, task.stream, task.stages) as worker:
            while worker.step():
                pass


def run_to_the_end(task: Task) -> float:
    """Let the process end by itself; the seconds from its beginning to work to its end."""
    process = _started(task)
    began = time.monotonic()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - began


def run_with_kills(task: Task, *, most: int, longest: float, draw: random.Random) -> int:
    """Kill the process up to `most` times, each up to `longest` seconds after it has begun to work, then let it end;
    how often it was killed."""
    for kills in range(most):
        process = _started(task)
        process.join(draw.random() * longest)
        if process.exitcode is not None:
            assert process.exitcode == 0
            return kills  # it was quicker than its death
        process.kill()
        process.join()
    run_to_the_end(task)
    return most


def _started(task: Task) -> BaseProcess:
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=work_on, args=(task, there))
    process.start()
    there.close()
    assert here.recv()
    return process
