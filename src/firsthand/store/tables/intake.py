"""What came in: bytes, pages and their articles."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Table

from .base import METADATA, count, maybe, number, packed, text

BLOBS = Table(
    "blobs",
    METADATA,
    text("sha256", primary_key=True),
    count("size"),
    packed("bytes", needed=True),
)
"""Bytes as found, once each, packed. Never changed and never taken away: all else can be made from them."""

PAGES = Table(
    "pages",
    METADATA,
    number(),
    text("id", unique=True),
    Column("sha256", BLOBS.c.sha256.type, ForeignKey("blobs.sha256"), nullable=False),
    text("path"),
    text("place"),
    maybe("url"),
    maybe("media_type"),
    maybe("charset"),
    maybe("read_as"),
    Column("as_text", Boolean, nullable=False),
    Column("hints", JSON),
    maybe("fetched"),
    maybe("part"),
    text("added_at"),
    text("added_by"),
    maybe("feed"),
    text("state"),
    maybe("reason"),
    count("attempts"),
)
"""One row a page, with what its reader needs to make the same `Page` again. `number` is the order of arrival."""
Index("ix_pages_state_number", PAGES.c.state, PAGES.c.number)
Index("ix_pages_url", PAGES.c.url)
Index("ix_pages_feed", PAGES.c.feed)

ARTICLES = Table(
    "articles",
    METADATA,
    number(),
    text("id", unique=True),
    text("page", index=True),
    text("path"),
    maybe("title"),
    maybe("publisher"),
    maybe("published"),
    maybe("url"),
    text("language"),
    text("placed_in", index=True),
    maybe("nearest"),
    packed("value", needed=True),
    packed("placing"),
    packed("statements"),
)
"""One row an article. `placed_in` is the stream's story; what people have merged and split stands in `membership`."""
