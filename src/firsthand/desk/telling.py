"""Telling: events for live pages, and webhooks for who watches a story."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from firsthand.pages.fetching.urls import RefusedURLError, target_of
from firsthand.store import stories
from firsthand.store import watches as kept
from firsthand.store.clock import now
from firsthand.store.events import events_after, last_event
from firsthand.store.opening import Store
from firsthand.store.packing import storable
from firsthand.store.tables.base import AnyRow

from .delivering import Deliverer
from .errors import NotThere, Refused
from .values import Event, EventKind, Watch

__all__ = ["Deliverer", "add_watch", "events", "latest", "remove_watch", "watches"]

MOST = 500
KINDS: tuple[EventKind, ...] = ("page", "story", "finding", "decision", "feed", "failure")


def events(store: Store, after: int, story: str | None = None, limit: int = 100) -> tuple[Event, ...]:
    """What happened after an event, oldest first; with `story`, in that one alone."""
    with store.read() as connection:
        rows = events_after(connection, after, story, max(1, min(limit, MOST)))
    return tuple(
        Event(id=row["number"], at=row["at"], kind=row["kind"], story=row["story"], data=row["data"]) for row in rows
    )


def latest(store: Store) -> int:
    """The id of the last event; 0 before the first. Who starts to listen begins here."""
    with store.read() as connection:
        return last_event(connection)


def add_watch(
    store: Store,
    url: str,
    who: str,
    *,
    story: str | None = None,
    kinds: Sequence[EventKind] = ("finding",),
    allow_private: bool = False,
) -> Watch:
    """Have a URL told of what happens from now on. The answer holds the secret that deliveries are signed with, and
    only it does. Addresses are checked again at each delivery.

    Raises:
        NotThere: there is no such story.
        Refused: the URL is none that could be asked for, or no kind of event is named.
    """
    try:
        address = target_of(url, any_port=allow_private).url
    except RefusedURLError as error:
        raise Refused(f"the URL: {error}") from error
    if not kinds or not set(kinds) <= set(KINDS):
        raise Refused(f"name kinds of events: {', '.join(KINDS)}")
    secret = secrets.token_urlsafe(32)
    with store.write() as connection:
        if story is not None:
            story = stories.root_of(connection, story)
            if not stories.members_of(connection, story):
                raise NotThere("no such story")
        row = {"story": story, "url": address, "kinds": list(dict.fromkeys(kinds)), "secret": secret}
        told = {"by": storable(who), "created": now(), "state": "ok", "told": last_event(connection)}
        number = kept.add(connection, row | told)
    return Watch(
        id=number,
        story=story,
        url=address,
        kinds=tuple(dict.fromkeys(kinds)),
        by=who,
        state="ok",
        last_error=None,
        secret=secret,
    )


def remove_watch(store: Store, number: int) -> None:
    """Tell a URL no more.

    Raises:
        NotThere: there is no such watch.
    """
    with store.write() as connection:
        if not kept.remove(connection, number):
            raise NotThere("no such watch")


def watches(store: Store, story: str | None = None) -> tuple[Watch, ...]:
    """All watches, or those of a story, without their secrets."""
    with store.read() as connection:
        return tuple(_watch(row) for row in kept.watches(connection, story))


def _watch(row: AnyRow) -> Watch:
    return Watch(
        id=row.number,
        story=row.story,
        url=row.url,
        kinds=tuple(row.kinds),
        by=row.by,
        state=row.state,
        last_error=row.last_error,
    )
