"""Which state of a story one has, found without reading its report."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from firsthand.store import stories
from firsthand.store.opening import Store
from firsthand.store.tables import DECISIONS, DIRTY, MEMBERSHIP, STORIES


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryState:
    """What an answer about a story depends on. `report` is all that its report depends on."""

    id: str
    """Of the story that it has gone into, if it has."""
    report: int
    articles: int
    waiting: int
    decisions: int


def state_of(store: Store, story: str) -> StoryState | None:
    """The state of a story, followed to where it has gone; None where there is none."""
    with store.read() as connection:
        story = stories.root_of(connection, story)
        version = connection.scalar(select(STORIES.c.version).where(STORIES.c.id == story))
        if version is None:
            return None
        own = select(func.count()).select_from(MEMBERSHIP).where(MEMBERSHIP.c.story == story)
        return StoryState(
            id=story,
            report=version,
            articles=connection.scalar(own) or 0,
            waiting=connection.scalar(select(DIRTY.c.stamp).where(DIRTY.c.story == story)) or 0,
            decisions=connection.scalar(select(func.max(DECISIONS.c.number))) or 0,
        )
