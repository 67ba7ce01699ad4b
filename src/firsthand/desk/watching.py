"""Watching: each feed is asked at its time, politely, and each thing that it names is fetched once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from firsthand.model import Hints
from firsthand.pages.decoding import decode
from firsthand.pages.elements import NotWellFormed
from firsthand.pages.feeds import Item, items_in
from firsthand.pages.fetching import Clock, Network, Policy
from firsthand.pages.fetching.urls import RefusedURLError, joined, target_of
from firsthand.pages.fetching.visiting import Validators
from firsthand.pages.sitemaps import addresses_in
from firsthand.pages.sniffing import feed_root
from firsthand.store import events
from firsthand.store import feeds as kept
from firsthand.store.opening import Store
from firsthand.store.packing import storable, storable_or_none
from firsthand.store.tables.base import AnyRow

from .feeds import Named, add_feed, add_feeds, feeds, read_opml, remove_feed
from .fetching import Fetcher, Got
from .intake import take_answer, take_item

__all__ = ["Named", "Watcher", "add_feed", "add_feeds", "feeds", "read_opml", "remove_feed"]

SOON, LATE = timedelta(minutes=15), timedelta(hours=2)
"""How often a feed is asked: soon after it brought something new, half as often again each time that it did not."""
GIVEN_UP = timedelta(days=1)
"""How often a feed that fails is asked in the end, its time doubling from `SOON`."""
DEAD = 5
"""Failures in a row from which a feed is shown as dead."""
MOST_AT_ONCE = 50
"""Entries of one feed that are taken at one time: the newest, which stand first. A feed that is new to us has its
last days in it, one that has its whole history is not fetched whole."""
TRIES = 3
"""Times that a page is asked for before it is told as a failure."""
AGAIN = timedelta(minutes=10)
"""Until the second time; the third is six times as far."""
LOOK = 50
RENEWED = 3600.0
"""Seconds after which hosts' rules are asked for again, and hosts that wanted to be left alone may be asked again."""
WHO = "the watcher"


