"""Rows that may be there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_new(connection: Connection, table: Table, row: Mapping[str, Any]) -> bool:
    """Put a row in, unless one with its key is there; whether it was put in."""
    made: Any = _insert(connection)(table).values(**row).on_conflict_do_nothing()
    return connection.execute(made.returning(*table.primary_key.columns)).first() is not None


def put(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]) -> None:
    """Put rows in, each in the place of one with its key, all of whose other columns are replaced."""
    if not rows:
        return
    made: Any = _insert(connection)(table)
    others = {name: made.excluded[name] for name in rows[0] if name not in key}
    connection.execute(made.on_conflict_do_update(index_elements=list(key), set_=others), list(rows))


def _insert(connection: Connection) -> Any:
    return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
