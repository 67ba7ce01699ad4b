"""How large a page may be for its articles to be read, so that every page ends within seconds.

The largest of 181 news pages measured (Scrapinghub) shows 56,490 characters in 562 lines; half a million is a book of
200 pages, and ten thousand lines are a listing or a table of data. What lies beyond is refused whole, with the reason:
half an article would be evidence of something that no page says.
"""

from __future__ import annotations

from collections.abc import Sequence

MOST_CHARACTERS = 500_000
"""Code points of text that a page shows. Articles are read in about five seconds up to here; the whole path then took
100 s on a busy machine of two cores, nearly all of it reading sentences (950,000 took 110 s on a quieter one)."""
MOST_LINES = 10_000
"""Paragraphs and lines of a page."""


class NoArticle(Exception):  # noqa: N818  # a finding about a page, named as the reader of a failure would say it
    """A page holds no article. The message says why, in plain words."""


def check_length(text: str) -> None:
    """Refuse a text that is too long for an article's page.

    Raises:
        NoArticle: it is.
    """
    if len(text) > MOST_CHARACTERS:
        raise NoArticle(f"the page shows more than {MOST_CHARACTERS:,} characters of text")


def check_lines(blocks: Sequence[object]) -> None:
    """Refuse a page of too many lines.

    Raises:
        NoArticle: it has.
    """
    if len(blocks) > MOST_LINES:
        raise NoArticle(f"the page has more than {MOST_LINES:,} lines")
