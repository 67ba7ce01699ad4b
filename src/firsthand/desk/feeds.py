"""The feeds that are watched: named one by one, or by a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.pages.elements import NotWellFormed, elements
from firsthand.pages.fetching.urls import RefusedURLError, target_of
from firsthand.store import feeds as kept
from firsthand.store.clock import now
from firsthand.store.opening import Store
from firsthand.store.tables.base import AnyRow

from .errors import NotThere, Refused
from .values import Feed

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST = 2000
"""Feeds of one list."""
LONGEST = 2_000_000
"""Characters of one list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A feed as a list names it."""

    url: str
    title: str | None = None
    group: str | None = None


def read_opml(text: str) -> tuple[Named, ...]:
    """The feeds of an OPML file, each with the folder that it is in, or of a list with one URL a line.

    Raises:
        Refused: it is neither, or names no feed.
    """
    if len(text) > LONGEST:
        raise Refused("a list of feeds of that length is not read")
    found = tuple(_outlines(text) if text.lstrip("\ufeff \t\r\n").startswith("<") else _lines(text))
    if not found:
        raise Refused("no feeds in this list: give OPML, or one URL a line")
    if len(found) > MOST:
        raise Refused(f"more than {MOST:,} feeds")
    return tuple({one.url: one for one in reversed(found)}.values())[::-1]


def add_feeds(store: Store, named: Sequence[Named], who: str) -> tuple[Feed, ...]:
    """Watch feeds from now on; those that are watched already stay as they are.

    Raises:
        Refused: one of them has no URL that could be asked for.
    """
    urls = [_address(one.url) for one in named]
    with store.write() as connection:
        for one, url in zip(named, urls, strict=True):
            kept.add(connection, url, one.title, one.group, who, now())
        rows = [kept.feed_of(connection, url) for url in dict.fromkeys(urls)]
    return tuple(feed_value(row) for row in rows if row is not None)


def add_feed(store: Store, url: str, who: str, *, title: str | None = None, group: str | None = None) -> Feed:
    """Watch one feed from now on.

    Raises:
        Refused: the URL is none that could be asked for.
    """
    (feed,) = add_feeds(store, (Named(url=url, title=title, group=group),), who)
    return feed


def remove_feed(store: Store, url: str) -> None:
    """Watch a feed no more. The pages that came from it stay.

    Raises:
        NotThere: it is not watched.
    """
    with store.write() as connection:
        if not kept.remove(connection, url):
            raise NotThere("this feed is not watched")


def feeds(store: Store) -> tuple[Feed, ...]:
    """All feeds, by group and title."""
    with store.read() as connection:
        return tuple(feed_value(row) for row in kept.all_feeds(connection))


def feed_value(row: AnyRow) -> Feed:
    """A row as a value."""
    return Feed(
        url=row.url,
        title=row.title,
        group=row.group_name,
        state=row.state,
        next_due=row.due,
        last_ok=row.last_ok,
        last_error=row.last_error,
        failures=row.failures,
        pages=row.pages,
    )


def _outlines(text: str) -> Iterator[Named]:
    """The feeds among the outlines, whatever folders they lie in."""
    try:
        for _, outer in elements(text, frozenset({"outline"})):
            for element in outer.iter():
                url = element.get("xmlUrl") or element.get("xmlurl")
                if url:
                    title = element.get("title") or element.get("text")
                    yield Named(url=url.strip(), title=title, group=_folder(element))
    except NotWellFormed as broken:
        raise Refused(f"the list of feeds: {broken}") from broken


def _folder(element: _Element) -> str | None:
    parent = element.getparent()
    if parent is None or not isinstance(parent.tag, str) or parent.tag.lower() != "outline":
        return None
    return parent.get("title") or parent.get("text")


def _lines(text: str) -> Iterator[Named]:
    for line in text.splitlines():
        url = line.strip("\ufeff \t")
        if url and not url.startswith("#"):
            yield Named(url=url)


def _address(url: str) -> str:
    try:
        return target_of(url, any_port=True).url
    except RefusedURLError as error:
        raise Refused(f"{url[:200]}: {error}") from error
