"""Claims as people have put them together and parted them, laid over those that the stage of claims makes.

A decision names statements by where their words stand, which is the same however often the story is made anew, and in
whichever story their article is. So that it holds while a story grows:

- Two claims put together: the claim that today holds half of the named statements, or more, goes whole, with what has
  joined it since. Where the machine has scattered them, only the statements that were named go.
- Statements parted from a claim leave it as long as it holds any that they were parted from. What comes later is
  placed by the machine, which knows nothing of the parting: it joins what is left of the claim.

Decisions are followed in the order in which they were made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from firsthand.model import Claim, Span, Statement, StoryReport, content_id
from firsthand.store.words import terms_of

from .errors import NotThere, Refused
from .values import Decision

Mark = Mapping[str, Any]
"""Where the words of a statement stand that speak to a claim: article, start, end."""
LEAST = 0.5
"""Of two stretches of words, how much of the shorter one both must have to be the same; and of the statements that a
decision names, how many a claim must hold to be the one that it was made on."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement in a claim."""

    statement: Statement
    stated: Statement
    point: Span


@dataclass(frozen=True, slots=True)
class _Laid:
    """A claim as it is being arranged; `claim` as long as nobody has touched it."""

    text: str
    told: tuple[_Told, ...]
    claim: Claim | None


def marks_of(claim: Claim) -> list[dict[str, Any]]:
    """Where the words of a claim stand."""
    return [{"article": one.article, "start": one.start, "end": one.end} for one in _points(claim)]


def joining(claims: Sequence[Claim], subject: str, into: str) -> dict[str, Any]:
    """What is written down when a claim is put together with another.

    Raises:
        NotThere: there is no such claim.
        Refused: both are the same.
    """
    found = {claim.id: claim for claim in claims}
    if subject not in found:
        raise NotThere("no such claim in this story")
    if into not in found:
        raise NotThere("no such claim in this story to put it together with")
    if subject == into:
        raise Refused("a claim cannot be put together with itself")
    return {"into": into, "points": marks_of(found[subject]), "with": marks_of(found[into])}


def parting(claims: Sequence[Claim], subject: str, statements: object) -> dict[str, Any]:
    """What is written down when statements, by their ids, are parted from a claim.

    Raises:
        NotThere: there is no such claim, or it has no such statements.
        Refused: none would be left in it.
    """
    claim = next((one for one in claims if one.id == subject), None)
    if claim is None:
        raise NotThere("no such claim in this story")
    listed = isinstance(statements, list | tuple) and all(isinstance(one, str) for one in statements)
    named = set(statements) if listed else set()  # type: ignore[call-overload]
    if not named or not named <= {one.id for one in claim.statements}:
        raise NotThere("name statements of this claim")
    goes = [one.id in named for one in claim.statements]
    if all(goes):
        raise Refused("some of its statements must stay in the claim")
    marks = marks_of(claim)
    return {
        "statements": sorted(named),
        "points": [mark for mark, out in zip(marks, goes, strict=True) if out],
        "from": [mark for mark, out in zip(marks, goes, strict=True) if not out],
    }


def arranged(claims: Sequence[Claim], held: Sequence[Decision], articles: Sequence[str]) -> tuple[Claim, ...]:
    """The claims of a story as people have arranged them; `articles` are the story's, in its order."""
    laid = [_laid(claim) for claim in claims]
    for one in held:
        laid = (_joined if one.verdict == "merge" else _parted)(laid, one.detail)
    if all(one.claim is not None for one in laid) and len(laid) == len(claims):
        return tuple(claims)
    order = {name: number for number, name in enumerate(articles)}
    made = [one.claim or _claim(one, order) for one in laid]
    return tuple(sorted(made, key=lambda claim: _place(claim.statements[0], order)))


def signed(report: StoryReport, held: Sequence[Decision]) -> StoryReport:
    """The report, in which each claim that a person has put together or parted says so."""
    told = {claim.id: arrangers(claim, held) for claim in report.claims}
    if not any(told.values()):
        return report
    claims = (
        replace(claim, why=" ".join([claim.why, *(_said(one) for one in told[claim.id])]).strip())
        for claim in report.claims
    )
    return replace(report, claims=tuple(claims))


