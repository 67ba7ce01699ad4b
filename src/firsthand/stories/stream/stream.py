"""The stream: articles come one at a time, in any order, and each is in its story at once.

A new article is compared with a bounded number of those that share its rarest keys. Where one story alone can take it
and it is well within that, it enters. Else, and each time a story has grown by a quarter, the grouping of a batch is
run on the neighbourhood: then the article may enter, found a story, make two one, or part one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from ..features import Features
from ..grouping import ENOUGH, TYPICAL
from ..similarity import Evidence as Reasons
from ..similarity import same_event
from .becoming import Becoming
from .evidence import Evidence
from .index import KeyIndex, chains_to_post
from .links import LINK, Links, strongest
from .neighbours import Arrival, Neighbours
from .recalling import recall
from .regrouping import regroup
from .shelves import Shelves
from .state import State
from .telling import answer_of
from .values import Change, LiveStory, Outcome, Placement

SMALL = 8
"""A story of up to so many is grouped anew with every article that enters; a larger one with each quarter of growth."""
WELL_WITHIN = 0.1
"""Surplus over what an article needs to enter, from which it enters without a look at the story's inner order."""
POSTED_ANEW = 4
"""Articles of a part that leaves its story, by whose keys it is found from then on."""
RARE_MARK = np.uint64(1 << 63)


