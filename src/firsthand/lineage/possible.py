"""The accounts of a claim that no side is proven to stand behind, and how many origins of their own they may be.

Nothing in such an account proves an origin, and nothing need speak against one: each may be one, unless it shares its
text or its credit with another, or is an account of a matter that its article has from the others' source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..model import Article, Origin, Statement
from .agreement import SPEAKING, Side
from .credit import borrowed_credits, same_body, shown_publisher
from .families import families_of
from .parties import Party
from .roles import Role

Cited = Mapping[str, Mapping[Party, int]]
"""Whom each article cites, for whatever it says, and how often, by the article's id."""
LEAST_CITED = 0.5
"""Share of the times that an article cites anybody that must be of one side for its own words to rest on that side as
well. On the 18 shared stories a third, a half, two thirds and all gave ranges .63, .73, .88 and .92 wide, of which
.952, .970, .982 and .982 held the editor's count; with no such rule they are 1.35 wide, and .982 hold it."""


def text_joins(
    statements: Sequence[Statement],
    parties: Sequence[Party | None],
    origins: Sequence[Origin | None],
    articles: Mapping[str, Article],
) -> list[tuple[int, int]]:
    """The pairs of statements that prove no origin and have one text behind them, by the articles' credits or words."""

    weak = [n for n, party in enumerate(parties) if party is None or party.role not in SPEAKING]
    named = {statements[n].span.article for n in weak}
    credited = {name: _credited(articles[name]) if name in articles else _Credited() for name in named}

    def of(n: int) -> _Credited:
        return credited[statements[n].span.article]

    def joined(m: int, n: int) -> bool:
        left, right = parties[m], parties[n]
        if left is None and right is None:
            first = origins[m]
            return (first is not None and first is origins[n]) or _one_credit(of(m), of(n))
        return (right is None and _is_of(left, of(n))) or (left is None and _is_of(right, of(m)))

    return [(m, n) for m in weak for n in weak if n < m and joined(m, n)]


@dataclass(frozen=True, slots=True)
class _Credited:
    """Whose an article's text is by what it shows."""

    publisher: str | None = None
    lenders: tuple[str, ...] = ()


def _credited(article: Article) -> _Credited:
    return _Credited(shown_publisher(article), borrowed_credits(article))


def _one_credit(a: _Credited, b: _Credited) -> bool:
    """Whether two articles credit one body with their text, or the one credits the other's publisher."""
    pairs = [(name, other) for name in a.lenders for other in (*b.lenders, b.publisher)]
    return any(same_body(*pair) for pair in [*pairs, *((name, a.publisher) for name in b.lenders)])


def _is_of(party: Party | None, article: _Credited) -> bool:
    """Whether an outlet that is cited is the one whose article this is."""
    return party is not None and party.role is Role.OUTLET and same_body(party.name, article.publisher)


def apart(
    rest: Sequence[Sequence[int]],
    sides: Sequence[Side],
    statements: Sequence[Statement],
    parties: Sequence[Party | None],
    cited: Cited,
) -> list[tuple[int, ...]]:
    """The groups of `rest` that may be origins of their own.

    An article that cites the claim's source for half of what it cites anybody for has its own words from there as well;
    and two articles that mostly cite each other's sources have theirs from one.
    """
    behind = [{p for n in numbers if (p := parties[n]) is not None} for _, numbers in sides]
    kept: list[tuple[tuple[int, ...], Counter[Party]]] = []
    for group in rest:
        own = all(parties[n] is None for n in group)
        whom = [_named(cited, article) for article in sorted({statements[n].span.article for n in group})]
        if not (own and any(_leans(mostly, side) for mostly in whom for side in behind)):
            kept.append((tuple(group), sum(whom, Counter()) if own else Counter()))
    joins = [(x, y) for x in range(len(kept)) for y in range(x)
             if _leans(kept[x][1], kept[y][1]) and _leans(kept[y][1], kept[x][1])]  # fmt: skip
    return [tuple(sorted(n for k in family for n in kept[k][0])) for family in families_of(len(kept), joins)]


def _named(cited: Cited, article: str) -> Counter[Party]:
    whom = cited.get(article, {})
    return Counter({party: times for party, times in whom.items() if party.role in (*SPEAKING, Role.BODY)})


def _leans(whom: Mapping[Party, int], side: Collection[Party]) -> bool:
    """Whether an article cites one side so often; authorities are of one, but named officials of different civil
    offices are not."""
    of_side = sum(times for party, times in whom.items() if any(_is_one_side(party, other) for other in side))
    return bool(whom) and of_side >= LEAST_CITED * sum(whom.values())


def _is_one_side(a: Party, b: Party) -> bool:
    authorities = a.role is Role.AUTHORITY and b.role is Role.AUTHORITY and not (a.is_civil and b.is_civil)
    return authorities or a.is_one_with(b)
