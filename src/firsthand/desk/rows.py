"""Rows of lists as values."""

from __future__ import annotations

from sqlalchemy import Connection, exists, select

from firsthand.store.tables import DIRTY, STORIES
from firsthand.store.tables.base import AnyRow

from .values import ArticleRow, StoryRow

SHOWN = tuple(column for column in STORIES.columns if column.name not in ("report", "digest"))
"""The columns that a list of stories needs."""
PENDING = exists(select(DIRTY.c.story).where(DIRTY.c.story == STORIES.c.id)).label("pending")


def story_row(row: AnyRow) -> StoryRow:
    """A row of `SHOWN` and `PENDING`."""
    fields = {name: getattr(row, name) for name in StoryRow.__dataclass_fields__}
    return StoryRow(**{**fields, "publishers": tuple(row.publishers), "pending": bool(row.pending)})


def shown_row(connection: Connection, story: str) -> StoryRow | None:
    """A story as lists show it."""
    row = connection.execute(select(*SHOWN, PENDING).where(STORIES.c.id == story)).first()
    return story_row(row) if row else None


def article_row(row: AnyRow) -> ArticleRow:
    """A row of `store.articles.shown`."""
    return ArticleRow(**{name: getattr(row, name) for name in ArticleRow.__dataclass_fields__})
