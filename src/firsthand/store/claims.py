"""Claims as a check looks for them: by their words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from .searching import Wanted, found_rows
from .tables import CLAIMS, STORIES
from .tables.base import AnyRow

_SHOWN = (CLAIMS, STORIES.c.title.label("story_title"))


def claims_with(connection: Connection, wanted: Wanted, limit: int) -> set[str]:
    """Ids of the claims that were written last of those that hold what is wanted."""
    return {str(row.ref) for row in found_rows(connection, wanted, ("claim",), None, limit)}


def articles_with(connection: Connection, wanted: Wanted, limit: int) -> list[str]:
    """Ids of the articles that came last of those that hold what is wanted."""
    return [str(row.ref) for row in found_rows(connection, wanted, ("article",), None, limit)]


def claims_in(connection: Connection, names: Sequence[str]) -> list[AnyRow]:
    """Claims by their ids, in a fixed order."""
    asked = select(*_SHOWN).join(STORIES, STORIES.c.id == CLAIMS.c.story).where(CLAIMS.c.id.in_(list(names)))
    return list(connection.execute(asked.order_by(CLAIMS.c.story, CLAIMS.c.place)))


def claims_of(connection: Connection, story: str) -> list[AnyRow]:
    """All claims of a story, in the order of its report."""
    asked = select(*_SHOWN).join(STORIES, STORIES.c.id == CLAIMS.c.story).where(CLAIMS.c.story == story)
    return list(connection.execute(asked.order_by(CLAIMS.c.place)))
