"""The files of one agency told apart: a story, its takes, a digest, which use each other's sentences.

Two pages of one agency's copy that have half a text in common may be two takes of one file, or an urgent and the digest
of the day that has it as an entry. One pair does not tell; all copies of both do: takes of one file hang together by
takes between them, and on the whole most of the one stands in the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import Article
from .credit import agencies, same_body
from .families import families_of
from .pairs import Pair
from .words import Words

MOST = 0.6
"""Share of the shorter text from which on two are one body whatever else they are. In the lineage set .6, .65 and .7
give the same bodies; at .55 three short urgents join the digest that has .565 of them."""
HALF = 0.45
"""Mean share of one body's texts that must stand in the other for two bodies to be one. In the lineage set the takes of
one running story have .57 and more, and story and digest of one day .38 and less (one story only). A page that stands
alone goes to the body that has most of it."""


def of_two_files(
    pairs: Sequence[Pair], articles: Sequence[Article], texts: Sequence[Words]
) -> frozenset[tuple[int, int]]:
    """The pairs of pages that carry copy of one agency, but not the same file of it, by the articles' numbers."""
    homes = _homes(len(articles), ((p.a, p.b) for p in pairs if p.sharing.larger >= MOST))
    across = [p for p in pairs if homes[p.a] != homes[p.b] and _one_agency(articles[p.a], articles[p.b])]
    if not across:
        return frozenset()
    joins = _joins(homes, _nearness(homes, across, texts))
    bodies = _homes(max(homes) + 1, joins)
    return frozenset((p.a, p.b) for p in across if bodies[homes[p.a]] != bodies[homes[p.b]])


def _homes(count: int, joins: Iterable[tuple[int, int]]) -> list[int]:
    """By number the family that it is in."""
    homes = [0] * count
    for number, family in enumerate(families_of(count, joins)):
        for member in family:
            homes[member] = number
    return homes


def _one_agency(a: Article, b: Article) -> bool:
    return any(same_body(x, y) for x in agencies(a) for y in agencies(b))


def _nearness(homes: Sequence[int], across: Sequence[Pair], texts: Sequence[Words]) -> dict[tuple[int, int], float]:
    """How much of the texts of one body stands somewhere in another, on the mean, by the two bodies' numbers."""
    covered: dict[tuple[int, int], set[int]] = {}
    for pair in across:
        for passage in pair.passages:
            if not passage.retold:
                covered.setdefault((pair.a, homes[pair.b]), set()).update(passage.in_a)
                covered.setdefault((pair.b, homes[pair.a]), set()).update(passage.in_b)
    sizes = Counter(homes)
    near: dict[tuple[int, int], float] = {}
    for (article, body), words in covered.items():
        key = homes[article], body
        near[key] = near.get(key, 0.0) + len(words) / len(texts[article]) / sizes[homes[article]]
    return near


def _joins(homes: Sequence[int], near: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The bodies that are one."""
    alone = {home for home, size in Counter(homes).items() if size == 1}
    best: dict[int, tuple[float, int]] = {}
    for (body, other), share in near.items():
        if body in alone:
            best[body] = max(best.get(body, (0.0, 0)), (share, -other))
    joins = [(body, -other) for body, (_, other) in best.items()]
    return sorted(joins + [bodies for bodies, share in near.items() if share >= HALF and not alone & set(bodies)])
