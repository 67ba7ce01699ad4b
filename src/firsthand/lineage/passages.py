"""What two articles share: passages, verbatim or lightly rewritten."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import and_, eq

from ..model import Passage, Span
from .alignment import REACH, Chain, Run, Side, disjoint, joined, matched_words, told_again
from .candidates import ALONE, SHINGLE, Numbered
from .widening import AROUND, widened
from .words import Words, picked

LEAST_WORDS, LEAST_CONTENT = 8, 4
"""A passage in the article's own voice. Shorter ones are phrases that any two reports of one event share ("a
citizenship question to the census"). One of 17 pairs labelled independent in the lineage set still has such a passage;
`relations` asks for more than one of this size."""
LEAST_QUOTED, LEAST_QUOTED_CONTENT = 5, 2
"""A passage inside quotation marks on both sides: a speaker's words come out equal only if they were said so."""
NAMING_WORDS, NAMING_TELLING, NAMING_KEPT = 10, 5, 0.7
"""A passage that is mostly names: longer, and nearly unaltered."""
AGAIN = 8
"""Words of a passage that one article has twice (a post told and shown)."""
FARTHEST = REACH + AROUND
"""Words beyond either end of a chain that can have a say in what it comes to."""
MOST_KNOWN = 30_000
"""Chains remembered, of half a kilobyte each."""
LEAST_KEPT = 0.55
"""Share of the longer side's words that stand on both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One passage as word numbers of both articles, which run parallel, in the order of the first."""

    in_a: tuple[int, ...]
    in_b: tuple[int, ...]
    quoted: int
    """Words quoted on both sides: somebody else's, which two outlets may have heard or read apart from each other."""
    content: int
    telling: int
    """Words that are no function words, names among them."""
    own_content: int
    kept: float
    retold: bool = False
    """Found as two alike sentences, not by a run of equal words."""
    again: bool = False
    """One of the two articles has it twice: the same passage is there already with the first."""

    @property
    def stretch_b(self) -> tuple[int, int]:
        """The first and the last word on the other side, where the order may be another."""
        return min(self.in_b), max(self.in_b)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The words that stand on both sides, two by two."""
        return tuple(zip(self.in_a, self.in_b, strict=True))

    @property
    def words(self) -> int:
        """Words that stand on both sides."""
        return len(self.in_a)

    @property
    def own(self) -> int:
        """Words that are not quoted on both sides."""
        return len(self.in_a) - self.quoted


Known = dict[tuple[bytes, bytes, tuple[int, ...]], tuple[Shared, int, int] | None]
"""What chains came to, by the words around them, and where those chains began: copies of a text are aligned once."""
Text = tuple[Words, Numbered]


def shared_passages(one: Text, other: Text, runs: Sequence[Run], known: Known) -> tuple[Shared, ...]:
    """All passages of two articles, in the order of the first, given their equal runs."""
    a, b = one[0], other[0]
    chains = (chain for chain in joined(disjoint(runs, SHINGLE)) if chain.words >= ALONE)
    found = [shared for chain in chains if (shared := _remembered(one, other, chain, known)) is not None]
    once = without_repeats(found)
    long = [run for run in runs if run.length >= AGAIN] if once else []
    if all(_holds(once, run) for run in long):
        return once
    taken_a, taken_b = {i for s in once for i in s.in_a}, {j for s in once for j in s.in_b}
    again = told_again(long, AGAIN, taken_a, taken_b)
    twice = [replace(measured(a, b, range(r.a, r.a + r.length), range(r.b, r.b + r.length)), again=True) for r in again]
    return (*once, *(s for s in twice if is_evidence(s)))


def _holds(passages: Sequence[Shared], run: Run) -> bool:
    """Whether a run stands in one of the passages from end to end, as nearly every long one does."""
    for shared in passages:
        if shared.in_a[0] <= run.a and run.a + run.length <= shared.in_a[-1] + 1:
            at = bisect_left(shared.in_a, run.a)
            end = at + run.length
            if shared.in_a[at] == run.a and shared.in_a[at:end][-1] == run.a + run.length - 1:
                return shared.in_b[at:end] == tuple(range(run.b, run.b + run.length))
    return False


def _remembered(one: Text, other: Text, chain: Chain, known: Known) -> Shared | None:
    """The passage that a chain makes, looked up where the same words were laid side by side before."""
    from_a, from_b = max(0, chain.a - FARTHEST), max(0, chain.b - FARTHEST)
    where = [n for run in chain.runs for n in (run.a - from_a, run.b - from_b, run.length)]
    key = (one[1].marks[4 * from_a : 4 * (chain.end_a + FARTHEST)],
           other[1].marks[4 * from_b : 4 * (chain.end_b + FARTHEST)], tuple(where))  # fmt: skip
    if key not in known:
        if len(known) >= MOST_KNOWN:
            known.clear()
        shared = _passage(one, other, chain)
        known[key] = None if shared is None else (shared, chain.a, chain.b)
        return shared
    found = known[key]
    return None if found is None else _moved(found[0], chain.a - found[1], chain.b - found[2])


def _moved(shared: Shared, by_a: int, by_b: int) -> Shared:
    if by_a == by_b == 0:
        return shared
    return Shared(
        in_a=tuple([i + by_a for i in shared.in_a]), in_b=tuple([j + by_b for j in shared.in_b]), quoted=shared.quoted,
        content=shared.content, telling=shared.telling, own_content=shared.own_content, kept=shared.kept,
        retold=shared.retold, again=shared.again,
    )  # fmt: skip


def _passage(one: Text, other: Text, chain: Chain) -> Shared | None:
    """The passage that a chain makes, if it is long and telling enough."""
    (a, numbers_a), (b, numbers_b) = one, other
    in_a, in_b = matched_words(numbers_a.letters, numbers_b.letters, chain.runs)
    if len(in_a) < LEAST_QUOTED:
        return None
    in_a, in_b = widened(a, b, in_a, in_b, (numbers_a.telling, numbers_a.doubles, numbers_b.doubles))
    if len(in_a) < LEAST_WORDS and sum(_quoted(a, b, in_a, in_b)) < LEAST_QUOTED:
        return None
    shared = measured(a, b, in_a, in_b)
    return shared if is_evidence(shared) else None


def measured(a: Words, b: Words, in_a: Side, in_b: Side, *, retold: bool = False) -> Shared:
    """The counts of a passage."""
    telling = list(map(and_, picked(a.content, in_a), picked(b.content, in_b)))
    content = own_content = sum(telling)
    quoted, both = 0, _quoted(a, b, in_a, in_b)
    if both:
        quoted, own_content = sum(both), content - sum(map(and_, telling, both))
    return Shared(
        in_a=tuple(in_a), in_b=tuple(in_b), quoted=quoted, content=content,
        telling=content + sum(picked(a.naming, in_a)), own_content=own_content,
        kept=len(in_a) / _length(in_a, in_b), retold=retold,
    )  # fmt: skip


def _quoted(a: Words, b: Words, in_a: Side, in_b: Side) -> list[bool]:
    """Of each word whether it is quoted on both sides; nothing where none is."""
    here = picked(a.quoted, in_a)
    if True not in here:
        return []
    there = picked(b.quoted, in_b)
    return list(map(and_, here, there)) if True in there else []


def is_evidence(shared: Shared) -> bool:
    """Whether a passage is long and telling enough to be no accident."""
    if shared.kept < LEAST_KEPT:
        return False
    if shared.quoted >= LEAST_QUOTED and shared.content - shared.own_content >= LEAST_QUOTED_CONTENT:
        return True
    if shared.words >= LEAST_WORDS and shared.content >= LEAST_CONTENT:
        return True
    return shared.words >= NAMING_WORDS and shared.telling >= NAMING_TELLING and shared.kept >= NAMING_KEPT


def without_repeats(found: Sequence[Shared]) -> tuple[Shared, ...]:
    """Drops a passage most of whose words on either side stand in a longer one (repeats, and lengthenings that met)."""
    if len(found) < 2:
        return tuple(found)
    if lie_apart([(s.in_a[0], s.in_a[-1]) for s in found]) and lie_apart([s.stretch_b for s in found]):
        return tuple(sorted(found, key=_place))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for shared in sorted(found, key=lambda s: (s.retold, -s.words, s.in_a[0], s.in_b[0])):
        if not (taken_a.isdisjoint(shared.in_a) and taken_b.isdisjoint(shared.in_b)):
            new = sum(i not in taken_a and j not in taken_b for i, j in shared.pairs)
            if 2 * new <= shared.words:
                continue
        kept.append(shared)
        taken_a.update(shared.in_a)
        taken_b.update(shared.in_b)
    return tuple(sorted(kept, key=_place))


def _place(shared: Shared) -> tuple[int, int]:
    return shared.in_a[0], shared.in_b[0]


def lie_apart(stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether no two of some stretches, each from its first word to its last, have a word in common."""
    return all(one[1] < other[0] for one, other in pairwise(sorted(stretches)))


def as_passage(a: Words, b: Words, shared: Shared) -> Passage:
    """The passage as spans of both articles; `verbatim` counts words equal to the letter (case apart)."""
    first, last = shared.in_a[0], shared.in_a[-1]
    low, high = shared.stretch_b
    here, there = picked(a.surface, shared.in_a), picked(b.surface, shared.in_b)
    same = len(here) if here == there else sum(map(eq, here, there))
    return Passage(
        a=Span(a.article, a.starts[first], a.ends[last]),
        b=Span(b.article, b.starts[low], b.ends[high]),
        verbatim=round(same / (max(last - first, high - low) + 1), 3),
    )


def _length(in_a: Side, in_b: Side) -> int:
    """Words of the longer side, from its first to its last shared one."""
    return max(in_a[-1] - in_a[0], max(in_b) - min(in_b)) + 1
