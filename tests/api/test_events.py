"""Events as they happen, and as they happened."""

from __future__ import annotations

import json
import threading
import time

import httpx
import pytest

from firsthand.api.app import application
from firsthand.api.settings import Bounds, Settings
from firsthand.api.streams import line_of
from firsthand.desk.access import revoke
from firsthand.desk.telling import events
from firsthand.desk.values import Event
from firsthand.store.events import tell
from firsthand.store.opening import Store

from .asking import local, with_token
from .listening import events_of, listening


def happen(store: Store, count: int, story: str | None = None) -> None:
    for number in range(count):
        with store.write() as connection:
            tell(connection, "story", story, {"number": number})


def test_what_happened_is_walked_through_once(empty: Store) -> None:
    happen(empty, 25)
    asker, after, seen = local(empty), 0, []
    while True:
        told = asker.get("/api/v1/events/past", params={"after": after, "limit": 10}).json()
        if not told["items"]:
            break
        seen += [one["id"] for one in told["items"]]
        after = told["next"]
        if len(seen) == 10:
            happen(empty, 1)
    assert seen == [event.id for event in events(empty, 0, None, 500)]
    assert len(seen) == 26


def test_a_stream_goes_on_where_it_was(empty: Store) -> None:
    happen(empty, 3)
    with listening(application(empty)) as client:
        with client.stream("GET", "/api/v1/events", params={"after": 0}) as stream:
            assert stream.headers["content-type"].startswith("text/event-stream")
            assert stream.headers["cache-control"] == "no-store"
            first = events_of(stream.iter_lines(), 2)
        assert [json.loads(one["data"])["data"]["number"] for one in first] == [0, 1]
        happen(empty, 2)
        headers = {"Last-Event-ID": first[-1]["id"]}
        with client.stream("GET", "/api/v1/events?after=0", headers=headers) as stream:
            rest = events_of(stream.iter_lines(), 3)
    assert [int(one["id"]) for one in first + rest] == [1, 2, 3, 4, 5]


def test_a_stream_tells_what_happens_while_it_is_open(empty: Store) -> None:
    happen(empty, 2, "story-a")
    with listening(application(empty)) as client, client.stream("GET", "/api/v1/events?story=story-b") as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry:")
        for story in ("story-a", "story-b"):
            threading.Timer(0.2, happen, args=(empty, 1, story)).start()
        told = json.loads(events_of(lines, 1)[0]["data"])
    assert told["story"] == "story-b"
    assert told["id"] in (3, 4)


def test_many_listeners_are_told_the_same(empty: Store) -> None:
    told: list[list[str]] = []

    def listen(client: httpx.Client) -> None:
        with client.stream("GET", "/api/v1/events?after=0") as stream:
            told.append([one["id"] for one in events_of(stream.iter_lines(), 20)])

    with listening(application(empty)) as client:
        threads = [threading.Thread(target=listen, args=(client,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        happen(empty, 20)
        for thread in threads:
            thread.join(20)
    assert told == [[str(number) for number in range(1, 21)]] * 8


def test_listeners_of_many_stories_are_each_told_of_their_own_while_one_does_not_read(empty: Store) -> None:
    stories = [f"story-{letter}" for letter in "abcdef"]
    told: dict[str, list[str]] = {}

    def listen(client: httpx.Client, story: str) -> None:
        with client.stream("GET", f"/api/v1/events?after=0&story={story}") as stream:
            told[story] = [json.loads(one["data"])["story"] for one in events_of(stream.iter_lines(), 3)]

    with listening(application(empty)) as client, client.stream("GET", "/api/v1/events?after=0"):
        threads = [threading.Thread(target=listen, args=(client, story)) for story in stories]
        for thread in threads:
            thread.start()
        for _ in range(3):
            for story in stories:
                happen(empty, 1, story)
        for thread in threads:
            thread.join(20)
    assert told == {story: [story] * 3 for story in stories}


def test_streams_are_bounded_and_given_back(empty: Store) -> None:
    app = application(empty, Settings(bounds=Bounds(streams=1)))
    with listening(app) as client:
        with client.stream("GET", "/api/v1/events") as stream:
            lines = stream.iter_lines()  # kept: the stream is closed with it
            next(lines)
            refused = client.get("/api/v1/events")
            assert refused.status_code == 503
            assert refused.headers["content-type"] == "application/problem+json"
        for _ in range(100):
            with client.stream("GET", "/api/v1/events") as again:
                if again.status_code == 200:
                    return
            time.sleep(0.05)
        pytest.fail("the place of a stream that ended was not given back")


def test_a_stream_ends_when_its_listener_may_no_longer(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.api.streams.BEAT", 0.2)
    app = application(empty)
    secret = with_token(app, empty, "reader").headers["Authorization"]
    asked = {"Authorization": secret}
    with listening(app) as client, client.stream("GET", "/api/v1/events", headers=asked) as stream:
        lines = stream.iter_lines()
        next(lines)
        revoke(empty, 1)
        rest = [line for line in lines if line]  # ends, or the client's patience does
    assert all(line.startswith(":") for line in rest)


def test_streams_end_when_the_server_is_told_to_stop(empty: Store) -> None:
    app = application(empty)
    with listening(app) as client, client.stream("GET", "/api/v1/events") as stream:
        lines = stream.iter_lines()
        next(lines)
        threading.Timer(0.2, app.state.desk.tail.close).start()
        assert [line for line in lines if line] == []


@pytest.mark.parametrize("sent", ["-1", "x", "1.5", "9" * 30, "१"])
def test_a_place_that_is_none_is_refused(empty: Store, sent: str) -> None:
    headers = {b"Last-Event-ID": sent.encode()}
    assert local(empty).get("/api/v1/events", headers=headers).status_code == 422


def test_nothing_in_an_event_begins_another() -> None:
    data = {"title": "a\n\nevent: evil\ndata: x\r\r\u2028id: 9"}
    line = line_of(Event(id=7, at="2026-03-14T07:02:11Z", kind="story", story=None, data=data)).decode()
    assert line.count("\n") == 4 and "\r" not in line
    assert [part.split(":")[0] for part in line.strip().split("\n")] == ["id", "event", "data"]
    assert json.loads(line.partition("\ndata: ")[2])["data"] == data
