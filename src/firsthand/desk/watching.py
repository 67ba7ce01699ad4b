"""Feeds that are watched: asked at their time, politely, and each thing that they name fetched once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.pages.fetching import Clock, Network, Policy
from firsthand.store.opening import Store

from .values import Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A feed as a list names it."""

    url: str
    title: str | None = None
    group: str | None = None


def read_opml(text: str) -> tuple[Named, ...]:
    """The feeds of an OPML file, or of a list with one URL a line.

    Raises:
        Refused: it is neither.
    """
    raise NotImplementedError


def add_feeds(store: Store, named: Sequence[Named], who: str) -> tuple[Feed, ...]:
    """Watch feeds from now on; those that are watched already stay as they are."""
    raise NotImplementedError


def add_feed(store: Store, url: str, who: str, *, title: str | None = None, group: str | None = None) -> Feed:
    """Watch one feed from now on.

    Raises:
        Refused: the URL is none that could be asked for.
    """
    raise NotImplementedError


def remove_feed(store: Store, url: str) -> None:
    """Watch a feed no more. The pages that came from it stay.

    Raises:
        NotThere: it is not watched.
    """
    raise NotImplementedError


def feeds(store: Store) -> tuple[Feed, ...]:
    """All feeds, by group and title."""
    raise NotImplementedError


class Watcher:
    """Asks feeds and fetches what they name."""

    def __init__(
        self, store: Store, policy: Policy, clock: Clock | None = None, network: Network | None = None
    ) -> None:
        raise NotImplementedError

    def step(self) -> bool:
        """Do one thing: ask one feed, or fetch one page. False where nothing is due."""
        raise NotImplementedError
