"""What happened, in order: the one queue that live pages and webhooks are fed from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select, text

from .clock import now
from .tables import EVENTS

_LOCK = 7_051_903_226


def tell(connection: Connection, kind: str, story: str | None, data: Mapping[str, Any]) -> None:
    """One more event, seen once the transaction is kept.

    On PostgreSQL a number is given out before the transaction ends: without the lock a later event could be seen before
    an earlier one, and who asks for all after it would miss that for good. SQLite has one writer at a time anyhow.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    connection.execute(insert(EVENTS).values(at=now(), kind=kind, story=story, data=dict(data)))


def last_event(connection: Connection) -> int:
    """The number of the last event; 0 before the first."""
    return int(connection.scalar(select(func.coalesce(func.max(EVENTS.c.number), 0))) or 0)


def events_after(connection: Connection, after: int, story: str | None, limit: int) -> list[Mapping[str, Any]]:
    """Events with a greater number, oldest first."""
    asked = select(EVENTS).where(EVENTS.c.number > after).order_by(EVENTS.c.number).limit(limit)
    if story is not None:
        asked = asked.where(EVENTS.c.story == story)
    return [row._asdict() for row in connection.execute(asked)]
