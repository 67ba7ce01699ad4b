"""Pages: what comes in, and what became of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .articles import ArticleInList
from .base import Asked, Listed, Shape, When, Words

State = Literal["new", "done", "failed"]
Address = Annotated[str, Field(min_length=1, max_length=4096, examples=["https://news.example/harbour-bridge"])]


class TextAsked(Asked):
    """A pasted article. With `url`, the address that it was taken from."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "Bridge closed\n\nThe harbour bridge was closed …", "url": "https://news.example/1"}]
        }
    )

    text: Words = Field(min_length=1, max_length=500_000)
    url: Address | None = None


class AddressesAsked(Asked):
    """Addresses to fetch, politely."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"urls": ["https://news.example/harbour-bridge"]}]})

    urls: list[Address] = Field(min_length=1, max_length=10)


class Taken(Shape):
    """What came of one page that was brought."""

    page: str | None
    path: str
    new: bool = Field(description="False where the page was in the store before.")
    state: State
    reason: str | None


class AllTaken(Shape):
    """What came of the pages that were brought, in their order."""

    items: list[Taken]


class PageInList(Shape):
    """One page of the queue."""

    id: str
    path: str
    url: str | None
    state: State
    reason: str | None
    added_at: When
    added_by: str
    feed: str | None
    articles: list[ArticleInList]


class Pages(Listed[PageInList]):
    """Pages, the newest first."""
