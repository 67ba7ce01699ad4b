"""One story's row without its report: what a page needs to know whether what it has kept is still true."""

from __future__ import annotations

from sqlalchemy import select

from firsthand.store import stories as members
from firsthand.store.opening import Store
from firsthand.store.tables import STORIES

from .reading import _PENDING, _SHOWN, _story_row
from .values import StoryRow


def story_row(store: Store, name: str) -> StoryRow | None:
    """A story's row, followed to where the story has gone; None where there is none."""
    asked = select(*_SHOWN, _PENDING)
    with store.read() as connection:
        row = connection.execute(asked.where(STORIES.c.id == members.root_of(connection, name))).first()
    return _story_row(row) if row else None
