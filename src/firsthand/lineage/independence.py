"""What one claim rests on: the origin of each of its statements, and how many origins there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Article, Independence, Lineage, Origin, OriginKind, SourceKind, Span, Stance, Statement
from .agreement import Side, agreeing, telling_in, telling_words
from .citations import who_words
from .families import families_of
from .issuers import is_body
from .naming import issuer_in
from .parties import Party, party_of
from .possible import Cited, apart, text_joins
from .roles import Role
from .sides import sides_of, with_own_voice

FOR = (Stance.ASSERTS, Stance.REPORTS)
LEAST_EQUAL = 4
EQUAL = 0.8
"""Telling words, and their share of all telling words of both, from which on two statements are one wording."""


def independence_of(
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    lineage: Lineage,
    points: Sequence[Span] = (),
    cited: Cited | None = None,
) -> tuple[tuple[str | None, ...], Independence]:
    """The id of the origin that each statement rests on, and the range of independent origins behind them all.

    Only statements that bear the claim out are counted; who denies or doubts it is no origin of it. Where all deny,
    the denial is what is counted. `points` are the words of each statement that speak to the claim, where the caller
    knows them: two say the same if these do. `cited`: whom each article cites anywhere (`whom_they_cite`).
    """
    origins = tuple(origin_of(statement, lineage) for statement in statements)
    chosen = [n for n, s in enumerate(statements) if s.stance in FOR] or list(range(len(statements)))
    parties = [_party(statements[n], articles, _release(statements[n], lineage) or origins[n]) for n in chosen]
    counted = count(ClaimEvidence(
        statements=[statements[n] for n in chosen], parties=parties, origins=[origins[n] for n in chosen],
        lineage=lineage, articles=articles, points=[points[n] for n in chosen] if points else (),
        cited=cited or {}, borne_out=len(chosen) == len(statements),
    ))  # fmt: skip
    return tuple(o.id if o else None for o in origins), counted


def whom_they_cite(statements: Sequence[Statement], articles: Mapping[str, Article], lineage: Lineage) -> Cited:
    """Whom each article cites in all that it says, and how often, by the article's id."""
    cited: dict[str, Counter[Party]] = {}
    for statement in statements:
        party = _party(statement, articles, _release(statement, lineage) or origin_of(statement, lineage))
        if party is not None:
            cited.setdefault(statement.span.article, Counter())[party] += 1
    return cited


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


def _release(statement: Statement, lineage: Lineage) -> Origin | None:
    """The release that the words for a statement's source name: of a quotation of several sentences the one before
    alone may say whose it is."""
    if statement.source is None or statement.source.span is None:
        return None
    span = statement.source.span
    return next((o for o in lineage.origins if o.kind is OriginKind.PRESS_RELEASE
                 and any(e.span.overlaps(span) for e in o.evidence)), None)  # fmt: skip


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEvidence:
    """What the count of one claim is made from, statement by statement."""

    statements: Sequence[Statement]
    parties: Sequence[Party | None]
    origins: Sequence[Origin | None]
    lineage: Lineage
    articles: Mapping[str, Article]
    points: Sequence[Span]
    cited: Cited
    borne_out: bool
    """Whether all statements of the claim are counted: none denies or doubts it."""


def count(evidence: ClaimEvidence) -> Independence:
    """The range: parties proven to be different, up to all that may be."""
    statements, parties, points = evidence.statements, evidence.parties, evidence.points
    if not statements:
        return Independence(min=0, max=0, why="There is no statement.")
    numbers = range(len(statements))
    said = [_telling(statements[n], points[n] if points else None, evidence.articles) for n in numbers]
    joins = [(m, n) for n in numbers for m in range(n)
             if _one(statements, parties, evidence.lineage, m, n) or _same_words(said[m], said[n])]  # fmt: skip
    joins += text_joins(statements, parties, evidence.origins, evidence.articles)
    groups = with_own_voice(families_of(len(statements), joins), statements, parties)
    sides, rest = sides_of(groups, parties)
    proven = agreeing(sides, statements, parties, evidence.articles, points)
    possible = apart(rest, sides, statements, parties, evidence.cited)
    least = max(1, len(proven))
    most = max(least, len(sides) + len(possible))
    if not sides:
        return Independence(min=least, max=most, why=_unproven(evidence, len(rest), most))
    all_go = "All accounts go" if evidence.borne_out else "All who bear it out go"
    others = [] if proven else [name for name, _ in sides[1:]] + _named_in(possible, parties)
    why = _why(proven or sides[:1], most > max(1, len(proven)), bool(rest), all_go, others)
    return Independence(min=least, max=most, why=why)


