"""A store, opened: SQLite in one file, or PostgreSQL, with the same tables."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from .migrating import migrate

WAIT = 30.0
"""Seconds to wait for another writer of a SQLite file: writes take milliseconds, a rebuilt story tens of them."""
CACHE = 65_536
"""KiB of pages that SQLite keeps in memory, a connection."""


class StoreError(Exception):
    """A store that cannot be opened. The message says which and why."""


class Store:
    """Connections to one database. Safe to share between threads; another process opens its own."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    @property
    def path(self) -> Path | None:
        """The file of a SQLite store; None for PostgreSQL."""
        found = self.engine.url.database
        return Path(found) if self.is_sqlite and found else None

    @property
    def is_sqlite(self) -> bool:
        """Which of the two it is."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until the block ends."""
        level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        with self.engine.connect() as connection, connection.execution_options(**level) as one:
            yield one

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction: kept when the block ends, as if it never was when the block raises."""
        with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_store(place: str | os.PathLike[str]) -> Store:
    """The store at a path (a SQLite file, made where there is none) or a URL (`sqlite:///…`, `postgresql://…`), brought
    up to the tables of this version.

    Raises:
        StoreError: it cannot be opened, or was written by a later version.
    """
    url = _url(os.fspath(place))
    engine = create_engine(url, **_options(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        migrate(engine)
    except Exception as error:
        engine.dispose()
        raise StoreError(f"cannot open the store {make_url(url).render_as_string()}: {_said(error)}") from error
    return Store(engine, url)


def _url(place: str) -> str:
    if place.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + place.partition("://")[2]
    if "://" in place and place.partition("://")[0].replace("+", "").isalnum():
        return place
    return f"sqlite:///{place}"


def _options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": WAIT, "check_same_thread": False}, "pool_size": 10, "max_overflow": 50}
    return {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 20}


def _prepare(connection: Any, _: object) -> None:
    """SQLite as a store needs it. `synchronous=FULL`: what was said to be kept is on the disk when the power goes."""
    connection.isolation_level = None  # transactions begin where we say so, see `_begin`
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"cache_size=-{CACHE}", "temp_store=MEMORY")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers queue at the start of their transaction: one that has read first could not be let through later."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _said(error: Exception) -> str:
    root: BaseException = getattr(error, "orig", None) or error
    if isinstance(root, sqlite3.OperationalError) and "unable to open" in str(root):
        return "there is no such folder, or no right to write in it"
    return str(root).strip().partition("\n")[0]
