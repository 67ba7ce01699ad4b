"""Feeds that are watched, and the addresses that they have named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from .inserting import insert_new
from .packing import storable, storable_or_none
from .tables import ENTRIES, FEEDS, PAGES
from .tables.base import AnyRow


def add(connection: Connection, url: str, title: str | None, group: str | None, who: str, at: str) -> bool:
    """Watch a feed; False where it is watched already."""
    row = {"url": url, "title": storable_or_none(title), "group_name": storable_or_none(group), "state": "waiting"}
    told = {"due": at, "etag": "", "modified": "", "added_at": at, "added_by": storable(who)}
    return insert_new(connection, FEEDS, row | told)


def remove(connection: Connection, url: str) -> bool:
    """Watch a feed no more; False where it was not watched."""
    connection.execute(delete(ENTRIES).where(ENTRIES.c.feed == url, ENTRIES.c.state == "waiting"))
    return connection.execute(delete(FEEDS).where(FEEDS.c.url == url)).rowcount > 0


def all_feeds(connection: Connection) -> list[AnyRow]:
    """All feeds, by group, title and address."""
    order = func.coalesce(FEEDS.c.group_name, ""), func.coalesce(FEEDS.c.title, ""), FEEDS.c.url
    return list(connection.execute(select(FEEDS).order_by(*order)))


def feed_of(connection: Connection, url: str) -> AnyRow | None:
    """One feed."""
    return connection.execute(select(FEEDS).where(FEEDS.c.url == url)).first()


def due_feeds(connection: Connection, at: str, limit: int) -> list[AnyRow]:
    """Feeds that are to be asked by now, the longest overdue first."""
    asked = select(FEEDS).where(FEEDS.c.due <= at).order_by(FEEDS.c.due, FEEDS.c.url).limit(limit)
    return list(connection.execute(asked))


def set_feed(connection: Connection, url: str, values: Mapping[str, Any]) -> None:
    """Take note of what became of asking a feed."""
    connection.execute(update(FEEDS).where(FEEDS.c.url == url).values(**values))


def count_pages(connection: Connection, url: str) -> None:
    """Take note of how many pages have come from a feed."""
    came = select(func.count()).select_from(PAGES).where(PAGES.c.feed == url).scalar_subquery()
    connection.execute(update(FEEDS).where(FEEDS.c.url == url).values(pages=came))


def add_entry(connection: Connection, entry: Mapping[str, Any]) -> bool:
    """An address that a feed names; False where one has named it before."""
    return insert_new(connection, ENTRIES, {**entry, "attempts": 0})


def due_entries(connection: Connection, at: str, limit: int) -> Sequence[AnyRow]:
    """Addresses that are to be fetched by now, the first to be named first."""
    asked = select(ENTRIES).where(ENTRIES.c.state == "waiting", ENTRIES.c.due <= at)
    return connection.execute(asked.order_by(ENTRIES.c.due, ENTRIES.c.number).limit(limit)).all()


def set_entry(connection: Connection, url: str, values: Mapping[str, Any]) -> None:
    """Take note of what became of an address."""
    connection.execute(update(ENTRIES).where(ENTRIES.c.url == url).values(**values))
