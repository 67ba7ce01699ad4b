"""Tokens of a parse found by their place in the text, without walking the sentence."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from .english import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tokens:
    """The tokens of one parsed text. spaCy's own `char_span` and `Token.sent` walk; these look up."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, place: int) -> Token | None:
        """The token that covers a place, or None between tokens and beyond the parse."""
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return None
        token = self.doc[number]
        return token if token.idx <= place < token.idx + max(1, len(token)) else None

    def after(self, place: int) -> Token | None:
        """The first token that starts at or after a place."""
        number = bisect_right(self._starts, place - 1)
        return self.doc[number] if number < len(self._starts) else None


@lru_cache(maxsize=256)
def tokens_of(text: str) -> Tokens:
    """The tokens of a text's one parse."""
    return Tokens(parse(text))


def same_sentence(left: Token, right: Token) -> bool:
    """Whether no sentence starts between two tokens that stand near each other."""
    doc = left.doc
    return not any(doc[i].is_sent_start for i in range(left.i + 1, right.i + 1))
