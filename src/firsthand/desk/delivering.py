"""Handing events to webhooks: signed, tried again with more patience each time, and given up in the end. Several are
told at once, each of one event after the other, so that one that is slow to answer holds up no other.

What is sent: `{"id", "at", "kind", "story", "data"}` as JSON, with the headers `Firsthand-Timestamp` (seconds since
1970) and `Firsthand-Signature` (`sha256=` and the hexadecimal HMAC-SHA256, under the watch's secret, of the timestamp,
a full stop and the body). `id` is the same when an event is sent again.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from datetime import timedelta

from firsthand.pages.fetching import Clock, Network, Policy
from firsthand.store import stories
from firsthand.store import watches as kept
from firsthand.store.events import events_after
from firsthand.store.opening import Store
from firsthand.store.tables.base import AnyRow

from .posting import Posted, post

BATCH = 200
FIRST, TRIES = timedelta(seconds=30), 8
"""Until the second try, and how many there are: each wait is four times the one before, the last more than a day."""
GONE = 410
AT_ONCE = 16
"""Webhooks that are told at once: as many may be slow before others wait, and then for no longer than `SECONDS`."""
MOMENT = 0.3
"""Seconds that one step waits for an answer."""


class Deliverer:
    """Tells webhooks what has happened."""

    def __init__(
        self, store: Store, policy: Policy, clock: Clock | None = None, network: Network | None = None
    ) -> None:
        self._store = store
        self._policy = policy
        self._clock = clock or Clock()
        self._network = network or Network()
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="webhook")
        self._under_way: dict[Future[Posted], AnyRow] = {}

    def step(self) -> bool:
        """See what is new for the webhooks, begin what is due, and take note of what was answered. False where nothing
        is due or under way."""
        lined_up = self._line_up()
        self._begin()
        if not self._under_way:
            return lined_up
        for one in wait(self._under_way, MOMENT, FIRST_COMPLETED).done:
            self._note(self._under_way.pop(one), one.result())
        return True

    def _begin(self) -> None:
        """Hand over what is due: to each webhook the first in its line, unless one is under way."""
        while len(self._under_way) < AT_ONCE:
            busy = [due.watch for due in self._under_way.values()]
            with self._store.read() as connection:
                due = kept.next_delivery(connection, self._at(), busy)
            if due is None:
                return
            self._under_way[self._pool.submit(self._post, due)] = due

    def _line_up(self) -> bool:
        """Events that have happened since a webhook was last looked at, put in its line."""
        with self._store.read() as connection:
            found = [
                (watch, rows)
                for watch in kept.watches(connection)
                if watch.state != "stopped" and (rows := events_after(connection, watch.told, None, BATCH))
            ]
            roots = {watch.story: stories.root_of(connection, watch.story) for watch, _ in found if watch.story}
        for watch, rows in found:
            own = None if watch.story is None else {watch.story, roots[watch.story]}
            wanted = [
                row["number"] for row in rows if row["kind"] in watch.kinds and (own is None or row["story"] in own)
            ]
            with self._store.write() as connection:
                kept.add_deliveries(connection, watch.number, wanted, self._at())
                kept.set_watch(connection, watch.number, {"told": rows[-1]["number"]})
        return bool(found)

    def _post(self, due: AnyRow) -> Posted:
        told = {"id": due.event, "at": due.at, "kind": due.kind, "story": due.story, "data": due.data}
        body = json.dumps(told, ensure_ascii=False, sort_keys=True).encode("utf-8")
        stamp = str(int(self._clock.now().timestamp()))
        headers = {"Firsthand-Timestamp": stamp, "Firsthand-Signature": signature(due.secret, stamp, body)}
        return post(due.url, body, headers, self._policy, self._network)

    def _note(self, due: AnyRow, posted: Posted) -> None:
        """What became of a delivery."""
        if posted.status is not None and 200 <= posted.status < 300:
            delivery, watch = {"state": "done"}, {"state": "ok", "last_error": None}
        else:
            reason = posted.failure or f"the answer is {posted.status}"
            over = due.attempts + 1 >= TRIES or posted.status == GONE
            later = self._at(FIRST * 4**due.attempts)
            delivery = {"state": "failed" if over else "waiting", "last_error": reason, "due": later}
            watch = {"state": "stopped" if over else "failing", "last_error": reason}
        with self._store.write() as connection:
            kept.set_delivery(connection, due.number, {**delivery, "attempts": due.attempts + 1})
            kept.set_watch(connection, due.watch, watch)

    def _at(self, later: timedelta = timedelta()) -> str:
        return (self._clock.now() + later).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def signature(secret: str, stamp: str, body: bytes) -> str:
    """What a receiver reckons itself to know that a delivery is ours."""
    return "sha256=" + hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
