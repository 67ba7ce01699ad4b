"""Where two word sequences run together: equal runs, joined in any order, and lengthened over small edits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

GAP = 10
"""Words that may lie between two runs of one passage, on either side."""
WIDTHS = (3, GAP)
"""Gaps that are closed first, and then."""
NEIGHBOURS = 4
"""Runs looked at on either side for one that lies near."""
REACH = 24
"""Words looked at beyond a passage's end for more of it."""
MATCH, MISS = 1.0, -0.9
"""What an equal word gains and an edit costs. At 1.05 an edit no passage took in a single word beyond one: recall in
`bench/passages.py` was a point lower."""
DROP = 3.0
"""How far the score may fall below its best before the lengthening stops."""
NEAR = 4
"""Words of both sides among which a first match must be: with more misses before it the score is below DROP."""

Pairs = list[tuple[int, int]]
Side = Sequence[int]
"""Word numbers of one article."""
Text = tuple[str, ...] | str
"""Words, or one letter for each."""


class Run(NamedTuple):
    """`length` words equal from `a` and `b` on."""

    a: int
    b: int
    length: int


def disjoint(runs: Iterable[Run], least: int) -> list[Run]:
    """The longest runs first, cut so that no word stands in two; what is left shorter than `least` is dropped."""
    runs = sorted(runs)
    if len(runs) == 1 or not _overlap(runs):
        return [run for run in runs if run.length >= least]
    kept: list[Run] = []
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for run in sorted(runs, key=lambda r: (-r.length, r.a, r.b)):
        for free in _free_parts(run, taken_a, taken_b):
            if free.length >= least:
                kept.append(free)
                taken_a.update(range(free.a, free.a + free.length))
                taken_b.update(range(free.b, free.b + free.length))
    return sorted(kept)


def _overlap(runs: Sequence[Run]) -> bool:
    """Whether a word stands in two runs, which are in the order of the first text."""
    end = 0
    for a, _, length in runs:
        if a < end:
            return True
        end = a + length
    end = 0
    for _, b, length in sorted(runs, key=itemgetter(1)):
        if b < end:
            return True
        end = b + length
    return False


def told_again(runs: Iterable[Run], least: int, taken_a: set[int], taken_b: set[int]) -> list[Run]:
    """What is left of the runs where one side is matched already: one of the two says the same twice."""
    kept: list[Run] = []
    taken_a, taken_b = set(taken_a), set(taken_b)
    for run in sorted(runs, key=lambda r: (-r.length, r.a, r.b)):
        if taken_a.issuperset(range(run.a, run.a + run.length)) and taken_b.issuperset(
            range(run.b, run.b + run.length)
        ):
            continue
        free = [n for n in range(run.length) if run.a + n not in taken_a or run.b + n not in taken_b]
        for part in _parts(run, free):
            if part.length >= least:
                kept.append(part)
                taken_a.update(range(part.a, part.a + part.length))
                taken_b.update(range(part.b, part.b + part.length))
    return sorted(kept)


def _free_parts(run: Run, taken_a: set[int], taken_b: set[int]) -> list[Run]:
    """The stretches of a run of which no word is taken."""
    whole_a, whole_b = range(run.a, run.a + run.length), range(run.b, run.b + run.length)
    if taken_a.isdisjoint(whole_a) and taken_b.isdisjoint(whole_b):
        return [run]
    return _parts(run, [n for n in range(run.length) if run.a + n not in taken_a and run.b + n not in taken_b])


def _parts(run: Run, numbers: Sequence[int]) -> list[Run]:
    """Some words of a run, by their numbers in it, as runs."""
    edges = [0, *(k for k in range(1, len(numbers)) if numbers[k] != numbers[k - 1] + 1), len(numbers)]
    return [Run(run.a + numbers[x], run.b + numbers[x], y - x) for x, y in pairwise(edges) if y > x]


@dataclass(slots=True)
class Chain:
    """Runs that lie closely together, and the stretches of both sides that they span."""

    runs: list[Run]
    a: int
    end_a: int
    b: int
    end_b: int
    words: int

    def gap(self, other: Chain) -> int:
        """Words between the two on the side where they lie further apart."""
        between_a = max(self.a - other.end_a, other.a - self.end_a)
        between_b = max(self.b - other.end_b, other.b - self.end_b)
        return max(between_a, between_b, 0)

    def add(self, other: Chain) -> None:
        """Takes another chain in."""
        self.runs = sorted(self.runs + other.runs)
        self.a, self.end_a = min(self.a, other.a), max(self.end_a, other.end_a)
        self.b, self.end_b = min(self.b, other.b), max(self.end_b, other.end_b)
        self.words += other.words


def joined(runs: Sequence[Run]) -> list[Chain]:
    """Runs that lie closely together on both sides, in whatever order: a clause may have been moved.

    The nearest come together first, and a gap may be no longer than the shorter of what it joins.
    """
    chains = [Chain([r], r.a, r.a + r.length, r.b, r.b + r.length, r.length) for r in runs]
    if len(chains) == 1:
        return chains
    for widest in WIDTHS:
        grown = True
        while grown:
            before = len(chains)
            chains = _joined_once(chains, widest)
            grown = len(chains) < before
    return chains


def _joined_once(chains: Sequence[Chain], widest: int) -> list[Chain]:
    kept: list[Chain] = []
    for chain in chains:
        for other in kept[: -NEIGHBOURS - 1 : -1]:
            if chain.a - other.end_a <= widest and other.gap(chain) <= min(widest, other.words, chain.words):
                other.add(chain)
                break
        else:
            kept.append(chain)
    return sorted(kept, key=lambda c: (c.a, c.b))


