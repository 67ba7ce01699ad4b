"""Sources: who is cited, for what, in which stories, and who denies it."""

from __future__ import annotations

from sqlalchemy import select, tuple_

from firsthand.store.opening import Store
from firsthand.store.tables import SAID, SOURCES, STORIES
from firsthand.store.tables.base import AnyRow

from .cursors import after
from .cursors import cursor as _cursor
from .search import sources_with
from .values import Listing, Saying, SourcePage, SourceRow

MOST = 200


def sources(store: Store, text: str | None = None, cursor: str | None = None, limit: int = 50) -> Listing[SourceRow]:
    """Sources that have a name, those with most statements first; with `text`, only those that a search finds.

    Raises:
        Refused: the cursor is none of this list's.
    """
    asked = select(SOURCES).order_by(SOURCES.c.statements.desc(), SOURCES.c.id.desc())
    place = after(cursor, int, str)
    if place is not None:
        asked = asked.where(tuple_(SOURCES.c.statements, SOURCES.c.id) < tuple_(*place))
    limit = max(1, min(limit, MOST))
    with store.read() as connection:
        found = sources_with(connection, text) if text is not None else None
        asked = asked if found is None else asked.where(SOURCES.c.id.in_(found))
        rows = connection.execute(asked.limit(limit + 1)).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return Listing(
        items=tuple(_source_row(row) for row in rows[:limit]),
        next=_cursor(last.statements, last.id) if last is not None else None,
    )


def source(store: Store, name: str, cursor: str | None = None, limit: int = 50) -> SourcePage | None:
    """One source with what it is cited for, what was written last first; None where there is none.

    Raises:
        Refused: the cursor is none of this list's.
    """
    asked = (
        select(SAID, STORIES.c.title.label("story_title"))
        .join(STORIES, STORIES.c.id == SAID.c.story)
        .where(SAID.c.source == name)
        .order_by(SAID.c.number.desc())
    )
    place = after(cursor, int)
    if place is not None:
        asked = asked.where(SAID.c.number < place[0])
    limit = max(1, min(limit, MOST))
    with store.read() as connection:
        row = connection.execute(select(SOURCES).where(SOURCES.c.id == name)).first()
        rows = connection.execute(asked.limit(limit + 1)).all()
    if row is None:
        return None
    said = Listing(
        items=tuple(saying_of(one) for one in rows[:limit]),
        next=_cursor(rows[limit - 1].number) if len(rows) > limit else None,
    )
    return SourcePage(row=_source_row(row), sayings=said)


def saying_of(row: AnyRow) -> Saying:
    """A row of who said what, with the title of its story, as a value."""
    fields = {name: getattr(row, name) for name in Saying.__dataclass_fields__}
    return Saying(**{**fields, "denied_by": tuple(row.denied_by)})


def _source_row(row: AnyRow) -> SourceRow:
    fields = {name: getattr(row, name) for name in SourceRow.__dataclass_fields__}
    return SourceRow(**{**fields, "roles": tuple(row.roles)})
