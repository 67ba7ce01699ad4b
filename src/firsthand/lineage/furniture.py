"""Page furniture that two pages share: captions, blurbs and copyright lines outside the articles' text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Direction, Overlap, Relation
from .words import WORD

LEAST = 8
"""Words of a line that is more than a button or a rubric."""
LONGEST = 2000


def furniture_overlaps(
    articles: Sequence[Article], furniture: Mapping[str, Sequence[str]], known: Sequence[Overlap]
) -> tuple[Overlap, ...]:
    """Pairs that share a line of furniture, or whose furniture holds the other's text, and nothing else."""
    around = [{_plain(line) for line in furniture.get(a.id, ())} - {""} for a in articles]
    holders: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        for line in sorted(around[number] | {_plain(line) for line in article.text.split("\n")} - {""}):
            holders.setdefault(line, []).append(number)
    taken = {frozenset((o.a, o.b)) for o in known}
    shared: dict[tuple[int, int], str] = {}
    for line, numbers in sorted(holders.items()):
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                known_pair = frozenset((articles[one].id, articles[other].id)) in taken
                if not known_pair and (line in around[one] or line in around[other]):
                    shared.setdefault((one, other), line)
    return tuple(_overlap(articles[a], articles[b], line) for (a, b), line in sorted(shared.items()))


def _plain(line: str) -> str:
    words = WORD.findall(line[:LONGEST].lower())
    return " ".join(words) if len(words) >= LEAST else ""


def _overlap(a: Article, b: Article, line: str) -> Overlap:
    return Overlap(
        a=a.id, b=b.id, relation=Relation.SHARED_BOILERPLATE, share_a=0.0, share_b=0.0, direction=Direction.COMMON,
        passages=(), why=f"Both pages carry the line “{line[:80]}” and no common text.",
    )  # fmt: skip
