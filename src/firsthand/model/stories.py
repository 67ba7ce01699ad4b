"""Stories: the articles that report one event."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """When and where, as far as the accounts say: ISO date (`2025-06-26`) and place name, or None."""

    date: str | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Article ids in the order of the articles' first appearance."""

    id: str
    title: str
    articles: tuple[str, ...]
    event: Event
