"""What the feed, record or address that held a page says of its article, used where the page itself is silent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firsthand.model import Article, CreditKind, DateCandidate, Hints, Page

from .addresses import address_in, day_of_address, host_of
from .dating import settle_dates
from .metadata import point


def with_hints(article: Article, page: Page) -> Article:
    """The only article of a page, with what is said of the page outside it.

    A hint speaks where the page is silent; of the time it is one candidate among others. The outlet of a hint goes
    before an agency that the page prints: whose copy an article is, its credits say.
    """
    hints = page.hints or Hints()
    url = article.url or page.url or address_in(page.text[:2_000].strip().partition("\n")[0])
    told = [day_of_address(url)] if url else []
    dated = settle_dates((*article.dates, *_times(hints), *(one for one in told if one)), page.fetched)
    return replace(
        article,
        title=article.title or hints.title,
        byline=article.byline or hints.byline,
        publisher=_publisher(article, hints) or host_of(url),
        language=hints.language if article.language == "und" and hints.language else article.language,
        section=article.section or hints.section,
        url=url,
        published=dated.published,
        modified=dated.modified,
        dates=dated.candidates,
    )


def _times(hints: Hints) -> Iterator[DateCandidate]:
    for value, modified in ((hints.published, False), (hints.modified, True)):
        found = point(value, "record", modified)
        if found is not None:
            yield found


def _publisher(article: Article, hints: Hints) -> str | None:
    agencies = {credit.name for credit in article.credits if credit.kind is CreditKind.AGENCY}
    if hints.publisher and (article.publisher is None or article.publisher in agencies):
        return hints.publisher
    return article.publisher
