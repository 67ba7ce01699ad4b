"""The values of a text as JSON lines: `inspect --stage times` and `--stage quantities`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from firsthand.model import Article, Page, Quantity, TimeExpression

Line = dict[str, Any]
PLAIN = "text/plain"
UNCOUNTED = frozenset({"ordinal", "score"})  # "the second" and "3-1" are no amounts of anything


def texts_of(pages: tuple[Page, ...], articles: tuple[Article, ...]) -> Iterator[tuple[Line, str, date | None]]:
    """Each text with where it is and its day: a plain text as it stands, of other pages the articles."""
    plain = {page.id for page in pages if page.media_type == PLAIN}
    for page in pages:
        if page.id in plain:
            days = {_published(article) for article in articles if article.page == page.id}
            yield {"path": page.path}, page.text, days.pop() if len(days) == 1 else None
    for article in articles:
        if article.page not in plain:
            yield {"path": article.path, "article": article.id}, article.text, _published(article)


def _published(article: Article) -> date | None:
    value = article.published.value if article.published else ""
    return date.fromisoformat(value[:10]) if len(value) >= len("2025-06-27") else None


def time_lines(text: str, anchor: date | None) -> Iterator[Line]:
    """The time expressions of a text, resolved against a day."""
    from firsthand.text.times import find_times

    for found in find_times(text, anchor):
        yield _time(found)


def quantity_lines(text: str) -> Iterator[Line]:
    """The amounts of a text; ordinals and scores are none."""
    from firsthand.text.quantities import find_quantities

    for found in find_quantities(text):
        if found.role not in UNCOUNTED:
            yield _quantity(found)


def _time(found: TimeExpression) -> Line:
    line: Line = {"start": found.start, "end": found.end, "text": found.text}
    line |= {"type": str(found.type), "value": found.value, "precision": found.precision, "basis": found.basis}
    line |= {"first": _day(found.first), "last": _day(found.last), "conflict": found.conflict}
    return line


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _quantity(found: Quantity) -> Line:
    from firsthand.text.quantities.naming import unit_name

    value = _plain(found.amount) if found.high is None else f"{_plain(found.amount)}-{_plain(found.high)}"
    line: Line = {"start": found.start, "end": found.end, "text": found.text, "value": value}
    line |= {"unit": found.unit or found.counted, "normalized_unit": unit_name(found), "bound": str(found.bound)}
    line |= {"counted": found.counted, "of": _plain(found.of) if found.of is not None else None, "role": found.role}
    return line


def _plain(amount: Decimal) -> str:
    """Digits without an exponent and without empty decimals."""
    return f"{amount.normalize():f}"
