"""Claims as a check looks for them: by their words and by their sense."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from .articles import MANY
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


def numbered(connection: Connection, numbers: Sequence[int]) -> list[AnyRow]:
    """Claims by their numbers."""
    asked = select(*_SHOWN).join(STORIES, STORIES.c.id == CLAIMS.c.story)
    return [
        row
        for at in range(0, len(numbers), MANY)
        for row in connection.execute(asked.where(CLAIMS.c.number.in_(numbers[at : at + MANY])))
    ]


def senses_after(connection: Connection, number: int) -> list[tuple[int, bytes]]:
    """Number and sense of the claims with a greater number, in their order."""
    asked = select(CLAIMS.c.number, CLAIMS.c.sense).where(CLAIMS.c.sense.is_not(None))
    if number:
        return [
            (row[0], row[1])
            for row in connection.execute(asked.where(CLAIMS.c.number > number).order_by(CLAIMS.c.number))
        ]
    return sorted((row[0], bytes(row[1])) for row in connection.execute(asked))


def sense_of(connection: Connection, number: int) -> bytes | None:
    """The sense of one claim."""
    return connection.scalar(select(CLAIMS.c.sense).where(CLAIMS.c.number == number))


def claims_of(connection: Connection, story: str) -> list[AnyRow]:
    """All claims of a story, in the order of its report."""
    asked = select(*_SHOWN).join(STORIES, STORIES.c.id == CLAIMS.c.story).where(CLAIMS.c.story == story)
    return list(connection.execute(asked.order_by(CLAIMS.c.place)))
