"""The fact-checker's first move: here is a sentence, or an article; who says so, on what, and who differs?"""

from __future__ import annotations

from firsthand.model import Article
from firsthand.store.opening import Store

from .values import Check


def check(store: Store, asked: str | Article, *, limit: int = 5) -> Check:
    """What the store says of a sentence (or a few), or of an article.

    Raises:
        Refused: there is nothing to check, or more than is checked at once.
    """
    raise NotImplementedError
