"""Feeds that are watched."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import watching

from ..answers import answered
from ..asking import Reader, Watcher
from ..shapes.feeds import Feed, FeedAsked, Feeds
from ..state import TheStore

router = APIRouter(tags=["feeds"])
FeedAddress = Annotated[str, Query(min_length=1, max_length=4096, description="The feed's address.")]


@router.get("/feeds", response_model=Feeds)
def feeds(request: Request, store: TheStore, who: Reader) -> Response:
    """All feeds, with how they fare."""
    return answered(request, Feeds.model_validate({"items": watching.feeds(store)}))


@router.post("/feeds", response_model=Feed, status_code=201)
def add_feed(request: Request, store: TheStore, who: Watcher, asked: FeedAsked) -> Response:
    """Watch a feed. One that is watched already gets the new group."""
    feed = watching.add_feed(store, asked.url, who.name, group=asked.group)
    request.state.subject = feed.url
    return answered(request, Feed.model_validate(feed), status=201)


@router.delete("/feeds", status_code=204, response_class=Response)
def remove_feed(
    request: Request,
    store: TheStore,
    who: Watcher,
    url: FeedAddress,
) -> None:
    """Watch a feed no longer. Its pages stay."""
    request.state.subject = url
    watching.remove_feed(store, url)
