"""Strengths between rows, reckoned once while they are near: what grouping a neighbourhood asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from .packing import Packed
from .strengths import numbers_table, strengths

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Ints = npt.NDArray[np.int64]

REST = 90
"""Days between two articles after which they report one event no more: a later one follows the story up. The accounts
of one event of BASIL 2010-2014 were published at most four days apart."""
KEPT = 200_000
"""Pairs remembered; beyond, those not asked for of late are forgotten, and reckoned again when they are."""
UNKNOWN = -1.0


class Evidence:
    """How strongly rows speak of one event, as far as grouping counts it: 0 across a rest."""

    def __init__(self, packed: Callable[[Sequence[int]], Sequence[Packed]]) -> None:
        self._packed = packed
        self._known: dict[int, float] = {}
        self._older: dict[int, float] = {}

    def of(self, one: Packed, rows: Sequence[int]) -> Floats:
        """Strengths of an article with these rows, a rest between them or not."""
        return strengths(one, self._packed(rows))

    def forget(self) -> None:
        """Between two articles: once there are too many pairs, let go of those that were not asked for of late."""
        if len(self._known) > KEPT // 2:
            self._older, self._known = self._known, {}

    def keep(self, row: int, rows: Sequence[int], found: Sequence[float]) -> None:
        """Remember strengths as grouping counts them."""
        for other, strength in zip(rows, found, strict=True):
            self._known[_pair(row, other)] = strength

    def among(self, rows: Sequence[int]) -> Floats:
        """The strengths of all pairs of these rows, as a symmetric table with an empty diagonal."""
        table = np.zeros((len(rows), len(rows)))
        upper, lower = _corners(len(rows))
        table[upper, lower] = self._remembered(np.array(rows, dtype=np.int64), upper, lower)
        table += table.T
        while (missing := np.count_nonzero(table < 0, axis=1)).any():
            at = int(missing.argmax())
            others = np.flatnonzero(table[at] < 0)
            table[at, others] = table[others, at] = self._reckoned(rows[at], [rows[i] for i in others.tolist()])
        return table

    def numbers_among(self, rows: Sequence[int]) -> Floats:
        """The likeness of numbers of all pairs of these rows."""
        return numbers_table(self._packed(rows))

    def _remembered(self, rows: Ints, upper: Ints, lower: Ints) -> Floats:
        """The strengths of these pairs, `UNKNOWN` where they have been forgotten."""
        left, right = rows[upper], rows[lower]
        pairs = (np.minimum(left, right) << 32 | np.maximum(left, right)).tolist()
        known, older = self._known, self._older
        found = np.array([known.get(pair, UNKNOWN) for pair in pairs])
        for at in np.flatnonzero(found < 0).tolist():
            if (strength := older.get(pairs[at])) is not None:
                found[at] = known[pairs[at]] = strength
        return found

    def _reckoned(self, row: int, missing: Sequence[int]) -> Floats:
        one, *others = self._packed([row, *missing])
        found = awake(strengths(one, others), one.own, np.array([other.own for other in others]))
        self.keep(row, missing, found.tolist())
        return found


def _pair(left: int, right: int) -> int:
    """A pair as one number; its order does not matter."""
    return left << 32 | right if left < right else right << 32 | left


@cache
def _corners(size: int) -> tuple[Ints, Ints]:
    return np.triu_indices(size, 1)


def awake(found: Floats, day: int, days: npt.NDArray[np.integer]) -> Floats:
    """Strengths as grouping counts them: nothing where a rest lies between the articles' own days."""
    return np.where((day > 0) & (days > 0) & (np.abs(days - day) > REST), 0.0, found)
