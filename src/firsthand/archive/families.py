"""Near-copies to families, in arrays: those of one band key meet and are checked; what hangs together is a family."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from .shingling import Hashes
from .signatures import ALIKE, Sketches, agreement

Rows: TypeAlias = npt.NDArray[np.int64]
Days: TypeAlias = npt.NDArray[np.int32]

DAYLESS = np.iinfo(np.int32).min
"""The day of an article whose day nobody knows."""
SAME_NEWS = 2
"""Days between two copies of one piece of news, at most. The weekly notice in the words of last week's is another; such
two are left to the comparison of articles, which weighs days."""


def near_copies(keys: Hashes, rows: Rows, sketches: Sketches, days: Days) -> tuple[Rows, Rows]:
    """Pairs of rows (smaller first, sorted) that share a band key with the first of its holders and are near-copies.

    With the first alone, so that a key of a thousand copies costs a thousand checks, not half a million.
    """
    order = np.lexsort((rows, keys))
    ordered = keys[order]
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = ordered[1:] != ordered[:-1]
    first = order[np.flatnonzero(fresh)[np.cumsum(fresh) - 1]][~fresh]
    other = order[~fresh]
    pairs, where = np.unique(np.stack([rows[first], rows[other]], axis=1), axis=0, return_index=True)
    first, other = first[where], other[where]
    near = agreement(sketches[first], sketches[other]) >= ALIKE
    near &= days_near(days[first], days[other], SAME_NEWS) & (pairs[:, 0] != pairs[:, 1])
    return pairs[near, 0], pairs[near, 1]


def days_near(left: Days, right: Days, most: int) -> npt.NDArray[np.bool_]:
    """Which pairs lie so many days apart at most, or have a day that nobody knows."""
    apart = np.abs(left.astype(np.int64) - right.astype(np.int64))
    return np.asarray((apart <= most) | (left == DAYLESS) | (right == DAYLESS), dtype=np.bool_)


def joined(size: int, edges: Iterable[tuple[Rows, Rows]]) -> Rows:
    """For each of 0..size-1 the smallest that it hangs together with. Memory: eight bytes for each, and the edges of
    one part at a time."""
    roots = np.arange(size, dtype=np.int64)
    for left, right in edges:
        _join(roots, left, right)
    return _settled(roots)


def _join(roots: Rows, left: Rows, right: Rows) -> None:
    """Hang the larger root of each edge under the smaller until the ends of every edge have one root."""
    while len(left):
        _settle(roots, left)
        _settle(roots, right)
        one, two = roots[left], roots[right]
        apart = one != two
        left, right, one, two = left[apart], right[apart], one[apart], two[apart]
        np.minimum.at(roots, np.maximum(one, two), np.minimum(one, two))


def _settle(roots: Rows, rows: Rows) -> None:
    """Let these rows point at their roots themselves."""
    found = roots[rows]
    while not np.array_equal(further := roots[found], found):
        found = further
    roots[rows] = found


def _settled(roots: Rows) -> Rows:
    while not np.array_equal(further := roots[roots], roots):
        roots = further
    return roots
