"""Webhooks, and what is still to be handed to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from .tables import DELIVERIES, EVENTS, WATCHES
from .tables.base import AnyRow


def add(connection: Connection, row: Mapping[str, Any]) -> int:
    """One more webhook; its number."""
    key = connection.execute(insert(WATCHES).values(**row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def remove(connection: Connection, number: int) -> bool:
    """Tell it no more; False where there was none."""
    connection.execute(delete(DELIVERIES).where(DELIVERIES.c.watch == number))
    return connection.execute(delete(WATCHES).where(WATCHES.c.number == number)).rowcount > 0


def watches(connection: Connection, story: str | None = None) -> list[AnyRow]:
    """All webhooks, or those of one story."""
    asked = select(WATCHES).order_by(WATCHES.c.number)
    return list(connection.execute(asked if story is None else asked.where(WATCHES.c.story == story)))


def set_watch(connection: Connection, number: int, values: Mapping[str, Any]) -> None:
    """Take note of how a webhook does."""
    connection.execute(update(WATCHES).where(WATCHES.c.number == number).values(**values))


def add_deliveries(connection: Connection, watch: int, events: Sequence[int], at: str) -> None:
    """Events that are to be handed to a webhook."""
    if events:
        row = {"watch": watch, "attempts": 0, "due": at, "state": "waiting"}
        connection.execute(insert(DELIVERIES), [{**row, "event": one} for one in events])


def next_delivery(connection: Connection, at: str, without: Sequence[int] = ()) -> AnyRow | None:
    """What is to be handed over by now, the longest overdue first, with its event and its webhook; nothing for those
    `without`."""
    asked = (
        select(
            DELIVERIES,
            *(WATCHES.c[name] for name in ("url", "secret")),
            WATCHES.c.story.label("watched"),
            *(EVENTS.c[name] for name in ("at", "kind", "story", "data")),
        )
        .join(WATCHES, WATCHES.c.number == DELIVERIES.c.watch)
        .join(EVENTS, EVENTS.c.number == DELIVERIES.c.event)
        .where(DELIVERIES.c.state == "waiting", DELIVERIES.c.due <= at, WATCHES.c.state != "stopped")
        .order_by(DELIVERIES.c.due, DELIVERIES.c.number)
        .limit(1)
    )
    if without:
        asked = asked.where(DELIVERIES.c.watch.not_in(list(without)))
    return connection.execute(asked).first()


def set_delivery(connection: Connection, number: int, values: Mapping[str, Any]) -> None:
    """Take note of what became of it."""
    connection.execute(update(DELIVERIES).where(DELIVERIES.c.number == number).values(**values))
