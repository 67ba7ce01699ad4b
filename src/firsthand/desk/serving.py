"""The desk's own process: worker, watcher and webhooks, apart from the one that answers people, so that these never
wait for a model."""

from __future__ import annotations

import multiprocessing
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.store.opening import open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess

    from firsthand.pages.fetching import Policy

PAUSE = 0.3
"""Seconds between two looks when nothing was due."""
RESTING = 2.0
"""Seconds before a process that died is begun anew."""
NICE = 5
"""So much the process steps back (see `nice`): who reads a page goes before what is read in."""
STOPPING = 20.0
"""Seconds in which the process may end what it has begun; it loses nothing if it is ended sooner."""


class Desk:
    """The process that works, and a new one where it has died. Use it as a context; it also ends when the one that
    began it does."""

    def __init__(self, place: str, stream: Path | None, policy: Policy) -> None:
        self._context = multiprocessing.get_context("spawn")
        self._task = (place, stream, policy)
        self._stop = self._context.Event()
        self._watching = threading.Thread(target=self._watch, daemon=True)
        self.process = self._started()

    def __enter__(self) -> Desk:
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watching.join(STOPPING)
        if self.process.is_alive():
            self.process.terminate()
            self.process.join()

    def _watch(self) -> None:
        """Begin again, with a pause, where the process ended without being told to."""
        while not self._stop.is_set():
            self.process.join(PAUSE)
            if not self.process.is_alive() and not self._stop.wait(RESTING):
                self.process = self._started()
        self.process.join(STOPPING)

    def _started(self) -> BaseProcess:
        process = self._context.Process(target=work, args=(*self._task, self._stop), name="firsthand-desk")
        process.start()
        return process


def work(place: str, stream: Path | None, policy: Policy, stop: threading.Event) -> None:
    """Work, watch and tell until told to stop, or until nobody is there to tell."""
    from .telling import Deliverer
    from .watching import Watcher
    from .working import Worker

    os.nice(NICE)
    with open_store(place) as store:
        watcher, deliverer = Watcher(store, policy), Deliverer(store, policy)
        with Worker(store, stream) as worker:
            helpers = [
                threading.Thread(target=repeated, args=(one.step, stop), daemon=True) for one in (watcher, deliverer)
            ]
            for one in helpers:
                one.start()
            repeated(worker.step, stop)


def repeated(step: Callable[[], bool], stop: threading.Event) -> None:
    """Do one thing after the other."""
    parent = multiprocessing.parent_process()
    while not stop.is_set() and (parent is None or parent.is_alive()):
        if not step():
            stop.wait(PAUSE)
