"""Pages made of text, for the tests of this folder."""

from __future__ import annotations

from firsthand.articles import read_page
from firsthand.model import Article, Page


def page_of(text: str, media_type: str = "text/plain") -> Page:
    return Page(
        id="page-1", path="page.txt", url=None, sha256="0" * 64, media_type=media_type, charset="utf-8", text=text
    )


def read(text: str) -> tuple[Article, ...]:
    return read_page(page_of(text))


def only(text: str) -> Article:
    (article,) = read(text)
    return article


def only_html(markup: str) -> Article:
    (article,) = read_page(page_of(markup, "text/html"))
    return article


LEAD = "The Lune bridge was closed to all traffic on Monday after divers found a crack in its pier, the council said."
SECOND = "Engineers will inspect the other five piers by Friday, and buses are being sent over the old toll bridge."
THIRD = "“We would rather close it a week too early than an hour too late,” said Maria Holt of the roads department."
BODY = "\n".join((LEAD, SECOND, THIRD))
