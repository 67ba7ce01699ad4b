"""What one claim rests on: the origin of each of its statements, and how many origins there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Independence, Lineage, Origin, Span, Statement
from .families import families_of
from .sources import Likeness, likeness


def independence_of(
    statements: Sequence[Statement], articles: Mapping[str, Article], lineage: Lineage
) -> tuple[tuple[str | None, ...], Independence]:
    """The id of the origin that each statement rests on, and the range of independent origins behind them all."""
    origins = tuple(origin_of(statement, lineage) for statement in statements)
    return tuple(o.id if o else None for o in origins), count(statements, origins, lineage)


def origin_of(statement: Statement, lineage: Lineage) -> Origin | None:
    """The origin that its sentence names or bears witness to; else that of the text its article carries."""
    here = statement.sentence
    named = [o for o in lineage.origins if any(e.span.overlaps(here) for e in o.evidence)]
    witnessed = [o for o in lineage.origins if any(w.span.overlaps(here) for w in o.witnesses)]
    whole = [o for o in lineage.origins if here.article in o.articles and not o.witnesses and not o.evidence]
    for choice in (named, witnessed, whole):
        if choice:
            return choice[0]
    return None


def count(statements: Sequence[Statement], origins: Sequence[Origin | None], lineage: Lineage) -> Independence:
    """The range of independent origins."""
    if not statements:
        return Independence(min=0, max=0, why="there is no statement")
    joins = [(m, n) for n in range(len(statements)) for m in range(n)
             if _one(statements[m], statements[n], origins[m], origins[n], lineage)]  # fmt: skip
    groups = families_of(len(statements), joins)
    sourced = [g for g in groups if any(statements[n].source for n in g)]
    bare = len(groups) - len(sourced)
    most = len(sourced) + (1 if bare else 0)
    return Independence(min=1, max=max(1, most), why=f"{most} groups of statements share neither text nor source")


def _one(a: Statement, b: Statement, of_a: Origin | None, of_b: Origin | None, lineage: Lineage) -> bool:
    if a.span.article == b.span.article and a.source is None and b.source is None:
        return True
    if of_a is not None and of_b is not None and of_a.id == of_b.id:
        return True
    if a.source and b.source and likeness(a.source, b.source) is Likeness.SAME:
        return True
    return _shared(a.sentence, b.sentence, lineage)


def _shared(a: Span, b: Span, lineage: Lineage) -> bool:
    return any(
        (p.a.overlaps(a) and p.b.overlaps(b)) or (p.a.overlaps(b) and p.b.overlaps(a))
        for o in lineage.overlaps
        for p in o.passages
    )
