"""Strengths between rows, reckoned once while they are near: what grouping a neighbourhood asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from .packing import Packed
from .strengths import strengths

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]

REST = 90
"""Days between two articles after which they report one event no more: a later one follows the story up. The accounts
of one event of BASIL 2010-2014 were published at most four days apart."""
KEPT = 200_000
"""Pairs remembered; beyond, all are forgotten, and reckoned again when they are asked for."""


class Evidence:
    """How strongly rows speak of one event, as far as grouping counts it: 0 across a rest."""

    def __init__(self, packed: Callable[[Sequence[int]], Sequence[Packed]]) -> None:
        self._packed = packed
        self._known: dict[tuple[int, int], float] = {}

    def of(self, one: Packed, rows: Sequence[int]) -> Floats:
        """Strengths of an article with these rows, a rest between them or not."""
        return strengths(one, self._packed(rows))

    def forget(self) -> None:
        """Between two articles: let go of all pairs once there are too many."""
        if len(self._known) > KEPT:
            self._known.clear()

    def keep(self, row: int, rows: Sequence[int], found: Sequence[float]) -> None:
        """Remember strengths as grouping counts them."""
        for other, strength in zip(rows, found, strict=True):
            self._known[pair(row, other)] = strength

    def among(self, rows: Sequence[int]) -> None:
        """See to it that every pair of these rows is known."""
        for at, row in enumerate(rows):
            missing = [other for other in rows[at + 1 :] if pair(row, other) not in self._known]
            if missing:
                one, *others = self._packed([row, *missing])
                found = awake(strengths(one, others), one.own, np.array([other.own for other in others]))
                self.keep(row, missing, found.tolist())

    def between(self, left: int, right: int) -> float:
        """The strength of a pair that is known."""
        return self._known[pair(left, right)]


def pair(left: int, right: int) -> tuple[int, int]:
    """A pair whose order does not matter."""
    return (left, right) if left < right else (right, left)


def awake(found: Floats, day: int, days: npt.NDArray[np.integer]) -> Floats:
    """Strengths as grouping counts them: nothing where a rest lies between the articles' own days."""
    return np.where((day > 0) & (days > 0) & (np.abs(days - day) > REST), 0.0, found)