class Watcher:
    """Asks feeds and fetches what they name."""

    def __init__(
        self, store: Store, policy: Policy, clock: Clock | None = None, network: Network | None = None
    ) -> None:
        self._store = store
        self._policy = policy
        self._clock = clock or Clock()
        self._network = network
        self._renew()

    def step(self) -> bool:
        """Do one thing: fetch one page, or ask one feed. False where nothing is due, or its hosts need their rest."""
        if self._clock.passed() - self._since > RENEWED:
            self._renew()
        with self._store.read() as connection:
            entries = kept.due_entries(connection, self._at(), LOOK)
            due = kept.due_feeds(connection, self._at(), LOOK)
        entry = next((one for one in entries if self._fetcher.is_ready(one.url)), None)
        if entry is not None:
            self._fetch(entry)
            return True
        feed = next((one for one in due if self._fetcher.is_ready(one.url)), None)
        if feed is not None:
            self._ask(feed)
        return feed is not None

    def waiting(self) -> bool:
        """Whether something is due that only waits for its host to have had its rest."""
        with self._store.read() as connection:
            return bool(kept.due_entries(connection, self._at(), 1) or kept.due_feeds(connection, self._at(), 1))

    def _renew(self) -> None:
        self._fetcher = Fetcher(self._policy, network=self._network, clock=self._clock)
        self._since = self._clock.passed()

    # ------------------------------------------------------------------ pages

    def _fetch(self, entry: AnyRow) -> None:
        """One page that a feed has named."""
        hints = Hints(**entry.hints) if entry.hints else None
        made = list(
            take_answer(self._store, entry.url, self._fetcher, WHO, feed=entry.feed, hints=hints, private=entry.private)
        )
        had = next((one for one in made if one.page is not None), None)
        reason = None if had else next((one.reason for one in made), "it holds no page")
        with self._store.write() as connection:
            if had is not None:
                kept.set_entry(connection, entry.url, {"state": "done", "reason": None})
                kept.count_pages(connection, entry.feed)
            elif entry.attempts + 1 < TRIES:
                due = self._at(AGAIN * 6**entry.attempts)
                kept.set_entry(connection, entry.url, {"attempts": entry.attempts + 1, "due": due, "reason": reason})
            else:
                kept.set_entry(connection, entry.url, {"state": "failed", "reason": reason})
                events.tell(connection, "failure", None, {"url": entry.url, "feed": entry.feed, "reason": reason})

    # ------------------------------------------------------------------ feeds

    def _ask(self, feed: AnyRow) -> None:
        """One feed, if it has changed."""
        got = self._fetcher.get(feed.url, Validators(etag=feed.etag, modified=feed.modified))
        if got.failure is not None:
            self._failed(feed, got.failure)
        elif got.unchanged:
            self._had(feed, new=0, values={})
        else:
            self._read(feed, got)

    def _read(self, feed: AnyRow, got: Got) -> None:
        text, _ = decode(got.data, got.charset)
        try:
            found = list(_items(text, got.url))
        except NotWellFormed as broken:
            self._failed(feed, str(broken))
            return
        if feed_root(text) is None:
            self._failed(feed, "it is a page, not a feed")
            return
        new = sum(self._take(feed, item, got, number) for number, item in enumerate(found))
        title = next((item.hints.publisher for item in found if item.hints.publisher), None)
        values = {"etag": storable(got.etag), "modified": storable(got.modified)}
        self._had(feed, new=new, values=values | ({"title": feed.title or storable_or_none(title)}))

    def _take(self, feed: AnyRow, item: Item, got: Got, number: int) -> bool:
        """Put what a feed names with what is to be fetched, or take its text where the feed has it; whether it is new.

        An address is written down together with its text or before it is fetched, so that a kill loses none.
        """
        if item.url is None:
            return item.text is not None and any(one.new for one in take_item(self._store, feed.url, item, WHO))
        try:
            target = joined(target_of(got.url, any_port=True), item.url, any_port=self._policy.allow_private)
        except RefusedURLError:
            return False
        full = item.text is not None
        if full:
            list(take_item(self._store, feed.url, item, WHO))
        past = number >= MOST_AT_ONCE
        entry = {
            "url": target.url,
            "feed": feed.url,
            "private": got.private,
            "hints": {name: storable_or_none(said) for name, said in asdict(item.hints).items()},
            "state": "done" if full else "passed" if past else "waiting",
            "reason": "older than what is taken at one time" if past and not full else None,
            "seen": self._at(),
            "due": self._at(),
        }
        with self._store.write() as connection:
            return kept.add_entry(connection, entry) and not past

    def _had(self, feed: AnyRow, *, new: int, values: Mapping[str, Any]) -> None:
        """The feed answered."""
        last = timedelta(seconds=feed.interval or SOON.total_seconds())
        wait = SOON if new else min(LATE, last * 1.5)
        told = {"state": "ok", "failures": 0, "last_ok": self._at(), "last_error": None, "due": self._at(wait)}
        with self._store.write() as connection:
            kept.set_feed(connection, feed.url, {**told, "interval": int(wait.total_seconds()), **values})
            kept.count_pages(connection, feed.url)
            if feed.state == "dead" or new:
                events.tell(connection, "feed", None, {"url": feed.url, "state": "ok", "new": new})

    def _failed(self, feed: AnyRow, reason: str) -> None:
        """The feed did not answer, or not with a feed."""
        failures = feed.failures + 1
        state = "dead" if failures >= DEAD else feed.state
        wait = min(GIVEN_UP, SOON * 2 ** min(failures, 10))
        told = {"state": state, "failures": failures, "last_error": storable(reason), "due": self._at(wait)}
        with self._store.write() as connection:
            kept.set_feed(connection, feed.url, told)
            if state != feed.state:
                events.tell(connection, "feed", None, {"url": feed.url, "state": state, "reason": reason})

    def _at(self, later: timedelta = timedelta()) -> str:
        return (self._clock.now() + later).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _items(text: str, base: str) -> Iterator[Item]:
    """What a feed or a news sitemap names."""
    if feed_root(text) == "sitemap":
        for number, listed in enumerate(addresses_in(text, base), start=1):
            hints = Hints(title=listed.title, publisher=listed.publisher, published=listed.published)
            if not listed.sitemap:
                yield Item(number=number, url=listed.url, text=None, media_type=None, hints=hints)
    elif feed_root(text) == "feed":
        yield from items_in(text, base)
