"""Feeds that are watched."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from .base import Asked, Shape, Words
from .pages import Address


class FeedAsked(Asked):
    """A feed to watch."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"url": "https://news.example/rss", "group": "harbour"}]})

    url: Address
    group: Words | None = Field(default=None, min_length=1, max_length=100)


class Feed(Shape):
    """A feed that is watched."""

    url: str
    title: str | None
    group: str | None
    state: Literal["ok", "dead", "waiting"]
    next_due: str | None
    last_ok: str | None
    last_error: str | None
    failures: int = Field(description="In a row.")
    pages: int


class Feeds(Shape):
    """All feeds."""

    items: list[Feed]
