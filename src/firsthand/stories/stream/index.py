"""Which articles share a key with a new one: postings in flat arrays, the newest first, parted by weeks.

A key is posted under the week of its article, and the rarer keys under no week too. A look-up walks the chains of its
own week and the weeks beside it, of the undated, and the rare keys over all time, each for `LONGEST` entries: so its
time does not grow with the archive, and postings of other weeks rest untouched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

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
ROOM = 1 << 16


class KeyIndex:
    """Chains of article rows by key and week."""

    def __init__(self) -> None:
        self._heads = np.zeros(1 << HEADS, dtype=np.int32)
        self._rows = np.zeros(ROOM, dtype=np.int32)
        self._next = np.zeros(ROOM, dtype=np.int32)
        self._tags = np.zeros(ROOM, dtype=np.uint16)
        self._used = 1

    def __len__(self) -> int:
        return self._used - 1

    def post(self, row: int, hashes: Hashes) -> None:
        """Put one article's row before all others of these chains."""
        slots, first = np.unique(_slots(hashes), return_index=True)
        end = self._used + len(slots)
        self._make_room(end)
        places = np.arange(self._used, end, dtype=np.int32)
        self._rows[self._used : end] = row
        self._next[self._used : end] = self._heads[slots]
        self._tags[self._used : end] = _tags(hashes)[first]
        self._heads[slots] = places
        self._used = end

    def walk(self, hashes: Hashes) -> tuple[Ints, Ints]:
        """The rows in these chains, each with the number of the hash that found it."""
        tags, which, at = _tags(hashes), np.arange(len(hashes)), self._heads[_slots(hashes)]
        found, by = [], []
        for _ in range(LONGEST):
            alive = at > 0
            which, at = which[alive], at[alive]
            if not len(at):
                break
            same = self._tags[at] == tags[which]
            found.append(self._rows[at[same]])
            by.append(which[same])
            at = self._next[at]
        none = np.zeros(0, dtype=np.int64)
        return np.concatenate([none, *found]), np.concatenate([none, *by])

    def _make_room(self, end: int) -> None:
        if end > len(self._rows):
            for array in (self._rows, self._next, self._tags):
                array.resize(max(end, len(self._rows) * 5 // 4), refcheck=False)


def key_hashes(keys: Sequence[str]) -> Hashes:
    """One hash a key."""
    return np.array([crc32(key.encode("utf-8", "surrogatepass")) for key in keys], dtype=np.uint64)


def is_rare(keys: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which keys are found over all time: the first of each kind, which are its heaviest."""
    seen: dict[str, int] = {}
    flags = []
    for key in keys:
        kind = key[:2]
        seen[kind] = seen.get(kind, 0) + 1
        flags.append(seen[kind] <= RARE)
    return np.array(flags, dtype=bool)


def chains_to_post(keys: Hashes, rare: npt.NDArray[np.bool_], day: int) -> Hashes:
    """The chains that an article of this day is to be found in."""
    return np.concatenate([_chain(keys, partition(day)), _chain(keys[rare], ALWAYS)])


def chains_to_walk(keys: Hashes, rare: npt.NDArray[np.bool_], day: int) -> tuple[Hashes, Ints]:
    """The chains in which an article of this day looks for others, and the number of the key of each."""
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


def _tags(hashes: Hashes) -> npt.NDArray[np.uint16]:
    return (hashes >> np.uint64(8)).astype(np.uint16)
