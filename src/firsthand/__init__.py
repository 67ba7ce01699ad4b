"""Firsthand: how many sources a story really has, who says what, and where the accounts differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import report as _formats  # noqa: F401 - loaded first: the function below keeps the name `firsthand.report`

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from .model import Article, Lineage, Page, Report, Statement, Story

__version__ = "0.1.0"
__all__ = ["cite", "group", "read", "report", "trace"]


def report(paths: Sequence[str | PathLike[str]]) -> Report:
    """Everything one run makes of files and folders; `from firsthand.report import as_json` and its like print it."""
    from .pipeline import run

    return run(paths)


def read(page: Page) -> tuple[Article, ...]:
    """The articles of one page.

    Raises:
        firsthand.articles.NoArticle: the page holds none.
    """
    from .articles import read_page

    return read_page(page)


def group(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Articles grouped by the event they report."""
    from .stories import group_articles

    return group_articles(articles)


def trace(articles: Sequence[Article]) -> Lineage:
    """Who took text from whom among the articles of one story."""
    from .lineage import trace_lineage

    return trace_lineage(articles)


def cite(article: Article) -> tuple[Statement, ...]:
    """The statements of one article, and who is cited for each."""
    from .statements import statements_of

    return statements_of(article)
