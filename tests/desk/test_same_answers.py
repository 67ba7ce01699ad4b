"""The example's store, once as it was made in SQLite and once copied to PostgreSQL: both answer alike, and neither
walks through a table that grows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from sqlalchemy import event

from firsthand.desk import citing, reading
from firsthand.desk.deciding import decisions
from firsthand.desk.errors import Refused
from firsthand.desk.search import search
from firsthand.desk.telling import events
from firsthand.desk.values import Listing
from firsthand.store.opening import Store

from ..databases import copied, new_store

WORDS = ("bridge", "tarrow bridge", '"tarrow bridge"', "harbour authority", "14", "nowhere", "Osgarth", "“”", "the")


@pytest.fixture(scope="module")
def other(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with new_store("postgresql", tmp_path_factory.mktemp("other")) as made:
        yield copied(filled, made)


def everything(page: Callable[[str | None], Listing[Any]]) -> list[Any]:
    """A list to its end."""
    found: list[Any] = []
    at: str | None = None
    while True:
        one = page(at)
        found += one.items
        if one.next is None:
            return found
        at = one.next


@pytest.mark.parametrize("text", WORDS)
def test_a_search_has_the_same_answer(filled: Store, other: Store, text: str) -> None:
    assert search(filled, text) == search(other, text)
    assert reading.stories(filled, text=text) == reading.stories(other, text=text)
    assert citing.sources(filled, text) == citing.sources(other, text)


def test_lists_and_pages_have_the_same_answer(filled: Store, other: Store) -> None:
    for order in ("weight", "newest"):
        assert reading.stories(filled, order=order) == reading.stories(other, order=order)
    for row in reading.stories(filled).items:
        assert reading.story(filled, row.id) == reading.story(other, row.id)
    assert reading.counts(filled) == reading.counts(other)
    assert reading.queue(filled) == reading.queue(other)
    assert events(filled, 0) == events(other, 0)
    for source in everything(lambda at: citing.sources(filled, cursor=at)):
        assert citing.source(filled, source.id) == citing.source(other, source.id)


@pytest.mark.parametrize("which", ["filled", "other"])
def test_a_list_in_pieces_is_the_whole_list(which: str, request: pytest.FixtureRequest) -> None:
    store: Store = request.getfixturevalue(which)
    lists: Sequence[tuple[Callable[..., Listing[Any]], dict[str, Any]]] = (
        (reading.stories, {}),
        (reading.stories, {"order": "newest"}),
        (citing.sources, {}),
        (reading.queue, {}),
        (search, {"text": "bridge"}),
    )
    for ask, more in lists:
        whole = everything(lambda at, ask=ask, more=more: ask(store, **more, cursor=at, limit=100))  # type: ignore[misc]
        pieces = everything(lambda at, ask=ask, more=more: ask(store, **more, cursor=at, limit=2))  # type: ignore[misc]
        assert pieces == whole
        assert whole


@pytest.mark.parametrize("cursor", ["x", "e30", "WzFd", "W10", "💥", "WyJcdTAwMDAiLDFd", "a" * 5000])
def test_a_cursor_that_is_none_is_refused(filled: Store, cursor: str) -> None:
    for ask in (reading.stories, reading.queue, citing.sources, decisions):
        if (ask, cursor) not in ((reading.queue, "WzFd"), (decisions, "WzFd")):
            with pytest.raises(Refused):
                ask(filled, cursor=cursor)
    with pytest.raises(Refused):
        search(filled, "bridge", cursor=cursor)


GROWING = "stories|claims|findings|said|sources|finds|articles|pages|membership|events|blobs|dirty|entries"


def plans(store: Store, ask: Callable[[], Any]) -> list[str]:
    """How the database answers each question of a call."""
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            asked.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(store.engine, "before_cursor_execute", note)
    with store.read() as connection:
        return [
            str(row[3])
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


def test_nothing_that_people_ask_walks_through_a_table_that_grows(filled: Store) -> None:
    (row, *_) = reading.stories(filled).items
    (source, *_) = citing.sources(filled).items
    page = reading.story(filled, row.id)
    assert page is not None
    calls: dict[str, Callable[[], Any]] = {
        "stories": lambda: reading.stories(filled, limit=2),
        "newest": lambda: reading.stories(filled, order="newest", since="2026", limit=2),
        "a story": lambda: reading.story(filled, row.id),
        "an article": lambda: reading.article(filled, page.report.articles[0].id),
        "a search": lambda: search(filled, "tarrow bridge"),
        "stories with words": lambda: reading.stories(filled, text="tarrow bridge"),
        "sources": lambda: citing.sources(filled, limit=2),
        "a source": lambda: citing.source(filled, source.id),
        "pages": lambda: reading.queue(filled, state="failed"),
        "events": lambda: events(filled, 3),
        "events of a story": lambda: events(filled, 3, story=row.id),
    }
    for name, ask in calls.items():
        walked = [one for one in plans(filled, ask) if re.fullmatch(rf"SCAN (?:{GROWING})", one)]
        sorted_ = [one for one in plans(filled, ask) if one == "USE TEMP B-TREE FOR ORDER BY"]
        assert not walked, f"{name}: {walked}"
        assert not sorted_ or "words" in name or name in ("a story", "a search", "pages", "an article"), name
