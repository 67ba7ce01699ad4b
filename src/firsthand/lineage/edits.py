"""Edits that run only one way: what an editor does to another's text, seldom the other way round.

A quotation is shortened, not lengthened; a text that is worked in gets a new lead above it; the lead of yesterday's
item becomes a paragraph of today's background. Words that only one side has in its own voice say nothing: cutting and
padding are as common (on made rewrites they pointed the wrong way as often as not).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..model import Direction
from .pairs import Pair
from .words import Words

SHORTENED = 3
"""Words of a quotation that only one side has, where the other has none of its own."""
LEAD, OWN = 0.6, 0.25
"""Share of an opening sentence that stands in the other text to be its text, or at most, to be its own."""
MIDST = 0.25
"""How far down its new place must lie, as a share of the text, for a lead to have become background."""

Evidence = tuple[Direction, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Words between two common ones that only one side has, or that each has otherwise."""

    a: range
    b: range


def one_way(pair: Pair, a: Words, b: Words) -> Evidence | None:
    """What the edits say; unknown where they contradict each other."""
    found = [evidence(pair, a, b) for evidence in (_quotation, opening_moved)]
    told = [one for one in found if one]
    if len({direction for direction, _ in told}) > 1:
        return Direction.UNKNOWN, "the edits speak for either"
    return told[0] if told else None


def gaps(pair: Pair, a: Words, b: Words) -> Iterator[Gap]:
    """All places where words stand between common ones, inside shared passages that have quoted words on both sides."""
    for passage in pair.passages:
        low, high = passage.stretch_b
        if True not in a.quoted[passage.in_a[0] : passage.in_a[-1] + 1] or True not in b.quoted[low : high + 1]:
            continue
        if passage.retold or (_unbroken(passage.in_a) and _unbroken(passage.in_b)):
            continue
        for (i, j), (k, m) in pairwise(passage.pairs):
            if k - i > 1 or m - j > 1:
                yield Gap(a=range(i + 1, k), b=range(j + 1, m))


def _unbroken(words: tuple[int, ...]) -> bool:
    """Whether each word follows the one before."""
    return words == tuple(range(words[0], words[0] + len(words)))


def _quotation(pair: Pair, a: Words, b: Words) -> Evidence | None:
    longer_a = longer_b = 0
    for gap in gaps(pair, a, b):
        if not gap.b and all(a.quoted[i] for i in gap.a) and b.quoted[gap.b.start - 1] and b.quoted[gap.b.start]:
            longer_a += len(gap.a)
        if not gap.a and all(b.quoted[j] for j in gap.b) and a.quoted[gap.a.start - 1] and a.quoted[gap.a.start]:
            longer_b += len(gap.b)
    why = "a quotation is whole in the one and shortened in the other"
    return _longer(longer_a if longer_a >= SHORTENED else 0, longer_b if longer_b >= SHORTENED else 0, why)


def opening_moved(pair: Pair, a: Words, b: Words) -> Evidence | None:
    """The opening sentence of the one stands below an opening of the other's own."""
    in_a, in_b = _opening(pair, a, 0), _opening(pair, b, 1)
    if in_a.share >= LEAD and in_b.share <= OWN:
        return Direction.A_TO_B, _moved(in_a.depth, len(b))
    return (Direction.B_TO_A, _moved(in_b.depth, len(a))) if in_b.share >= LEAD and in_a.share <= OWN else None


def _moved(depth: int, length: int) -> str:
    if depth >= MIDST * length:
        return "the opening of the one stands in the midst of the other"
    return "the one opens with words of its own and then has the other's text from its opening on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How much of a text's opening sentence the other has, and where."""

    share: float
    depth: int


def _opening(pair: Pair, words: Words, side: int) -> Opening:
    first, end = next(((s, e) for s, e in words.sentences if e - s >= SHORTEST_LEAD), (0, len(words)))
    sides = ((p.in_a, p.in_b) if side == 0 else (p.in_b, p.in_a) for p in pair.passages)
    held = [there for mine, theirs in sides if min(mine) < end and max(mine) >= first
            for here, there in zip(mine, theirs, strict=True) if first <= here < end]  # fmt: skip
    return Opening(share=len(held) / max(1, end - first), depth=min(held, default=0))


SHORTEST_LEAD = 8
"""Words of a sentence that opens an article; what is shorter is a dateline or a crosshead."""


def _longer(in_a: int, in_b: int, why: str) -> Evidence | None:
    if bool(in_a) == bool(in_b):
        return None
    return (Direction.A_TO_B if in_a else Direction.B_TO_A), why
