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
    pairs = np.unique(rows * number_of_keys + keys)
    rows, keys = pairs // number_of_keys, pairs % number_of_keys
    rarity = 1.0 / np.maximum(1, np.bincount(keys, minlength=number_of_keys))
    distinct, at = np.unique(rows, return_inverse=True)
    votes = np.round(np.bincount(at, rarity[keys]), 6)
    best = distinct[np.lexsort((distinct, -votes))][: MOST * LOOKED_AT]
    taken: dict[int, int] = {}
    chosen = []
    for row, story in zip(best.tolist(), story_of[best].tolist(), strict=True):
        taken[story] = taken.get(story, 0) + 1
        if taken[story] <= MOST_OF_A_STORY:
            chosen.append(row)
    return np.array(chosen[:MOST], dtype=np.int64)
