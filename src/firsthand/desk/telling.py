"""Telling: events for live pages, and webhooks for who watches a story."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.pages.fetching import Clock, Network, Policy
from firsthand.store.events import events_after, last_event
from firsthand.store.opening import Store

from .values import Event, EventKind, Watch

MOST = 500


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
    store: Store, url: str, who: str, *, story: str | None = None, kinds: Sequence[EventKind] = ("finding",)
) -> Watch:
    """Have a URL told of what happens. The answer holds the secret that deliveries are signed with, and only it does.

    Raises:
        NotThere: there is no such story.
        Refused: the URL is none that could be asked for.
    """
    raise NotImplementedError


def remove_watch(store: Store, number: int) -> None:
    """Tell a URL no more.

    Raises:
        NotThere: there is no such watch.
    """
    raise NotImplementedError


def watches(store: Store, story: str | None = None) -> tuple[Watch, ...]:
    """All watches, or those of a story, without their secrets."""
    raise NotImplementedError


class Deliverer:
    """Hands events to webhooks: signed, tried again with more patience each time, and given up in the end."""

    def __init__(
        self, store: Store, policy: Policy, clock: Clock | None = None, network: Network | None = None
    ) -> None:
        raise NotImplementedError

    def step(self) -> bool:
        """Do one thing: one delivery. False where nothing is due."""
        raise NotImplementedError
