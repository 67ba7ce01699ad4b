"""Where two word sequences run together: exact runs from shared shingles, joined and lengthened over small edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHINGLE = 4
"""Words of a seed. Of twelve words with two replaced, ten are left in three runs, so one run has four at least."""
MOST_PLACES = 6
"""A shingle that stands more often than this in one article is a refrain and starts nothing."""
GAP = 10
"""Words that may lie between two runs of one passage, on either side."""
REACH = 24
"""Words looked at beyond a passage's end for more of it."""
MATCH, MISS = 1.0, -1.05
DROP = 3.0
"""How far the score may fall below its best before the lengthening stops."""
BAND = 6
"""How many more words one side may have dropped than the other."""
NEAR = 3
"""Words within which a first match must lie: so many misses fall below DROP."""

Pairs = list[tuple[int, int]]
Places = dict[int, list[int]]
"""The shingles of a text by number, with where each stands."""


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words equal from `a` and `b` on."""

    a: int
    b: int
    length: int


def shingle_places(folded: Sequence[str], numbers: dict[tuple[str, ...], int]) -> Places:
    """Where each shingle stands, by its number; `numbers` grows with the shingles that no text before had."""
    places: Places = {}
    for i in range(len(folded) - SHINGLE + 1):
        number = numbers.setdefault(tuple(folded[i : i + SHINGLE]), len(numbers))
        places.setdefault(number, []).append(i)
    return places


def exact_runs(a: Sequence[str], b: Sequence[str], in_a: Places, in_b: Places) -> list[Run]:
    """Longest equal runs, walking through `a`; each word of `a` stands in at most one."""
    seeds = [(i, number) for number in in_a.keys() & in_b.keys() for i in in_a[number]]
    runs, free = [], 0
    for i, number in sorted(seeds):
        starts = in_b[number]
        if i < free or len(starts) > MOST_PLACES:
            continue
        length, j = max((_length(a, b, i, j), -j) for j in starts)
        runs.append(Run(i, -j, length))
        free = i + length
    return runs


def _length(a: Sequence[str], b: Sequence[str], i: int, j: int) -> int:
    n, top = SHINGLE, min(len(a) - i, len(b) - j)
    while n + 32 <= top and a[i + n : i + n + 32] == b[j + n : j + n + 32]:
        n += 32
    while n < top and a[i + n] == b[j + n]:
        n += 1
    return n


def joined(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs that follow each other closely on both sides, as chains."""
    chains: list[list[Run]] = []
    for run in runs:
        for chain in reversed(chains[-3:]):
            gap_a = run.a - chain[-1].a - chain[-1].length
            gap_b = run.b - chain[-1].b - chain[-1].length
            if 0 <= gap_a <= GAP and 0 <= gap_b <= GAP:
                chain.append(run)
                break
        else:
            chains.append([run])
    return chains


def matched_words(a: Sequence[str], b: Sequence[str], chain: Sequence[Run]) -> Pairs:
    """All equal words of a chain: in its runs, in the gaps between them, and beyond both ends."""
    head, tail = chain[0], chain[-1]
    pairs = [(head.a - 1 - i, head.b - 1 - j) for i, j in lengthening(_before(a, head.a), _before(b, head.b))][::-1]
    at_a, at_b = head.a, head.b
    for run in chain:
        pairs += [(at_a + i, at_b + j) for i, j in common(a[at_a : run.a], b[at_b : run.b])]
        pairs += [(run.a + n, run.b + n) for n in range(run.length)]
        at_a, at_b = run.a + run.length, run.b + run.length
    end_a, end_b = tail.a + tail.length, tail.b + tail.length
    after = lengthening(a[end_a : end_a + REACH], b[end_b : end_b + REACH])
    return pairs + [(end_a + i, end_b + j) for i, j in after]


def _before(words: Sequence[str], end: int) -> Sequence[str]:
    return words[max(0, end - REACH) : end][::-1]


def common(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Longest common subsequence of two short sequences."""
    if not a or not b:
        return []
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(len(b) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if a[i] == b[j] else max(below[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def in_common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words two sequences have in common, in order."""
    from rapidfuzz.distance import LCSseq

    return int(LCSseq.similarity(a, b))


def lengthening(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Equal words from the beginning of both on, as long as matches outweigh edits (banded, stops DROP below the best).

    An edit (a word replaced, dropped or added) costs a little more than a match: no single word beyond one is drawn in.
    """
    if not set(a[:NEAR]).intersection(b[: NEAR + BAND]):
        return []  # the score would fall by more than DROP before the first match
    band, width = BAND, len(b) + 1
    floor = -1e9
    rows = [[MISS * j if j <= band else floor for j in range(width)]]
    best, at = 0.0, (0, 0)
    for i in range(1, len(a) + 1):
        row, above, top = [floor] * width, rows[-1], floor
        low, high = max(0, i - band), min(width - 1, i + band)
        for j in range(low, high + 1):
            value = above[j] + MISS
            if j:
                equal = a[i - 1] == b[j - 1]
                value = max(value, row[j - 1] + MISS, above[j - 1] + (MATCH if equal else MISS))
                if equal and value > best:
                    best, at = value, (i, j)
            row[j] = value
            top = max(top, value)
        rows.append(row)
        if top < best - DROP:
            break
    return _way_back(a, b, rows, at)


def _way_back(a: Sequence[str], b: Sequence[str], rows: list[list[float]], at: tuple[int, int]) -> Pairs:
    pairs, (i, j) = [], at
    while i and j:
        here = rows[i][j]
        if a[i - 1] == b[j - 1] and abs(rows[i - 1][j - 1] + MATCH - here) < 1e-9:
            pairs.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif abs(rows[i - 1][j - 1] + MISS - here) < 1e-9:
            i, j = i - 1, j - 1
        elif abs(rows[i - 1][j] + MISS - here) < 1e-9:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]
