"""Average-link clustering over the candidate pairs: a story grows by its members' mean likeness, never by one link."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

ENOUGH = 0.3
"""Mean chance of one event above which two groups are one."""

Pair = tuple[int, int]


def cluster(size: int, candidates: Sequence[Pair], score: Callable[[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Groups of 0..size-1, each sorted, in the order of their first members.

    Two groups are compared once any candidate pair ties them; then all their pairs count (scored once each), so that
    one strong link does not chain events together. Ties go to the smaller indexes.
    """
    scores: dict[Pair, float] = {}

    def pair_score(left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in scores:
            scores[pair] = score(*pair)
        return scores[pair]

    members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(size)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for left, right in candidates:
        links[left][right] = links[right][left] = pair_score(left, right)
    queue = [(-value, left, right) for left in links for right, value in links[left].items() if left < right]
    queue = [entry for entry in queue if -entry[0] > ENOUGH]
    heapq.heapify(queue)
    while queue:
        value, left, right = heapq.heappop(queue)
        if left not in members or right not in members or links[left].get(right) != -value:
            continue
        _merge(left, right, members, links, pair_score)
        for other, mean in links[left].items():
            if mean > ENOUGH:
                heapq.heappush(queue, (-mean, min(left, other), max(left, other)))
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))


def _merge(
    left: int,
    right: int,
    members: dict[int, tuple[int, ...]],
    links: dict[int, dict[int, float]],
    pair_score: Callable[[int, int], float],
) -> None:
    ours, theirs = members[left], members.pop(right)
    near, far = links[left], links.pop(right)
    merged: dict[int, float] = {}
    for other in sorted((near.keys() | far.keys()) - {left, right}):
        one = near[other] if other in near else _mean(ours, members[other], pair_score)
        two = far[other] if other in far else _mean(theirs, members[other], pair_score)
        merged[other] = (one * len(ours) + two * len(theirs)) / (len(ours) + len(theirs))
        links[other].pop(right, None)
        links[other][left] = merged[other]
    members[left], links[left] = ours + theirs, merged


def _mean(ours: Sequence[int], theirs: Sequence[int], pair_score: Callable[[int, int], float]) -> float:
    return sum(pair_score(a, b) for a in ours for b in theirs) / (len(ours) * len(theirs))
