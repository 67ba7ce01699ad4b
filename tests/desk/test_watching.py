from __future__ import annotations

from typing import Any

import pytest

from firsthand.desk import reading
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.telling import events
from firsthand.desk.watching import Named, Watcher, add_feed, feeds, read_opml, remove_feed
from firsthand.store.opening import Store

from ..pages.fetching.serving import StillClock, Web, answer, policy

OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Coast"><outline type="rss" text="The Tern" xmlUrl="http://tern.example/feed"/>
<outline type="rss" title="Coast Wire" xmlUrl="http://wire.example/feed"/></outline>
<outline type="rss" text="Upland Post" xmlUrl="http://upland.example/rss"/></body></opml>"""
PAGE = "<!doctype html><title>{0}</title><article><h1>{0}</h1><p>The ferry Halder ran aground.</p></article>".format
LONG = " ".join(f"word{number}" for number in range(60))


def feed(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>The Tern</title>{''.join(items)}</channel></rss>".encode()


def item(path: str, more: str = "") -> str:
    return f"<item><title>Of {path}</title><link>http://tern.example/{path}</link>{more}</item>"


def xml(body: bytes, **headers: str) -> bytes:
    return answer(body, Content_Type="application/rss+xml", **headers)


class Desk:
    def __init__(self, store: Store, web: Web, **changes: Any) -> None:
        self.clock = StillClock()
        self.watcher = Watcher(store, policy(**changes), self.clock, web.network)

    def run(self, minutes: float = 0) -> None:
        self.clock.sleep(60 * minutes)
        while self.watcher.step() or self.watcher.waiting():
            self.clock.sleep(0.5)


def test_what_a_feed_names_becomes_pages_each_once(store: Store, web: Web) -> None:
    web.put("tern.example/feed", xml(feed(item("a"), item("b"))), xml(feed(item("c"), item("a"), item("b"))))
    for name in "abc":
        web.put(f"tern.example/{name}", answer(PAGE(name).encode()))
    add_feed(store, "http://tern.example/feed", "ada")
    desk = Desk(store, web)
    desk.run()
    assert sorted(str(row.url) for row in reading.queue(store).items) == [f"http://tern.example/{n}" for n in "ab"]
    desk.run(minutes=16)
    assert reading.queue(store).items[0].url == "http://tern.example/c"
    assert web.asked.count("tern.example/a") == 1
    (told,) = feeds(store)
    assert (told.state, told.title, told.pages, told.failures) == ("ok", "The Tern", 3, 0)


def test_a_feed_is_asked_whether_it_has_changed(store: Store, web: Web) -> None:
    web.put(
        "tern.example/feed",
        xml(feed(item("a")), ETag='"one"', Last_Modified="Wed, 07 May 2031 08:00:00 GMT"),
        answer(b"", "304 Not Modified"),
    )
    web.put("tern.example/a", answer(PAGE("a").encode()))
    add_feed(store, "http://tern.example/feed", "ada")
    desk = Desk(store, web)
    desk.run()
    desk.run(minutes=16)
    asked = [text for text in web.requests if " /feed " in text]
    assert "If-None-Match" not in asked[0]
    assert 'If-None-Match: "one"' in asked[1]
    assert "If-Modified-Since: Wed, 07 May 2031 08:00:00 GMT" in asked[1]
    assert feeds(store)[0].state == "ok"


def test_one_host_gets_its_rest_and_others_are_asked_meanwhile(store: Store, web: Web) -> None:
    web.put("tern.example/feed", xml(feed(item("a"), item("b"))))
    web.put("tern.example/a", answer(PAGE("a").encode()))
    web.put("tern.example/b", answer(PAGE("b").encode()))
    web.put("wire.example/feed", xml(feed()))
    add_feed(store, "http://tern.example/feed", "ada")
    add_feed(store, "http://wire.example/feed", "ada")
    desk = Desk(store, web, delay=30.0)
    steps = sum(desk.watcher.step() for _ in range(5))
    assert steps < 4  # both feeds, and not both pages of one host: it has yet to have its rest
    assert desk.watcher.waiting()
    desk.run()
    assert reading.queue(store, state="new").items


def test_a_feed_that_fails_is_asked_less_and_less_and_shown_as_dead(store: Store, web: Web) -> None:
    web.put("tern.example/feed", answer(b"", "500 Internal Server Error"))
    add_feed(store, "http://tern.example/feed", "ada")
    desk = Desk(store, web)
    for _ in range(20):
        desk.run(minutes=30)
    asked = web.asked.count("tern.example/feed")
    (told,) = feeds(store)
    assert (told.state, told.failures) == ("dead", asked)
    assert 5 <= asked <= 7  # ten hours; at its own pace it would have been asked forty times
    assert "500" in str(told.last_error)
    web.put("tern.example/feed", xml(feed()))
    desk.run(minutes=24 * 60)
    assert feeds(store)[0].state == "ok"


def test_a_page_that_cannot_be_had_is_tried_again_and_then_told(store: Store, web: Web) -> None:
    web.put("tern.example/feed", xml(feed(item("a"))))
    web.put("tern.example/a", answer(b"", "503 Service Unavailable", Retry_After="3600"))
    add_feed(store, "http://tern.example/feed", "ada")
    desk = Desk(store, web)
    for _ in range(30):
        desk.run(minutes=20)
    assert not reading.queue(store).items
    (failure,) = [one for one in events(store, 0) if one.kind == "failure"]
    assert failure.data["url"] == "http://tern.example/a"


def test_a_text_that_a_feed_has_in_full_is_not_fetched(store: Store, web: Web) -> None:
    full = f"<content:encoded xmlns:content='urn:x'><![CDATA[<p>{LONG}.</p>]]></content:encoded>"
    web.put("tern.example/feed", xml(feed(item("a", full))))
    add_feed(store, "http://tern.example/feed", "ada")
    Desk(store, web).run()
    (row,) = reading.queue(store).items
    assert row.url == "http://tern.example/a"
    assert "tern.example/a" not in web.asked


def test_a_public_feed_does_not_lead_into_a_private_network(store: Store, web: Web) -> None:
    web.put("tern.example/feed", xml(feed("<item><title>x</title><link>http://inside.example/</link></item>")))
    web.addresses["inside.example"] = ["192.168.0.1"]
    add_feed(store, "http://tern.example/feed", "ada")
    desk = Desk(store, web, allow_private=True)
    desk.run()
    assert "192.168.0.1" not in web.dialled


def test_a_page_is_no_feed(store: Store, web: Web) -> None:
    web.put("tern.example/feed", answer(PAGE("x").encode()))
    add_feed(store, "http://tern.example/feed", "ada")
    Desk(store, web).run()
    assert feeds(store)[0].last_error == "it is a page, not a feed"


def test_a_list_of_feeds_is_opml_or_one_a_line() -> None:
    assert [(one.url, one.title, one.group) for one in read_opml(OPML)] == [
        ("http://tern.example/feed", "The Tern", "Coast"),
        ("http://wire.example/feed", "Coast Wire", "Coast"),
        ("http://upland.example/rss", "Upland Post", None),
    ]
    assert read_opml("# mine\nhttp://a.example/feed\n\nhttp://a.example/feed\n") == (
        Named(url="http://a.example/feed"),
    )
    for wrong in ("", "<html></html>", '<!DOCTYPE x [<!ENTITY a "b">]><opml/>'):
        with pytest.raises(Refused):
            read_opml(wrong)


def test_a_feed_is_named_once_and_let_go(store: Store) -> None:
    add_feed(store, "http://TERN.example:80/feed", "ada", group="Coast")
    add_feed(store, "http://tern.example/feed", "ben")
    (told,) = feeds(store)
    assert (told.url, told.group, told.state) == ("http://tern.example/feed", "Coast", "waiting")
    remove_feed(store, told.url)
    assert feeds(store) == ()
    with pytest.raises(NotThere):
        remove_feed(store, told.url)
    with pytest.raises(Refused):
        add_feed(store, "ftp://tern.example/", "ada")
