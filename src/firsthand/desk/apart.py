"""What needs a model while somebody waits for the answer, in a process of its own: so that loading a model, or reading
a sentence with it, holds up no page that others read."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar

from firsthand.store.opening import Store, open_store

P = ParamSpec("P")
R = TypeVar("R")


class Calling(Protocol):
    """Calls a function with a store before its other arguments."""

    def __call__(self, work: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns."""


class Here:
    """In this process: for programs that serve one person, and for tests."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, work: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns."""
        return work(self._store, *args, **kwargs)


class Apart:
    """In another process, which has the store open and keeps its models. What goes in and comes out is pickled. Use it
    as a context; the process also ends when the one that began it does."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._lock = threading.Lock()
        self._pool = self._made()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def __call__(self, work: Callable[Concatenate[Store, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What the function returns. Where the process has died, another is asked, once."""
        pool = self._pool
        try:
            return pool.submit(_called, work, args, kwargs).result()
        except BrokenProcessPool:
            with self._lock:
                if self._pool is pool:
                    self._pool = self._made()
            return self._pool.submit(_called, work, args, kwargs).result()

    def make_ready(self, load: Callable[[Store], object]) -> None:
        """Have what is needed loaded before it is first needed, without waiting for it."""
        self._pool.submit(_called, load, (), {})

    def _made(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(1, context, initializer=_begin, initargs=(self._place,))


def load_models(store: Store) -> None:
    """Load what a check and two articles side by side are read with."""
    from firsthand.text.comparing import compare
    from firsthand.text.embeddings import embed

    from .close_reading import as_article, statements_in
    from .sensing import senses_of

    sentence = "The mayor said that the bridge was closed."
    statements_in(as_article(sentence))
    compare([(sentence, sentence)])
    with store.read() as connection:
        senses_of(store.engine).nearest(connection, embed([sentence])[0], 1)


_OPENED: list[Store] = []
"""In the other process: its store."""


def _begin(place: str) -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    _OPENED.append(open_store(place))


def _end_with(parent: Any) -> None:
    """End when the process that began this one is gone, however it went: nobody is there to tell."""
    parent.join()
    os._exit(0)


def _called(work: Callable[..., R], args: tuple[Any, ...], kwargs: dict[str, Any]) -> R:
    return work(_OPENED[-1], *args, **kwargs)
