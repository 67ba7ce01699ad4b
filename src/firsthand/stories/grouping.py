"""Average-link clustering whose yardstick is the groups themselves.

How alike the accounts of one event are differs from event to event: a football match is told in the same words every
week, a court case in other words by each outlet. So the mean strength between two groups is not held against a fixed
threshold alone but against the mean strength within them: where the two report one event the ratio is near 1, whatever
the event (halves of one event of ECB+, drawn at random: 0.95 and more for nine in ten); where they report look-alike
events it falls short (0.75 or less for nine in ten), though the strengths themselves overlap.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable, Sequence

TYPICAL = 7.4
"""Strength between two accounts of one event, assumed of groups too small to show their own: about the lower quartile
of the same-event pairs of ECB+ 1-35. It is 8.0 there; with that F1 falls by .004."""
ASSUMED = 3
"""Pairs that the assumption counts for beside those a group has."""
ENOUGH = 0.6
"""Ratio above which two groups are one. Between .55 and .65 B-cubed F1 on ECB+ 1-35 moves by .004."""
ENOUGH_FOR_LARGE = 0.7
"""The same where both have `LARGE` articles or more: such groups have shown how alike their accounts are. At .72
B-cubed F1 on ECB+ 1-35 falls by .003, at .75 by .013, and no more look-alikes are kept apart."""
LARGE = 3
SPEAKERS = 24
"""Articles that speak for a larger group, spread evenly over it: sums between groups stay bounded."""
FLOOR = 4.0
"""Mean strength that two groups must reach whatever the ratio: 99% of unrelated pairs stay under
3.1, and between 3.4 and 4.5 no figure on ECB+ 1-35 or BASIL depends on it."""

Pair = tuple[int, int]
Score = Callable[[int, int], float]


class Grouping:
    """Groups that grow by merging, largest surplus first. Ties go to the smaller indexes.

    Only a pair over `FLOOR` ties two groups: where all are under it the mean is too.
    """

    def __init__(self, size: int, candidates: Iterable[Pair], score: Score) -> None:
        self._score = score
        self._scores: dict[Pair, float] = {}
        self.members: dict[int, tuple[int, ...]] = {i: (i,) for i in range(size)}
        self._within = [0.0] * size
        self._between: dict[int, dict[int, float]] = {i: {} for i in range(size)}
        for left, right in candidates:
            if (strength := self._pair(left, right)) > FLOOR:
                self._between[left][right] = self._between[right][left] = strength

    def run(self) -> None:
        """Merge until no two groups are alike enough."""
        queue = [(-self.surplus(a, b), a, b) for a in self._between for b in self._between[a] if a < b]
        queue = [entry for entry in queue if entry[0] < 0]
        heapq.heapify(queue)
        while queue:
            value, left, right = heapq.heappop(queue)
            if right not in self._between.get(left, {}) or self.surplus(left, right) != -value:
                continue
            self._merge(left, right)
            for other in self._between[left]:
                if (surplus := self.surplus(left, other)) > 0:
                    heapq.heappush(queue, (-surplus, min(left, other), max(left, other)))

    def surplus(self, left: int, right: int) -> float:
        """By how much the mean strength between two groups, over that within them, exceeds what they need to be one."""
        low, high = min(left, right), max(left, right)
        sizes = len(self.members[low]), len(self.members[high])
        mean = self._between[low][high] / (sizes[0] * sizes[1])
        if mean <= FLOOR:
            return -1.0
        needed = ENOUGH_FOR_LARGE if min(sizes) >= LARGE else ENOUGH
        return mean / math.sqrt(self._inner(low) * self._inner(high)) - needed

    def _inner(self, group: int) -> float:
        size = len(self.members[group])
        return (ASSUMED * TYPICAL + self._within[group]) / (ASSUMED + size * (size - 1) / 2)

    def _merge(self, left: int, right: int) -> None:
        """`right` becomes part of `left`; groups tied to either by a candidate pair are compared with both in full."""
        near, far = self._between[left], self._between.pop(right)
        self._within[left] += self._within[right] + near[right]
        sums: dict[int, float] = {}
        for other in sorted((near.keys() | far.keys()) - {left, right}):
            one = near[other] if other in near else self._sum(left, other)
            two = far[other] if other in far else self._sum(right, other)
            sums[other] = self._between[other][left] = one + two
            self._between[other].pop(right, None)
        self.members[left] += self.members.pop(right)
        self._between[left] = sums

    def _sum(self, left: int, right: int) -> float:
        """The sum over all pairs of two groups; of large ones reckoned from their speakers'."""
        ours, theirs = speakers(self.members[left]), speakers(self.members[right])
        everyone = len(self.members[left]) * len(self.members[right])
        return math.fsum(self._pair(a, b) for a in ours for b in theirs) * everyone / (len(ours) * len(theirs))

    def _pair(self, left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._scores:
            self._scores[pair] = self._score(*pair)
        return self._scores[pair]


def speakers(members: Sequence[int]) -> Sequence[int]:
    """All members of a small group, an even spread of a large one."""
    if len(members) <= SPEAKERS:
        return members
    return [members[i * (len(members) - 1) // (SPEAKERS - 1)] for i in range(SPEAKERS)]


def cluster(size: int, candidates: Iterable[Pair], score: Score) -> Sequence[tuple[int, ...]]:
    """Groups of 0..size-1, each sorted, in the order of their first members."""
    grouping = Grouping(size, candidates, score)
    grouping.run()
    return sorted(tuple(sorted(group)) for group in grouping.members.values())
