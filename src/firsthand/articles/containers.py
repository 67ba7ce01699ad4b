"""How the text of a page is spread over its elements: what each holds, and which holds the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .elements import Elements
from .surroundings import HINTS, Surroundings

Column = NDArray[np.float64]
Places = NDArray[np.int64]

OF_TEXT = frozenset("p li blockquote h1 h2 h3 h4 h5 h6 pre dd dt".split())  # noqa: SIM905
"""Elements that hold a paragraph rather than an article."""
DECAY = 0.6
"""What a paragraph gives to an element above, beside what it gives to the one below it (Readability gives a half)."""
LEVELS = 4
"""Elements above a paragraph to which it gives."""
ASIDE = 0.2
"""What a paragraph counts that is hidden or stands among comments, related pieces or in the margin."""
FULL_CARD = 25
"""Words of sentences of an element that is one of several like it (cards of a list, comments, articles)."""
_ASIDE = sum(1 << n for n, (name, _) in enumerate(HINTS) if name in {"comments", "related", "margin", "sign-up"})


class Sums(NamedTuple):
    """Sums over the lines of each element: words, words in links, words of sentences outside links, lines."""

    words: Column
    linked: Column
    prose: Column
    lines: Column


class Containers:
    """The elements of a page with the sums over their lines, the main one, and how far the others are from it."""

    def __init__(
        self, elements: Elements, around: Surroundings, starts: Places, words: Column, linked: Column, prose: Column
    ) -> None:
        self.first: Places = np.searchsorted(starts, np.array(elements.starts))
        self.last: Places = np.searchsorted(starts, np.array(elements.ends))
        self.sums = Sums(*(self._summed(column) for column in (words, linked, prose, np.ones(len(words)))))
        self._elements = elements
        self._around = around

    def _summed(self, column: Column) -> Column:
        until = np.concatenate(([0.0], np.cumsum(column)))
        found: Column = until[self.last] - until[self.first]
        return found

    def main(self, within: list[int], prose: Column) -> int:
        """The element that holds the article: where paragraphs give most, each to the elements right above it."""
        given: defaultdict[int, float] = defaultdict(float)
        parents, tags = self._elements.parents, self._elements.tags
        for line, element in enumerate(within):
            worth = float(prose[line])
            if not worth:
                continue
            if self._around.hidden[element] or self._around.hints[element] & _ASIDE:
                worth *= ASIDE
            above = parents[element] if tags[element] in OF_TEXT else element
            for _ in range(LEVELS):
                if above < 0:
                    break
                given[above] += worth
                above, worth = parents[above], worth * DECAY
        return max(given, key=lambda element: (given[element], -element), default=0)

    def away(self, main: int) -> tuple[Places, Places, Places]:
        """For each element: the nearest element around it that also holds the main one, how many steps up from it,
        and how many from the main one."""
        parents = self._elements.parents
        rank: dict[int, int] = {}
        at = main
        while at >= 0:
            rank[at] = len(rank)
            at = parents[at]
        shared, steps, ranks = [0], [0], [rank[0]]
        for element in range(1, len(parents)):
            above = parents[element]
            holds = element in rank
            shared.append(element if holds else shared[above])
            steps.append(0 if holds else steps[above] + 1)
            ranks.append(rank[element] if holds else ranks[above])
        return np.array(shared), np.array(steps), np.array(ranks)

    def repeated(self) -> tuple[Places, Places]:
        """For each element: how many like it, or like one around it, stand side by side, and the how-manieth it is."""
        tags, parents, names = self._elements.tags, self._elements.parents, self._around.first_names
        times: Counter[tuple[int, str, str]] = Counter()
        place = [-1] * len(tags)
        for element in range(1, len(tags)):
            if names[element] and tags[element] not in OF_TEXT and self.sums.prose[element] >= FULL_CARD:
                like = parents[element], tags[element], names[element]
                place[element] = times[like]
                times[like] += 1
        most, number = [0], [0]
        for element in range(1, len(tags)):
            above = parents[element]
            own = times[above, tags[element], names[element]] if place[element] >= 0 else 0
            most.append(max(own, most[above]))
            number.append(place[element] if own > most[above] else number[above])
        return np.array(most), np.array(number)
