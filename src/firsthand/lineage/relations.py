"""What kind of sharing two articles have, by five figures and one rule that can be said aloud.

The thresholds were set by reading the 123 labelled pairs of ../shared/bench/lineage, so figures on that set are
in-sample. `bench/lineage.py` chooses both figures of a reprint anew with each of the three stories left out: they are
right on all pairs of either small story, and on 56 of 64 where only the two small ones, with 15 pairs, are left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from ..model import Relation
from .passages import Shared, lie_apart
from .words import Words

REPRINT, UNBROKEN = 0.75, 0.95
"""Share of the shorter article that stands in the longer, and share of its words, from its first to its last common
one, that are common. A reprint trims and does not reword: what sticks out at the edges is a notice or a caption, and
between them nearly nothing else stands. In the lineage set every reprint has at least .98 unbroken, and a derived text
of that share at most .94 but for three excerpts that fill their page."""
EXCERPT, EXCERPT_START = 0.4, 0.12
"""A reprint under this share of the longer article must begin where that begins: desks cut from the end. What stands in
the midst of a longer text is an item worked into it."""
DERIVED_CONTENT, DERIVED_ALONE = 10, 6
"""Telling words in the article's own voice that make `derived`: over all passages, or in one unbroken passage where
quoted words do not outweigh them. Below that are phrases that two reports of one event share by chance."""
CLOSE = 0.26
"""Share of the shorter article from which on two articles are one body of text whatever recurs elsewhere. In the
lineage set nearly all pairs of one agency file lie above it, and below it lie different files of an agency that use
the same background paragraphs again."""
QUOTED_WORDS = 15
"""Words quoted in both that make `shared-quotes`; a shared catchphrase makes none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What two articles share, in figures."""

    share_a: float
    """Without retold sentences: two reports of one fact can be alike, so they add evidence but no closeness."""
    share_b: float
    quoted: int
    own: int
    own_content: int
    longest_own: int
    """Telling own words of the passage with most of them."""
    unbroken: float
    """Share of the shorter article's words, between its first and last common ones, that are common."""
    starts: bool
    """Whether the first shared words stand at the beginning of the longer article."""

    @property
    def larger(self) -> float:
        """The larger share: how much of one article stands in the other."""
        return max(self.share_a, self.share_b)


def sharing(a: Words, b: Words, passages: Sequence[Shared]) -> Sharing:
    """The figures for one pair."""
    told = [s for s in passages if not s.retold]
    in_a = _covered([s.in_a for s in told], [(s.in_a[0], s.in_a[-1]) for s in told])
    in_b = _covered([s.in_b for s in told], [s.stretch_b for s in told])
    once = [(s.quoted, len(s.in_a), s.own_content) for s in passages if not s.again]
    quoted, words, own_content = map(sum, zip(*once, strict=True)) if once else (0, 0, 0)
    first, length = (in_a[1], len(a)) if len(a) >= len(b) else (in_b[1], len(b))
    return Sharing(
        share_a=in_a[0] / max(1, len(a)),
        share_b=in_b[0] / max(1, len(b)),
        quoted=quoted,
        own=words - quoted,
        own_content=own_content,
        longest_own=max([s.own_content for s in passages], default=0),
        unbroken=_unbroken(*(in_a if len(a) <= len(b) else in_b)),
        starts=first <= EXCERPT_START * length,
    )


def may_relate(passages: Sequence[Shared]) -> bool:
    """Whether passages have words enough for any relation: the figures that are found without looking at each word."""
    content = [s.own_content for s in passages]
    if max(content, default=0) >= DERIVED_ALONE or sum(content) >= DERIVED_CONTENT:
        return True
    return sum([s.quoted for s in passages]) >= QUOTED_WORDS


def _covered(sides: Sequence[Sequence[int]], stretches: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """How many words some passages have on one side, and the first and the last of them (a retold one is left out)."""
    if not sides:
        return 0, 0, 0
    words = sum(map(len, sides)) if lie_apart(stretches) else len(set(chain.from_iterable(sides)))
    return words, min(first for first, _ in stretches), max(last for _, last in stretches)


def _unbroken(words: int, first: int, last: int) -> float:
    return words / (last - first + 1) if words else 0.0


def relation_of(s: Sharing) -> Relation | None:
    """The relation, or None where two articles share nothing that tells."""
    carried = s.own_content >= DERIVED_CONTENT or (s.longest_own >= DERIVED_ALONE and s.own >= s.quoted)
    if carried and s.larger >= REPRINT and s.unbroken >= UNBROKEN:
        whole = min(s.share_a, s.share_b) >= EXCERPT
        return Relation.REPRINT if whole or s.starts else Relation.DERIVED
    if carried:
        return Relation.DERIVED
    return Relation.SHARED_QUOTES if s.quoted >= QUOTED_WORDS else None
