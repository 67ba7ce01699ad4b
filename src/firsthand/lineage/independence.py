"""What one claim rests on: the origin of each of its statements, and how many origins there are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..model import Article, Independence, Lineage, Origin, OriginKind, SourceKind, Span, Stance, Statement
from .agreement import Side, agreeing, telling_words
from .families import families_of
from .issuers import is_body
from .naming import issuer_in
from .parties import Party, party_of
from .roles import Role

FOR = (Stance.ASSERTS, Stance.REPORTS)
GENERIC = re.compile(r"(?:the\s)?(?:authorities|authority|officials?|officers?|government)", re.IGNORECASE)
LEAST_EQUAL = 4
EQUAL = 0.8
"""Telling words, and their share of all telling words of both, from which on two statements are one wording."""


def independence_of(
    statements: Sequence[Statement], articles: Mapping[str, Article], lineage: Lineage
) -> tuple[tuple[str | None, ...], Independence]:
    """The id of the origin that each statement rests on, and the range of independent origins behind them all.

    Only statements that bear the claim out are counted; who denies or doubts it is no origin of it. Where all deny,
    the denial is what is counted.
    """
    origins = tuple(origin_of(statement, lineage) for statement in statements)
    chosen = [n for n, s in enumerate(statements) if s.stance in FOR] or list(range(len(statements)))
    parties = [_party(statements[n], articles, origins[n]) for n in chosen]
    counted = count([statements[n] for n in chosen], parties, [origins[n] for n in chosen], lineage, articles)
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


def _party(statement: Statement, articles: Mapping[str, Article], origin: Origin | None) -> Party | None:
    """The party a statement's source is; a statement or release speaks for whoever issued it."""
    if statement.source is None:
        return None
    article = articles.get(statement.span.article)
    cue = article.text[statement.cue.start : statement.cue.end] if article and statement.cue else ""
    party = party_of(statement.source, cue, article)
    if party.role is Role.PAPER and origin is not None and origin.kind is OriginKind.PRESS_RELEASE:
        issuer = issuer_in(origin.name)
        if issuer:
            kind = SourceKind.ORGANISATION if is_body(issuer) else SourceKind.PERSON
            return party_of(replace(statement.source, name=issuer, kind=kind), cue, article)
    return party


def count(
    statements: Sequence[Statement], parties: Sequence[Party | None], origins: Sequence[Origin | None],
    lineage: Lineage, articles: Mapping[str, Article],
) -> Independence:  # fmt: skip
    """The range: parties proven to be different, up to all that may be."""
    if not statements:
        return Independence(min=0, max=0, why="There is no statement.")
    numbers = range(len(statements))
    joins = [(m, n) for n in numbers for m in range(n) if _one(statements, parties, origins, lineage, m, n)]
    sides, unproven = _sides(families_of(len(statements), joins), parties)
    proven = agreeing(sides, statements, parties, articles)
    least = max(1, len(proven))
    most = max(least, len(sides) + (1 if unproven else 0))
    return Independence(min=least, max=most, why=_why(proven or sides[:1], len(sides) > len(proven) or unproven))


def _sides(groups: Sequence[Sequence[int]], parties: Sequence[Party | None]) -> tuple[list[Side], bool]:
    """The groups that have a side of their own, and whether there are others.

    Authorities are one side, since they hear of a case from each other. Named officials of different civil offices are
    each a side where no force or court is among the sources. A group with a named party is a side unless an authority
    is in it.
    """
    sides: list[Side] = []
    pool: list[int] = []
    civil: list[Side] = []
    unproven = False
    for group in groups:
        members = [p for p in (parties[n] for n in group) if p is not None]
        officials = [p for p in members if p.role is Role.AUTHORITY]
        named = [p.called for p in members if p.role is Role.PARTY]
        if officials and any(p.is_civil for p in officials):
            civil.append((_fullest([p.called for p in officials if p.is_civil]), tuple(group)))
        elif officials:
            pool += group
        elif named:
            sides.append((_fullest(named), tuple(group)))
        else:
            unproven = True
    forces = any(p is not None and p.is_force for p in (parties[n] for n in pool))
    if len(civil) > 1 and not forces:
        return [*civil, *sides], unproven or bool(pool)
    pool += [n for _, group in civil for n in group]
    if pool:
        sides.insert(0, (_authorities([parties[n] for n in sorted(pool)]), tuple(sorted(pool))))
    return sides, unproven


def _fullest(names: Sequence[str]) -> str:
    return max(names, key=lambda name: (len(name), name))


def _authorities(parties: Sequence[Party | None]) -> str:
    """The authorities with up to two of their names."""
    names = [
        p.called for p in parties if p is not None and p.role is Role.AUTHORITY and not GENERIC.fullmatch(p.called)
    ]
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), -len(name), name)):
        if not any(name.lower() in other.lower() or other.lower() in name.lower() for other in kept):
            kept.append(name)
    return f"the authorities ({', '.join(kept[:2])})" if kept else "the authorities"


def _same_words(a: Statement, b: Statement) -> bool:
    """Two who speak apart from each other never choose the same words."""
    left, right = telling_words(a), telling_words(b)
    shared = len(left & right)
    return shared >= LEAST_EQUAL and shared >= EQUAL * len(left | right)


def _why(sides: Sequence[Side], others: bool) -> str:
    names = _listed([name for name, _ in sides])
    if len(sides) >= 2:
        return f"{names} {'each ' if len(sides) > 2 else 'both '}say it for themselves."
    if not names:
        return "No account names a source that could be told from the others."
    if others:
        return f"One source is {names}; whether the other accounts rest on it is not said."
    return f"All accounts go back to {names}."


def _listed(names: Sequence[str]) -> str:
    """Names as a sentence has them, the first with a capital."""
    if len(names) > 3:
        names = [*names[:3], "others"]
    words = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
    return words if len(names) < 2 else words[:1].upper() + words[1:]


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
    if (left is None or right is None) and a.span.article == b.span.article:
        return True  # what an article says in its own voice rests on whom it cites for the same point
    return _same_words(a, b) or _shared(a.sentence, b.sentence, lineage)


def _relays(statement: Statement, party: Party) -> bool:
    """Whether a statement came to its outlet through the other's source ("police said Holm told them")."""
    return any(Party(name=name, role=party.role, person=party.person).is_one_with(party) for name in statement.via)


def _shared(a: Span, b: Span, lineage: Lineage) -> bool:
    return any(
        (p.a.overlaps(a) and p.b.overlaps(b)) or (p.a.overlaps(b) and p.b.overlaps(a))
        for o in lineage.overlaps
        for p in o.passages
    )