def matched_words(a: Text, b: Text, runs: Sequence[Run]) -> tuple[Side, Side]:
    """All equal words of a chain, on either side: in its runs, in the gaps between, and beyond its ends, as `a` has
    them."""
    if len(runs) == 1:
        return _lengthened(a, b, runs[0])
    pairs: dict[int, int] = {}
    for run in runs:
        pairs.update(zip(range(run.a, run.a + run.length), range(run.b, run.b + run.length), strict=True))
    taken = set(pairs.values())
    for run in runs:
        for i, j in (*_after(a, b, run, pairs, taken), *_before(a, b, run, pairs, taken)):
            pairs[i] = j
            taken.add(j)
    for one, other in pairwise(runs):
        _fill(a, b, one, other, pairs, taken)
    in_a = sorted(pairs)
    return in_a, [pairs[i] for i in in_a]


def _lengthened(a: Text, b: Text, run: Run) -> tuple[Side, Side]:
    """A lone run with what can be added at either end."""
    at_a, at_b, end_a, end_b = run.a, run.b, run.a + run.length, run.b + run.length
    in_a: Side = range(at_a, end_a)
    in_b: Side = range(at_b, end_b)
    if _has_more_after(a, b, run):
        after = lengthening(a[end_a : end_a + REACH], b[end_b : end_b + REACH])
        if after:
            in_a = [*in_a, *[end_a + i for i, _ in after]]
            in_b = [*in_b, *[end_b + j for _, j in after]]
    if _has_more_before(a, b, run):
        before = lengthening(a[max(0, at_a - REACH) : at_a][::-1], b[max(0, at_b - REACH) : at_b][::-1])
        if before:
            in_a = [*[at_a - 1 - i for i, _ in reversed(before)], *in_a]
            in_b = [*[at_b - 1 - j for _, j in reversed(before)], *in_b]
    return in_a, in_b


def _has_more_after(a: Text, b: Text, run: Run) -> bool:
    """Without an equal word near by the score would fall by more than DROP before the first match."""
    at_a, at_b = run.a + run.length, run.b + run.length
    return not set(a[at_a : at_a + NEAR]).isdisjoint(b[at_b : at_b + NEAR])


def _has_more_before(a: Text, b: Text, run: Run) -> bool:
    return not set(a[max(0, run.a - NEAR) : run.a]).isdisjoint(b[max(0, run.b - NEAR) : run.b])


def _after(a: Text, b: Text, run: Run, pairs: dict[int, int], taken: set[int]) -> Pairs:
    """More of a passage beyond a run's end, up to words that are matched already."""
    if not _has_more_after(a, b, run):
        return []
    at_a, at_b = run.a + run.length, run.b + run.length
    n_a = _free(range(at_a, min(at_a + REACH, len(a))), pairs.keys())
    n_b = _free(range(at_b, min(at_b + REACH, len(b))), taken)
    more = lengthening(a[at_a : at_a + n_a], b[at_b : at_b + n_b])
    return [(at_a + i, at_b + j) for i, j in more]


def _before(a: Text, b: Text, run: Run, pairs: dict[int, int], taken: set[int]) -> Pairs:
    if not _has_more_before(a, b, run):
        return []
    n_a = _free(range(run.a - 1, max(-1, run.a - 1 - REACH), -1), pairs.keys())
    n_b = _free(range(run.b - 1, max(-1, run.b - 1 - REACH), -1), taken)
    more = lengthening(a[run.a - n_a : run.a][::-1], b[run.b - n_b : run.b][::-1])
    return [(run.a - 1 - i, run.b - 1 - j) for i, j in more]


def _free(places: range, taken: Set[int]) -> int:
    """How many places come before the first that is taken."""
    if taken.isdisjoint(places):
        return len(places)
    return next(number for number, place in enumerate(places) if place in taken)


def _fill(a: Sequence[str], b: Sequence[str], one: Run, other: Run, pairs: dict[int, int], taken: set[int]) -> None:
    """The equal words left between two runs that follow each other on both sides."""
    end_a, end_b = one.a + one.length, one.b + one.length
    if end_a < other.a <= end_a + GAP and end_b < other.b <= end_b + GAP:
        left_a = [i for i in range(end_a, other.a) if i not in pairs]
        left_b = [j for j in range(end_b, other.b) if j not in taken]
        for x, y in common([a[i] for i in left_a], [b[j] for j in left_b]):
            pairs[left_a[x]] = left_b[y]
            taken.add(left_b[y])


def common(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Longest common subsequence of two short sequences."""
    if not a or not b:
        return []
    from rapidfuzz.distance import LCSseq

    return [
        (block.a + n, block.b + n) for block in LCSseq.editops(a, b).as_matching_blocks() for n in range(block.size)
    ]


def in_common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two sequences have in common, in order."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(a, b))


@lru_cache(maxsize=16_384)
def lengthening(a: Text, b: Text) -> Pairs:
    """Equal words from the beginning of both on, as long as matches outweigh edits (stops DROP below the best).

    An edit (a word replaced, dropped or added) costs a little less than a match. Copies of one text end in the same
    words again and again, so the answers are kept.
    """
    from rapidfuzz.distance import LCSseq

    pairs: Pairs = []
    score = best = 0.0
    end_a = end_b = worth = 0
    for block in LCSseq.editops(a, b).as_matching_blocks():
        score += MISS * max(block.a - end_a, block.b - end_b)
        if score < best - DROP:
            break
        pairs += [(block.a + n, block.b + n) for n in range(block.size)]
        score += MATCH * block.size
        end_a, end_b = block.a + block.size, block.b + block.size
        if score > best:
            best, worth = score, len(pairs)
    return pairs[:worth]
