"""How likely the pairs of a story's points are on one point: logistic regression over their evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import Article, Statement
from ..text.phrases import body_of, phrase_of, read_texts
from ..text.points import likelihood, point_of
from .evidence import FIGURES, evidence
from .points import Layout, Point

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

WEIGHTS = {
    "covers": 0.913,
    "covered": 1.251,
    "numbers": 0.357,
    "numbers held": 0.623,
    "head least": 0.638,
    "sentence": 3.261,
    "outstanding least": 0.349,
    "outstanding most": 0.211,
}
"""Fitted (ridge, 0.02) over 18,651 pairs of clauses of the 18 shared stories: those on one point, with the weight of
one for each pair of an editor's statements, those on two, and a quarter of those of which only one is in the answers.
Leaving one story out, pairs of an editor's statements join 0.577 at precision 0.783; fifteen figures 0.587 at 0.796,
forty-five no more. That numbers differ counts for nothing on purpose: the point is still one."""
INTERCEPT = -4.844
LEAST = 0.005
"""Likelihood below which a pair is left out: it adds nothing to a mean that could join."""


def likelihoods(layout: Layout) -> dict[tuple[int, int], float]:
    """The probability, 0..1, of each pair i < j of points of two articles; a pair that is left out has none."""
    import numpy as np

    left, right, table = evidence(layout)
    weights: npt.NDArray[np.float64] = np.array([WEIGHTS[name] for name in FIGURES])
    scores = INTERCEPT + table.astype(np.float64) @ weights
    shares = (1.0 / (1.0 + np.exp(-scores))).round(4)
    rows = np.flatnonzero(shares >= LEAST)
    return {(int(left[n]), int(right[n])): float(shares[n]) for n in rows}


def of_a_few(
    points: Sequence[Point], statements: Sequence[Statement], articles: Mapping[str, Article]
) -> dict[tuple[int, int], float]:
    """The same for a story of a few sentences, in which nothing stands out: by the words of each two points alone."""
    keys = [statements[point.statement].span.article for point in points]
    distinct = list(dict.fromkeys(keys))
    readings = dict(zip(distinct, read_texts([articles[key].text for key in distinct]), strict=True))
    body = body_of(readings.values())
    made = []
    for point, key in zip(points, keys, strict=True):
        words = [*point.part.words, *point.part.subject]
        made.append(point_of(phrase_of(readings[key], [(word.idx, word.idx + len(word)) for word in words], body)))
    apart = [(i, j) for i, j in combinations(range(len(points)), 2) if keys[i] != keys[j]]
    return {(i, j): likelihood(made[i], made[j]) for i, j in apart}
