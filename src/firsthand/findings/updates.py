"""Updates: figures that rise as time goes on, in a story that is still developing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import combinations

from ..model import Article, Precision, Quantity
from .slots import Filler

RISING = frozenset({"rise", "climb", "increase", "jump", "grow", "mount", "swell", "soar", "surge", "double"})
"""Verbs of increase (VerbNet 45.6, calibratable changes of state, upward)."""
SPANS = {
    Precision.MINUTE: timedelta(minutes=1),
    Precision.HOUR: timedelta(hours=1),
    Precision.DAY: timedelta(days=1),
}


def is_update(group: Sequence[Filler[Quantity]], articles: Sequence[Article]) -> bool:
    """Whether the amounts of one thing differ because time went on: one account says that the figure rose to the
    highest, or every account gives more than those that were published before it. `articles` runs parallel."""
    highest = max(one.value.amount for one in group)
    if any(one.governor in RISING and one.value.amount == highest for one in group):
        return True
    rows = [(_published(article), one.value.amount) for one, article in zip(group, articles, strict=True)]
    return all(_later_has_more(left, right) for left, right in combinations(rows, 2) if left[1] != right[1])


Row = tuple[tuple[datetime, datetime] | None, Decimal]


def _later_has_more(left: Row, right: Row) -> bool:
    """Whether it is known which of two accounts came first, and the second has the higher amount."""
    first, second = sorted((left, right), key=lambda row: row[1])
    return first[0] is not None and second[0] is not None and first[0][1] <= second[0][0]


def _published(article: Article) -> tuple[datetime, datetime] | None:
    """From when to when an article may have been published; None where that is not known to the day."""
    published = article.published
    if published is None or published.precision not in SPANS:
        return None
    moment = datetime.fromisoformat(published.value)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment, moment + SPANS[published.precision]
