"""How likely two articles report one event: a logistic regression over six kinds of likeness."""

from __future__ import annotations

import math

from .features import Bag, Features

WEIGHTS = {
    "words": 1.2,
    "lead": 1.9,
    "names": 6.2,
    "numbers": 4.3,
    "vector": 4.9,
    "reuse": 2.0,
}
INTERCEPT = -7.4


def likeness(left: Features, right: Features) -> dict[str, float]:
    """The kinds of likeness, each 0..1."""
    return {
        "words": cosine(left.words, right.words),
        "lead": cosine(left.lead, right.lead),
        "names": cosine(left.names, right.names),
        "numbers": cosine(left.numbers, right.numbers),
        "vector": max(0.0, float((left.vector * right.vector).sum())),
        "reuse": math.sqrt(containment(left.shingles, right.shingles)),
    }


def same_event(left: Features, right: Features) -> float:
    """The chance, 0..1, that the two report one event."""
    score = INTERCEPT + sum(WEIGHTS[kind] * value for kind, value in likeness(left, right).items())
    return 1 / (1 + math.exp(-score))


def cosine(left: Bag, right: Bag) -> float:
    """The inner product of two bags of unit length."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return math.fsum(weight * large[key] for key, weight in small.items() if key in large)


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of the shorter text's shingles that stand in the other."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0
