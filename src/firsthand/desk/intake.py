"""What comes in: files, uploads, pasted text and URLs, each page kept as it was found and put in the queue once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from firsthand.model import Failure, Hints, Page
from firsthand.pages.bounds import LARGEST, megabytes
from firsthand.pages.originals import Original, originals_of_answer, originals_of_bytes, originals_of_files
from firsthand.store import pages
from firsthand.store.opening import Store
from firsthand.store.packing import storable

from .errors import Refused
from .values import Taken

if TYPE_CHECKING:
    from firsthand.pages.feeds import Item
    from firsthand.pages.fetching import Clock, Network, Policy

    from .fetching import Fetcher

LARGEST_UPLOAD = LARGEST
"""Bytes of one upload: what one page may have."""
LONGEST_NAME = 200
MOST_URLS = 200
"""URLs of one request: they are fetched one after the other, politely."""


def take_paths(store: Store, paths: Sequence[str | os.PathLike[str]], who: str) -> Iterator[Taken]:
    """The pages of files and folders (all that `firsthand report` reads)."""
    for found in originals_of_files(paths):
        yield _take(store, found, who)


def take_bytes(store: Store, name: str, data: bytes, media_type: str | None, who: str) -> Iterator[Taken]:
    """The pages of an upload: a page, or a container of pages. What its sender calls it decides nothing but its name.

    Raises:
        Refused: it is larger than a page may be.
    """
    if len(data) > LARGEST_UPLOAD:
        raise Refused(f"larger than {megabytes(LARGEST_UPLOAD)}")
    for found in originals_of_bytes(_plain_name(name, media_type), data):
        yield _take(store, found, who)


def take_text(store: Store, text: str, url: str | None, who: str) -> Iterator[Taken]:
    """Pasted text or markup; `url` says where it was found.

    Raises:
        Refused: it is longer than a page may be, is empty, or the URL is none.
    """
    data = text.encode("utf-8", "replace")
    if len(data) > LARGEST_UPLOAD:
        raise Refused(f"longer than {megabytes(LARGEST_UPLOAD)}")
    if not text.strip():
        raise Refused("there is no text")
    where = _address(url) if url else None
    if where is None:
        found = originals_of_bytes("pasted text", data)
    else:
        found = originals_of_answer(where, data, media_type=None, charset="utf-8", fetched=None)
    for one in found:
        yield _take(store, one, who)


def take_urls(
    store: Store,
    urls: Sequence[str],
    policy: Policy,
    who: str,
    *,
    network: Network | None = None,
    clock: Clock | None = None,
) -> Iterator[Taken]:
    """The pages at URLs, fetched with the policy's manners. One that cannot be had is told and passed over.

    Raises:
        Refused: more URLs than are taken at once.
    """
    from .fetching import Fetcher

    if len(urls) > MOST_URLS:
        raise Refused(f"more than {MOST_URLS} URLs at once")
    fetcher = Fetcher(policy, network=network, clock=clock)
    for url in urls:
        yield from take_answer(store, url, fetcher, who)


def take_answer(
    store: Store,
    url: str,
    fetcher: Fetcher,
    who: str,
    *,
    feed: str | None = None,
    hints: Hints | None = None,
    private: bool = True,
) -> Iterator[Taken]:
    """What a URL answers with, fetched and kept. `feed` named it, and said `hints` of it."""
    got = fetcher.get(url, private=private)
    if got.failure is not None:
        yield Taken(page=None, path=url, new=False, state="failed", reason=got.failure)
        return
    found = originals_of_answer(
        got.url, got.data, media_type=got.media_type, charset=got.charset, fetched=got.fetched, hints=hints
    )
    for one in found:
        yield _take(store, one, who, feed)


def take_item(store: Store, feed: str, item: Item, who: str) -> Iterator[Taken]:
    """The text of an item that a feed has in full."""
    data = (item.text or "").encode("utf-8", "surrogatepass")
    where = item.url or f"{feed}#{hashlib.sha256(data).hexdigest()[:12]}"
    found = originals_of_answer(
        where, data, media_type=item.media_type, charset="utf-8", fetched=None, hints=item.hints
    )
    for one in found:
        yield _take(store, one, who, feed)


def _take(store: Store, found: tuple[Page, Original] | Failure, who: str, feed: str | None = None) -> Taken:
    if isinstance(found, Failure):
        return Taken(page=None, path=storable(found.subject), new=False, state="failed", reason=found.reason)
    page, original = found
    fields = {field: getattr(original, field) for field in Original.__dataclass_fields__ if field != "data"}
    with store.write() as connection:
        new = pages.add_page(
            connection, {**fields, "id": page.id, "read_as": page.media_type}, original.data, who, feed
        )
        state, reason = pages.state_of(connection, page.id)
    return Taken(page=page.id, path=storable(page.url or page.path), new=new, state=state, reason=reason)


def _plain_name(name: str, media_type: str | None) -> str:
    """The last part of a name, in printable characters: it is shown, and never used as a path."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    shown = "".join(char if char.isprintable() else "\ufffd" for char in last)[:LONGEST_NAME].strip()
    ending = ".md" if media_type == "text/markdown" and not shown.lower().endswith((".md", ".markdown")) else ""
    return (shown or "an upload") + ending


def _address(url: str) -> str:
    """A URL in its one spelling.

    Raises:
        Refused: it is none that could be asked for.
    """
    from firsthand.pages.fetching.urls import RefusedURLError, target_of

    try:
        return target_of(url, any_port=True).url
    except RefusedURLError as error:
        raise Refused(f"the URL: {error}") from error
