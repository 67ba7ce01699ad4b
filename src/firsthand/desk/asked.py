"""What a person hands over to be checked: a sentence or two, or a text that is an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.model import Article, Failure, Page
from firsthand.pages.originals import originals_of_answer, originals_of_bytes

from .errors import Refused

if TYPE_CHECKING:
    from firsthand.pages.fetching import Network, Policy

SHORT = 1000
"""Characters up to which a text is taken for sentences to check one by one. Five sentences in a row of PolNeAR dev have
530 to 761 in the middle half, 932 at the 95th percentile."""
LONGEST = 2_000_000


def as_asked(text: str) -> str | Article:
    """A text as it is to be checked: short ones sentence by sentence, long ones as an article.

    Raises:
        Refused: it is empty, too long, or holds no article.
    """
    if not text.strip():
        raise Refused("there is nothing to check")
    if len(text) > LONGEST:
        raise Refused("a text of that length is not checked")
    return text.strip() if len(text.strip()) <= SHORT else article_in(text.encode("utf-8", "replace"), "the text")


def article_in(data: bytes, name: str) -> Article:
    """The article of a file: the longest, if there are several.

    Raises:
        Refused: it holds none.
    """
    return _longest((found for found in originals_of_bytes(name, data)), name)


def article_at(url: str, policy: Policy, network: Network | None = None) -> Article:
    """The article at a URL, fetched with the policy's manners.

    Raises:
        Refused: it cannot be had, or holds no article.
    """
    from .fetching import Fetcher

    got = Fetcher(policy, network=network).get(url)
    if got.failure is not None:
        raise Refused(f"{url}: {got.failure}")
    made = originals_of_answer(got.url, got.data, media_type=got.media_type, charset=got.charset, fetched=got.fetched)
    return _longest(made, url)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text that say something."""
    from firsthand.text.english import parse

    found = (" ".join(sentence.text.split()) for sentence in parse(text.strip()).sents)
    return [sentence for sentence in found if any(char.isalnum() for char in sentence)]


def _longest(found: Iterator[tuple[Page, object] | Failure], name: str) -> Article:
    from firsthand.articles import NoArticle, read_page

    articles: list[Article] = []
    reason = "it holds no article"
    for one in found:
        if isinstance(one, Failure):
            reason = one.reason
            continue
        try:
            articles += read_page(one[0])
        except NoArticle as none:
            reason = str(none)
    if not articles:
        raise Refused(f"{name}: {reason}")
    return max(articles, key=lambda article: (len(article.text), article.id))
