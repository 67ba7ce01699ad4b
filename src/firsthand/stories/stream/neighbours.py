"""Who a new article is near: the rows that share its rarest keys, their stories, and stories tied to those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..candidates import keys_of
from ..features import Features
from ..grouping import ENOUGH, FLOOR
from .candidates import choose
from .evidence import Evidence, awake
from .index import KeyIndex, chains_to_walk, is_rare, key_hashes
from .links import Links
from .packing import Packed, pack
from .shelves import Shelves

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NEIGHBOURS = 6
"""Stories looked at beside the nearest."""
ROWS = 36
"""Articles of one story that are grouped anew at most. A story of more is not parted any more."""
BESIDE = 12
"""Articles that speak for each story beside it, and for all of those where the nearest is large."""


@dataclass(slots=True, kw_only=True)
class Arrival:
    """An article on its way to a story."""

    row: int
    article: str
    packed: Packed
    keys: npt.NDArray[np.uint64]
    rare: npt.NDArray[np.bool_]
    walked: npt.NDArray[np.uint64]
    """The chains in which others were looked for."""
    found: npt.NDArray[np.int64]
    """The rows in them, and by which chain."""
    found_by: npt.NDArray[np.int64]
    raw: dict[int, float]
    """Strength with every row it was compared with."""
    near: dict[int, float]
    """The same, 0 across a rest."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What finds the articles and stories near one."""

    index: KeyIndex
    links: Links
    shelves: Shelves
    evidence: Evidence

    def meet(self, row: int, features: Features) -> tuple[Arrival, list[int]]:
        """A new article with all that it was compared with, and the stories that it is near, the nearest first."""
        names = keys_of(features)
        keys, rare, packed = key_hashes(names), is_rare(names), pack(features)
        walked, key_of = chains_to_walk(keys, rare, packed.own)
        found, found_by = self.index.walk(walked)
        arrival = Arrival(
            row=row,
            article=features.article,
            packed=packed,
            keys=keys,
            rare=rare,
            walked=walked,
            found=found,
            found_by=found_by,
            raw={},
            near={},
        )
        self.compare(arrival, choose(found, key_of[found_by], len(keys), self.shelves.story_of).tolist())
        touched = self._touched(arrival)
        self.compare(arrival, [row for story in touched for row in self.shelves.by_key[story].speakers()])
        return arrival, touched

    def compare(self, arrival: Arrival, rows: Sequence[int]) -> None:
        """Reckon the strengths with those of these rows that are not known yet."""
        missing = [row for row in rows if row not in arrival.raw]
        if missing:
            found = self.evidence.of(arrival.packed, missing)
            near = awake(found, arrival.packed.own, self.shelves.day_of[missing]).tolist()
            arrival.raw.update(zip(missing, found.tolist(), strict=True))
            arrival.near.update(zip(missing, near, strict=True))

    def _touched(self, arrival: Arrival) -> list[int]:
        best: dict[int, float] = {}
        stories = self.shelves.story_of[list(arrival.near)].tolist()
        for story, strength in zip(stories, arrival.near.values(), strict=True):
            if strength > max(FLOOR, best.get(story, 0.0)):
                best[story] = strength
        return self._strongest(best)[: 1 + NEIGHBOURS]

    def surplus(self, arrival: Arrival, story: int) -> float:
        """By how much an article's mean strength with a story exceeds what it needs to enter."""
        speakers = self.shelves.by_key[story].speakers()
        mean = sum(arrival.near[row] for row in speakers) / len(speakers)
        return self.shelves.by_key[story].surplus_of_one(mean, ENOUGH) if mean > FLOOR else -1.0

    def linked(self, story: int) -> list[int]:
        """Other stories that a story's articles are strong with, the strongest first."""
        best: dict[int, float] = {}
        links = self.links.of(self.shelves.by_key[story].speakers())
        others = self.shelves.story_of[links["row"]].tolist()
        for other, strength in zip(others, links["strength"].tolist(), strict=True):
            if other != story:
                best[other] = max(best.get(other, 0.0), strength)
        return self._strongest(best)[:NEIGHBOURS]

    def around(self, stories: Sequence[int]) -> tuple[list[int], dict[int, bool]]:
        """The articles of these stories while there is room, and which stories are there as a whole."""
        rows: list[int] = []
        whole: dict[int, bool] = {}
        for story in stories:
            shelf = self.shelves.by_key[story]
            speakers = shelf.speakers(BESIDE) if rows else shelf.speakers(ROWS)
            if not rows or len(rows) + len(speakers) < ROWS + BESIDE:
                rows += speakers
                whole[story] = len(speakers) == len(shelf)
        return rows, whole

    def _strongest(self, best: dict[int, float]) -> list[int]:
        return sorted(best, key=lambda story: (-best[story], self.shelves.by_key[story].born))
