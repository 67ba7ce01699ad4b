"""The days an article's head speaks of, and how far apart those of two articles lie.

Days only ever speak against: in one day's news everything shares the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from firsthand.model import Article, TimeExpression
from firsthand.text.times import find_times

HEAD = 800
"""Code points of the text read for days: the lead and what follows it at once; further down stands background."""
STAMP = 160
"""Code points in which a full date is taken for the article's own where the page gives none: a stamp or dateline."""
FINE = ("day", "part-of-day", "hour", "minute")
YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
YEAR = 365
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days named in one article's head: whole dates, days of the year ("June 27" with no year known), weekdays 1-7."""

    own: date | None
    """The article's own day: of its publication, or of its stamp."""
    whole: frozenset[date]
    yearless: frozenset[int]
    weekdays: frozenset[int]


def days_of(article: Article) -> Days:
    """The days of one article's head, resolved against its own date.

    The head is read without its date, as text that stands alone: what the tense of a sentence would add is not worth
    its parse here, since days a week apart hardly speak against one event.
    """
    times = tuple(fine_times(article, None))
    own = published_day(article) or _stamp(article, times)
    whole, yearless, weekdays = {own} if own else set[date](), set[int](), set[int]()
    for time in times:
        if time.first and time.first == time.last:
            whole.add(time.first)
        elif match := YEARLESS.match(time.value):
            month, day = int(match[1]), int(match[2])
            nearest = _nearest(month, day, own) if own else None
            whole.update((nearest,) if nearest else ())
            yearless.update(() if nearest else (_day_of_year(month, day),))
        elif match := WEEKDAY.match(time.value):
            weekdays.add(int(match[1]))
            whole.update((_latest(int(match[1]), own),) if own and own.toordinal() > WEEK else ())
    named = weekdays | {day.isoweekday() for day in whole if day != own}
    return Days(own=own, whole=frozenset(whole), yearless=frozenset(yearless), weekdays=frozenset(named))


def _latest(weekday: int, own: date) -> date:
    """The weekday on or before the article's own day."""
    return own - timedelta(days=(own.isoweekday() - weekday) % WEEK)


def _nearest(month: int, day: int, own: date) -> date | None:
    """The day of that month nearest to the article's own; None where the calendar has no such day."""
    try:
        years = [date(year, month, day) for year in range(max(1, own.year - 1), min(9999, own.year + 1) + 1)]
    except ValueError:
        return None
    return min(years, key=lambda one: (abs((one - own).days), one))


def fine_times(article: Article, anchor: date | None) -> Iterator[TimeExpression]:
    """Time expressions of a day or finer in the article's head."""
    return (time for time in find_times(head_of(article), anchor) if time.precision in FINE)


def head_of(article: Article) -> str:
    """Title and lead."""
    return f"{(article.title or '')[:HEAD]}\n{article.text[:HEAD]}"


def published_day(article: Article) -> date | None:
    """The day an article was published, where its date is known to the day."""
    if article.published is None or len(article.published.value) < len("2025-06-27"):
        return None
    try:
        return date.fromisoformat(article.published.value[:10])
    except ValueError:
        return None


def days_apart(left: Days, right: Days) -> int | None:
    """The fewest days between a day of the one and a day of the other; None where they cannot be compared."""
    if left.whole and right.whole:
        return min(abs((a - b).days) for a in left.whole for b in right.whole)
    ours = left.yearless | {_day_of_year(day.month, day.day) for day in left.whole}
    theirs = right.yearless | {_day_of_year(day.month, day.day) for day in right.whole}
    return min((min(abs(a - b), YEAR - abs(a - b)) for a in ours for b in theirs), default=None)


def weekdays_clash(left: Days, right: Days) -> bool:
    """Whether both name weekdays and none is the same."""
    return bool(left.weekdays and right.weekdays and not left.weekdays & right.weekdays)


def _stamp(article: Article, times: Sequence[TimeExpression]) -> date | None:
    for time in times:
        if time.start > STAMP + len(article.title or ""):
            return None
        if time.first and time.first == time.last and time.basis == "explicit":
            return time.first
    return None


def _day_of_year(month: int, day: int) -> int:
    return (month - 1) * YEAR // 12 + day
