"""Articles for the tests, written for them."""

from __future__ import annotations

from firsthand.model import Article, Dateline, Statement
from firsthand.statements import statements_of


def article(text: str, dateline: Dateline | None = None) -> Article:
    return Article(
        id="article-1", page="page-1", path="a.txt", title=None, text=text, publisher=None, byline=None, language="en",
        dateline=dateline, published=None, credits=(), page_spans=(),
    )  # fmt: skip


def statements(text: str) -> tuple[Statement, ...]:
    return statements_of(article(text))


def saying(text: str, words: str) -> Statement:
    """The one statement of the text that cites a source and whose quote holds the words."""
    found = [s for s in statements(text) if words in s.quote and s.source is not None]
    assert len(found) == 1, [s.quote for s in found]
    return found[0]


TOLD = (
    "The ferry sank at noon on Monday with a hundred people and forty cars on board."
    " Divers from three towns found the captain near the old harbour wall late at night."
    " Fishermen pulled sixty passengers out of the water before the first lifeboat came."
    " The owners had sold the ferry to a rival line in the spring of last year."
)
"""Four sentences, sixty words, that could each stand alone."""
