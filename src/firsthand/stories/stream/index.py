"""Which articles share a key with a new one: postings in flat arrays, the newest first, parted by weeks.

A key is posted under the week of its article, and the rarer keys under no week too. A look-up walks the chains of its
own week and the weeks beside it, of the undated, and the rare keys over all time, each for `LONGEST` entries: so its
time does not grow with the archive, and postings of other weeks rest untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from .packing import hashes_of

if TYPE_CHECKING:
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Hashes = npt.NDArray[np.uint64]

LONGEST = 32
"""Entries read of one chain. A key with more stories in its weeks tells little, and rarer ones stand beside it."""
RARE = 12
"""Keys of each kind, the heaviest first, that are found over all time."""
WEEK = 7
HEADS = 25
"""Chains begin in 2^25 slots (128 MB once all are used; untouched ones cost nothing)."""
UNDATED, ALWAYS = 1, 2
"""Numbers of the partitions that are no weeks."""
MIX = np.uint64(0x9E3779B97F4A7C15)
SPREAD = 0xC2B2AE3D27D4EB4F
FULL = (1 << 64) - 1
TAG = np.uint64(0x7FFFFFFF)
ROOM = 1 << 16


class KeyIndex:
    """Chains of article rows by key and week."""

    def __init__(self) -> None:
        self._heads = np.zeros(1 << HEADS, dtype=np.int32)
        self._posted = np.zeros((ROOM, 3), dtype=np.int32)
        """Of each posting the row, the next of its chain, and the tag: side by side, so that one reach finds all."""
        self._used = 1

    def __len__(self) -> int:
        return self._used - 1

    def post(self, row: int, hashes: Hashes) -> None:
        """Put one article's row before all others of these chains."""
        slots, first = np.unique(_slots(hashes), return_index=True)
        end = self._used + len(slots)
        self._make_room(end)
        posted = self._posted[self._used : end]
        posted[:, 0] = row
        posted[:, 1] = self._heads[slots]
        posted[:, 2] = _tags(hashes)[first]
        self._heads[slots] = np.arange(self._used, end, dtype=np.int32)
        self._used = end

    def walk(self, hashes: Hashes) -> tuple[Ints, Ints]:
        """The rows in these chains, each with the number of the hash that found it."""
        at = self._heads[_slots(hashes)]
        which = at.nonzero()[0]
        at = at[which]
        found, by = [np.zeros((0, 3), dtype=np.int32)], [which[:0]]
        for _ in range(LONGEST):
            if not len(at):
                break
            posted = self._posted.take(at, axis=0)
            found.append(posted)
            by.append(which)
            following = posted[:, 1]
            alive = following.nonzero()[0]
            which, at = which.take(alive), following.take(alive)
        every, which = np.concatenate(found), np.concatenate(by)
        same = (every[:, 2] == _tags(hashes)[which]).nonzero()[0]
        return every[same, 0].astype(np.int64), which[same]

    def _make_room(self, end: int) -> None:
        if end > len(self._posted):
            self._posted.resize((max(end, len(self._posted) * 9 // 8), 3), refcheck=False)


def key_hashes(keys: Sequence[str]) -> Hashes:
    """One hash a key."""
    return hashes_of(keys).astype(np.uint64)


def is_rare(keys: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which keys are found over all time: the first, which are the heaviest, of each kind; a kind's stand together."""
    ranks = [np.zeros(0, dtype=np.int64)]
    ranks += [np.arange(len(list(same))) for _, same in groupby([key[0] for key in keys])]
    return np.concatenate(ranks) < RARE


def chains_to_post(keys: Hashes, rare: npt.NDArray[np.bool_], day: int) -> Hashes:
    """The chains that an article of this day is to be found in."""
    return np.concatenate([_chain(keys, partition(day)), _chain(keys[rare], ALWAYS)])


def chains_to_walk(keys: Hashes, rare: npt.NDArray[np.bool_], day: int) -> tuple[Hashes, Ints]:
    """The chains in which an article of this day looks for others, and the number of the key of each.

    First stand those of its own week (one a key), last the rare ones: together what it would be posted under.
    """
    week = partition(day)
    weeks = (week, week - 1, week + 1, UNDATED) if week > ALWAYS else (UNDATED,)
    every = np.arange(len(keys))
    chains = [_chain(keys, one) for one in weeks] + [_chain(keys[rare], ALWAYS)]
    return np.concatenate(chains), np.concatenate([*[every] * len(weeks), every[rare]])


def partition(day: int) -> int:
    """The week of an ordinal day, or that of the undated."""
    return day // WEEK + ALWAYS + 2 if day > 0 else UNDATED


def _chain(keys: Hashes, part: int) -> Hashes:
    return (keys + np.uint64(part * SPREAD & FULL)) * MIX


def _slots(hashes: Hashes) -> Ints:
    return (hashes >> np.uint64(64 - HEADS)).astype(np.int64)


def _tags(hashes: Hashes) -> npt.NDArray[np.int32]:
    return (hashes >> np.uint64(8) & TAG).astype(np.int32)
