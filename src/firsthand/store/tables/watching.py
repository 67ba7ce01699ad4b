"""Feeds that are watched, and what they have named."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, Table

from .base import METADATA, count, maybe, number, text

FEEDS = Table(
    "feeds",
    METADATA,
    text("url", primary_key=True),
    maybe("title"),
    maybe("group_name", index=True),
    text("state"),
    maybe("due"),
    maybe("last_ok"),
    maybe("last_error"),
    count("failures"),
    count("pages"),
    text("etag"),
    text("modified"),
    count("interval"),
    text("added_at"),
    text("added_by"),
)

ENTRIES = Table(
    "entries",
    METADATA,
    number(),
    text("url", unique=True),
    text("feed"),
    Column("private", Boolean, nullable=False),
    Column("hints", JSON),
    text("state"),
    maybe("reason"),
    text("seen"),
    text("due"),
    count("attempts"),
)
"""`private`: whether the feed itself answered from a private network; only then may its entries lie in one.

Addresses that feeds have named, each once, whichever feed named it first."""
Index("ix_entries_state_due", ENTRIES.c.state, ENTRIES.c.due)
Index("ix_entries_feed", ENTRIES.c.feed)
