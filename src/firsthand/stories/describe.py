"""A story's title, and the day and place of its event, from the articles in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from firsthand.model import Article, Event
from firsthand.text.times import find_times

from .days import fine_times, head_of, published_day
from .features import Features
from .places import place_votes
from .similarity import cosine

LONGEST_TITLE = 160
WEEK, MONTH = 7, 31
"""Days from the article's own date within which a day named in its lead is news, and beyond which it is background."""
BACKGROUND = 0.2
"""What a day between the two counts beside one within the week."""


def title_of(articles: Sequence[Article], features: Sequence[Features]) -> str:
    """The title of the article nearest to all the others, so that it speaks for the story; else its lead sentence."""
    titled = [i for i, article in enumerate(articles) if article.title] or list(range(len(articles)))

    def standing(i: int) -> tuple[float, str]:
        near = sum(cosine(features[i].words, other.words) for other in features)
        return (-round(near, 9), articles[i].id)

    best = articles[min(titled, key=standing)]
    return " ".join((best.title or lead_sentence(best.text)).split())


def lead_sentence(text: str) -> str:
    """The first sentence of a text, cut at a word where it is long."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")[: LONGEST_TITLE + 1]
    end = next((i for i in range(20, len(line)) if line[i - 1] in ".!?" and line[i].isspace()), len(line))
    return line[:end] if end <= LONGEST_TITLE else line.rsplit(" ", 1)[0] + " …"


def event_of(articles: Sequence[Article], features: Sequence[Features]) -> Event:
    """The day and the place that most titles, leads and datelines support."""
    return event_by(articles, [one.days.own for one in features])


def event_by(articles: Sequence[Article], own: Sequence[date | None]) -> Event:
    """The same, given each article's own day."""
    known = sorted(day for day in own if day is not None)
    shared = known[len(known) // 2] if known else None
    named = Counter(year for article in articles for year in set(_years_of(article)))
    latest = max((year for year, count in named.items() if count > 1 or len(articles) == 1), default=None)
    days = [day_votes(article, day or shared, latest) for article, day in zip(articles, own, strict=True)]
    return Event(date=most_supported(days), place=most_supported([place_votes(article) for article in articles]))


def day_votes(article: Article, anchor: date | None, latest: int | None = None) -> dict[str, float]:
    """ISO days named in title and lead, the earlier mention before the later, a day far off hardly or not at all.

    A dateline's and a stamp's day is the day of writing, not of the event: it has no vote. An undated article's
    weekdays are resolved against the middle one of its story's dates, and a day more than a year before the `latest`
    that two articles name is background there.
    """
    votes: dict[str, float] = {}
    offset = len(article.title or "") + 1
    dateline = (article.dateline.start + offset, article.dateline.end + offset) if article.dateline else (0, 0)
    for rank, time in enumerate(fine_times(article, anchor)):
        if time.first is None or time.first != time.last or dateline[0] <= time.start < dateline[1]:
            continue
        away = abs((time.first - anchor).days) if anchor is not None else 0
        if away > MONTH or (latest is not None and published_day(article) is None and time.first.year < latest - 1):
            continue
        day = time.first.isoformat()
        votes[day] = votes.get(day, 0.0) + (BACKGROUND if away > WEEK else 1.0) / (1 + rank)
    return votes


def _years_of(article: Article) -> Iterator[int]:
    """The years that a head writes."""
    for time in find_times(head_of(article), None):
        if time.basis == "explicit" and time.first and time.last and time.first.year == time.last.year:
            yield time.first.year


def most_supported(ballots: Sequence[Mapping[str, float]]) -> str | None:
    """What most articles vote for, each article's votes shared out over what it names; None where nobody votes."""
    support: dict[str, float] = {}
    for ballot in ballots:
        whole = sum(ballot.values())
        for value in sorted(ballot):
            support[value] = support.get(value, 0.0) + ballot[value] / max(1.0, whole)
    return min(support, key=lambda value: (-round(support[value], 9), value)) if support else None
