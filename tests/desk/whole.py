"""All that a store tells, apart from when it came to know it: to hold one store against another."""

from __future__ import annotations

from collections import Counter
from typing import Any

from firsthand.model import StoryReport
from firsthand.store.opening import Store
from firsthand.store.packing import unpacked
from firsthand.store.tables import (
    ARTICLES,
    CLAIMS,
    DIRTY,
    EVENTS,
    FINDINGS,
    FINDS,
    MEMBERSHIP,
    PAGES,
    SAID,
    SOURCES,
    STORIES,
)

LEFT_OUT = {"number", "updated", "first_seen", "version", "digest", "added_at", "attempts", "at", "value", "placing",
            "statements", "seen"}  # fmt: skip
TABLES = (ARTICLES, CLAIMS, DIRTY, FINDINGS, FINDS, MEMBERSHIP, PAGES, SAID, SOURCES, STORIES)


def whole(store: Store) -> dict[str, Any]:
    """Every table's rows in a fixed order, reports unpacked; how often each page was said to be done."""
    found: dict[str, Any] = {}
    with store.read() as connection:
        for table in TABLES:
            rows = [
                {name: value for name, value in row._asdict().items() if name not in LEFT_OUT}
                for row in connection.execute(table.select())
            ]
            for row in rows:
                if table is STORIES:
                    row["report"] = unpacked(row["report"], StoryReport)
            found[table.name] = sorted(rows, key=repr)
        told = connection.execute(EVENTS.select().where(EVENTS.c.kind.in_(("page", "failure"))))
        found["told"] = Counter(row.data["page"] for row in told)
    return found
