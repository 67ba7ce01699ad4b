"""How likely the pairs of a story's points are on one point: logistic regression over their evidence, and the matcher
that reads the words of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import Article, Statement
from ..text.phrases import body_of, phrase_of, read_texts
from ..text.points import likelihood, point_of
from .evidence import evidence
from .matched import matched
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
LEAST = 0.08
"""Likelihood by the evidence below which a pair is left out and the matcher is not asked. Pairs of an editor's
statements join 0.583 at precision 0.778 so, and 0.594 at 0.772 from 0.05 on, which asks the matcher twice as often."""
OF_MATCHER = 1 / 3
"""Share of the matcher in the mean of the logarithms. Of labelled pairs of clauses (of the stories that it had
not seen in training) the evidence alone has an average precision of 0.603, with a third of the matcher 0.69, with half
0.71; an editor's statements are joined as well with a third as without (0.583 / 0.778 for 0.586 / 0.769) and with half
a little worse (0.586 / 0.755)."""


def likelihoods(layout: Layout) -> dict[tuple[int, int], float]:
    """The probability, 0..1, of each pair i < j of points of two articles; a pair that is left out has none.

    The logarithms of what the evidence says and what the matcher says are averaged (a logarithmic opinion pool, Genest
    & Zidek 1986): the evidence was fitted where accounts tell one event, where likeness mostly is one point, and the
    matcher on accounts that have little more than a topic in common too.
    """
    import numpy as np

    left, right, table = evidence(layout)
    weights: npt.NDArray[np.float64] = np.array(list(WEIGHTS.values()))
    scores = INTERCEPT + table[:, : len(WEIGHTS)].astype(np.float64) @ weights
    alone = 1.0 / (1.0 + np.exp(-scores))
    rows = np.flatnonzero(alone >= LEAST)
    both = matched(layout, left[rows], right[rows], table[rows])
    shares = (alone[rows] ** (1.0 - OF_MATCHER) * both**OF_MATCHER).round(4)
    return {(int(left[n]), int(right[n])): float(p) for n, p in zip(rows, shares, strict=True)}


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
