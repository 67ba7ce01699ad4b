"""Which articles of a story share wording at all: an inverted index from shingles to sets of articles.

The sets are whole numbers used as bit masks, so the articles that share two shingles with one are found by walking its
words once: the cost grows with the words of the story, and pairs that share nothing are never looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .alignment import SHINGLE
from .words import Words

WINDOW = 3
"""Of each three shingles in a row the one with the least hash is kept (winnowing, Schleimer et al. 2003): every run of
SHINGLE + WINDOW - 1 = 6 equal words leaves a common mark in both articles, at half of the index."""

Shingle = tuple[str, ...]


@lru_cache(maxsize=262_144)
def _hash(shingle: Shingle) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(shingle).encode("utf-8", "replace"), digest_size=8).digest())


def winnowed(folded: Sequence[str]) -> list[Shingle]:
    """The marks of one article, in order."""
    shingles = [tuple(folded[i : i + SHINGLE]) for i in range(len(folded) - SHINGLE + 1)]
    hashes = [_hash(s) for s in shingles]
    marks, last = [], -1
    for start in range(max(1, len(hashes) - WINDOW + 1) if hashes else 0):
        window = range(start, min(start + WINDOW, len(hashes)))
        least = min(window, key=lambda i: (hashes[i], -i))
        if least != last:
            marks.append(shingles[least])
            last = least
    return marks


class Index:
    """Where each mark stands in a story."""

    def __init__(self, texts: Sequence[Words]) -> None:
        self.marks = [winnowed(text.folded) for text in texts]
        self.holders: dict[Shingle, int] = {}
        for number, marks in enumerate(self.marks):
            for mark in marks:
                self.holders[mark] = self.holders.get(mark, 0) | (1 << number)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Numbers of articles that share at least one mark, lower first, in order."""
        for number, marks in enumerate(self.marks):
            sharing = 0
            for mark in marks:
                sharing |= self.holders[mark]
            sharing >>= number + 1
            while sharing:
                lowest = sharing & -sharing
                yield number, number + lowest.bit_length()
                sharing ^= lowest

    def families_holding(self, shingles: Sequence[Shingle], families: Sequence[int]) -> int:
        """In how many families (bit masks of articles) the commonest half of a passage's marks recurs."""
        counts = sorted(
            sum(1 for family in families if family & holders)
            for holders in (self.holders.get(s, 0) for s in shingles)
            if holders
        )
        return counts[len(counts) // 2] if counts else 0
