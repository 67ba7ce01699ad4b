"""What becomes of stories: one is founded, grows, takes in another, or a part leaves it. Every change is logged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import content_id

from .evidence import Evidence
from .neighbours import Arrival
from .regrouping import Regrouped
from .shelves import Shelves
from .state import State
from .values import Change, ChangeKind, Outcome

ORDER: tuple[Outcome, ...] = ("merged", "split", "joined", "new")
"""Of several outcomes of one placement, the one that it is called by."""


@dataclass(slots=True)
class Becoming:
    """Stories, changed one arrival at a time, in memory and on disk."""

    shelves: Shelves
    evidence: Evidence
    state: State
    changes: int
    """Lines in the log."""

    def found(self, arrival: Arrival) -> Outcome:
        """A story of its own."""
        key = self.shelves.found(content_id("stream-story", arrival.article), [arrival.row])
        self._write(key, [arrival.row])
        return "new"

    def enter(self, arrival: Arrival, story: int) -> Outcome:
        """One more account of a story."""
        shelf = self.shelves.by_key[story]
        speakers = shelf.speakers()
        found = [arrival.near[row] for row in speakers]
        shelf.within += sum(found)
        shelf.pairs += len(speakers)
        self.evidence.keep(arrival.row, speakers, found)
        self.shelves.put(story, [arrival.row])
        self._write(story, [arrival.row])
        return "joined"

    def apply(self, arrival: Arrival, groups: Sequence[Regrouped]) -> tuple[Outcome, list[int]]:
        """Make these groups the stories; also the rows that left theirs."""
        names = {story: self.shelves.by_key[story].name for group in groups for story in group.gets}
        for group in groups:
            for story, part in group.gets.items():
                self.shelves.take(story, part)
        outcomes: set[Outcome] = set()
        for group in groups:
            outcomes |= self._become(arrival, group, names)
            if arrival.row in group.rows:
                outcomes.add("joined" if len(group.rows) > 1 else "new")
        left = [row for group in groups for part in group.gets.values() for row in part]
        return next(outcome for outcome in ORDER if outcome in outcomes), left

    def log(self, arrival: Arrival, kind: ChangeKind, story: str, other: str, rows: Sequence[int]) -> None:
        """One more line of the log."""
        ids = [arrival.article if row == arrival.row else self.state.article_id(row) for row in rows]
        self.changes += 1
        change = Change(
            number=self.changes, kind=kind, story=story, other=other, articles=tuple(ids), because=arrival.article
        )
        self.state.add_change(change)

    def _become(self, arrival: Arrival, group: Regrouped, names: Mapping[int, str]) -> set[Outcome]:
        coming = [row for part in group.gets.values() for row in part]
        coming += [arrival.row] if arrival.row in group.rows else []
        if group.keeps is None:
            key = self.shelves.found(self._new_name(arrival, group), sorted(coming))
        else:
            key, moved = self._unite(arrival, group.keeps, group.swallows)
            if coming:
                self.shelves.put(key, coming)
            coming += moved
        for story, part in group.gets.items():
            self.log(arrival, "split", names[story], self.shelves.by_key[key].name, part)
        shelf, size = self.shelves.by_key[key], len(group.rows)
        shelf.within, shelf.pairs = group.within, size * (size - 1) // 2
        self._write(key, coming)
        outcomes: set[Outcome] = {"merged"} if group.swallows else set()
        return outcomes | {"split"} if group.gets else outcomes

    def _unite(self, arrival: Arrival, keeps: int, swallows: Sequence[int]) -> tuple[int, list[int]]:
        """One story of several: the rows of the smaller move, the name is that of the earliest."""
        shelves = self.shelves
        name, born = shelves.by_key[keeps].name, shelves.by_key[keeps].born
        for story in swallows:
            self.log(arrival, "merged", name, shelves.by_key[story].name, shelves.by_key[story].rows)
        everyone = (keeps, *swallows)
        key = max(everyone, key=lambda story: (len(shelves.by_key[story]), -shelves.by_key[story].born))
        moved: list[int] = []
        for story in everyone:
            if story != key:
                rows = list(shelves.by_key[story].rows)
                shelves.take(story, rows)
                shelves.put(key, rows)
                moved += rows
        shelves.by_key[key].name, shelves.by_key[key].born = name, born
        return key, moved

    def _new_name(self, arrival: Arrival, group: Regrouped) -> str:
        if not group.gets:
            return content_id("stream-story", arrival.article)
        first = self.state.article_id(min(row for part in group.gets.values() for row in part))
        return content_id("stream-story", first, "parted by", arrival.article)

    def _write(self, key: int, rows: Sequence[int]) -> None:
        shelf = self.shelves.by_key[key]
        self.state.set_story(key, shelf.name, shelf.born, shelf.within, shelf.pairs)
        self.state.set_members(rows, key)
