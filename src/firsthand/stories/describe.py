"""A story's title, and the day and place of its event, from the articles in it."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Article, Event

from .days import day_votes
from .features import Features
from .places import place_votes
from .similarity import cosine

LONGEST_TITLE = 160


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


def event_of(articles: Sequence[Article]) -> Event:
    """The day and the place that most titles, leads and datelines support."""
    day = most_supported([day_votes(article) for article in articles])
    place = most_supported([place_votes(article) for article in articles])
    return Event(date=day, place=place)


def most_supported(ballots: Sequence[dict[str, float]]) -> str | None:
    """What most articles vote for, each article's votes shared out over what it names; None where nobody votes."""
    support: dict[str, float] = {}
    for ballot in ballots:
        whole = sum(ballot.values())
        for value in sorted(ballot):
            support[value] = support.get(value, 0.0) + ballot[value] / whole
    return min(support, key=lambda value: (-round(support[value], 9), value)) if support else None
