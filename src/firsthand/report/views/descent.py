"""Who descends from whom: the tree that the drawing of a lineage shows, and what the tree cannot show."""

from __future__ import annotations

from firsthand.model import Direction, Relation, StoryReport

from ..index import StoryIndex

_MOST_PAIRS = 40  # more curves than that are a tangle; the table has them all
Parents = dict[str, tuple[str, float]]
"""For each article that took text from another: from which most, and what share of its own text."""


def parents_of(story: StoryReport, index: StoryIndex) -> Parents:
    """For each article the one that it took most from, with the share, where a direction is known."""
    given: list[tuple[float, int, int, str, str]] = []
    for overlap in story.lineage.overlaps:
        if overlap.relation not in (Relation.REPRINT, Relation.DERIVED):
            continue
        taker, giver, share = overlap.b, overlap.a, overlap.share_b
        if overlap.direction is Direction.B_TO_A:
            taker, giver, share = overlap.a, overlap.b, overlap.share_a
        elif overlap.direction is not Direction.A_TO_B:
            continue
        if taker in index.numbers and giver in index.numbers:
            given.append((-share, index.numbers[giver], index.numbers[taker], giver, taker))
    parents: Parents = {}
    for share, _, _, giver, taker in sorted(given):
        if taker not in parents and taker not in _line_up(giver, parents):
            parents[taker] = (giver, -share)
    return parents


def rows_of(story: StoryReport, index: StoryIndex, parents: Parents) -> list[tuple[str, int]]:
    """Articles with their depth: children beneath their parents, those that take most from one origin together."""
    last = len(story.lineage.origins)
    first = {
        article: min(
            ((-index.taken(origin, article), at) for at, origin in enumerate(story.lineage.origins)
             if article in origin.articles), default=(0.0, last),
        )[1]
        for article in index.numbers
    }  # fmt: skip
    children: dict[str, list[str]] = {}
    for taker in sorted(parents, key=lambda article: index.numbers[article]):
        children.setdefault(parents[taker][0], []).append(taker)
    roots = sorted(
        (one for one in index.numbers if one not in parents), key=lambda one: (first[one], index.numbers[one])
    )
    order: list[tuple[str, int]] = []
    stack = [(root, 0) for root in reversed(roots)]
    while stack:
        article, depth = stack.pop()
        order.append((article, depth))
        stack += [(child, depth + 1) for child in reversed(children.get(article, []))]
    return order


def loose_pairs(story: StoryReport, index: StoryIndex, parents: Parents) -> list[tuple[float, str, str]]:
    """Pairs with text in common that neither a parent nor an origin of both explains, most first."""
    together = [set(origin.articles) for origin in story.lineage.origins]
    pairs = []
    for overlap in story.lineage.overlaps:
        a, b = overlap.a, overlap.b
        known = a in index.numbers and b in index.numbers
        if not known or overlap.relation not in (Relation.REPRINT, Relation.DERIVED):
            continue
        if _line_up(a, parents)[-1] == _line_up(b, parents)[-1] or any(a in all_ and b in all_ for all_ in together):
            continue
        pairs.append((max(overlap.share_a, overlap.share_b), a, b))
    pairs.sort(key=lambda pair: (-pair[0], index.numbers[pair[1]], index.numbers[pair[2]]))
    return pairs[:_MOST_PAIRS]


def _line_up(article: str, parents: Parents) -> list[str]:
    line = [article]
    while line[-1] in parents:
        line.append(parents[line[-1]][0])
    return line