class Stream:
    """Stories that grow. The same articles in the same order give the same stories, ids and log."""

    def __init__(self, path: Path | None = None) -> None:
        """The stream that stands in a file, or a new one; without a file it ends with this object."""
        self._state = State(path)
        self._index, self._links, self._shelves = KeyIndex(), Links(), Shelves()
        evidence = Evidence(self._state.packed)
        self._neighbours = Neighbours(self._index, self._links, self._shelves, evidence)
        self._becoming = Becoming(self._shelves, evidence, self._state, self._state.last_change())
        self._evidence = evidence
        self._rows = 0
        self._resume()

    def __len__(self) -> int:
        return self._rows

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; everything is in it already."""
        self._state.close()

    def save(self, path: Path) -> None:
        """The whole stream as another file."""
        self._state.copy_to(path)

    def place(self, features: Features) -> Placement:
        """Put one article in its story. An article that has been placed gets the same answer and changes nothing."""
        said = self._state.answer(features.article)
        if said is not None:
            return said
        self._state.begin()
        try:
            answer = self._place(features)
        except BaseException:
            self._state.rollback()
            self._state.close()  # memory may be ahead of the file now: it is opened anew or not at all
            raise
        self._state.commit()
        return answer

    def why(self, features: Features, other: str) -> Reasons:
        """What speaks for an article and another, which has been placed, reporting one event, and what against."""
        row = self._state.row_of(other)
        if row is None:
            raise KeyError(other)
        (packed,) = self._state.packed([row])
        return same_event(features, recall(features, other, packed))

    def stories(self) -> tuple[LiveStory, ...]:
        """All stories, the earliest founded first, each with its articles in the order of arrival."""
        ids = self._state.article_ids()
        shelves = sorted(self._shelves.by_key.values(), key=lambda shelf: shelf.born)
        return tuple(LiveStory(id=shelf.name, articles=tuple(ids[row] for row in shelf.rows)) for shelf in shelves)

    def log(self, since: int = 0) -> Iterator[Change]:
        """All that became of stories after their founding, from this number on."""
        return self._state.changes(since)

    def _place(self, features: Features) -> Placement:
        self._evidence.forget()
        arrival, touched = self._neighbours.meet(self._rows, features)
        self._shelves.make_room(arrival.row)
        self._shelves.day_of[arrival.row] = arrival.packed.own
        self._state.hold(arrival.row, arrival.packed)
        self._rows += 1
        outcome = self._settle(arrival, touched)
        self._post(arrival)
        return self._keep(arrival, outcome)

    def _settle(self, arrival: Arrival, touched: Sequence[int]) -> Outcome:
        if not touched:
            return self._becoming.found(arrival)
        surplus = {story: self._neighbours.surplus(arrival, story) for story in touched}
        best = max(touched, key=lambda story: surplus[story])
        if surplus[best] <= 0 and max(arrival.near.values()) <= ENOUGH * TYPICAL:
            return self._becoming.found(arrival)
        contested = surplus[best] <= WELL_WITHIN or any(surplus[story] > 0 for story in touched if story != best)
        if not contested and not _due(len(self._shelves.by_key[best])):
            return self._becoming.enter(arrival, best)
        beside = [story for story in touched if story != best]
        if surplus[best] > 0:
            beside += [story for story in self._neighbours.linked(best) if story not in touched]
        return self._regroup(arrival, [best, *beside])

    def _regroup(self, arrival: Arrival, stories: Sequence[int]) -> Outcome:
        """The grouping of a batch on this neighbourhood."""
        rows, whole = self._neighbours.around(stories)
        self._neighbours.compare(arrival, rows)
        self._evidence.keep(arrival.row, rows, [arrival.near[row] for row in rows])
        story_of = {row: int(self._shelves.story_of[row]) for row in rows}
        born = {story: self._shelves.by_key[story].born for story in whole}
        everyone = [*rows, arrival.row]
        groups = regroup(everyone, story_of, whole, born, self._evidence.among(everyone), self._evidence.numbers_among)
        outcome, left = self._becoming.apply(arrival, groups)
        for row in left[:POSTED_ANEW]:
            stored, day = self._state.keys(row), int(self._shelves.day_of[row])
            self._put_in_index(row, chains_to_post(stored & ~RARE_MARK, stored >= RARE_MARK, day))
        return outcome

    def _post(self, arrival: Arrival) -> None:
        """Post the article under those keys by which its story would not be found without it."""
        held = np.zeros(len(arrival.walked), dtype=bool)
        story = self._shelves.story_of[arrival.row]
        held[arrival.found_by[self._shelves.story_of[arrival.found] == story]] = True
        mine = np.arange(len(held))
        posted = (mine < len(arrival.keys)) | (mine >= len(held) - np.count_nonzero(arrival.rare))
        self._put_in_index(arrival.row, arrival.walked[posted & ~held])

    def _put_in_index(self, row: int, chains: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> None:
        self._index.post(row, chains)
        self._state.add_posting(row, chains)

    def _keep(self, arrival: Arrival, outcome: Outcome) -> Placement:
        rows = np.array(list(arrival.near), dtype=np.int64)
        links = strongest(rows, np.array(list(arrival.near.values())))
        self._links.add(arrival.row, links)
        answer = answer_of(arrival, outcome, self._shelves, self._state.article_id)
        if answer.follows:
            self._becoming.log(arrival, "follows", answer.follows.story, answer.story, [arrival.row])
        keys = np.where(arrival.rare, arrival.keys | RARE_MARK, arrival.keys)
        self._state.add_article(arrival.row, arrival.packed, answer, keys, links)
        return answer

    def _resume(self) -> None:
        """Take up the stream where the file left it."""
        for row, day, links in self._state.all_articles():
            self._shelves.make_room(row)
            self._shelves.day_of[row] = day
            self._links.add(row, np.frombuffer(links, LINK))
            self._rows = row + 1
        members: dict[int, list[int]] = {}
        for row, story in self._state.all_members():
            members.setdefault(story, []).append(row)
        for key, name, born, within, pairs in self._state.all_stories():
            self._shelves.next_key = key
            if key in members:
                self._shelves.found(name, members[key])
                shelf = self._shelves.by_key[key]
                shelf.born, shelf.within, shelf.pairs = born, within, pairs
            self._shelves.next_key = key + 1
        for row, chains in self._state.all_postings():
            self._index.post(row, chains)


def _due(size: int) -> bool:
    """Whether a story has grown by a quarter since it was last looked at as a whole, with those that it is tied to."""
    step = SMALL
    while step < size:
        step = step * 5 // 4
    return size < SMALL or size == step
