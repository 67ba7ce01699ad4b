"""A page to its articles."""

from __future__ import annotations

from firsthand.model import Article, Page


class NoArticle(Exception):  # noqa: N818  # a finding about a page, named as the reader of a failure would say it
    """A page holds no article. The message says why, in plain words."""


def read_page(page: Page) -> tuple[Article, ...]:
    """The articles of a page, in the order they stand there.

    Raises:
        NoArticle: there is no article on the page.
    """
    if page.media_type == "text/html":
        from .hypertext import read_hypertext

        articles = read_hypertext(page)
    else:
        from .plain import read_plain

        articles = read_plain(page)
    if not articles:
        raise NoArticle("no text of an article was found on the page")
    return tuple(articles)
