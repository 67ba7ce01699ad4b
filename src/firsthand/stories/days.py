"""Days that an article's title and lead speak of."""

from __future__ import annotations

from datetime import date

from firsthand.model import Article


def days_of(article: Article) -> frozenset[date]:
    """The days named in title and lead."""
    return frozenset()


def day_votes(article: Article) -> dict[str, float]:
    """ISO days named in title and lead, each with its weight as the event's day."""
    return {day.isoformat(): 1.0 for day in sorted(days_of(article))}
