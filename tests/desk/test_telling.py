from __future__ import annotations

import json
import socket
import threading

import pytest

from firsthand.desk.delivering import Deliverer, signature
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.telling import add_watch, events, latest, remove_watch, watches
from firsthand.store import events as kept
from firsthand.store.opening import Store

from ..pages.fetching.serving import StillClock, Web, answer, policy


def tell(store: Store, kind: str = "finding", why: str = "14 or 22?") -> None:
    with store.write() as connection:
        kept.tell(connection, kind, "story-x", {"why": why})


def deliver(store: Store, web: Web, clock: StillClock) -> None:
    deliverer = Deliverer(store, policy(), clock, web.network)
    while deliverer.step():
        pass


def test_a_webhook_is_told_of_what_happens_from_now_on_and_can_know_it_is_us(store: Store, web: Web) -> None:
    tell(store, why="before")
    watch = add_watch(store, "http://hook.example/in", "ada")
    web.put("hook.example/in", answer(b"ok"))
    tell(store)
    tell(store, kind="page")
    deliver(store, web, StillClock())
    (request,) = web.requests
    head, _, body = request.partition("\r\n\r\n")
    assert head.startswith("POST /in HTTP/1.1")
    told = json.loads(body)
    assert (told["kind"], told["data"]["why"]) == ("finding", "14 or 22?")
    fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:])
    assert fields["Firsthand-Signature"] == signature(watch.secret, fields["Firsthand-Timestamp"], body.encode())
    assert watches(store)[0].state == "ok"
    assert watches(store)[0].secret == ""


def test_a_webhook_that_fails_is_tried_again_with_patience_and_then_given_up(store: Store, web: Web) -> None:
    add_watch(store, "http://hook.example/in", "ada")
    web.put("hook.example/in", answer(b"", "500 Internal Server Error"))
    tell(store)
    clock = StillClock()
    deliver(store, web, clock)
    deliver(store, web, clock)
    assert len(web.requests) == 1
    assert watches(store)[0].state == "failing"
    for _ in range(12):
        clock.sleep(24 * 3600)
        deliver(store, web, clock)
    assert len(web.requests) == 8
    (told,) = watches(store)
    assert (told.state, told.last_error) == ("stopped", "the answer is 500")


def test_a_webhook_that_is_slow_holds_up_no_other(store: Store, web: Web) -> None:
    over, told = threading.Event(), threading.Event()

    def slow(connection: socket.socket) -> None:
        over.wait(20)
        connection.sendall(answer(b"ok"))

    def quick(connection: socket.socket) -> None:
        connection.sendall(answer(b"ok"))
        told.set()

    for host, reply in (("slow", slow), ("quick", quick)):
        add_watch(store, f"http://{host}.example/in", "ada")
        web.put(f"{host}.example/in", reply)
    tell(store)
    tell(store, why="15 or 22?")
    deliverer = Deliverer(store, policy(), StillClock(), web.network)
    for _ in range(200):
        deliverer.step()
        if web.asked.count("quick.example/in") == 2 and told.is_set():
            break
    assert sorted(web.asked) == ["quick.example/in", "quick.example/in", "slow.example/in"]
    over.set()
    while deliverer.step():
        pass
    assert web.asked.count("slow.example/in") == 2
    assert {watch.state for watch in watches(store)} == {"ok"}


def test_a_webhook_in_a_private_network_is_not_told(store: Store, web: Web) -> None:
    add_watch(store, "http://hook.example/in", "ada")
    web.addresses["hook.example"] = ["127.0.0.1"]
    tell(store)
    deliver(store, web, StillClock())
    assert web.requests == []
    assert "127.0.0.1" in str(watches(store)[0].last_error)


def test_only_addresses_and_stories_that_can_be(store: Store) -> None:
    with pytest.raises(Refused):
        add_watch(store, "file:///etc/passwd", "ada")
    with pytest.raises(NotThere):
        add_watch(store, "http://hook.example/in", "ada", story="story-nowhere")
    with pytest.raises(Refused):
        add_watch(store, "http://hook.example/in", "ada", kinds=())
    with pytest.raises(NotThere):
        remove_watch(store, 7)


def test_events_come_in_order_and_after_what_was_seen(store: Store) -> None:
    for number in range(5):
        tell(store, why=str(number))
    found = events(store, 0)
    assert [one.data["why"] for one in found] == list("01234")
    assert [one.id for one in events(store, found[2].id)] == [one.id for one in found[3:]]
    assert events(store, 0, story="story-y") == ()
    assert latest(store) == found[-1].id
