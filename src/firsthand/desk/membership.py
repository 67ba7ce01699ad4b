"""Which story an article is in: where the stream puts it, over which lies what people have put together and parted.

The rule, so that it is the same after every rebuild: an article that a decision names is where the last such decision
puts it. Another is where the stream puts it, unless the article that it is nearest to was parted from there by a person
before it came: then it goes along. A story that has gone into another stands for that one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, func, select

from firsthand.store import articles, stories
from firsthand.store.tables import DECISIONS, PULLED


def settle(connection: Connection, names: Iterable[str]) -> set[str]:
    """Put articles into the stories that they belong to, and mark the stories that changed by it."""
    rows = articles.placed_rows(connection, names)
    before = stories.stories_of(connection, [row.id for row in rows])
    changed: set[str] = set()
    for row in rows:
        now = _story(connection, row)
        if before.get(row.id) != now:
            stories.set_members(connection, [(row.id, now, row.number)])
            changed |= {now, before[row.id]} if row.id in before else {now}
    stories.mark(connection, changed)
    for story in sorted(changed):
        stories.refresh(connection, story)
    return changed


def _story(connection: Connection, row: Row[Any]) -> str:
    pulled = _pulled(connection, row.id)
    if pulled is None and row.nearest is not None:
        pulled = _with_nearest(connection, row)
    return stories.root_of(connection, pulled or row.placed_in)


def _pulled(connection: Connection, article: str) -> str | None:
    """Where the last decision that names the article puts it."""
    last = select(func.max(PULLED.c.decision)).where(PULLED.c.article == article).scalar_subquery()
    return connection.scalar(select(PULLED.c.story).where(PULLED.c.article == article, PULLED.c.decision == last))


def _with_nearest(connection: Connection, row: Row[Any]) -> str | None:
    """The story that the nearest article was parted into by a person, if that was before this article came."""
    asked = (
        select(DECISIONS.c.detail, PULLED.c.story, PULLED.c.decision)
        .join(PULLED, PULLED.c.decision == DECISIONS.c.number)
        .where(PULLED.c.article == row.nearest, DECISIONS.c.verdict == "split")
        .order_by(PULLED.c.decision.desc())
        .limit(1)
    )
    found = connection.execute(asked).first()
    if found is None or row.number <= int(found.detail["seen"]):
        return None
    connection.execute(PULLED.insert().values(article=row.id, decision=found.decision, story=found.story))
    return str(found.story)
