"""Everything made anew from the pages, and from what people have decided."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, func, select

from firsthand.store import decisions, pages, stories
from firsthand.store.opening import Store
from firsthand.store.tables import (
    ARTICLES,
    CLAIMS,
    DIRTY,
    FINDINGS,
    FINDS,
    GONE,
    MEMBERSHIP,
    PULLED,
    SAID,
    SOURCES,
    STORIES,
)

from .locking import one_worker

DERIVED = (ARTICLES, CLAIMS, DIRTY, FINDINGS, FINDS, GONE, MEMBERSHIP, PULLED, SAID, SOURCES, STORIES)
"""All that follows from pages and decisions."""


def rebuild(store: Store, stream_path: Path) -> None:
    """Put every page back into the queue, and let the worker make the rest anew. Pages, decisions, people, feeds and
    events stay. The same pages in the same order give the same stories, under the same names.

    The stream goes first: should the process end before the rest has gone, it is made again from the articles.

    Raises:
        Busy: a worker has the store.
    """
    with one_worker(store, stream_path):
        for one in stream_path.parent.glob(f"{stream_path.name}*"):
            if one.name != f"{stream_path.name}.lock":
                one.unlink()
        with store.write() as connection:
            last = connection.scalar(select(func.max(STORIES.c.version)))
            stories.set_meta(
                connection, "version", max(int(last or 0), int(stories.get_meta(connection, "version") or 0))
            )
            for table in DERIVED:
                connection.execute(delete(table))
            stories.set_meta(connection, "stream", 0)
            stories.set_meta(connection, "done", 0)
            pages.all_again(connection)
            for line in decisions.holding(connection, "merge", "split"):
                if line.subject_kind != "story":
                    continue
                into = line.detail["into" if line.verdict == "merge" else "to"]
                decisions.pull(connection, line.detail["articles"], line.number, into)
                if line.verdict == "merge":
                    stories.set_gone(connection, line.story, into, line.number)
