"""A page to its articles."""

from __future__ import annotations

from firsthand.model import Article, Page

from .bounds import NoArticle
from .hinting import with_hints


def read_page(page: Page) -> tuple[Article, ...]:
    """The articles of a page, in the order they stand there.

    Raises:
        NoArticle: there is no article on the page, or more than `bounds` allows.
    """
    if page.media_type == "text/html":
        from .hypertext import read_hypertext

        articles = read_hypertext(page)
    elif page.media_type == "text/markdown":
        from .markdown import read_markdown

        articles = read_markdown(page)
    else:
        from .plain import read_plain

        articles = read_plain(page)
    if not articles:
        raise NoArticle("no text of an article was found on the page")
    return (with_hints(articles[0], page),) if len(articles) == 1 else tuple(articles)


__all__ = ["NoArticle", "read_page"]
