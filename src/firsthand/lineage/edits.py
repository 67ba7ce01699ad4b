"""Edits that run only one way: what an editor does to another's text, seldom the other way round.

A quotation is shortened, not lengthened; a text that is worked in gets a new lead above it; the lead of yesterday's
item becomes a paragraph of today's background. Words that only one side has in its own voice say nothing: cutting and
padding are as common (on made rewrites they pointed the wrong way as often as not).
"""

from __future__ import annotations

from dataclasses import dataclass

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


def one_way(pair: Pair, a: Words, b: Words) -> Evidence | None:
    """What the edits say; unknown where they contradict each other."""
    found = [evidence(pair, a, b) for evidence in (_quotation, opening_moved)]
    told = [one for one in found if one]
    if len({direction for direction, _ in told}) > 1:
        return Direction.UNKNOWN, "the edits speak for either"
    return told[0] if told else None


def _quotation(pair: Pair, a: Words, b: Words) -> Evidence | None:
    longer_a = longer_b = 0
    for passage in pair.passages:
        in_a, in_b = passage.in_a, passage.in_b
        low, high = passage.stretch_b
        if passage.retold or True not in a.quoted[in_a[0] : in_a[-1] + 1] or True not in b.quoted[low : high + 1]:
            continue
        if in_a[-1] - in_a[0] == len(in_a) - 1 and in_b == tuple(range(in_b[0], in_b[0] + len(in_b))):
            continue
        for i, k, j, m in zip(in_a, in_a[1:], in_b, in_b[1:], strict=False):
            if k - i > 1 and m - j <= 1:
                longer_a += k - i - 1 if _goes_on(b, j) and all(a.quoted[i + 1 : k]) else 0
            elif k - i == 1 and m - j > 1:
                longer_b += m - j - 1 if _goes_on(a, i) and all(b.quoted[j + 1 : m]) else 0
    why = "a quotation is whole in the one and shortened in the other"
    return _longer(longer_a if longer_a >= SHORTENED else 0, longer_b if longer_b >= SHORTENED else 0, why)


def _goes_on(words: Words, number: int) -> bool:
    """Whether a word is quoted and the one after it too."""
    return words.quoted[number : number + 2] == (True, True)


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
