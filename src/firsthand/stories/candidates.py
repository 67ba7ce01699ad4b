"""Which pairs of articles are worth comparing: those that share most of the keys they are found by.

No step looks at all pairs: articles meet in the postings of their keys. A posting longer than `LONGEST` (a word of the
day, boilerplate of a site) is cut into overlapping windows, so that its pairs grow with its length, not its square; and
an article is compared with the few that share most with it, so that a batch of n articles has at most n * `NEAREST`
pairs.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Sequence

from .features import Features

KEYS = 24
"""Terms of the lead, and as many of the names, that an article is found by: its weightiest."""
LONGEST = 128
"""Articles of one posting that each is paired with: far more than one event's in any batch of a few thousand."""
NEAREST = 48
"""Articles that each is compared with. With 16, 24, 48 or 96 B-cubed F1 on ECB+ 1-35 and on BASIL is the same; an event
with more accounts needs no more, as groups that grow are compared with one another."""


def candidate_pairs(features: Sequence[Features]) -> tuple[tuple[int, int], ...]:
    """Index pairs (smaller first, sorted) of the articles to compare."""
    keys = [keys_of(one) for one in features]
    postings: dict[str, list[int]] = {}
    for index, own in enumerate(keys):
        for key in own:
            postings.setdefault(key, []).append(index)
    pairs: set[tuple[int, int]] = set()
    for index, own in enumerate(keys):
        found = nearest(index, [postings[key] for key in own])
        pairs.update((min(index, other), max(index, other)) for other in found)
    return tuple(sorted(pairs))


def nearest(index: int, postings: Sequence[Sequence[int]]) -> Sequence[int]:
    """The `NEAREST` articles that stand with this one in most postings; a key that few have says more than a common."""
    shared: dict[int, float] = {}
    for posting in postings:
        told = 1 / math.log2(1 + len(posting))
        for other in _window(index, posting):
            shared[other] = shared.get(other, 0.0) + told
    shared.pop(index, None)
    return heapq.nsmallest(NEAREST, shared, key=lambda other: (-round(shared[other], 9), other))


def _window(index: int, posting: Sequence[int]) -> Sequence[int]:
    """All of a posting; of a long one the `LONGEST` on either side."""
    if len(posting) <= LONGEST:
        return posting
    at = bisect_left(posting, index)
    return posting[max(0, at - LONGEST) : at + LONGEST + 1]


def keys_of(features: Features) -> tuple[str, ...]:
    """The keys one article is found by: rare words of its lead (`w:`), rare names (`n:`), shingles (`s:`)."""
    found: list[str] = []
    for prefix, terms in (("w:", features.lead), ("n:", features.names)):
        heaviest = sorted((-weight, key) for key, weight in terms.items())[:KEYS]
        found += [prefix + key for _, key in heaviest]
    return (*found, *(f"s:{shingle}" for shingle in sorted(features.shingles)[:KEYS]))
