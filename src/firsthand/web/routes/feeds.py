"""Feeds: what is watched, how it goes, and what to do about the dead ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from firsthand.api.asking import Reader, Watcher
from firsthand.api.state import TheStore
from firsthand.desk import watching

from .doorway import ThePages, see

router = APIRouter()
_LONGEST_LIST = 500_000


@router.get("/feeds")
def feeds(request: Request, person: Reader, store: TheStore, pages: ThePages) -> Response:
    """All feeds, the dead ones first."""
    order = {"dead": 0, "waiting": 2, "ok": 1}
    rows = sorted(watching.feeds(store), key=lambda feed: (order[feed.state], feed.group or "", feed.title or feed.url))
    return pages.answer(request, "feeds.html", rows=rows, groups=sorted({feed.group for feed in rows if feed.group}))


@router.post("/feeds")
def add(
    person: Watcher,
    store: TheStore,
    urls: Annotated[str, Form(max_length=_LONGEST_LIST)] = "",
    group: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Watch feeds: addresses one a line, or an OPML file's text."""
    named = [replace(one, group=group.strip() or one.group) for one in watching.read_opml(urls)]
    watching.add_feeds(store, named, person.name)
    return see("/feeds")


@router.post("/feeds/remove")
def remove(person: Watcher, store: TheStore, url: Annotated[str, Form(max_length=8000)]) -> Response:
    """Watch a feed no more. Its pages stay."""
    watching.remove_feed(store, url)
    return see("/feeds")
