"""How likely the pairs of a story's points are on one point: logistic regression over their evidence, and the matcher
that reads the words of both."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from ..model import Article, Statement
from ..text.phrases import body_of, phrase_of, read_texts
from ..text.points import likelihood, point_of
from .evidence import FIGURES, evidence
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

JOINED = 0.17
"""Mean likelihood of two groups that are one claim. Leaving one shared story out of the fit, pairs of an editor's
statements join 0.611 at precision 0.737 with 0.12, 0.573 at 0.786 with 0.17, 0.529 at 0.798 with 0.20."""
MUCH, LITTLE, JOINED_IF_LITTLE = 5.4, 4.5, 0.35
"""The same where accounts have hardly more than a topic in common, rising between the two. Of 4,973 labelled pairs of
clauses (of other accounts than the editor's), those from 0.17 on are on one point in 0.60 where there is more than 7 in
common, 0.49 at 5.4 to 6, 0.24 below 4.5; there from 0.35 on in 0.53, with two of three right ones kept. No story that
an editor has answered has less than 5.4."""
CROWDED = 100
"""Points of a story, over the root of its number of accounts, from which on the odds that join two groups rise as these
do: the more points there are, the less likely it is that one that seems near is the same. Fitted to those labels, the
log odds of a pair fall by 0.97 times the logarithm of the points and rise by 0.48 times that of the accounts. With
both, of the labelled pairs 0.59 (ECB+), 0.56 (BASIL) and 0.55 (long political reports) of those joined are on one
point, with 0.94, 0.94 and 0.80 of the right ones (without either 0.56, 0.52, 0.27, and 0.96, 0.97, 0.99); an editor's
statements join 0.565 at precision 0.794 (0.573 at 0.786)."""

OF_A_FEW = 0.35
"""The same where there are only a few points, whose likelihood is another."""


def likelihoods(layout: Layout) -> tuple[dict[tuple[int, int], float], float]:
    """The probability, 0..1, of each pair i < j of points of two articles, and the mean that joins two groups.

    A pair that is left out has no probability.

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
    pairs = {(int(left[n]), int(right[n])): float(p) for n, p in zip(rows, shares, strict=True)}
    return pairs, _least(dict(zip(FIGURES, table[0].tolist(), strict=True))) if len(table) else JOINED


def _least(figures: Mapping[str, float]) -> float:
    """The mean likelihood from which on two groups of a story are joined, by what all its pairs share."""
    sparse = min(1.0, max(0.0, (MUCH - figures["in common"]) / (MUCH - LITTLE)))
    least = JOINED + (JOINED_IF_LITTLE - JOINED) * sparse
    crowding = max(1.0, math.exp(figures["points"] - figures["accounts"] / 2) / CROWDED)
    return least * crowding / (1.0 - least + least * crowding)


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
