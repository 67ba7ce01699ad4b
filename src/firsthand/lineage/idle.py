"""Runs that stand alone and come to no passage, told for many at a time.

Most runs of a large story are such: four words that two articles have in common, and nothing around them. What a run
could grow to has a bound that is found without laying its surroundings side by side: how much `alignment.lengthening`
would add at most, and whether `widening` would find a scrap worth taking in. A run is told idle only if no passage can
come of it, so the result is the same with or without (`tests/lineage/test_idle.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .alignment import MATCH, MISS, NEAR, REACH
from .widening import AROUND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import bool_, int32, int64
    from numpy.typing import NDArray

    Numbers = NDArray[int64]
    Flags = NDArray[bool_]

FEW = 256
"""Runs up to which laying them side by side costs less than this."""
ROWS = 4096
"""Runs told at a time: what is held of them stays in the processor's cache."""
SHORT_REACH = 8
"""Words that may be added beyond an end; of what could grow more nothing is told."""
ROUNDING = 1e-6
CLOSE = 3
"""Words between a run and a scrap of two words that is worth taking in (`widening.WORTH`)."""
PAD = REACH + AROUND + 2
"""Places between two texts, so that nothing looked at beyond an end is another's."""
LEAST_WORDS, LEAST_QUOTED = 8, 5
"""Words of a passage, and of one that is quoted, as in `passages`, which is above this module."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words of all texts of a story, one after the other with room between."""

    starts: Numbers
    """By article: where its words begin."""
    words: NDArray[int32]
    """Each word's number, -1 between two texts."""
    doubles: tuple[Numbers, Numbers]
    """Of each two words in a row: -1 where neither carries evidence of copying, and all but those between two texts."""
    triples: tuple[Numbers, Numbers]
    """Of each three in the same way."""
    quoted: NDArray[int32]
    """How many words are quoted up to each."""


def row_of(marks: Sequence[bytes]) -> Row:
    """Lays the texts in a row; `marks` as `candidates.Numbered` has them."""
    import numpy as np

    lengths = [len(m) // 4 for m in marks]
    starts = np.cumsum([PAD, *(n + PAD for n in lengths)])[: len(marks)]
    row = np.full(sum(lengths) + PAD * (len(marks) + 1), -8, np.int32)
    for start, length, text in zip(starts.tolist(), lengths, marks, strict=True):
        row[start : start + length] = np.frombuffer(text, np.int32)
    words = row >> 3
    gap, content = words < 0, (row & 2 > 0) & (row >= 0)
    base = int(words.max(initial=0)) + 1
    doubles, telling, none = words.astype(np.int64), content.copy(), gap.copy()
    several = []
    for n in (1, 2):
        doubles[:-n] = doubles[:-n] * base + words[n:]
        telling[:-n] |= content[n:]
        none[:-n] |= gap[n:]
        several += [np.where(telling & ~none, doubles, -1), np.where(none, -2, doubles)]
    return Row(starts=starts, words=words, doubles=(several[0], several[1]), triples=(several[2], several[3]),
               quoted=np.cumsum((row & 4 > 0) & ~gap, dtype=np.int32))  # fmt: skip


def idle(row: Row, a: Numbers, b: Numbers, length: Numbers) -> Flags:
    """Of each run whether it comes to nothing; all of them stand alone, and `a` and `b` are places in the row."""
    import numpy as np

    found = np.zeros(len(a), bool)
    for low, high in pairwise([*range(0, len(a), ROWS), len(a)]):
        part = slice(low, high)
        found[part] = _idle(row, a[part], b[part], length[part])
    return found


def _idle(row: Row, a: Numbers, b: Numbers, length: Numbers) -> Flags:
    import numpy as np

    after, far_after = most_after(row.words, a + length, b + length, 1)
    before, far_before = most_after(row.words, a - 1, b - 1, -1)
    more = after + before
    quoted = np.minimum(*(row.quoted[x + length - 1] - row.quoted[x - 1] for x in (a, b))) + more
    found: Flags = (length + more < LEAST_WORDS) & (quoted < LEAST_QUOTED)
    found &= (far_after <= SHORT_REACH) & (far_before <= SHORT_REACH)
    left = np.flatnonzero(found & (length + more >= LEAST_QUOTED))
    found[left] = ~_has_scraps(row, a[left], b[left], length[left], far_before[left], far_after[left])
    return found


def most_after(words: NDArray[int32], a: Numbers, b: Numbers, step: int) -> tuple[Numbers, Numbers]:
    """How many equal words can be added from two places on at most, and within how many words.

    What is added up to a word is no more than the longest common subsequence up to there (told by Hyyrö's method, a bit
    a word), and it is added only where it outweighs the edits, MISS for each, and begins within NEAR.
    """
    import numpy as np

    beyond = np.arange(REACH) * step
    there = words[b[:, None] + beyond]
    there[there < 0] = -2
    here = words[a[:, None] + beyond]
    rest = np.full(len(a), 0xFFFFFFFF, np.uint32)
    most, far = np.zeros(len(a), np.int64), np.zeros(len(a), np.int64)
    for n in range(REACH):
        equal = np.zeros((len(a), 4), np.uint8)
        equal[:, :3] = np.packbits(there == here[:, n : n + 1], axis=1, bitorder="little")
        met = rest & equal.view("<u4")[:, 0]
        rest = np.bitwise_or(rest + met, rest - met)
        common = np.bitwise_count(~rest & np.uint32((1 << (n + 1)) - 1)).astype(np.int64)
        if n == NEAR - 1:
            near = common > 0
        worth = common * (MATCH - MISS) >= -MISS * (n + 1) - ROUNDING
        most[worth], far[worth] = common[worth], n + 1
    return np.where(near, most, 0), np.where(near, far, 0)


def _has_scraps(row: Row, a: Numbers, b: Numbers, length: Numbers, before: Numbers, after: Numbers) -> Flags:
    """Whether words stand around a run on both sides that may be worth taking in: two in a row close by, or three."""
    import numpy as np

    found = np.zeros(len(a), bool)
    for wide, (telling, all_of_them), within in ((2, row.doubles, CLOSE), (3, row.triples, AROUND - 3)):
        around = np.arange(SHORT_REACH + within + 1)
        seen = np.hstack((around <= before[:, None] + within, around <= after[:, None] + within))
        here, there = (np.hstack(((x - wide)[:, None] - around, (x + length)[:, None] + around)) for x in (a, b))
        mine, theirs = np.where(seen, telling[here], -1), np.where(seen, all_of_them[there], -2)
        for column in range(mine.shape[1]):
            found |= (theirs == mine[:, column : column + 1]).any(axis=1)
    return found
