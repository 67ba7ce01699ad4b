"""What one claim rests on: the origin of each of its statements, and how many origins there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Article, Independence, Lineage, Origin, Span, Stance, Statement
from .families import families_of
from .parties import Party, Role, party_of

FOR = (Stance.ASSERTS, Stance.REPORTS)


def independence_of(
    statements: Sequence[Statement], articles: Mapping[str, Article], lineage: Lineage
) -> tuple[tuple[str | None, ...], Independence]:
    """The id of the origin that each statement rests on, and the range of independent origins behind them all.

    Only statements that bear the claim out are counted; who denies or doubts it is no origin of it. Where all deny,
    the denial is what is counted.
    """
    origins = tuple(origin_of(statement, lineage) for statement in statements)
    chosen = [n for n, s in enumerate(statements) if s.stance in FOR] or list(range(len(statements)))
    parties = [_party(statements[n], articles) for n in chosen]
    counted = count([statements[n] for n in chosen], parties, [origins[n] for n in chosen], lineage)
    return tuple(o.id if o else None for o in origins), counted


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


def _party(statement: Statement, articles: Mapping[str, Article]) -> Party | None:
    if statement.source is None:
        return None
    article = articles.get(statement.span.article)
    cue = article.text[statement.cue.start : statement.cue.end] if article and statement.cue else ""
    return party_of(statement.source, cue, article)


def count(
    statements: Sequence[Statement], parties: Sequence[Party | None], origins: Sequence[Origin | None], lineage: Lineage
) -> Independence:
    """The range: parties proven to be different, up to all that may be."""
    if not statements:
        return Independence(min=0, max=0, why="there is no statement")
    numbers = range(len(statements))
    joins = [(m, n) for n in numbers for m in range(n) if _one(statements, parties, origins, lineage, m, n)]
    groups = families_of(len(statements), joins)
    proven, unproven = _sides(groups, parties)
    if len({s.span.article for s in statements}) < 2:
        proven, unproven = proven[:1], unproven + len(proven[1:])
    least, most = max(1, len(proven)), max(1, len(proven) + (1 if unproven else 0))
    return Independence(min=least, max=most, why=_why(proven, unproven, least))


def _sides(groups: Sequence[Sequence[int]], parties: Sequence[Party | None]) -> tuple[list[str], int]:
    """The names of groups that count as proven, and how many groups do not.

    All authorities are one side. A group with a named party is a side of its own unless an authority is in it.
    """
    proven: list[str] = []
    authority, unproven = False, 0
    for group in groups:
        members = [p for p in (parties[n] for n in group) if p is not None]
        named = [p for p in members if p.role is Role.PARTY]
        if any(p.role is Role.AUTHORITY for p in members):
            authority = True
        elif named:
            proven.append(max((p.name for p in named), key=lambda name: (len(name), name)))
        else:
            unproven += 1
    if authority:
        proven.insert(0, "the authorities")
    return proven, unproven


def _why(proven: Sequence[str], unproven: int, least: int) -> str:
    names = " and ".join(proven[:3]) + (" and others" if len(proven) > 3 else "")
    if least >= 2:
        return f"{names} say it each for themselves"
    rest = "what the other accounts rest on is not said" if unproven else "all accounts go back to it"
    return f"{names}: {rest}" if proven else "no account names a source that could be told from the others"


def _one(
    statements: Sequence[Statement], parties: Sequence[Party | None], origins: Sequence[Origin | None],
    lineage: Lineage, m: int, n: int,
) -> bool:  # fmt: skip
    """Whether two statements are known to have one origin."""
    a, b, left, right = statements[m], statements[n], parties[m], parties[n]
    if left and right:
        if left.is_one_with(right):
            return True
        if _relays(a, right) or _relays(b, left):
            return True
    if left is None and right is None and a.span.article == b.span.article:
        return True
    return _shared(a.sentence, b.sentence, lineage)


def _relays(statement: Statement, party: Party) -> bool:
    """Whether a statement came to its outlet through the other's source ("police said Hiller told them")."""
    return any(Party(name=name, role=party.role, person=party.person).is_one_with(party) for name in statement.via)


def _shared(a: Span, b: Span, lineage: Lineage) -> bool:
    return any(
        (p.a.overlaps(a) and p.b.overlaps(b)) or (p.a.overlaps(b) and p.b.overlaps(a))
        for o in lineage.overlaps
        for p in o.passages
    )
