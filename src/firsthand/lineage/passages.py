"""What two articles share: passages, verbatim or lightly rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Passage, Span
from .alignment import Pairs, Places, exact_runs, joined, matched_words
from .words import Words

LEAST_WORDS, LEAST_CONTENT = 8, 4
"""A passage in the article's own voice. Shorter ones are phrases that any two reports of one event share ("a
citizenship question to the census"). One of 17 pairs labelled independent in the lineage set still has such a passage;
`relations` asks for more than one of this size."""
LEAST_QUOTED, LEAST_QUOTED_CONTENT = 5, 2
"""A passage inside quotation marks on both sides: a speaker's words come out equal only if they were said so."""
LEAST_KEPT = 0.55
"""Share of the longer side's words that stand on both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One passage as word numbers of both articles, in order."""

    pairs: tuple[tuple[int, int], ...]
    quoted: int
    """Words quoted on both sides: somebody else's, which two outlets may have heard or read apart from each other."""
    content: int
    own_content: int
    kept: float
    retold: bool = False
    """Found as two alike sentences, not by a run of equal words."""

    @property
    def words(self) -> int:
        """Words that stand on both sides."""
        return len(self.pairs)

    @property
    def own(self) -> int:
        """Words that are not quoted on both sides."""
        return len(self.pairs) - self.quoted


def shared_passages(a: Words, b: Words, in_a: Places, in_b: Places) -> tuple[Shared, ...]:
    """All passages of two articles, in the order of the first, given where the shingles of both stand."""
    chains = joined(exact_runs(a.folded, b.folded, in_a, in_b))
    found = [measured(a, b, matched_words(a.folded, b.folded, chain)) for chain in chains]
    return without_repeats([s for s in found if is_evidence(s)])


def measured(a: Words, b: Words, pairs: Pairs, *, retold: bool = False) -> Shared:
    """The counts of a passage."""
    both = [a.quoted[i] and b.quoted[j] for i, j in pairs]
    telling = [a.content[i] and b.content[j] for i, j in pairs]
    length = max(pairs[-1][0] - pairs[0][0], pairs[-1][1] - pairs[0][1]) + 1
    own_content = sum(t and not q for t, q in zip(telling, both, strict=True))
    return Shared(pairs=tuple(pairs), quoted=sum(both), content=sum(telling), own_content=own_content,
                  kept=len(pairs) / length, retold=retold)  # fmt: skip


def is_evidence(shared: Shared) -> bool:
    """Whether a passage is long and telling enough to be no accident."""
    if shared.kept < LEAST_KEPT:
        return False
    if shared.quoted >= LEAST_QUOTED and shared.content - shared.own_content >= LEAST_QUOTED_CONTENT:
        return True
    return shared.words >= LEAST_WORDS and shared.content >= LEAST_CONTENT


def without_repeats(found: Sequence[Shared]) -> tuple[Shared, ...]:
    """Drops a passage most of whose words on either side stand in a longer one (repeats, and lengthenings that met)."""
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    kept = []
    for shared in sorted(found, key=lambda s: (-s.words, s.pairs[0])):
        new = [(i, j) for i, j in shared.pairs if i not in taken_a and j not in taken_b]
        if 2 * len(new) <= shared.words:
            continue
        kept.append(shared)
        taken_a.update(i for i, _ in shared.pairs)
        taken_b.update(j for _, j in shared.pairs)
    return tuple(sorted(kept, key=lambda s: s.pairs[0]))


def as_passage(a: Words, b: Words, shared: Shared) -> Passage:
    """The passage as spans of both articles; `verbatim` counts words equal to the letter (case apart)."""
    first, last = shared.pairs[0], shared.pairs[-1]
    same = sum(a.surface[i] == b.surface[j] for i, j in shared.pairs)
    length = max(last[0] - first[0], last[1] - first[1]) + 1
    return Passage(
        a=Span(a.article, a.starts[first[0]], a.ends[last[0]]),
        b=Span(b.article, b.starts[first[1]], b.ends[last[1]]),
        verbatim=round(same / length, 3),
    )
