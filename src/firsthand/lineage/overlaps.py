"""The overlaps of a story: every pair of articles that shares wording, with the kind of sharing and its direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Article, Direction, Overlap, Relation
from .alignment import SHINGLE, shingle_places
from .candidates import Index
from .credit import common_agency
from .direction import direction_of
from .families import families_of
from .passages import Shared, as_passage, measured, shared_passages, without_repeats
from .relations import QUOTED_WORDS, Sharing, relation_of, sharing
from .rewrites import rewritten, words_in_common
from .words import Words

CLOSE = 0.22
"""Share of the shorter article from which on two articles are one body of text whatever recurs elsewhere. In the
lineage set nearly all pairs of one agency file lie above it, and below it lie different files of an agency that use the same
background paragraphs again."""
FAR_CONTENT = 14
"""Telling own words that make `derived` below CLOSE: chance phrases of one long story reach 12, text taken over 16."""
SEVERAL = 2
"""Retold sentences that make a pair where no run of words is shared: one alone is two reports of one fact."""
STOCK_FAMILIES = 4
"""Wording that stands in this many families of text belongs to none of them: background, or a phrase of the story."""


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
    places = [shingle_places(text.folded) for text in texts]
    found = {(a, b): shared_passages(texts[a], texts[b], places[b]) for a, b in index.pairs()}
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
            alike.setdefault((a, b), []).append(measured(texts[a], texts[b], pairs, retold=True))
    for pair, extra in sorted(alike.items()):
        passages = found.get(pair, ())
        if passages or len(extra) >= SEVERAL:
            found[pair] = without_repeats([*passages, *extra])


def judged(pairs: Iterable[Pair], articles: Sequence[Article], texts: Sequence[Words], index: Index) -> list[Pair]:
    """The pairs again, once it is known which wording recurs over the whole story."""
    pairs = list(pairs)
    close = [(p.a, p.b) for p in pairs if _carried(p) and p.sharing.larger >= CLOSE]
    families = [sum(1 << n for n in family) for family in families_of(len(articles), close)]
    return [_weighed(p, articles, texts, index, families) for p in pairs]


def _carried(pair: Pair) -> bool:
    return pair.relation in (Relation.REPRINT, Relation.DERIVED)


def _weighed(
    pair: Pair, articles: Sequence[Article], texts: Sequence[Words], index: Index, families: Sequence[int]
) -> Pair:
    if not _carried(pair) or pair.sharing.larger >= CLOSE:
        return pair
    folded = texts[pair.a].folded
    own = [p for p in pair.passages if index.families_holding(_shingles(folded, p), families) < STOCK_FAMILIES]
    figures = sharing(texts[pair.a], texts[pair.b], own)
    agency = common_agency(articles[pair.a], articles[pair.b])
    if agency and pair.sharing.own >= pair.sharing.quoted / 2:
        return _as(pair, Relation.SHARED_BOILERPLATE, f"little besides background that {agency} uses again")
    if figures.own_content >= FAR_CONTENT:
        return pair
    if pair.sharing.quoted >= QUOTED_WORDS:
        return _as(pair, Relation.SHARED_QUOTES)
    stock = pair.sharing.own_content >= FAR_CONTENT
    return _as(pair, Relation.SHARED_BOILERPLATE if stock else None, "the wording recurs in other texts of the story")


def _as(pair: Pair, relation: Relation | None, why: str = "") -> Pair:
    return Pair(a=pair.a, b=pair.b, passages=pair.passages, sharing=pair.sharing, relation=relation, why=why)


def _shingles(folded: Sequence[str], passage: Shared) -> list[tuple[str, ...]]:
    first, last = passage.pairs[0][0], passage.pairs[-1][0]
    return [tuple(folded[i : i + SHINGLE]) for i in range(first, last - SHINGLE + 2)]


def as_overlap(pair: Pair, articles: Sequence[Article], texts: Sequence[Words]) -> Overlap:
    """A judged pair as the report has it."""
    a, b = articles[pair.a], articles[pair.b]
    assert pair.relation is not None
    direction, reason = _direction(pair, a, b)
    return Overlap(
        a=a.id,
        b=b.id,
        relation=pair.relation,
        share_a=round(pair.sharing.share_a, 3),
        share_b=round(pair.sharing.share_b, 3),
        direction=direction,
        passages=tuple(as_passage(texts[pair.a], texts[pair.b], p) for p in pair.passages),
        why=f"{_said(pair)}; {reason}",
    )


def _direction(pair: Pair, a: Article, b: Article) -> tuple[Direction, str]:
    if pair.relation is Relation.SHARED_QUOTES:
        return Direction.COMMON, "the words are somebody else's"
    if pair.relation is Relation.SHARED_BOILERPLATE:
        return Direction.COMMON, pair.why or "stock text"
    return direction_of(a, b, pair.sharing)


def _said(pair: Pair) -> str:
    s = pair.sharing
    if pair.relation is Relation.REPRINT:
        return f"{s.larger:.0%} of the shorter text stands in the longer"
    if pair.relation is Relation.SHARED_QUOTES:
        return f"{s.quoted} words in common stand in quotation marks on both sides, {s.own} do not"
    return f"{s.own} words in the articles' own voice and {s.quoted} quoted words in common"
