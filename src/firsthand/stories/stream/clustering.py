"""The grouping of a batch where every pair is known: on one small table instead of a queue over what is tied.

The rule is that of `grouping`, and a test holds the two against each other; only that sums between groups of more than
its `SPEAKERS` are whole here. A neighbourhood has some fifty articles at most, so a merger is a few rows of arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..grouping import ASSUMED, ENOUGH, ENOUGH_FOR_LARGE, FLOOR, LARGE, TYPICAL

if TYPE_CHECKING:
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

NEVER = -1.0
"""Surplus of two groups that cannot become one."""


def cluster_table(table: Floats) -> list[tuple[int, ...]]:
    """Groups of 0..n-1, given the strengths of all pairs (symmetric); sorted, in the order of their first members."""
    groups = _Groups(table)
    while groups.merge():
        pass
    return sorted(tuple(sorted(group)) for group in groups.members.values())


class _Groups:
    """Groups by the index of their first member, and what every two lack or have to spare to be one."""

    def __init__(self, table: Floats) -> None:
        size = len(table)
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self._sums = table.copy()
        np.fill_diagonal(self._sums, 0.0)
        self._sizes = np.ones(size)
        self._within = np.zeros(size)
        self._inner = np.full(size, TYPICAL)
        self._alive = np.ones(size, dtype=bool)
        surplus = np.where(self._sums > FLOOR, self._sums / TYPICAL - ENOUGH, NEVER)
        self._surplus = np.where(np.tri(size, dtype=bool), NEVER, surplus)

    def merge(self) -> bool:
        """Make the two groups with the largest surplus one, ties to the smaller indexes; False where none has any."""
        if not self.members:
            return False
        left, right = divmod(int(self._surplus.argmax()), len(self._surplus))
        if self._surplus[left, right] <= 0:
            return False
        self.members[left] += self.members.pop(right)
        self._alive[right] = False
        self._within[left] += self._within[right] + self._sums[left, right]
        self._sums[left] += self._sums[right]
        self._sums[left, left] = 0.0
        self._sums[:, left] = self._sums[left]
        self._sizes[left] += self._sizes[right]
        pairs = self._sizes[left] * (self._sizes[left] - 1) / 2
        self._inner[left] = (ASSUMED * TYPICAL + self._within[left]) / (ASSUMED + pairs)
        self._surplus[right] = self._surplus[:, right] = NEVER
        self._reckon(left)
        return True

    def _reckon(self, group: int) -> None:
        """The surpluses of one group anew."""
        mean = self._sums[group] / (self._sizes * self._sizes[group])
        large = np.minimum(self._sizes, self._sizes[group]) >= LARGE
        surplus = mean / np.sqrt(self._inner * self._inner[group]) - np.where(large, ENOUGH_FOR_LARGE, ENOUGH)
        surplus = np.where(self._alive & (mean > FLOOR), surplus, NEVER)
        self._surplus[group, group + 1 :] = surplus[group + 1 :]
        self._surplus[:group, group] = surplus[:group]
