"""What happened, and who wants to be told."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Table

from .base import METADATA, NUMBER, count, maybe, number, text

EVENTS = Table(
    "events",
    METADATA,
    number(),
    text("at"),
    text("kind"),
    maybe("story"),
    Column("data", JSON, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_events_story_number", EVENTS.c.story, EVENTS.c.number)

WATCHES = Table(
    "watches",
    METADATA,
    number(),
    maybe("story"),
    text("url"),
    Column("kinds", JSON, nullable=False),
    text("secret"),
    text("by"),
    text("created"),
    text("state"),
    maybe("last_error"),
    count("told"),
)
"""`told` is the number of the last event that was looked at for this watch."""

DELIVERIES = Table(
    "deliveries",
    METADATA,
    number(),
    Column("watch", NUMBER, nullable=False),
    Column("event", NUMBER, nullable=False),
    count("attempts"),
    text("due"),
    text("state"),
    maybe("last_error"),
)
Index("ix_deliveries_state_due", DELIVERIES.c.state, DELIVERIES.c.due)
Index("ix_deliveries_watch", DELIVERIES.c.watch)
