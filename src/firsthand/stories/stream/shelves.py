"""Which article stands in which story: the rows of every story, and how alike its accounts are.

A story's key is a number of ours and may change hands: when two become one the smaller is moved, whichever is older.
Its id, which the world knows, is that of the older.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..grouping import ASSUMED, TYPICAL

SAMPLE = 24
"""Articles that speak for a larger story, spread evenly over it."""
ROOM = 1 << 12


@dataclass(slots=True)
class Shelf:
    """One story: its articles' rows in the order of arrival."""

    name: str
    born: int
    """Rank of founding: of two stories that become one, the earlier keeps its name."""
    rows: array[int]
    within: float = 0.0
    """Sum of the strengths measured between its articles."""
    pairs: int = 0
    """How many were measured."""

    def __len__(self) -> int:
        return len(self.rows)

    def speakers(self, most: int = SAMPLE) -> Sequence[int]:
        """The rows that are compared: all of a small story, of a large one an even spread."""
        if len(self.rows) <= most:
            return self.rows
        return [self.rows[i * (len(self.rows) - 1) // (most - 1)] for i in range(most)]

    def inner(self) -> float:
        """How alike the accounts are, as the grouping of a batch reckons it."""
        size = len(self.rows)
        everyone = size * (size - 1) / 2
        known = self.within / self.pairs * everyone if self.pairs else 0.0
        return (ASSUMED * TYPICAL + known) / (ASSUMED + everyone)

    def surplus_of_one(self, mean: float, needed: float) -> float:
        """By how much the mean strength of an article with this story exceeds what it needs to enter."""
        return mean / math.sqrt(self.inner() * TYPICAL) - needed


class Shelves:
    """All stories by key, and the story, day and nearest articles of every row."""

    def __init__(self) -> None:
        self.by_key: dict[int, Shelf] = {}
        self.story_of = np.zeros(ROOM, dtype=np.int32)
        self.day_of = np.zeros(ROOM, dtype=np.int32)
        self.next_key = 0

    def make_room(self, row: int) -> None:
        """Let there be a place for this row."""
        if row >= len(self.story_of):
            for held in (self.story_of, self.day_of):
                held.resize(max(row + 1, len(self.story_of) * 5 // 4), refcheck=False)

    def found(self, name: str, rows: Sequence[int]) -> int:
        """A new story of these rows; its key."""
        key = self.next_key
        self.next_key += 1
        self.by_key[key] = Shelf(name, key, array("i", rows))
        self.story_of[list(rows)] = key
        return key

    def take(self, key: int, rows: Sequence[int]) -> None:
        """Rows leave a story; a story left empty is gone."""
        gone = set(rows)
        shelf = self.by_key[key]
        shelf.rows = array("i", [row for row in shelf.rows if row not in gone])
        if not shelf.rows:
            del self.by_key[key]

    def put(self, key: int, rows: Sequence[int]) -> None:
        """Rows enter a story, which stays in the order of arrival."""
        shelf = self.by_key[key]
        in_order = len(rows) == 1 and (not shelf.rows or rows[0] > shelf.rows[-1])
        shelf.rows.extend(rows)
        if not in_order:
            shelf.rows = array("i", sorted(shelf.rows))
        self.story_of[list(rows)] = key
