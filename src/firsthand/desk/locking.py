"""One worker a store: a lock that the system lets go of when its process ends, however it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import text

from firsthand.store.opening import Store

from .errors import Busy

_KEY = 7_051_903_225
"""Of PostgreSQL's advisory lock, which holds for one database."""


@contextmanager
def one_worker(store: Store, stream_path: Path) -> Iterator[None]:
    """Hold the store, and the stream's file, against every other worker.

    Raises:
        Busy: another has it.
    """
    with _file(stream_path.with_name(stream_path.name + ".lock")):
        if store.is_sqlite:
            yield
            return
        with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}):
                raise Busy("another worker has this store")
            yield
            connection.scalar(text("SELECT pg_advisory_unlock(:key)"), {"key": _KEY})


@contextmanager
def _file(path: Path) -> Iterator[None]:
    with path.open("ab") as file:
        try:
            import fcntl
        except ImportError:  # a system without such locks: PostgreSQL's still holds
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("another worker has this store") from None
        yield
