"""Pairs of articles that share wording: verbatim runs, and sentences retold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Relation
from .candidates import Index
from .passages import Known, Shared, measured, shared_passages, without_repeats
from .relations import Sharing, relation_of, sharing
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
    """All pairs with a passage, each judged by itself."""
    known: Known = {}
    found = {(a, b): shared_passages((texts[a], index.texts[a]), (texts[b], index.texts[b]), runs, known)
             for (a, b), runs in index.runs()}  # fmt: skip
    _add_rewritten(found, texts)
    pairs = []
    for (a, b), passages in sorted(found.items()):
        if passages:
            figures = sharing(texts[a], texts[b], passages)
            pairs.append(Pair(a=a, b=b, passages=passages, sharing=figures, relation=relation_of(figures)))
    return pairs


def _add_rewritten(found: dict[tuple[int, int], tuple[Shared, ...]], texts: Sequence[Words]) -> None:
    """Adds alike sentences that no passage covers yet, where a pair shares wording anyway or has several of them."""
    alike: dict[tuple[int, int], list[Shared]] = {}
    for (a, one), (b, other) in rewritten(texts):
        pairs = words_in_common(texts[a], texts[b], one, other)
        if pairs:
            in_a, in_b = zip(*pairs, strict=True)
            alike.setdefault((a, b), []).append(measured(texts[a], texts[b], in_a, in_b, retold=True))
    for pair, extra in sorted(alike.items()):
        passages = found.get(pair, ())
        if passages or len(extra) >= SEVERAL:
            once = without_repeats([*(p for p in passages if not p.again), *extra])
            found[pair] = (*once, *(p for p in passages if p.again))
