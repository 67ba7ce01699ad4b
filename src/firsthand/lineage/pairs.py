"""Pairs of articles that share wording: verbatim runs, and sentences retold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from ..model import Relation
from .candidates import Index
from .passages import Known, Shared, measured, shared_passages, without_repeats
from .relations import Sharing, may_relate, relation_of, sharing
from .rewrites import rewritten, words_in_common
from .words import Words

SEVERAL = 2
"""Retold sentences that make a pair where no run of words is shared: one alone is two reports of one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles of a story by number, what they share, and how it counts."""

    a: int
    b: int
    passages: tuple[Shared, ...]
    sharing: Sharing
    relation: Relation | None
    why: str = ""


def pairs_of(texts: Sequence[Words], index: Index) -> list[Pair]:
    """All pairs that have a relation, each judged by itself."""
    known: Known = {}
    alike = _alike(texts)
    pairs = []
    for (a, b), runs in index.runs():
        passages = shared_passages((texts[a], index.texts[a]), (texts[b], index.texts[b]), runs, known)
        pairs += _pair(texts, a, b, passages, alike.pop((a, b), ()))
    for (a, b), extra in alike.items():
        pairs += _pair(texts, a, b, (), extra)
    return sorted(pairs, key=attrgetter("a", "b"))


def _alike(texts: Sequence[Words]) -> dict[tuple[int, int], list[Shared]]:
    """The sentences that are alike, by pairs of articles."""
    alike: dict[tuple[int, int], list[Shared]] = {}
    for (a, one), (b, other) in rewritten(texts):
        pairs = words_in_common(texts[a], texts[b], one, other)
        if pairs:
            in_a, in_b = zip(*pairs, strict=True)
            alike.setdefault((a, b), []).append(measured(texts[a], texts[b], in_a, in_b, retold=True))
    return alike


def _pair(texts: Sequence[Words], a: int, b: int, passages: tuple[Shared, ...], extra: Sequence[Shared]) -> list[Pair]:
    """Two articles and what they share, if it comes to a relation.

    Alike sentences that no passage covers yet are added where a pair shares wording anyway or has several of them.
    """
    if (passages and extra) or len(extra) >= SEVERAL:
        once = without_repeats([*(p for p in passages if not p.again), *extra])
        passages = (*once, *(p for p in passages if p.again))
    if not may_relate(passages):
        return []
    figures = sharing(texts[a], texts[b], passages)
    relation = relation_of(figures)
    return [] if relation is None else [Pair(a=a, b=b, passages=passages, sharing=figures, relation=relation)]
