"""The book of decisions."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Table

from .base import METADATA, NUMBER, number, text

DECISIONS = Table(
    "decisions",
    METADATA,
    number(),
    text("at"),
    text("who"),
    text("subject_kind"),
    text("subject"),
    text("story"),
    text("verdict"),
    text("note"),
    Column("detail", JSON, nullable=False),
    Column("undoes", NUMBER),
)
"""Only ever added to. A line that takes another back names it in `undoes`."""
Index("ix_decisions_story_number", DECISIONS.c.story, DECISIONS.c.number)
Index("ix_decisions_undoes", DECISIONS.c.undoes)

PULLED = Table(
    "pulled",
    METADATA,
    text("article", primary_key=True),
    Column("decision", NUMBER, primary_key=True),
    text("story"),
)
"""Articles that a merger or a split by a person puts into a story, whatever the stream says; the last holds."""
