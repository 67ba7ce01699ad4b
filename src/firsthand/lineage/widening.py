"""What else stands near a passage on both sides: clauses that changed places, and scraps between several edits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .alignment import Pairs, Run, disjoint
from .words import FUNCTION_WORDS, Words

Doubles = Mapping[tuple[str, str], Sequence[int]]
LEAST = 2
"""Words of a scrap; one alone is chance."""
AROUND = 14
"""Words looked at beyond either end: 24 find no more in `bench/passages.py` and take half as long again."""
WORTH = 0.6
"""Words of a scrap for each word that must be taken in with it on the longer side. In `bench/passages.py` recall is
.965 at 0.8, .968 at 0.6 and .970 at 0.45, where the ends begin to wander."""


def doubles_of(text: Words) -> Doubles:
    """Where each two words in a row stand."""
    places: dict[tuple[str, str], list[int]] = {}
    for number, double in enumerate(pairwise(text.folded)):
        known = places.get(double)
        if known is None:
            places[double] = [number]
        else:
            known.append(number)
    return places


def widened(a: Words, b: Words, pairs: Pairs, doubles: Doubles) -> Pairs:
    """A passage with the equal scraps around and inside it, nearest first, while they outweigh what lies between.

    `doubles` are those of `b`.
    """
    by_a = dict(pairs)
    taken = set(by_a.values())
    box = pairs[0][0], pairs[-1][0], min(taken), max(taken)
    scraps = _scraps(a, b, by_a, taken, box, doubles)
    grown = bool(scraps)
    while grown:
        scraps.sort(key=lambda s: (_gap(s, box), s))
        grown = False
        for number, scrap in enumerate(scraps):
            if scrap.length >= WORTH * _gap(scrap, box):
                by_a.update((scrap.a + n, scrap.b + n) for n in range(scrap.length))
                box = (min(box[0], scrap.a), max(box[1], scrap.a + scrap.length - 1),
                       min(box[2], scrap.b), max(box[3], scrap.b + scrap.length - 1))  # fmt: skip
                del scraps[number]
                grown = bool(scraps)
                break
    return _without_idle_edges(a, sorted(by_a.items()))


def _without_idle_edges(a: Words, pairs: Pairs) -> Pairs:
    """Drops function words that stand off by themselves at either end: every text has an article there."""
    low, high = 0, len(pairs)
    while low < high - 1 and _is_idle(a, pairs[low], pairs[low + 1]):
        low += 1
    while low < high - 1 and _is_idle(a, pairs[high - 1], pairs[high - 2]):
        high -= 1
    return pairs[low:high]


def _is_idle(a: Words, pair: tuple[int, int], beside: tuple[int, int]) -> bool:
    apart = abs(beside[0] - pair[0]) > 1 or abs(beside[1] - pair[1]) > 1
    return apart and a.surface[pair[0]] in FUNCTION_WORDS


def _scraps(
    a: Words, b: Words, by_a: dict[int, int], taken: set[int], box: tuple[int, int, int, int], doubles: Doubles
) -> list[Run]:
    """Equal runs of the free words in and around the box."""
    low, high = max(0, box[2] - AROUND), min(len(b), box[3] + AROUND + 1)
    first, end = max(0, box[0] - AROUND), min(len(a), box[1] + AROUND + 1)
    near = set(b.folded[low:high])
    open_a = [i for i in range(first, end) if i not in by_a]
    starts = [i for i, k in pairwise(open_a) if k == i + 1 and a.folded[i] in near and a.folded[k] in near]
    if not starts:
        return []
    free_a = set(open_a)
    free_b = {n for n in range(low, high) if n not in taken}
    runs = [
        Run(i, j, _length(a.folded, b.folded, i, j, free_a, free_b))
        for i in starts
        for j in _between(doubles.get((a.folded[i], a.folded[i + 1]), ()), low, high - 1)
        if j in free_b and j + 1 in free_b
    ]
    return [run for run in disjoint(runs, LEAST) if any(a.content[run.a + n] for n in range(run.length))]


def _between(places: Sequence[int], low: int, high: int) -> Sequence[int]:
    return places[bisect_left(places, low) : bisect_left(places, high)]


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int, free_a: set[int], free_b: set[int]) -> int:
    n = LEAST
    while i + n in free_a and j + n in free_b and a[i + n] == b[j + n]:
        n += 1
    return n


def _gap(scrap: Run, box: tuple[int, int, int, int]) -> int:
    """Words between a scrap and the box, on the side where they lie further apart."""
    gap_a = max(box[0] - scrap.a - scrap.length, scrap.a - box[1] - 1)
    gap_b = max(box[2] - scrap.b - scrap.length, scrap.b - box[3] - 1)
    return max(gap_a, gap_b, 0)
