"""How likely two statements of one story speak to one point."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..text.phrases import Phrase
from ..text.points import Point

# Logistic regression over pairs of statements of 18 hand-judged stories: 29,268 pairs, 2,260 of them on one point; all
# pairs of which both are in the answers, and one in eight of those of which one is. What comes of it, leaving one story
# out, stands at JOINED in join.py. Other numbers weigh little: a point on which accounts differ in a number is still
# one point, and the very one to show.
MEANING, COVERS, COVERED = 4.5, 2.5, 4.1
SHARED_NAMES = -0.2
SHARED_NUMBERS, OTHER_NUMBERS = 1.3, -0.5
ONE_ARTICLE = -0.4
INTERCEPT = -4.4


def likelihoods(
    points: Sequence[Point], articles: Sequence[str], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], float]]:
    """Every pair (i, j) with the probability, 0..1, that both speak to one point. `articles` holds the article of each
    point; a pair without words has no probability."""
    worded = sorted((i, j) for i, j in pairs if points[i].phrase.words and points[j].phrase.words)
    for own, group in groupby(worded, key=lambda pair: pair[0]):
        others = [other for _, other in group]
        left = points[own]
        there, back = _held(left.phrase, [points[other].phrase for other in others])
        for other, mine, theirs in zip(others, there, back, strict=True):
            right = points[other]
            score = (
                INTERCEPT
                + MEANING * float(left.phrase.vector @ right.phrase.vector)
                + COVERS * max(mine, theirs)
                + COVERED * min(mine, theirs)
                + SHARED_NAMES * len(left.names & right.names)
                + SHARED_NUMBERS * len(left.numbers & right.numbers)
                + OTHER_NUMBERS * bool(left.numbers and right.numbers and not left.numbers & right.numbers)
                + ONE_ARTICLE * (articles[own] == articles[other])
            )
            yield (own, other), round(1.0 / (1.0 + math.exp(-score)), 6)


def _held(own: Phrase, others: Sequence[Phrase]) -> tuple[list[float], list[float]]:
    """The share of the words of one phrase that each of the others has in some form, and the other way round: as
    `text.phrases.liken` has it, for many at once."""
    import numpy as np

    states = np.concatenate([other.states for other in others])
    weights = np.concatenate([other.weights for other in others])
    starts = np.cumsum([0, *(len(other.words) for other in others[:-1])])
    cosines = own.states @ states.T
    there = own.weights @ np.maximum.reduceat(cosines, starts, axis=1) / own.weights.sum()
    back = np.add.reduceat(cosines.max(axis=0) * weights, starts) / np.add.reduceat(weights, starts)
    return there.tolist(), back.tolist()
