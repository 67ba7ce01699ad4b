"""How many origins a story has: proven to be different, and possibly different."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Independence, Origin, OriginKind, Overlap, Relation
from .credit import borrowed_credits, same_body
from .families import families_of

CARRIED = (Relation.REPRINT, Relation.DERIVED)


def story_independence(
    articles: Sequence[Article], overlaps: Sequence[Overlap], origins: Sequence[Origin]
) -> Independence:
    """Articles that carry one text, credit one agency or name one release are one; each of the rest may stand alone."""
    if not articles:
        return Independence(min=0, max=0, why="There is no article.")
    number = {a.id: n for n, a in enumerate(articles)}
    joins = [(number[o.a], number[o.b]) for o in overlaps if o.relation in CARRIED]
    joins += [(number[o.articles[0]], number[other]) for o in origins if o.kind is not OriginKind.PERSON
              for other in o.articles[1:]]  # fmt: skip
    credits = [borrowed_credits(a) for a in articles]
    joins += [(m, n) for n in range(len(articles)) for m in range(n)
              if any(same_body(x, y) for x in credits[m] for y in credits[n])]  # fmt: skip
    groups = families_of(len(articles), joins)
    proven = max(1, sum(1 for group in groups if any(credits[n] for n in group)))
    most = max(proven, len(groups))
    if most == 1:
        return Independence(min=1, max=1, why="All articles go back to one text, credit or named origin.")
    return Independence(
        min=proven,
        max=most,
        why=f"{most} groups of articles share neither text nor a named origin; {_saying(proven)} on.",
    )


def _saying(proven: int) -> str:
    return "one of them says whom it rests" if proven == 1 else f"{proven} of them say whom they rest"
