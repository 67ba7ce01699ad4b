"""An HTML article with what the head of its page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from firsthand.model import Article

from .addresses import day_of_address
from .blocks import squeezed
from .dating import settle_dates
from .metadata import Metadata

LARGEST_HEAD = 500_000
_TITLE = re.compile(r"<title\b[^<>]{0,300}>([^<]{1,500})", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|:·•»]+\s+")
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
    dated = settle_dates((*article.dates, *said.dates, *((address,) if address else ())))
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


def _window_title(source: str) -> str | None:
    """The longest part of the title element, whose other parts name the outlet and its section."""
    found = _TITLE.search(source, 0, LARGEST_HEAD)
    longest = max(_SEPARATOR.split(unescape(found[1]).strip()), key=len) if found else ""
    return " ".join(longest.split()) if len(longest.split()) >= FEWEST else None