def arrangers(claim: Claim, held: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions, of those that hold, by which a claim of today is as it is."""
    points = _points(claim)

    def has(marks: Sequence[Mark]) -> bool:
        return any(_is_any(point, marks) for point in points)

    return tuple(
        one
        for one in held
        if (
            has(one.detail["points"]) and has(one.detail["with"])
            if one.verdict == "merge"
            else has(one.detail["points"]) != has(one.detail["from"])
        )
    )


def _joined(laid: Sequence[_Laid], detail: Mapping[str, Any]) -> list[_Laid]:
    points, others = detail["points"], detail["with"]
    held = [sum(_is_any(told.point, others) for told in one.told) for one in laid]
    if not any(held):
        return list(laid)
    place = held.index(max(held))
    gone: list[_Told] = []
    left: list[_Laid | None] = list(laid)
    for number, one in enumerate(laid):
        named = [told for told in one.told if _is_any(told.point, points)]
        if number == place or not named:
            continue
        goes = one.told if len(named) >= LEAST * len(points) else tuple(named)
        gone += goes
        left[number] = _without(one, goes)
    if gone:
        left[place] = replace(laid[place], told=(*laid[place].told, *gone), claim=None)
    return [one for one in left if one is not None]


def _parted(laid: Sequence[_Laid], detail: Mapping[str, Any]) -> list[_Laid]:
    gone: list[_Told] = []
    left: list[_Laid | None] = []
    text = ""
    for one in laid:
        named = tuple(told for told in one.told if _is_any(told.point, detail["points"]))
        if not named or not any(_is_any(told.point, detail["from"]) for told in one.told if told not in named):
            left.append(one)
            continue
        gone += named
        text = text or (one.text if _worded_by(one) in named else _quote(named[0]))
        left.append(_without(one, named))
    if gone:
        left.append(_Laid(text, tuple(gone), None))
    return [one for one in left if one is not None]


def _without(one: _Laid, gone: Sequence[_Told]) -> _Laid | None:
    """What is left of a claim; None where that is nothing."""
    stay = tuple(told for told in one.told if told not in gone)
    if not stay:
        return None
    return _Laid(one.text if _worded_by(one) in stay else _quote(stay[0]), stay, None)


def _worded_by(one: _Laid) -> _Told:
    """The statement whose words a claim is shown by."""
    words = set(terms_of(one.text))
    return max(one.told, key=lambda told: len(words & set(terms_of(told.statement.quote))))


def _quote(told: _Told) -> str:
    return " ".join(told.statement.quote.split())


def _laid(claim: Claim) -> _Laid:
    stated = claim.stated or claim.statements
    told = (_Told(*one) for one in zip(claim.statements, stated, _points(claim), strict=True))
    return _Laid(claim.text, tuple(told), claim)


def _claim(one: _Laid, order: Mapping[str, int]) -> Claim:
    told = sorted(one.told, key=lambda told: _place(told.statement, order))
    points = sorted(f"{t.point.article} {t.point.start} {t.point.end}" for t in told)
    return Claim(
        id=content_id("claim", "arranged", *points),
        text=one.text,
        statements=tuple(t.statement for t in told),
        stated=tuple(t.stated for t in told),
        points=tuple(t.point for t in told),
    )


def _place(statement: Statement, order: Mapping[str, int]) -> tuple[int, int, int, str]:
    return order[statement.span.article], statement.span.start, statement.span.end, statement.id


def _points(claim: Claim) -> tuple[Span, ...]:
    return claim.points or tuple(statement.span for statement in claim.statements)


def _is_any(point: Span, marks: Sequence[Mark]) -> bool:
    return any(_is_same(point, mark) for mark in marks)


def _is_same(point: Span, mark: Mark) -> bool:
    if point.article != mark["article"]:
        return False
    start, end = int(mark["start"]), int(mark["end"])
    shared = min(point.end, end) - max(point.start, start)
    return shared > 0 and shared >= LEAST * min(point.end - point.start, end - start)


def _said(one: Decision) -> str:
    done = "Put together" if one.verdict == "merge" else "Parted from others"
    return f"{done} by {one.who} on {one.at[:10]}{f' (“{one.note}”)' if one.note else ''}."
