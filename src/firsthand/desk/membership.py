"""Which story an article is in: where the stream puts it, over which lies what people have put together and parted.

The rule, so that it is the same after every rebuild: an article that a decision names is where the last such decision
puts it. Another is where the stream puts it, unless the article that it is nearest to was parted from there by a person
before it came: then it goes along. A story that has gone into another stands for that one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from firsthand.store import articles, decisions, stories
from firsthand.store.tables.base import AnyRow


def settle(connection: Connection, names: Iterable[str]) -> set[str]:
    """Put articles into the stories that they belong to, and mark the stories that changed by it."""
    rows = articles.placed_rows(connection, names)
    before = stories.stories_of(connection, [row.id for row in rows])
    pulled = decisions.pulled(connection, [row.id for row in rows])
    parted = decisions.pulled(connection, [row.nearest for row in rows if row.nearest], verdict="split")
    roots: dict[str, str] = {}
    moves, changed = [], set[str]()
    for row in rows:
        name = pulled[row.id].story if row.id in pulled else _with_nearest(connection, row, parted) or row.placed_in
        if name not in roots:
            roots[name] = stories.root_of(connection, name)
        now = roots[name]
        if before.get(row.id) != now:
            moves.append((row.id, now, row.number))
            changed |= {now, before[row.id]} if row.id in before else {now}
    stories.set_members(connection, moves)
    stories.mark(connection, changed)
    for story in sorted(changed):
        stories.refresh(connection, story)
    return changed


def _with_nearest(connection: Connection, row: AnyRow, parted: Mapping[str, AnyRow]) -> str | None:
    """The story that the nearest article was parted into by a person, if that was before this article came."""
    found = parted.get(row.nearest)
    if found is None or row.came <= int(found.detail["seen"]):
        return None
    decisions.pull(connection, [row.id], found.decision, found.story)
    return str(found.story)
