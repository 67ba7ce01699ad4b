"""Whether a group holds two events: cut where it is least alike, the accounts of either side must share numbers.

Look-alike events (two earthquakes on one island) are told in the same words and names, and single accounts of the two
are as alike as those of one. What a group can show and a pair cannot: that the accounts of either half agree with one
another on numbers (the dead, the magnitude, the year), and hardly any with the other half's. A half that tells no
numbers proves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .grouping import ASSUMED

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]

LEAST = 3
"""Articles that either half has at least: fewer do not show what they agree on."""
PARTED = 0.2
"""Likeness of numbers between two halves, over that within the half that agrees less, under which they tell two events.
Halves of one event of ECB+ 1-35, cut as here, have 0.35 and more, save one group with an account of another event
(0.20); of thirty pairs of look-alikes thrown together half stay under it. From .10 to .30 B-cubed F1 moves by .002, and
the same look-alikes are kept apart."""
TYPICAL_NUMBERS = 0.3
"""Likeness of numbers of two accounts of one event, assumed as `grouping.TYPICAL` is: the mean on ECB+ 1-35."""
TOGETHER = 48
"""Articles of one group that are held against one another; of a larger group an even spread, which the others join."""
STEPS = 12
"""Rounds in which articles change sides; three or four do."""

Table = Callable[[Sequence[int], Sequence[int]], "Floats"]
"""A likeness of some articles (rows) with some (columns); what an article has with itself does not count."""


def events_in(group: Sequence[int], strengths: Table, numbers: Table) -> list[tuple[int, ...]]:
    """The parts of a group that tell one event each: mostly the group. Articles keep their order."""
    if len(group) < 2 * LEAST:
        return [tuple(group)]
    spread = _spread(group)
    half = halves_of(strengths(spread, spread))
    if half is None or not tell_two_events(numbers(spread, spread), half):
        return [tuple(group)]
    side = dict(zip(spread, half.tolist(), strict=True))
    others = [one for one in group if one not in side]
    near = strengths(others, spread)
    side.update(zip(others, (near[:, half].mean(axis=1) > near[:, ~half].mean(axis=1)).tolist(), strict=True))
    parts = [one for one in group if side[one]], [one for one in group if not side[one]]
    return [found for some in parts for found in events_in(some, strengths, numbers)]


def halves_of(table: Floats) -> Mask | None:
    """One half of a group, given the strengths of all pairs: about the two articles that are least alike, each of the
    others on the side that it is nearer to on average. None where a half is too small to show anything."""
    import numpy as np

    size = len(table)
    if size < 2 * LEAST:
        return None
    itself = np.eye(size, dtype=bool)
    apart, table = np.where(itself, np.inf, table), np.where(itself, 0.0, table)
    left, right = divmod(int(apart.argmin()), size)
    half = table[left] > table[right]
    half[left], half[right] = True, False
    for _ in range(STEPS):
        nearer = _mean_with(table, half) > _mean_with(table, ~half)
        if nearer.all() or not nearer.any() or (nearer == half).all():
            break
        half = nearer
    return half if LEAST <= half.sum() <= size - LEAST else None


def tell_two_events(numbers: Floats, half: Mask) -> bool:
    """Whether the numbers of two halves do not meet, though those within each do."""
    between = numbers[half][:, ~half]
    shared = (ASSUMED * TYPICAL_NUMBERS + between.sum()) / (ASSUMED + between.size)
    return bool(shared < PARTED * min(_agreement(numbers[side][:, side]) for side in (half, ~half)))


def _agreement(within: Floats) -> float:
    """How alike the numbers of one half are on average; its diagonal does not count."""
    size = len(within)
    return float(ASSUMED * TYPICAL_NUMBERS + (within.sum() - within.trace()) / 2) / (ASSUMED + size * (size - 1) / 2)


def _mean_with(table: Floats, half: Mask) -> Floats:
    """Each article's mean strength with a half, itself left out."""
    means: Floats = table[:, half].sum(axis=1) / (half.sum() - half).clip(1)
    return means


def _spread(group: Sequence[int]) -> Sequence[int]:
    if len(group) <= TOGETHER:
        return group
    return [group[i * (len(group) - 1) // (TOGETHER - 1)] for i in range(TOGETHER)]
