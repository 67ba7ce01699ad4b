"""The worker: takes pages from the queue, one at a time, and makes anew the stories that they touch.

A page is read, its articles are placed in the stream, and then all that follows from it is written in one transaction.
The stream keeps what it has placed and answers the same when it is asked again: so the process may be killed at any
moment, and the next one goes on where this one was. A story's report is another transaction, dropped when the story
changed while it was made.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from firsthand.model import Article, Page
from firsthand.pages.originals import page_again
from firsthand.store import articles, events, pages, stories
from firsthand.store.opening import Store
from firsthand.store.packing import storable
from firsthand.store.values import KeptPage, PlacedArticle

from .locking import one_worker
from .membership import settle
from .originals import original_of
from .retelling import Reteller
from .stages import Stages, real_stages
from .values import Progress

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from firsthand.stories.stream import Placement, Stream

PAGES_FIRST = 20
"""Pages that may pass a story before it is made anew: so a thousand pages that come at once do not make the story of
the day anew a thousand times, and no story waits for the end of a long queue."""
PAUSE = 0.2
"""Seconds between two looks at an empty queue."""


class Worker:
    """Does what there is to do in a store. Use it as a context: it is the only one while it is open.

    Raises:
        Busy: another worker has the store.
    """

    def __init__(self, store: Store, stream_path: Path | None = None, stages: Stages | None = None) -> None:
        self._store = store
        self._path = stream_path or stream_path_of(store)
        self._stages = stages or real_stages()
        self._lock = one_worker(store, self._path)
        self._stream: Stream | None = None
        self._reteller = Reteller(store, self._stages, self._page)

    def __enter__(self) -> Self:
        self._lock.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None
        self._lock.__exit__(None, None, None)

    def step(self) -> bool:
        """Do one thing: one page, or one story. False where there was nothing to do."""
        with self._store.read() as connection:
            overdue = stories.next_dirty(connection, before=stories.done(connection) - PAGES_FIRST)
            page = pages.next_page(connection) if overdue is None else None
            dirty = overdue or (stories.next_dirty(connection) if page is None else None)
        if dirty is not None:
            self._reteller.retell(dirty)
        elif page is not None:
            self._take(page)
        return dirty is not None or page is not None

    def run(self, stop: threading.Event) -> None:
        """Do what there is to do, and wait for more, until told to stop."""
        while not stop.is_set():
            if not self.step():
                stop.wait(PAUSE)

    def _take(self, kept: KeptPage) -> None:
        """One page, from its bytes to its place in a story."""
        from firsthand.articles import NoArticle

        with self._store.write() as connection:
            pages.begin_page(connection, kept.id)
        try:
            page = page_again(original_of(kept), kept.id)
            found = self._stages.read(replace(page, text=storable(page.text)))
            placed = [self._placed(article) for article in found]
        except NoArticle as none:
            self._failed(kept, str(none))
        except Exception as fault:
            self._failed(kept, f"Firsthand failed on it ({type(fault).__name__}: {fault})"[:500])
        else:
            self._keep(kept, placed)

    def _placed(self, article: Article) -> PlacedArticle:
        statements = self._stages.state(article)
        answer: Placement = self._open_stream().place(self._stages.features(article))
        return PlacedArticle(
            article=article,
            placed_in=answer.story,
            nearest=answer.nearest.article if answer.nearest else None,
            placing=asdict(answer),
            statements=statements,
        )

    def _keep(self, kept: KeptPage, placed: Sequence[PlacedArticle]) -> None:
        """All that follows from a page, or nothing of it."""
        with self._store.write() as connection:
            for one in placed:
                articles.add_article(connection, one)
            self._follow(connection, [one.article.id for one in placed])
            pages.end_page(connection, kept.id, "done")
            found = stories.stories_of(connection, [one.article.id for one in placed])
            own = [{"id": one.article.id, "story": found[one.article.id]} for one in placed]
            told = {"page": kept.id, "path": kept.path, "articles": own}
            events.tell(connection, "page", own[0]["story"] if own else None, told)
            stories.set_meta(connection, "done", stories.done(connection) + 1)

    def _follow(self, connection: Connection, placed: Sequence[str]) -> None:
        """Put the articles in their stories, and do to the others what the stream has done since it was last asked."""
        last = int(stories.get_meta(connection, "stream") or 0)
        moved = list(placed)
        for change in self._open_stream().log(last + 1):
            last = change.number
            if change.kind == "merged":
                moved += articles.move_story(connection, change.other, change.story)
                stories.set_gone(connection, change.other, change.story)
            elif change.kind == "split":
                articles.move_articles(connection, change.articles, change.other)
                moved += change.articles
        stories.set_meta(connection, "stream", last)
        settle(connection, dict.fromkeys(moved))

    def _failed(self, kept: KeptPage, reason: str) -> None:
        with self._store.write() as connection:
            pages.end_page(connection, kept.id, "failed", reason)
            events.tell(connection, "failure", None, {"page": kept.id, "path": kept.path, "reason": reason})
            stories.set_meta(connection, "done", stories.done(connection) + 1)

    def _page(self, name: str) -> Page:
        """A page as its articles were read from it."""
        with self._store.read() as connection:
            kept = pages.page_of(connection, name)
        assert kept is not None
        page = page_again(original_of(kept), kept.id)
        return replace(page, text=storable(page.text))

    def _open_stream(self) -> Stream:
        """The stream, opened when it is first needed: one of 100,000 articles takes seconds to open."""
        if self._stream is None:
            from .catching_up import open_stream

            self._stream = open_stream(self._store, self._path, self._stages)
        return self._stream


def progress(store: Store) -> Progress:
    """How far the work is."""
    with store.read() as connection:
        states: Mapping[str, int] = pages.states(connection)
        page = pages.next_page(connection) if states.get("new") else None
        waiting = stories.waiting(connection)
    return Progress(
        waiting=states.get("new", 0),
        done=states.get("done", 0),
        failed=states.get("failed", 0),
        working_on=page.path if page and page.attempts else None,
        stories_waiting=waiting,
    )


def stream_path_of(store: Store) -> Path:
    """Where the stream of a store lies unless it is said otherwise: beside a SQLite file; for PostgreSQL in the working
    folder, under the name of the database."""
    if store.path is not None:
        return store.path.with_name(f"{store.path.name}.stream")
    return Path(f"{store.engine.url.database or 'firsthand'}.stream")
