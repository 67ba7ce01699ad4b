"""Lists that grow while they are walked, and cursors that were made up."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from urllib.parse import parse_qsl, quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.api.problems import Problem
from firsthand.api.within import stretch
from firsthand.desk import intake
from firsthand.desk.access import audit, make_token
from firsthand.store.opening import Store
from firsthand.store.retold import write_finds

from .asking import local
from .test_problems import in_shape, path_of

LISTS = ["stories", "stories?order=newest", "search?text=the", "sources", "pages", "decisions", "tokens", "audit"]


def walked(
    asker: TestClient, path: str, key: Callable[[dict[str, object]], object], grow: Callable[[int], None]
) -> list[object]:
    """Everything in a list, to whose end it is walked in small steps while it grows."""
    path, _, query = path.partition("?")
    seen: list[object] = []
    cursor: str | None = None
    for step in range(200):
        params: dict[str, str | int] = {**dict(parse_qsl(query)), "limit": 2, **({"cursor": cursor} if cursor else {})}
        told = asker.get(f"/api/v1/{path}", params=params).json()
        seen += [key(one) for one in told["items"]]
        cursor = told["next"]
        if cursor is None:
            return seen
        grow(step)
    raise AssertionError("the list does not end")


def page_in(store: Store, number: int) -> None:
    list(intake.take_text(store, f"Page {number}\n\nSomething happened on day {number}, the port said.", None, "ada"))


def test_pages_are_each_told_once_while_pages_come(own: Store) -> None:
    before = {one["id"] for one in local(own).get("/api/v1/pages?limit=100").json()["items"]}
    seen = walked(local(own), "pages", lambda one: one["id"], lambda step: page_in(own, step))
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_tokens_and_the_audit_log_are_each_told_once(own: Store) -> None:
    for number in range(7):
        make_token(own, f"bot {number}", "reader", who="tests")
        audit(own, "ada", "add", f"page {number}")

    def more(step: int) -> None:
        if step < 5:
            make_token(own, "late", "reader", who="tests")
            audit(own, "ada", "add", "late")

    tokens = walked(local(own), "tokens", lambda one: one["id"], more)
    lines = walked(local(own), "audit", lambda one: one["number"], more)
    assert len(tokens) == len(set(tokens))
    assert len(tokens) >= 7
    assert len(lines) == len(set(lines)) >= 7


@pytest.mark.parametrize("part", ["claims", "findings", "articles"])
def test_what_is_in_a_story_is_told_once_and_in_order(reader: TestClient, story: str, part: str) -> None:
    whole = reader.get(f"/api/v1/stories/{story}/{part}", params={"limit": 100}).json()
    assert whole["next"] is None
    seen = walked(reader, f"stories/{story}/{part}", lambda one: one["id"], lambda step: None)
    assert seen == [one["id"] for one in whole["items"]]
    assert len(seen) > 2


def test_search_tells_each_thing_once_while_more_comes(own: Store) -> None:
    def more(step: int) -> None:
        with own.write() as connection:
            late = {"kind": "claim", "ref": f"claim-late{step}", "story": f"late{step}", "terms": "bridge bridge"}
            write_finds(connection, f"late{step}", [late])

    seen = walked(local(own), "search?text=bridge", lambda one: (one["kind"], one["id"]), more)
    assert len(seen) == len(set(seen)) > 4


def test_a_story_that_changed_is_said_so() -> None:
    ids = ["a", "b", "c", "d"]
    first = stretch(ids, ids, 1, None, 2)
    assert list(first.items) == ["a", "b"]
    assert list(stretch(ids, ids, 1, first.next, 2).items) == ["c", "d"]
    with pytest.raises(Problem) as told:
        stretch(ids, ids, 2, first.next, 2)
    assert told.value.status_code == 409


def made_up(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


cursors = (
    st.text(max_size=40)
    | st.lists(st.integers() | st.text(max_size=5) | st.floats() | st.none() | st.booleans(), max_size=4).map(
        lambda values: made_up(*values)
    )
    | st.binary(max_size=30).map(lambda data: base64.urlsafe_b64encode(data).decode())
)


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from([*LISTS, "stories/{}/claims", "stories/{}/articles"]), cursor=cursors)
def test_cursors_that_were_made_up_break_nothing(reader: TestClient, story: str, path: str, cursor: str) -> None:
    _fuzzed(reader, path.replace("{}", story), cursor)


@pytest.mark.parametrize(
    "values", [(9423432436414435408, ""), (float("nan"), ""), (10**400, ""), (1.5, "\ud800"), (1.5, "\x00")]
)
def test_numbers_and_texts_that_no_database_takes_break_nothing(reader: TestClient, values: tuple[object, ...]) -> None:
    for path in LISTS:
        _fuzzed(reader, path, made_up(*values))


def _fuzzed(reader: TestClient, path: str, cursor: str) -> None:
    path, _, query = path.partition("?")
    sent = {**dict(parse_qsl(query)), "cursor": cursor.encode("utf-8", "replace").decode()}
    answer = reader.get(f"/api/v1/{path}", params=sent)
    assert answer.status_code in (200, 409, 422), (path, cursor, answer.text)
    if answer.status_code != 200:
        in_shape(answer.status_code, answer.headers["content-type"], answer.content)


def fuzz(reader: TestClient, story: str, seconds: float) -> int:
    """The same for so long, and with ids: what `bench/api_schema.py --fuzz` runs."""
    ends, count = time.monotonic() + seconds, 0

    @settings(max_examples=500, deadline=None, database=None)
    @given(path=st.sampled_from([*LISTS, "stories/{}/claims"]), cursor=cursors)
    def once(path: str, cursor: str) -> None:
        nonlocal count
        count += 2
        _fuzzed(reader, path.replace("{}", story), cursor)
        kind = ("stories", "articles", "pages", "sources", "tokens", "watches")[count // 2 % 6]
        answer = reader.request(("GET", "DELETE")[count // 2 % 2], f"/api/v1/{kind}/x{quote(path_of(cursor), safe='')}")
        assert 400 <= answer.status_code < 500, (kind, cursor, answer.text)
        in_shape(answer.status_code, answer.headers["content-type"], answer.content)

    while time.monotonic() < ends:
        once()
    return count
