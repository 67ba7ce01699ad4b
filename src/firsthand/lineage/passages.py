"""What two articles share: passages, verbatim or lightly rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..model import Passage, Span
from .alignment import Pairs, Run, disjoint, joined, matched_words, told_again
from .candidates import ALONE, SHINGLE
from .widening import Doubles, widened
from .words import FUNCTION_WORDS, Words

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
LEAST_KEPT = 0.55
"""Share of the longer side's words that stand on both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One passage as word numbers of both articles, in order."""

    pairs: tuple[tuple[int, int], ...]
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
        others = [j for _, j in self.pairs]
        return min(others), max(others)

    @property
    def words(self) -> int:
        """Words that stand on both sides."""
        return len(self.pairs)

    @property
    def own(self) -> int:
        """Words that are not quoted on both sides."""
        return len(self.pairs) - self.quoted


def shared_passages(a: Words, b: Words, runs: Sequence[Run], doubles: Doubles) -> tuple[Shared, ...]:
    """All passages of two articles, in the order of the first, given their equal runs.

    `doubles` says where each two words in a row stand in `b`.
    """
    chains = (c for c in joined(disjoint(runs, SHINGLE)) if c.words >= ALONE)
    matched = (matched_words(a.folded, b.folded, chain.runs) for chain in chains)
    found = [measured(a, b, widened(a, b, pairs, doubles)) for pairs in matched if len(pairs) >= LEAST_QUOTED]
    once = without_repeats([s for s in found if is_evidence(s)])
    if not once:
        return ()
    taken_a, taken_b = {i for s in once for i, _ in s.pairs}, {j for s in once for _, j in s.pairs}
    again = told_again((r for r in runs if r.length >= AGAIN), AGAIN, taken_a, taken_b)
    twice = [replace(measured(a, b, [(r.a + n, r.b + n) for n in range(r.length)]), again=True) for r in again]
    return (*once, *(s for s in twice if is_evidence(s)))


def measured(a: Words, b: Words, pairs: Pairs, *, retold: bool = False) -> Shared:
    """The counts of a passage."""
    quoted = content = own_content = named = 0
    quoted_a, quoted_b, content_a, content_b, named_a = a.quoted, b.quoted, a.content, b.content, a.named
    for i, j in pairs:
        both = quoted_a[i] and quoted_b[j]
        quoted += both
        if content_a[i] and content_b[j]:
            content += 1
            own_content += not both
        elif named_a[i] and a.surface[i] not in FUNCTION_WORDS:
            named += 1
    return Shared(pairs=tuple(pairs), quoted=quoted, content=content, telling=content + named, own_content=own_content,
                  kept=len(pairs) / _length(pairs), retold=retold)  # fmt: skip


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
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for shared in sorted(found, key=lambda s: (s.retold, -s.words, s.pairs[0])):
        in_a, in_b = zip(*shared.pairs, strict=True)
        if not (taken_a.isdisjoint(in_a) and taken_b.isdisjoint(in_b)):
            new = sum(i not in taken_a and j not in taken_b for i, j in shared.pairs)
            if 2 * new <= shared.words:
                continue
        kept.append(shared)
        taken_a.update(in_a)
        taken_b.update(in_b)
    return tuple(sorted(kept, key=lambda s: s.pairs[0]))


def as_passage(a: Words, b: Words, shared: Shared) -> Passage:
    """The passage as spans of both articles; `verbatim` counts words equal to the letter (case apart)."""
    (first, _), (last, _) = shared.pairs[0], shared.pairs[-1]
    low, high = shared.stretch_b
    same = sum(a.surface[i] == b.surface[j] for i, j in shared.pairs)
    return Passage(
        a=Span(a.article, a.starts[first], a.ends[last]),
        b=Span(b.article, b.starts[low], b.ends[high]),
        verbatim=round(same / _length(shared.pairs), 3),
    )


def _length(pairs: Sequence[tuple[int, int]]) -> int:
    """Words of the longer side, from its first to its last shared one."""
    others = [j for _, j in pairs]
    return max(pairs[-1][0] - pairs[0][0], max(others) - min(others)) + 1
