"""What else stands near a passage on both sides: clauses that changed places, and scraps between several edits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .alignment import Run, Side, disjoint
from .words import FUNCTION_WORDS, Words

Box = tuple[int, int, int, int]
"""First and last word of a passage in the one article and in the other."""
LEAST = 2
"""Words of a scrap; one alone is chance."""
AROUND = 14
"""Words looked at beyond either end: 24 find no more in `bench/passages.py` and take half as long again."""
WORTH = 0.6
"""Words of a scrap for each word that must be taken in with it on the longer side. In `bench/passages.py` recall is
.965 at 0.8, .968 at 0.6 and .970 at 0.45, where the ends begin to wander."""


def widened(a: Words, b: Words, in_a: Side, in_b: Side, doubles: tuple[Side, Side, Side]) -> tuple[Side, Side]:
    """A passage with the equal scraps around and inside it, nearest first, while they outweigh what lies between.

    `doubles` are the numbers of each two words in a row, of both articles, the first time only of those that carry
    evidence: a scrap has two of them at least.
    """
    box = in_a[0], in_a[-1], min(in_b), max(in_b)
    scraps = _scraps(a, b, in_a, in_b, box, doubles)
    if scraps:
        pairs = dict(zip(in_a, in_b, strict=True))
        _take_in(pairs, scraps, box)
        in_a = sorted(pairs)
        in_b = [pairs[i] for i in in_a]
    return _without_idle_edges(a, in_a, in_b)


def _take_in(pairs: dict[int, int], scraps: list[Run], box: Box) -> None:
    """Adds the scraps that are worth it to a passage."""
    grown = True
    while grown:
        scraps.sort(key=lambda s: (_gap(s, box), s))
        grown = False
        for number, scrap in enumerate(scraps):
            if _is_worth(scrap, box):
                pairs.update((scrap.a + n, scrap.b + n) for n in range(scrap.length))
                box = (min(box[0], scrap.a), max(box[1], scrap.a + scrap.length - 1),
                       min(box[2], scrap.b), max(box[3], scrap.b + scrap.length - 1))  # fmt: skip
                del scraps[number]
                grown = bool(scraps)
                break


def _without_idle_edges(a: Words, in_a: Side, in_b: Side) -> tuple[Side, Side]:
    """Drops function words that stand off by themselves at either end: every text has an article there."""
    low, high = 0, len(in_a)
    while low < high - 1 and _is_idle(a, in_a, in_b, low, low + 1):
        low += 1
    while low < high - 1 and _is_idle(a, in_a, in_b, high - 1, high - 2):
        high -= 1
    return in_a[low:high], in_b[low:high]


def _is_idle(a: Words, in_a: Side, in_b: Side, edge: int, beside: int) -> bool:
    apart = abs(in_a[beside] - in_a[edge]) > 1 or abs(in_b[beside] - in_b[edge]) > 1
    return apart and a.surface[in_a[edge]] in FUNCTION_WORDS


def _scraps(a: Words, b: Words, in_a: Side, in_b: Side, box: Box, doubles: tuple[Side, Side, Side]) -> list[Run]:
    """Equal runs of the free words in and around the box."""
    telling, here, there = doubles
    before_b, after_b = _beside(box[2], box[3])
    inside_b = _inside(in_b, box[2], box[3])
    known = {*there[before_b], *there[after_b], *map(there.__getitem__, inside_b)}
    before, after = _beside(box[0], box[1])
    inside = _inside(in_a, box[0], box[1])
    if (known.isdisjoint(telling[before]) and known.isdisjoint(telling[after])
            and known.isdisjoint(map(telling.__getitem__, inside))):  # fmt: skip
        return []
    starts, places = (
        [*range(*one.indices(len(values))), *within, *range(*other.indices(len(values)))]
        for values, one, within, other in ((here, before, inside, after), (there, before_b, inside_b, after_b))
    )
    shared = known.intersection(map(here.__getitem__, starts))
    where: dict[int, list[int]] = {}
    for j in places:
        if there[j] in shared:
            where.setdefault(there[j], []).append(j)
    free_a = set(_around(box[0], box[1], len(a))).difference(in_a)
    free_b = set(_around(box[2], box[3], len(b))).difference(in_b)
    runs = [
        Run(i, j, _length(a.folded, b.folded, i, j, free_a, free_b))
        for i in starts
        if here[i] in shared
        for j in where[here[i]]
    ]
    if not any(_is_worth(run, box) for run in runs):
        return []  # nor is what is left of one that another cuts
    return [run for run in disjoint(runs, LEAST) if any(a.content[run.a + n] for n in range(run.length))]


def _around(first: int, last: int, length: int) -> range:
    return range(max(0, first - AROUND), min(length, last + AROUND + 1))


def _beside(first: int, last: int) -> tuple[slice, slice]:
    """Where two words in a row stand before and after a passage that spans `first` to `last`."""
    return slice(max(0, first - AROUND), max(0, first - 1)), slice(last + 1, last + AROUND)


def _inside(side: Side, first: int, last: int) -> list[int]:
    """Where two free words in a row stand inside a passage."""
    if last - first < len(side):
        return []
    free = sorted(set(range(first, last)).difference(side))
    return [n for n, following in pairwise(free) if following == n + 1]


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int, free_a: set[int], free_b: set[int]) -> int:
    n = LEAST
    while i + n in free_a and j + n in free_b and a[i + n] == b[j + n]:
        n += 1
    return n


def _is_worth(scrap: Run, box: Box) -> bool:
    return scrap.length >= WORTH * _gap(scrap, box)


def _gap(scrap: Run, box: Box) -> int:
    """Words between a scrap and the box, on the side where they lie further apart."""
    gap_a = max(box[0] - scrap.a - scrap.length, scrap.a - box[1] - 1)
    gap_b = max(box[2] - scrap.b - scrap.length, scrap.b - box[3] - 1)
    return max(gap_a, gap_b, 0)
