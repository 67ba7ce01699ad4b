"""What speaks for two clauses of two articles being on one point: a table of figures, one row a pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .points import Layout

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]

NEAREST = 40
"""Points of other articles that one is compared with; on the shared stories no joined pair lay beyond the 25th."""
ROWS = 2000
"""Words that are laid beside all others at a time: bounds the memory."""
ROUGH = (2.9, 4.8, 6.9)
"""Weights of meaning, the better and the less covered side, by which the nearest are chosen (an earlier fit)."""
FIGURES = (
    "covers",  # share of the better covered side's words that the other has in some form
    "covered",  # share of the less covered side's
    "numbers",  # weight of the numerals in common
    "numbers held",  # the same, as a share of the side with less of them
    "head least",  # how well the head word of one is found in the other: the worse of both ways
    "sentence",  # cosine of the sentences that they stand in
    "outstanding least",  # how far the other stands out from the rest of its article, in standard deviations
    "outstanding most",
    "points",  # of the story, natural logarithm, the same for all its pairs, as are the next three
    "accounts",  # natural logarithm of their number
    "in common",  # how near a point has its nearest of another account: the median of all
    "told again",  # the same: what a fifth of the points exceeds
)  # fmt: skip
"""The last four say what is to be expected: where the accounts tell one event in like words, two that are alike mostly
are one point; where they have hardly more than a topic in common, two that are just as alike mostly are not."""


def evidence(layout: Layout) -> tuple[Places, Places, Array]:
    """The pairs worth a look (i < j, of two articles each) and their figures, shape (pairs, len(FIGURES))."""
    import numpy as np

    held, head = _held(layout)
    covers, covered = np.maximum(held, held.T), np.minimum(held, held.T)
    rough = np.round(ROUGH[0] * _cosines(layout) + ROUGH[1] * covers + ROUGH[2] * covered, 4).astype(np.float32)
    left, right = _candidates(rough, layout.articles)
    outstanding = _outstanding(rough, layout.articles)
    nearest = _nearest(rough, layout.articles)
    expected = [
        np.log(len(layout.articles)),
        np.log(len(np.unique(layout.articles))),
        *np.percentile(nearest, (50, 80)),
    ]
    columns = [
        covers[left, right],
        covered[left, right],
        *_numbers(layout, left, right),
        np.minimum(head[left, right], head[right, left]),
        np.einsum("ij,ij->i", layout.sentences[left], layout.sentences[right]),
        np.minimum(outstanding[left, right], outstanding[right, left]),
        np.maximum(outstanding[left, right], outstanding[right, left]),
        *(np.full(len(left), value) for value in expected),
    ]
    return left, right, np.stack(columns, axis=1).astype(np.float32)


def _held(layout: Layout) -> tuple[Array, Array]:
    """[i, j]: the share of i's words that j has in some form; how near j comes to i's head word."""
    import numpy as np

    count = len(layout.first)
    last = np.append(layout.first[1:], len(layout.weights))
    held, head = np.zeros((count, count), dtype=np.float32), np.zeros((count, count), dtype=np.float32)
    for begin, end in _blocks(layout.first, last):
        low, high = int(layout.first[begin]), int(last[end - 1])
        best = np.maximum.reduceat(layout.states[low:high] @ layout.states.T, layout.first, axis=1)
        weights = layout.weights[low:high, None]
        starts = layout.first[begin:end] - low
        mass = np.maximum(np.add.reduceat(weights, starts, axis=0), 1e-6)
        held[begin:end] = np.add.reduceat(best * weights, starts, axis=0) / mass
        known = np.flatnonzero(layout.head[begin:end] >= 0)
        head[begin + known] = best[layout.head[begin:end][known] - low]
    return held, head


def _blocks(first: Places, last: Places) -> Iterator[tuple[int, int]]:
    """Runs of points that hold no more than ROWS words together, one point at least."""
    begin = 0
    while begin < len(first):
        end = begin + 1
        while end < len(first) and last[end] - first[begin] <= ROWS:
            end += 1
        yield begin, end
        begin = end


def _cosines(layout: Layout) -> Array:
    """Cosines of the mean states."""
    import numpy as np

    vectors = np.add.reduceat(layout.states, layout.first, axis=0)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    found: Array = vectors @ vectors.T
    return found


def _candidates(rough: Array, articles: Places) -> tuple[Places, Places]:
    """For each point its nearest of other articles; pairs i < j in rising order."""
    import numpy as np

    count = len(articles)
    chosen = np.zeros((count, count), dtype=bool)
    for i in range(count):
        others = np.flatnonzero(articles != articles[i])
        order = np.lexsort((others, -rough[i, others]))[:NEAREST]
        chosen[i, others[order]] = True
    left, right = np.nonzero(np.triu(chosen | chosen.T, 1))
    return left, right


def _nearest(rough: Array, articles: Places) -> Array:
    """For each point how near its nearest of another article is."""
    import numpy as np

    found: Array = np.where(articles[:, None] == articles[None, :], np.float32(-9.0), rough).max(axis=1)
    return found


def _outstanding(rough: Array, articles: Places) -> Array:
    """[i, j]: how far j stands out to i from all points of j's article, in standard deviations from their mean."""
    import numpy as np

    outstanding = np.zeros_like(rough)
    for article in np.unique(articles):
        own = np.flatnonzero(articles == article)
        here = rough[:, own]
        outstanding[:, own] = (here - here.mean(axis=1, keepdims=True)) / (here.std(axis=1, keepdims=True) + 1e-3)
    return outstanding


def _numbers(layout: Layout, left: Places, right: Places) -> list[Array]:
    """What the numerals of each pair say."""
    import numpy as np

    table = np.zeros((2, len(left)), dtype=np.float32)
    for row, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        mine, theirs = layout.numbers[i], layout.numbers[j]
        if mine and theirs:
            shared = sum(mine[lemma] for lemma in sorted(mine.keys() & theirs.keys()))
            table[:, row] = shared, shared / max(min(sum(mine.values()), sum(theirs.values())), 1e-6)
    return list(table)
