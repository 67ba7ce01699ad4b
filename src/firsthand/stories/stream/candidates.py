"""Whom a new article is compared with: a bounded number of rows that share its rarest keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

MOST = 32
"""Articles compared at first; a story's others are compared when one of it is near enough."""
MOST_OF_A_STORY = 6
"""Of these from one story, so that a large one does not hide its neighbours."""
LOOKED_AT = 4
"""Times `MOST`: rows taken in order of rarity from which those are chosen."""


def choose(rows: Ints, keys: Ints, number_of_keys: int, story_of: npt.NDArray[np.int32]) -> Ints:
    """The rows that share the rarest keys, rarest first: a key counts by how few rows it was found at."""
    if not len(rows):
        return rows
    pairs = np.sort(rows * number_of_keys + keys)
    pairs = pairs[_first(pairs)]
    rows, keys = pairs // number_of_keys, pairs % number_of_keys
    rarity = 1.0 / np.maximum(1, np.bincount(keys, minlength=number_of_keys))
    starts = np.flatnonzero(_first(rows))
    votes = np.round(np.add.reduceat(rarity[keys], starts), 6)
    best = rows[starts][np.argsort(-votes, kind="stable")][: MOST * LOOKED_AT]
    taken: dict[int, int] = {}
    chosen: list[int] = []
    for row, story in zip(best.tolist(), story_of[best].tolist(), strict=True):
        taken[story] = number = taken.get(story, 0) + 1
        if number <= MOST_OF_A_STORY:
            chosen.append(row)
            if len(chosen) == MOST:
                break
    return np.array(chosen, dtype=np.int64)


def _first(ordered: Ints) -> npt.NDArray[np.bool_]:
    """Which of sorted numbers are the first of their kind."""
    first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
