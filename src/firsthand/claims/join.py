"""Statements to claims: the points of all statements, likely pairs, groups by average link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Article, Claim, Statement, content_id
from ..text.grouping import average_link
from ..text.wording import wordings
from .clearest import Worded, clearest
from .likelihood import OF_A_FEW, likelihoods, of_a_few
from .parting import part_of
from .points import Point, laid_out, points_of

Pairs = Mapping[tuple[int, int], float]
FEW = 12
"""Points from which on a story has so much in common that a sentence can be told from the rest of it. With two accounts
of one sentence each, what is left of both when that is taken off is noise. Stated, not measured."""


def join_claims(statements: Sequence[Statement], articles: Mapping[str, Article]) -> tuple[Claim, ...]:
    """The claims of one story, in the order of their first statement.

    Every statement is in exactly one claim, whole; only where other accounts speak to some of its points, each of these
    is in the claim of those, as a part of the statement, and the rest in one of its own. What somebody is cited for is
    not cut below the sentence, and not at all where other accounts speak to it in one claim only: then it stands whole
    there and in the claim of its rest. `Claim.points` says which words speak to the claim.
    """
    points = points_of(statements, articles)
    if len(points) >= FEW:
        pairs, least = likelihoods(laid_out(points, statements, articles))
    else:
        pairs, least = of_a_few(points, statements, articles), OF_A_FEW
    groups = _told_together(average_link(len(points), pairs, least), points)
    claims = _claims(_shared_out(statements, points, groups, pairs, articles))
    order = {key: n for n, key in enumerate(dict.fromkeys(statement.span.article for statement in statements))}
    return tuple(sorted(claims, key=lambda claim: _place(claim.statements[0], order)))


def _told_together(groups: Sequence[Sequence[int]], points: Sequence[Point]) -> list[list[int]]:
    """The groups; those that hold clauses of the same statements are one, as each of these tells all of it."""
    found: dict[frozenset[int], list[int]] = {}
    for group in groups:
        found.setdefault(frozenset(points[n].statement for n in group), []).extend(group)
    return [sorted(group) for group in found.values()]


def _shared_out(
    statements: Sequence[Statement], points: Sequence[Point], groups: Sequence[Sequence[int]], pairs: Pairs,
    articles: Mapping[str, Article],
) -> list[list[Worded]]:  # fmt: skip
    """The groups as statements and parts of statements. What no other account speaks to stays together."""
    of: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, group in enumerate(groups):
        is_shared = len({points[n].article for n in group}) > 1
        for n in group:
            of[points[n].statement][number if is_shared else ALONE].append(n)
    shared: dict[int, list[Worded]] = defaultdict(list)
    alone: list[list[Worded]] = []
    for number, statement in enumerate(statements):
        parts = of.get(number, {ALONE: []})
        text = articles[statement.span.article].text
        shown = _shown(statement, parts, points)
        for key, own in parts.items():
            mine = [points[n] for n in own]
            one = statement if len(parts) == 1 else part_of(statement, mine, text)
            if len(parts) > 1 and not shown[key]:
                continue
            is_whole = len(parts) == 1 or len(shown[key]) == sum(map(len, parts.values()))
            as_said = statement if is_whole else part_of(statement, shown[key], text)
            told = wordings([point.part for point in mine], one.quote, text)
            if key == ALONE:
                alone.append([Worded(one, told, statement, shown=as_said)])
            else:
                near = _near(own, groups[key], pairs)
                shared[key].append(Worded(one, told, statement, near, as_said))
    return [*shared.values(), *alone]


ALONE = -1


def _shown(statement: Statement, parts: Mapping[int, Sequence[int]], points: Sequence[Point]) -> dict[int, list[Point]]:
    """The points of a statement that are shown in each of its claims.

    What somebody is cited for stands whole where other accounts speak to it in one claim only, and in the claim of what
    none speaks to; else by the sentence. A rest inside sentences that are shown already has no claim of its own.
    """
    if len(parts) == 1 or (statement.source is None and statement.cue is None):
        return {key: [points[n] for n in own] for key, own in parts.items()}
    sentences = {key: {_sentence(points[n]) for n in own} for key, own in parts.items()}
    told = {sentence for key, own in sentences.items() if key != ALONE for sentence in own}
    every = [points[n] for n in sorted(n for own in parts.values() for n in own)]
    if sum(key != ALONE for key in parts) == 1:
        shown = dict.fromkeys(parts, every)
    else:
        shown = {key: [point for point in every if _sentence(point) in own] for key, own in sentences.items()}
    if ALONE in parts:
        shown[ALONE] = [] if sentences[ALONE] <= told else every
    return shown


def _sentence(point: Point) -> int:
    return int(point.part.head.sent.start)


def _near(own: Sequence[int], group: Sequence[int], pairs: Pairs) -> float:
    """The mean likelihood of a statement's points with the others of their group."""
    others = [n for n in group if n not in own]
    found = [pairs.get((min(i, j), max(i, j)), 0.0) for i in own for j in others]
    return sum(found) / len(found) if found else 1.0


def _claims(shared_out: Sequence[Sequence[Worded]]) -> list[Claim]:
    """The claims; each is shown by words of its own, as far as there are such, those of several accounts first."""
    found: list[Claim] = []
    taken: set[str] = set()
    for told in shared_out:
        found.append(_claim(told, clearest(told, taken)))
        taken.add(found[-1].text)
    return found


def _claim(told: Sequence[Worded], text: str) -> Claim:
    return Claim(
        id=content_id("claim", *sorted(one.statement.id for one in told)),
        text=text,
        statements=tuple(one.shown or one.statement for one in told),
        stated=tuple(one.stated or one.statement for one in told),
        points=tuple(one.statement.span for one in told),
    )


def _place(statement: Statement, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    return order[statement.span.article], statement.span.start, statement.span.end, statement.id
