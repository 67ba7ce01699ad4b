"""Stories: the articles that report one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When and where, as far as the accounts say: ISO date (`2025-06-26`) and place name, or None."""

    date: str | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """An article beside another: `score` above 0 speaks for one event, below against it, and `why` says with what."""

    article: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Why an article is where it is: its nearest in the story, and the nearest left out; the strongest first."""

    article: str
    nearest: tuple[Neighbour, ...]
    left_out: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Article ids in the order of the articles' first appearance."""

    id: str
    title: str
    articles: tuple[str, ...]
    event: Event
    placings: tuple[Placing, ...] = ()
    """Of its articles that share words with another, in the order of `articles`."""
