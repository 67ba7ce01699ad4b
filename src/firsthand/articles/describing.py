"""An HTML article with what the head of its page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from firsthand.model import Article, DateCandidate

from .addresses import day_of_address
from .blocks import squeezed
from .dating import settle_dates
from .extraction import LARGEST, MOST_TAGS
from .metadata import Metadata, point

LARGEST_HEAD = 500_000
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,500})", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|:·•»]+\s+")
EARLIEST, LATEST = "1990-01-01", "2100-01-01"
"""Fixed, as the library's own bound is today: the same page must give the same date on any day."""
FEWEST = 3
"""Words of the longest part of a title element that is taken for the headline."""


def describe(article: Article, source: str, said: Metadata, alone: bool) -> Article:
    """The article with what the page's metadata say; they speak of the page, so of several articles only the publisher
    and, where nothing else is said, no more."""
    publisher = said.publisher or article.publisher
    if not alone:
        return replace(article, publisher=article.publisher or publisher)
    authors = ", ".join(name for name in said.authors if name != said.publisher)
    byline = authors or article.byline
    address = day_of_address(said.url)
    found = (*article.dates, *said.dates, *((address,) if address else ()))
    dated = settle_dates(found or tuple(_guessed_date(source)))
    return replace(
        article,
        title=_headline((article.title, said.title, _window_title(source)), publisher),
        publisher=publisher,
        byline=byline,
        published=dated.published,
        modified=dated.modified,
        dates=dated.candidates,
        url=said.url or article.url,
        section=said.section or article.section,
    )


def _headline(found: Iterable[str | None], publisher: str | None) -> str | None:
    """The first title that is more than the publisher's name."""
    return next((title for title in found if title and squeezed(title) != squeezed(publisher or "")), None)


def _guessed_date(source: str) -> Iterator[DateCandidate]:
    """The day that htmldate finds in the markup: asked only where nothing else on the page says one."""
    if len(source) > LARGEST or source.count("<") > MOST_TAGS:
        return
    from htmldate import find_date

    try:
        found = find_date(source, original_date=True, extensive_search=False, min_date=EARLIEST, max_date=LATEST)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return  # a hostile page may break the library; the page then has no date
    guess = point(found, "markup")
    if guess is not None:
        yield guess


def _window_title(source: str) -> str | None:
    """The longest part of the title element, whose other parts name the outlet and its section."""
    found = _TITLE.search(source, 0, LARGEST_HEAD)
    longest = max(_SEPARATOR.split(unescape(found[1]).strip()), key=len) if found else ""
    return " ".join(longest.split()) if len(longest.split()) >= FEWEST else None
