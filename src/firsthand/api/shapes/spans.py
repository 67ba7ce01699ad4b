"""Where words stand: code points of an article's text, end exclusive."""

from __future__ import annotations

from .base import ArticleId, Shape


class Range(Shape):
    """A stretch of a text."""

    start: int
    end: int


class OptionalRange(Shape):
    """A stretch of a text, or nulls where the words are not in it."""

    start: int | None
    end: int | None


class Located(Range):
    """A stretch of an article's text."""

    article: ArticleId
