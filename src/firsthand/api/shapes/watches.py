"""Watches: webhooks that are told of new findings."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from .base import Asked, Shape, Words
from .pages import Address

Kind = Literal["page", "story", "finding", "decision", "feed", "failure"]


class WatchAsked(Asked):
    """Where to tell, and of what."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"url": "https://hooks.example/firsthand", "story": "story-1f3a09c2b7de", "kinds": ["finding"]}
            ]
        }
    )

    url: Address
    story: Words | None = Field(default=None, min_length=1, max_length=200, description="Null for all stories.")
    kinds: list[Kind] = Field(default=["finding"], min_length=1, max_length=6)


class Watch(Shape):
    """A webhook."""

    id: int
    story: str | None
    url: str
    kinds: list[Kind]
    by: str
    state: Literal["ok", "failing", "stopped"]
    last_error: str | None


class NewWatch(Watch):
    """A webhook, with what its deliveries are signed with, which is told this once."""

    secret: str


class Watches(Shape):
    """All webhooks."""

    items: list[Watch]
