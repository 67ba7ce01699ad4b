"""Grouping on a table of all pairs gives the groups of the batch."""

from __future__ import annotations

import numpy as np
import pytest

from firsthand.stories.grouping import SPEAKERS, cluster
from firsthand.stories.stream.clustering import cluster_table


@pytest.mark.parametrize("seed", range(20))
def test_the_groups_are_those_of_the_batch(seed: int) -> None:
    random = np.random.default_rng(seed)
    events = random.integers(0, 6, 40)
    same = events[:, None] == events[None, :]
    strengths = np.triu(np.where(same, random.normal(9, 3, (40, 40)), random.normal(4, 2, (40, 40))).clip(0), 1)
    table = strengths + strengths.T
    pairs = [(a, b) for a in range(40) for b in range(a + 1, 40)]
    found = cluster(40, pairs, lambda a, b: float(table[a, b]))
    assert max(len(group) for group in found) <= SPEAKERS
    assert cluster_table(table) == list(found)
    assert 1 < len(found) < 40


def test_no_article_no_group() -> None:
    assert cluster_table(np.zeros((0, 0))) == []
    assert cluster_table(np.zeros((2, 2))) == [(0,), (1,)]
