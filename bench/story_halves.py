"""Grouping on events that nothing was learned from: weights of one half of ECB+'s topics, scored on the other half.

usage: python bench/story_halves.py [FOLDER]     FOLDER holds the bench data (default ../shared/bench)

The weights of the evidence are learned as `stories.similarity` says they were: a logistic regression over pairs (one
event or not), by Newton's method with an L2 of 1; look-alikes of a topic count twice, BASIL's same-event pairs five
times. They are scaled so that the lower quartile of the same-event pairs that were learned from has the strength that
`grouping.TYPICAL` gives it; `days` and `weekdays` stay as they are. The ratios at which groups join and part are those
of the product, which were chosen with all topics in view.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from firsthand.stories.features import Features, features_of
from firsthand.stories.grouping import TYPICAL
from firsthand.stories.parting import events_in
from firsthand.stories.similarity import WEIGHTS, likeness
from firsthand.stories.stream.clustering import cluster_table
from firsthand.text.embeddings import embed

KEPT = ("days", "weekdays")
LEARNED = [kind for kind in WEIGHTS if kind not in KEPT]
Labels = np.ndarray


class Pairs:
    """Some articles with the kinds of likeness of all their pairs."""

    def __init__(self, features: Sequence[Features], events: Sequence[str], topics: Sequence[object]) -> None:
        self.events, self.topics = np.array(events), np.array([str(topic) for topic in topics])
        size = len(features)
        self.kinds = {kind: np.zeros((size, size)) for kind in WEIGHTS}
        for left in range(size):
            for right in range(left):
                for kind, value in likeness(features[left], features[right]).items():
                    self.kinds[kind][left, right] = self.kinds[kind][right, left] = value

    def strengths(self, weights: dict[str, float], at: np.ndarray) -> np.ndarray:
        table = sum(weights[kind] * self.kinds[kind][np.ix_(at, at)] for kind in WEIGHTS)
        return np.maximum(0.0, table)

    def learned_from(self, at: np.ndarray, same_event: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows of likeness, whether each is of one event, and what it counts."""
        one, two = np.triu_indices(len(at), 1)
        one, two = at[one], at[two]
        related = self.kinds["words"][one, two] > 0
        one, two = one[related], two[related]
        rows = np.stack([self.kinds[kind][one, two] for kind in LEARNED], axis=1)
        same = self.events[one] == self.events[two]
        look_alike = ~same & (self.topics[one] == self.topics[two]) & (self.topics[one] != "None")
        return rows, same, np.where(same, same_event, np.where(look_alike, 2.0, 1.0))


def regression(rows: np.ndarray, same: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression; its intercept has no L2 and is left out."""
    rows = np.column_stack([rows, np.ones(len(rows))])
    weights, l2 = np.zeros(rows.shape[1]), np.array([1.0] * (rows.shape[1] - 1) + [0.0])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (same - chance)) - l2 * weights
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + np.diag(l2)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights[:-1]


def learn(ecb: Pairs, at: np.ndarray, basil: Pairs) -> dict[str, float]:
    """Weights learned on these articles of ECB+ and on all of BASIL."""
    parts = ecb.learned_from(at, 1.0), basil.learned_from(np.arange(len(basil.events)), 5.0)
    found = regression(*(np.concatenate(both) for both in zip(*parts, strict=True)))
    weights = dict(zip(LEARNED, found.tolist(), strict=True)) | {kind: WEIGHTS[kind] for kind in KEPT}
    table, same = ecb.strengths(weights, at), ecb.events[at][:, None] == ecb.events[at][None, :]
    quartile = float(np.percentile(table[np.triu(same, 1)], 25))
    return {kind: weight * (1.0 if kind in KEPT else TYPICAL / quartile) for kind, weight in weights.items()}


def grouped(pairs: Pairs, weights: dict[str, float], at: np.ndarray, *, parted: bool) -> Labels:
    """The group of each of these articles."""
    table, numbers = pairs.strengths(weights, at), pairs.kinds["numbers"][np.ix_(at, at)]
    np.fill_diagonal(table, 0.0)
    groups = cluster_table(table)
    if parted:
        groups = [
            part
            for group in groups
            for part in events_in(group, lambda a, b: table[np.ix_(a, b)], lambda a, b: numbers[np.ix_(a, b)])
        ]
    labels = np.zeros(len(at), dtype=int)
    for number, group in enumerate(groups):
        labels[list(group)] = number
    return labels


def held_back(ecb: Pairs, basil: Pairs, *, parted: bool) -> Labels:
    """Groups of all of ECB+, each half by what the other taught."""
    even = np.array([int(topic) % 2 == 0 for topic in ecb.topics])
    labels = np.zeros(len(even), dtype=int)
    for half, test in enumerate((even, ~even)):
        weights = learn(ecb, np.flatnonzero(~test), basil)
        labels[test] = grouped(ecb, weights, np.flatnonzero(test), parted=parted) * 2 + half
    return labels


def main() -> None:
    from stories import SETS, articles_of, held_back_told, rows

    bench = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/bench")
    sets = {name: {f"{name}-{row['id']}": row for row in rows(bench / path)} for name, path in SETS.items()}
    read = {name: articles_of(data.items()) for name, data in sets.items()}
    known = {article.id: features_of(article, embed) for some in read.values() for article in some}
    held_back_told(sets, read, known)


if __name__ == "__main__":
    main()
