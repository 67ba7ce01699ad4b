"""What an account dates: each time that it gives with the words that tell what happened then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..model import TimeExpression, TimeType
from ..text.clauses import MODIFIERS, tells_in_general
from ..text.cuts import noun_phrase
from ..text.parts import VERBAL, Part, is_finite, parts_within, subject_of, whole
from ..text.times.lexicon import PARTS_OF_DAY
from ..text.wording import FRAGMENT, Wording, readable, tidy, wordings
from .beside import preposition_of, verb_of
from .facets.times import in_dateline, is_of_a_deed
from .material import Material, Said
from .slots import Filler, filler

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SHOWN = ("year", "month", "day", "part-of-day", "hour", "minute")
"""Precisions that have a place in an order of days, the coarsest first."""
OFTEN = frozenset({"always", "commonly", "generally", "normally", "often", "regularly", "sometimes", "typically",
                   "usually"})  # fmt: skip
"""Adverbs by which a clause tells what happens again and again (Quirk et al. 1985, 8.64: indefinite frequency)."""
SAYING = frozenset({"say", "tell", "add", "state"})
"""Verbs of saying (VerbNet 37.7): what is said on a day is not of that day."""
WITHIN = 0.6
"""What is left of how plainly a clause tells an event that is told inside it ("the man accused of killing her in May").
Stated."""
NAMED = 0.5
"""How plainly an event is told by a noun ("the attack of 3 May"), beside a clause (`text.wording.CLAUSE`). Stated."""


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A time with what it stands in, the statement that gives it, and the words that tell what happened then."""

    one: Filler[TimeExpression]
    first: date
    """The first day that it can be."""
    said: Said
    claims: frozenset[str]
    """The claims that its words speak to."""
    text: str
    plainness: float
    is_fragment: bool
    """Whether the words say too little by themselves."""
    head: int
    """The place in its article of the verb, or the noun, that tells it."""


def dated_by(material: Material, article: str) -> Iterator[Dated]:
    """What an article dates, in the order of its text.

    Not the time at which somebody said something ("said on Friday"), nor what happens again and again or only if
    something else does, what a thing is called by ("the 2013 awards"), a stamp or a dateline, an hour of which the
    sentence does not tell the day, nor times that no day follows from (without the day of writing, "on Thursday").
    """
    own = material.articles[article]
    doc = material.readings[article].doc
    for time in material.times(article):
        if time.type not in (TimeType.DATE, TimeType.TIME) or time.precision not in SHOWN or time.first is None:
            continue
        if (
            in_dateline(own, time)
            or not is_of_a_deed(material, article, time)
            or not _has_a_day(material, article, time)
        ):
            continue
        said = _stating(material, article, time)
        part = _part_with(material, said, time) if said is not None else None
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        if said is None or part is None or span is None or _only_bounds(material, article, time, span):
            continue
        event = _event_of(span)
        verb = verb_of(span.root)
        if event is None and (not _tells_a_deed(part) or verb.lemma_ in SAYING):
            continue
        named = noun_phrase(event, doc[:0]) if event is not None else None
        best = (
            Wording(tidy(named.text), NAMED)
            if named is not None
            else max(wordings([part], said.statement.quote, own.text), key=_plainly)
        )
        yield Dated(
            one=filler(material, article, time.start, time.end, time),
            first=time.first,
            said=said,
            claims=_claims_at(material, article, time.start),
            text=best.text,
            plainness=_plainly(best) * (1.0 if event is not None or _hangs_on(span.root, part.head) else WITHIN),
            is_fragment=best.plainness <= FRAGMENT,
            head=(event if event is not None else part.head).i,
        )


def _plainly(wording: Wording) -> float:
    return wording.plainness * readable(wording.text)


def _only_bounds(material: Material, article: str, time: TimeExpression, span: Tokens) -> bool:
    """Whether something was before or after a time, and not then. What was put off "until Monday" is on Monday."""
    preposition = preposition_of(span)
    written = material.published(article)
    ahead = bool(written and time.first and time.first > written)
    return preposition in BOUNDING or (preposition in ENDING and not ahead)


BOUNDING = frozenset({"before", "after", "between", "through"})
ENDING = frozenset({"until", "till", "to"})


def _hangs_on(time: Token, verb: Token) -> bool:
    """Whether a time is a verb's own, with no noun between: not "the man seen that day testified"."""
    while time.i != verb.i and time.head.i != time.i:
        time = time.head
        if time.pos_ in ("NOUN", "PROPN"):
            return False
    return time.i == verb.i


def _has_a_day(material: Material, article: str, time: TimeExpression) -> bool:
    """Whether a time has a day of its own, or its sentence gives that day: "at 7 p.m." alone is no day's."""
    bare = time.text.lower().removeprefix("the ").removeprefix("early ").removeprefix("late ")
    if time.clock is None and bare not in PARTS_OF_DAY:
        return True
    doc = material.readings[article].doc
    own = doc.char_span(time.start, time.end, alignment_mode="expand")
    return own is not None and any(
        other.type in (TimeType.DATE, TimeType.TIME)
        and (other.clock is None and other.precision in ("day", "part-of-day"))
        and other.first == time.first
        and other.start != time.start
        and own.sent.start_char <= other.start < own.sent.end_char
        for other in material.times(article)
    )


def _stating(material: Material, article: str, time: TimeExpression) -> Said | None:
    """The shortest statement that gives a time, and not only stands in one sentence with it."""
    holding = [
        one
        for one in material.by_article[article]
        if any(piece.start <= time.start < piece.end for piece in one.statement.pieces or (one.statement.span,))
    ]
    return min(holding, key=lambda one: (len(one.statement.quote), one.index), default=None)


def _claims_at(material: Material, article: str, at: int) -> frozenset[str]:
    return frozenset(
        claim.id
        for claim in material.claims
        for point in claim.points
        if point.article == article and point.start <= at < point.end
    )


def _part_with(material: Material, said: Said, time: TimeExpression) -> Part | None:
    """The clause of a statement that a time stands in."""
    doc = material.readings[said.statement.span.article].doc
    spans = [(piece.start, piece.end) for piece in said.statement.pieces or (said.statement.span,)]
    parts = parts_within(doc, spans) or [part for part in (whole(doc, spans),) if part is not None]
    return next(
        (part for part in parts if any(word.idx <= time.start < word.idx + len(word) for word in part.words)), None
    )


def _event_of(time: Tokens) -> Token | None:
    """The noun that a time belongs to and that is not the verb's own: "the April 22 attack", "the attack of April 22",
    "was charged after a shooting on Friday"."""
    root = time.root
    if root.dep_ in MODIFIERS and root.head.pos_ == "NOUN" and root.head.i > root.i:
        return root.head
    if root.dep_ != "pobj" or root.head.head.pos_ != "NOUN":
        return None
    noun = root.head.head
    behind = noun.dep_ == "pobj" and noun.head.lower_ in AROUND
    return noun if root.head.lower_ == "of" or behind else None


AROUND = frozenset({"after", "before", "following", "since", "until", "during"})
"""Prepositions behind which a noun tells an event."""


def _tells_a_deed(part: Part) -> bool:
    """Whether a clause tells that something happens, once: with a verb, and somebody or something that does it."""
    head = part.head
    if head.pos_ not in VERBAL or (subject_of(head) is None and not part.subject):
        return False  # a heading; "Updated on Friday"
    if not is_finite(head) and not part.subject:
        return False
    return not tells_in_general(head) and not any(child.lower_ in OFTEN for child in head.children)
