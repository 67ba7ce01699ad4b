"""Which pairs of articles are worth comparing: those that share a key, a rare term of the lead or a shingle.

No step looks at all pairs: articles meet in the postings of their keys. A posting longer than `LONGEST` (a word of the
day, boilerplate of a site) is cut into overlapping windows, so that its pairs grow with its length, not its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .features import Features

KEYS = 24
"""Terms of the lead, and as many of the names, that an article is found by: its weightiest."""
LONGEST = 128
"""Articles of one posting that each is paired with: far more than one event's in any batch of a few thousand."""


def candidate_pairs(features: Sequence[Features]) -> tuple[tuple[int, int], ...]:
    """Index pairs (smaller first, sorted) of the articles to compare."""
    postings: dict[str, list[int]] = {}
    for index, one in enumerate(features):
        for key in keys_of(one):
            postings.setdefault(key, []).append(index)
    return tuple(sorted({pair for posting in postings.values() for pair in _pairs(posting)}))


def keys_of(features: Features) -> tuple[str, ...]:
    """The keys one article is found by: rare words of its lead (`w:`), rare names (`n:`), shingles (`s:`)."""
    found: list[str] = []
    for prefix, terms in (("w:", features.lead), ("n:", features.names)):
        heaviest = sorted(terms, key=lambda key: (-terms[key], key))[:KEYS]
        found += (prefix + key for key in heaviest)
    return (*found, *(f"s:{shingle}" for shingle in sorted(features.shingles)[:KEYS]))


def _pairs(posting: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, left in enumerate(posting):
        for right in posting[at + 1 : at + 1 + LONGEST]:
            yield left, right
