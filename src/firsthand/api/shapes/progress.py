"""How far the work is, and what the store holds."""

from __future__ import annotations

from .base import Shape


class Progress(Shape):
    """How far the worker is."""

    waiting: int
    done: int
    failed: int
    working_on: str | None
    stories_waiting: int


class Counts(Shape):
    """What the store holds."""

    pages: int
    articles: int
    stories: int
    claims: int
    findings: int
    sources: int
    feeds: int
