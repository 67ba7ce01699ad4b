"""Pairs weighed once more, when it is known which wording recurs over the whole story and whose copy each text is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..model import Article, Relation
from .bodies import of_two_files
from .candidates import Index
from .credit import agencies, same_body
from .families import families_of
from .pairs import Pair
from .relations import CLOSE, QUOTED_WORDS, sharing
from .words import Words

if TYPE_CHECKING:
    from .idle import Numbers

CARRIED = (Relation.REPRINT, Relation.DERIVED)
ABUNDANT = 60
"""Telling own words that are no mere background, whatever share of two long articles they make: in the lineage set two
files of one agency share up to 46, two late takes of one file 71 and more."""
FAR_CONTENT, FAR_ALONE = 14, 10
"""Telling own words that make `derived` below CLOSE, over all passages or in one: chance phrases of one long story
reach 12 and 7, text taken over 16. Two files of one agency may share more in one passage, so there only the whole
counts."""
STOCK_FAMILIES = 4
"""Wording that stands in this many families of text belongs to none of them: background, or a phrase of the story."""
CREDITING = 3
"""One in so many members of a family must credit an agency for the family's text to be that agency's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """The bodies of text of a story: whose each article is, and the agencies that they credit."""

    homes: tuple[int, ...]
    """The family of each article."""
    spread: Numbers
    """By shingle: in how many families it stands."""
    credited: tuple[tuple[str, ...], ...]

    def common_agency(self, a: int, b: int) -> str | None:
        """An agency whose copy both articles' families carry."""
        theirs = self.credited[self.homes[b]]
        return next((n for n in self.credited[self.homes[a]] if any(same_body(n, o) for o in theirs)), None)


def judged(pairs: Iterable[Pair], articles: Sequence[Article], texts: Sequence[Words], index: Index) -> list[Pair]:
    """The pairs with their relations settled."""
    pairs = list(pairs)
    close = [p for p in pairs if p.relation in CARRIED and _is_close(p)]
    apart = of_two_files(close, articles, texts)
    families = _families(articles, index, sorted({(p.a, p.b) for p in close} - apart))
    return [_of_another_file(p, articles) if (p.a, p.b) in apart else _weighed(p, texts, index, families)
            for p in pairs]  # fmt: skip


def _families(articles: Sequence[Article], index: Index, close: Sequence[tuple[int, int]]) -> Families:
    groups = families_of(len(articles), close)
    home = {n: g for g, group in enumerate(groups) for n in group}
    homes = tuple(home[n] for n in range(len(articles)))
    return Families(
        homes=homes,
        spread=index.spread(homes),
        credited=tuple(_credited([articles[n] for n in group]) for group in groups),
    )


def _is_close(pair: Pair) -> bool:
    return pair.sharing.larger >= CLOSE or pair.sharing.own_content >= ABUNDANT


def _credited(members: Sequence[Article]) -> tuple[str, ...]:
    """Agencies that enough members of a family credit: copy printed without its credit is the agency's all the same."""
    named = [agencies(article) for article in members]
    kept: list[str] = []
    for names in named:
        for name in names:
            votes = sum(any(same_body(name, other) for other in others) for others in named)
            if votes * CREDITING >= len(members) and not any(same_body(name, other) for other in kept):
                kept.append(name)
    return tuple(kept)


def _of_another_file(pair: Pair, articles: Sequence[Article]) -> Pair:
    """Sentences that an agency uses in two of its files."""
    if pair.sharing.quoted >= QUOTED_WORDS and pair.sharing.own < pair.sharing.quoted / 2:
        return replace(pair, relation=Relation.SHARED_QUOTES)
    why = f"two files of {agencies(articles[pair.a])[0]} that have sentences in common"
    return replace(pair, relation=Relation.SHARED_BOILERPLATE, why=why)


def _weighed(pair: Pair, texts: Sequence[Words], index: Index, families: Families) -> Pair:
    if pair.relation not in CARRIED or _is_close(pair):
        return pair
    agency = families.common_agency(pair.a, pair.b)
    if agency and pair.sharing.own >= pair.sharing.quoted / 2:
        why = f"little besides background that {agency} uses again"
        return replace(pair, relation=Relation.SHARED_BOILERPLATE, why=why)
    rare = [p for p in pair.passages if index.commonly(pair.a, p.in_a[0], p.in_a[-1], families.spread) < STOCK_FAMILIES]
    left = sharing(texts[pair.a], texts[pair.b], rare)
    if left.own_content >= FAR_CONTENT or (agency is None and left.longest_own >= FAR_ALONE):
        return pair
    if pair.sharing.quoted >= QUOTED_WORDS:
        return replace(pair, relation=Relation.SHARED_QUOTES)
    if pair.sharing.own_content >= FAR_CONTENT:
        return replace(pair, relation=Relation.SHARED_BOILERPLATE, why="the wording recurs in other texts of the story")
    return replace(pair, relation=None)
