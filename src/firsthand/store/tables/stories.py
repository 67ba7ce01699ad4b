"""Stories, what is in them, and which are to be made anew."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, Index, Table

from .base import METADATA, NUMBER, count, maybe, packed, text

META = Table("meta", METADATA, text("key", primary_key=True), text("value"))

STORIES = Table(
    "stories",
    METADATA,
    text("id", primary_key=True),
    text("title"),
    maybe("event_date"),
    maybe("event_place"),
    count("articles"),
    Column("publishers", JSON, nullable=False),
    text("first_seen"),
    text("updated"),
    Column("weight", Float, nullable=False),
    Column("standings", JSON, nullable=False),
    count("origins_min"),
    count("origins_max"),
    count("claims"),
    count("findings"),
    count("major"),
    Column("disputed", Boolean, nullable=False),
    Column("single_origin", Boolean, nullable=False),
    maybe("judged"),
    count("version"),
    text("digest"),
    packed("report"),
)
"""One row a story that has articles. `report` is None until it has been made for the first time."""
Index("ix_stories_weight_id", STORIES.c.weight, STORIES.c.id)
Index("ix_stories_updated_id", STORIES.c.updated, STORIES.c.id)

MEMBERSHIP = Table(
    "membership",
    METADATA,
    text("article", primary_key=True),
    text("story"),
    Column("number", NUMBER, nullable=False),
)
"""Which story an article is in, with its number of arrival."""
Index("ix_membership_story_number", MEMBERSHIP.c.story, MEMBERSHIP.c.number)

GONE = Table(
    "gone",
    METADATA,
    text("story", primary_key=True),
    text("into"),
    Column("decision", NUMBER),
)
"""Stories that are no more, and which one has their articles; `decision` where a person has put them together. An
address of a story that is gone still leads somewhere."""

DIRTY = Table(
    "dirty",
    METADATA,
    text("story", primary_key=True),
    count("stamp"),
    count("since"),
)
"""Stories whose report no longer shows what is known. `stamp` grows with every change, `since` is when the first came,
in pages done."""
Index("ix_dirty_since_story", DIRTY.c.since, DIRTY.c.story)
