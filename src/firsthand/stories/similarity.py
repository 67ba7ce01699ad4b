"""How strongly two articles speak of one event: a weighted sum of kinds of likeness, less what days say against it.

The weights are a logistic regression's over pairs of articles (Newton's method, L2 of 1): same event or not, over the
pairs within ECB+ 1-35 and BASIL that share any rare words, look-alike events of a topic counted twice, BASIL's
few same-event pairs five times. Learned on one half of the topics and scored on the other they gave B-cubed F1 .941
(without `pairs` .936), and came out alike on both; those of `words`, `lead` and `vector` trade with one another. `days`
and `weekdays` were not left to the regression, as ECB+ dates few of its texts and unrelated events there lie years
apart: they stand at what it gives on look-alikes alone, or milder.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from .days import days_apart, weekdays_clash
from .features import BAGS, Bag, Features

WEIGHTS = {
    "words": 1.8,
    "lead": 1.7,
    "names": 5.8,
    "numbers": 2.2,
    "pairs": 3.1,
    "vector": 5.0,
    "reuse": 2.3,
    "days": -2.0,
    "weekdays": -2.0,
}
LONG = 366
"""Days apart that weigh in full against one event; between two days and this the weight grows with the logarithm."""

UNRELATED = 0.05
"""Likeness of words under which nothing else is weighed: 19 in 20 same-event pairs have 0.2 and more."""


def likeness(left: Features, right: Features) -> dict[str, float]:
    """The kinds of likeness and unlikeness, each 0..1; none where the words are not alike at all."""
    words = cosine(left.words, right.words)
    if words < UNRELATED:
        return {}
    apart = days_apart(left.days, right.days)
    return {
        "words": words,
        "lead": cosine(left.lead, right.lead),
        "names": cosine(left.names, right.names),
        "numbers": cosine(left.numbers, right.numbers),
        "pairs": cosine(left.pairs, right.pairs),
        "vector": max(0.0, float((left.vector * right.vector).sum())),
        "reuse": math.sqrt(containment(left.shingles, right.shingles)),
        "days": min(1.0, math.log(max(1, apart)) / math.log(LONG)) if apart is not None else 0.0,
        "weekdays": float(apart is None and weekdays_clash(left.days, right.days)),
    }


def strength(left: Features, right: Features) -> float:
    """How strongly the two speak of one event: under 1 for most unrelated articles, over 7 for most of one event."""
    return max(0.0, sum(WEIGHTS[kind] * value for kind, value in likeness(left, right).items()))


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of likeness (weight above 0) or of unlikeness (below 0), and the words that carry it."""

    kind: str
    weight: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly two articles speak of one event, and why; the heaviest reason first."""

    score: float
    reasons: tuple[Reason, ...]


NAMED = 6
"""Words that a reason shows at most."""


def same_event(left: Features, right: Features) -> Evidence:
    """The strength between two articles with what makes it up, for a reader who asks why."""
    likely = likeness(left, right)
    reasons = [
        Reason(kind, WEIGHTS[kind] * value, _shared(left, right, kind)) for kind, value in likely.items() if value > 0
    ]
    heaviest = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.kind))
    return Evidence(strength(left, right), tuple(heaviest))


def _shared(left: Features, right: Features, kind: str) -> tuple[str, ...]:
    """The words that two articles share in the bag of a kind, those that count most first."""
    if kind not in BAGS:
        return ()
    one: Bag = getattr(left, kind)
    two: Bag = getattr(right, kind)
    return tuple(sorted(one.keys() & two.keys(), key=lambda key: (-one[key] * two[key], key))[:NAMED])


def cosine(left: Bag, right: Bag) -> float:
    """The inner product of two bags of unit length; `fsum` rounds once, so the order of a set does not matter."""
    return math.fsum(left[key] * right[key] for key in left.keys() & right.keys())


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of the shorter text's shingles that stand in the other."""
    shorter = min(len(left), len(right))
    return len(left & right) / shorter if shorter else 0.0
