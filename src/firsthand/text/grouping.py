"""Grouping things by how likely they belong together."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping


def average_link(size: int, likely: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Groups of 0 … size-1 by average link (UPGMA, Sokal & Michener 1958), greatest mean likelihood first.

    Two groups join while the mean likelihood over all their pairs is at least `least`; a pair that is not in `likely`
    (keys i < j) counts as 0. Members and groups are in rising order; equal means are settled by the lower index.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    between: dict[int, dict[int, float]] = defaultdict(dict)  # summed likelihood of two groups
    queue: list[tuple[float, int, int]] = []
    for (i, j), value in sorted(likely.items()):
        between[i][j] = between[j][i] = value
        if value >= least:
            heapq.heappush(queue, (-value, i, j))
    fresh = size
    while queue:
        _, i, j = heapq.heappop(queue)
        if i not in members or j not in members:
            continue
        members[fresh] = sorted(members.pop(i) + members.pop(j))
        for other, value in sorted(_joined(between, i, j).items()):
            between[fresh][other] = between[other][fresh] = value
            mean = value / (len(members[fresh]) * len(members[other]))
            if mean >= least:
                heapq.heappush(queue, (-mean, other, fresh))
        fresh += 1
    return sorted(members.values())


def _joined(between: dict[int, dict[int, float]], i: int, j: int) -> dict[int, float]:
    """The summed likelihoods of what two groups become, to every other group."""
    sums: dict[int, float] = defaultdict(float)
    for old in (i, j):
        for other, value in between.pop(old, {}).items():
            between[other].pop(old, None)
            if other not in (i, j):
                sums[other] += value
    return sums
