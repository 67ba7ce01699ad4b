"""What stands in the columns of the parts: a few of a value's fields for who reads them with other tools, and the rest.

`more` holds all other fields of the value as JSON (see `codec`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import pyarrow as pa

from firsthand.model import Article, Failure, Page, Story

from .codec import dumped, loaded

Value = TypeVar("Value")
EPOCH = date(1970, 1, 1)
BESIDE = ("day", "around", "page_url", "sha256", "media_type")
"""What is kept of an article beside itself."""

PAGES = pa.schema([("id", pa.string()), ("path", pa.string()), ("url", pa.string()), ("sha256", pa.string()),
                   ("media_type", pa.string()), ("fetched", pa.string()), ("text", pa.binary()),
                   ("more", pa.string())])  # fmt: skip
ARTICLES = pa.schema([("id", pa.string()), ("page", pa.string()), ("path", pa.string()), ("url", pa.string()),
                      ("publisher", pa.string()), ("language", pa.string()), ("title", pa.string()),
                      ("day", pa.date32()), ("text", pa.binary()), ("around", pa.string()),
                      ("page_url", pa.string()), ("sha256", pa.string()), ("media_type", pa.string()),
                      ("more", pa.string())])  # fmt: skip
FAILURES = pa.schema([("stage", pa.string()), ("subject", pa.string()), ("reason", pa.string())])
STORIES = pa.schema([("id", pa.string()), ("title", pa.string()), ("date", pa.string()), ("place", pa.string()),
                     ("size", pa.int64()), ("copies", pa.int64()), ("articles", pa.list_(pa.string()))])  # fmt: skip
PLACEMENTS = pa.schema([("article", pa.string()), ("story", pa.string()), ("copy_of", pa.string()),
                        ("row", pa.int64())])  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article as the archive keeps it: with the day it is compared by, and the lines of its page around it."""

    article: Article
    day: date | None
    """Of its publication; where the page does not say, of its fetching."""
    around: str
    """The lines of the page that are no article text: what two pages share of them is boilerplate."""
    page_url: str | None
    sha256: str
    media_type: str
    """As of the page."""


def page_table(pages: Sequence[Page]) -> pa.Table:
    """Pages as rows."""
    return _table(PAGES, (_row(page, PAGES) for page in pages))


def pages_in(table: pa.Table) -> Iterator[Page]:
    """The pages of a table that `page_table` made."""
    return (_value(Page, row) for row in table.to_pylist())


def article_table(articles: Sequence[Kept]) -> pa.Table:
    """Articles as rows."""
    return _table(ARTICLES, (_row(one.article, ARTICLES) | _beside(one) for one in articles))


def articles_in(table: pa.Table) -> Iterator[Kept]:
    """The articles of a table that `article_table` made."""
    for row in table.to_pylist():
        beside = {name: row.pop(name) for name in BESIDE}
        yield Kept(article=_value(Article, row), **beside)


def failure_table(failures: Sequence[Failure]) -> pa.Table:
    """Failures as rows."""
    return _table(FAILURES, (_row(one, FAILURES) for one in failures))


def story_table(stories: Sequence[tuple[Story, int]]) -> pa.Table:
    """Stories as rows, each with how many of its articles are near-copies of others."""
    return _table(STORIES, (_story_row(story, copies) for story, copies in stories))


def day_number(day: date | None) -> int | None:
    """Days since 1970."""
    return None if day is None else (day - EPOCH).days


def _beside(kept: Kept) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in BESIDE}


def _story_row(story: Story, copies: int) -> dict[str, Any]:
    row = {"id": story.id, "title": story.title, "date": story.event.date, "place": story.event.place}
    return row | {"size": len(story.articles), "copies": copies, "articles": list(story.articles)}


def _table(schema: pa.Schema, rows: Iterable[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=schema)


def _row(value: Any, schema: pa.Schema) -> dict[str, Any]:
    """The fields that have a column, and the rest as JSON; a text as bytes, for a page may hold half a character."""
    fields = {name: getattr(value, name) for name in value.__dataclass_fields__}
    row = {name: fields.pop(name) for name in schema.names if name in fields}
    if isinstance(row.get("text"), str):
        row["text"] = row["text"].encode("utf-8", "surrogatepass")
    return row | {"more": dumped(fields)} if "more" in schema.names else row


def _value(kind: type[Value], row: dict[str, Any]) -> Value:
    fields = json.loads(row.pop("more"))
    return loaded(kind, fields | row | {"text": row["text"].decode("utf-8", "surrogatepass")})