def _telling(statement: Statement, point: Span | None, articles: Mapping[str, Article]) -> tuple[frozenset[str], ...]:
    """The telling words of a statement, and of its words on the point where it has more."""
    whole = telling_words(statement)
    if point is None or point == statement.span:
        return (whole,)
    text = articles[point.article].text[point.start : point.end]
    return whole, telling_in(text, statement.source.name if statement.source else None)


def _same_words(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> bool:
    """Two who speak apart from each other never choose the same words, neither for all they say nor for the point."""
    return any(_equal(left, right) for left in a for right in b)


def _equal(left: frozenset[str], right: frozenset[str]) -> bool:
    shared = len(left & right)
    return shared >= LEAST_EQUAL and shared >= EQUAL * len(left | right)


def _named_in(groups: Sequence[Sequence[int]], parties: Sequence[Party | None]) -> list[str]:
    """Who is cited by name in some groups of statements."""
    cited = (parties[n] for group in groups for n in group)
    return list(dict.fromkeys(party.called for party in cited if party is not None and who_words(party.called)))


def _why(sides: Sequence[Side], more: bool, leaning: bool, all_go: str, others: Sequence[str]) -> str:
    """Why, where a source can be told; there may be `more` origins, of which some are named (`others`), and some
    accounts are `leaning` on whom they cite."""
    names = _listed([name for name, _ in sides])
    if len(sides) >= 2:
        return f"{names} {'each ' if len(sides) > 2 else 'both '}say it for themselves."
    if more and others:
        return f"One source is {names}; that {_listed(others, opening=False)} knows it otherwise is not shown."
    if more:
        return f"One source is {names}; whether the other accounts rest on it is not said."
    if leaning:
        return f"The only source named for it is {names}, whom the other accounts cite elsewhere."
    return f"{all_go} back to {names}."


def _unproven(evidence: ClaimEvidence, texts: int, most: int) -> str:
    """Why, where no source proves an origin: of so many `texts` that share nothing, `most` may be origins."""
    parties = evidence.parties
    named = list(dict.fromkeys(p.called for p in parties if p is not None and who_words(p.called)))
    if named:
        return f"It is credited to {_listed(named[:2], opening=False)}; where that comes from is not told."
    if any(party is not None for party in parties):
        return "Who is cited for it cannot be told from others."
    if len({statement.span.article for statement in evidence.statements}) < 2:
        return "The account names no source for it."
    if most > 1:
        return "The accounts name no source for it; whether each found it out for itself is not known."
    if texts > 1:
        return "The accounts name no source for it, and mostly cite the same sources elsewhere: they are counted once."
    return "The accounts name no source for it, and share their words or a credit: they are counted once."


def _listed(names: Sequence[str], *, opening: bool = True) -> str:
    """Names as a sentence has them, the first with a capital where they open it."""
    if len(names) > 3:
        names = [*names[:3], "others"]
    words = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
    return words if len(names) < 2 or not opening else words[:1].upper() + words[1:]


def _one(statements: Sequence[Statement], parties: Sequence[Party | None], lineage: Lineage, m: int, n: int) -> bool:
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
    """Whether a statement came to its outlet through the other's source ("police said Holm told them")."""
    return any(Party(name=name, role=party.role, person=party.person).is_one_with(party) for name in statement.via)


def _shared(a: Span, b: Span, lineage: Lineage) -> bool:
    return any(
        (p.a.overlaps(a) and p.b.overlaps(b)) or (p.a.overlaps(b) and p.b.overlaps(a))
        for o in lineage.overlaps
        for p in o.passages
    )
