"""What an account dates: each time that it gives with the words that tell what happened then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..model import Stance, TimeExpression, TimeType
from ..text.clauses import MODIFIERS, tells_in_general
from ..text.cuts import noun_phrase
from ..text.parts import VERBAL, Part, is_finite, parts_within, subject_of, whole
from ..text.times.lexicon import PARTS_OF_DAY, WEEKDAYS
from ..text.wording import FRAGMENT, Wording, readable, tidy, wordings
from .beside import preposition_of, verb_of
from .facets.statuses import is_negated, is_supposed
from .facets.times import in_dateline, is_of_a_deed
from .material import Material, Said
from .slots import Filler, filler

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SHOWN = ("year", "month", "day", "part-of-day", "hour", "minute")
"""Precisions that have a place in an order of days, the coarsest first."""
OFTEN = frozenset({"always", "commonly", "generally", "normally", "often", "regularly", "sometimes", "typically",
                   "usually"})  # fmt: skip
"""Adverbs by which a clause tells what happens again and again (Quirk et al. 1985, 8.64: indefinite frequency)."""
SAYING = frozenset({"say", "tell", "add", "state", "write", "report"})
"""Verbs of saying (VerbNet 37.7) that tell no more: what is said on a day is not of that day."""
LONG_AGO = 31
"""Days before an account from which on it is told for itself that something was said. Stated."""
WITHIN = 0.6
"""What is left of how plainly a clause tells an event that is told inside it ("the man accused of killing her in May").
Stated."""
DOUBTED = 0.5
"""The same where the words contradict themselves on the day ("Wednesday, March 10", which was a Tuesday). Stated."""
COUNTED = 0.8
"""The same where the day is only told from another. Stated."""
NAMED = 0.5
"""How plainly an event is told by a noun ("the attack of 3 May"), or a participle behind one, beside a clause
(`text.wording.CLAUSE`). Stated."""


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

    Not when somebody said something, unless that was long ago ("told the court in 2006") or the verb tells more than
    that it was said ("revealed"); nor what happens again and again or only if something else does, what a thing is
    called by ("the 2013 awards"), a stamp or a dateline, an hour of which the sentence does not tell the day, nor times
    that no day follows from (without the day of writing, "on Thursday").
    """
    doc = material.readings[article].doc
    cut: dict[tuple[tuple[int, int], ...], list[Part]] = {}
    points = [(point, claim.id) for claim in material.claims for point in claim.points if point.article == article]
    for time in material.times(article):
        span = doc.char_span(time.start, time.end, alignment_mode="expand")
        said = material.at(article, time.start, time.end)
        if span is None or said is None or time.first is None or not _is_of_an_event(material, said, time, span):
            continue
        part = _part_with(doc, said, time, cut)
        if part is None:
            continue
        event = _event_of(material, article, span) or _told_of(span, part)
        if event is None and not _tells_a_deed(part, span):
            continue
        best = _worded(part, event, span, said, material.articles[article].text)
        yield Dated(
            one=filler(material, article, time.start, time.end, time),
            first=time.first,
            said=said,
            claims=frozenset(claim for point, claim in points if point.start <= time.start < point.end),
            text=best.text,
            plainness=best.plainness * readable(best.text) * _surely(time),
            is_fragment=best.plainness <= FRAGMENT,
            head=(event if event is not None else part.head).i,
        )


def _is_of_an_event(material: Material, said: Said, time: TimeExpression, span: Tokens) -> bool:
    """Whether a time can be that of one event, as far as the time and its sentence tell."""
    own = material.articles[said.statement.span.article]
    return (
        time.type in (TimeType.DATE, TimeType.TIME)
        and time.precision in SHOWN
        and not in_dateline(own, time)
        and is_of_a_deed(material, own.id, time)
        and _has_a_day(material, own.id, time)
        and not _only_bounds(material, own.id, time, span)
        and said.statement.stance not in (Stance.DENIES, Stance.DOUBTS)
        and not _counts_from_speaking(said, time)
        and not _is_of_saying(material, own.id, time, span)
        and not any(word.pos_ == "NUM" for word in _up_to(span.root, verb_of(span.root)) if word not in span)
    )


def _worded(part: Part, event: Token | None, time: Tokens, said: Said, text: str) -> Wording:
    """The plainest words for what happened: the noun that tells it, else its clause or that one's sentence."""
    verb = verb_of(time.root)
    if event is not None and verb.head.i == event.i and verb.dep_ == "relcl":
        return Wording(tidy(event.doc[event.left_edge.i : verb.right_edge.i + 1].text), NAMED)
    named = noun_phrase(event, event.doc[:0]) if event is not None else None
    if named is not None:
        return Wording(tidy(named.text), NAMED)
    found = wordings([part], said.statement.quote, text)
    clause, sentence = found[0], found[-1]
    if clause is not sentence and part.subject and part.head.tag_ == "VBN" and not is_finite(part.head):
        clause = Wording(clause.text, max(clause.plainness, NAMED))  # "Operation Tern, launched on May 10"
    if clause is not sentence and part.head.i != part.head.sent.root.i:
        sentence = Wording(sentence.text, sentence.plainness * WITHIN)
    best = max((clause, sentence), key=lambda one: one.plainness * readable(one.text))
    return best if _hangs_on(time.root, part.head) else Wording(best.text, best.plainness * WITHIN)


def _only_bounds(material: Material, article: str, time: TimeExpression, span: Tokens) -> bool:
    """Whether something was before or after a time, and not then. What was put off "until Monday" is on Monday, and
    what did not come "until May" came in May; but what did not happen "since 2005" did not happen then."""
    preposition = preposition_of(span)
    verb = verb_of(span.root)
    negated = any(child.dep_ == "neg" for child in verb.children)
    if preposition in ENDING:
        written = material.published(article)
        return not negated and not (written and time.first and time.first > written)
    return preposition in BOUNDING or (preposition == "since" and (negated or not _hangs_on(span.root, verb)))


BOUNDING = frozenset({"before", "after", "between", "through"})
"""Prepositions behind which nothing happens at the time itself."""
ENDING = frozenset({"until", "till", "to"})
"""Those up to which something lasts, or to which it is put off."""


def _counts_from_speaking(said: Said, time: TimeExpression) -> bool:
    """Whether a time is told from the day on which quoted words were said, which accounts take over on later days
    ("those who were hurt this morning")."""
    quoted = any(marked.start <= time.start < marked.end for marked in said.statement.quoted)
    return quoted and _is_counted(time)


def _is_counted(time: TimeExpression) -> bool:
    """Whether a time is only told from another: "today", "a day earlier"."""
    return time.basis == "relative" and WEEKDAYS.keys().isdisjoint(time.text.lower().split())


def _surely(time: TimeExpression) -> float:
    return DOUBTED if time.conflict else COUNTED if _is_counted(time) else 1.0


def _hangs_on(time: Token, verb: Token) -> bool:
    """Whether a time is a verb's own, with no noun between: not "the man seen that day testified"."""
    words = list(_up_to(time, verb))
    return bool(words) and words[-1].head.i == verb.i and not any(word.pos_ in ("NOUN", "PROPN") for word in words[1:])


def _up_to(word: Token, top: Token) -> Iterator[Token]:
    """A word and those that it hangs on, below another."""
    while word.i != top.i:
        yield word
        if word.head.i == word.i:
            break
        word = word.head


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


def _part_with(
    doc: Doc, said: Said, time: TimeExpression, cut: dict[tuple[tuple[int, int], ...], list[Part]]
) -> Part | None:
    """The clause that a time stands in: of the statement that gives it, or, where that has no verb there or only stands
    in one sentence with the time, of the sentence. `cut` keeps what was cut already."""
    own, sentence = said.statement.pieces or (said.statement.span,), (said.statement.sentence,)
    told = any(piece.start <= time.start < piece.end for piece in own)
    for pieces in (own, sentence) if told else (sentence,):
        spans = tuple((piece.start, piece.end) for piece in pieces)
        if spans not in cut:
            cut[spans] = parts_within(doc, spans) or [part for part in (whole(doc, spans),) if part is not None]
        found = next((part for part in cut[spans] if _holds(part, time)), None)
        if found is not None and (found.head.pos_ in VERBAL or pieces is sentence):
            return found
    return None


def _holds(part: Part, time: TimeExpression) -> bool:
    return any(word.idx <= time.start < word.idx + len(word) for word in part.words)


def _is_of_saying(material: Material, article: str, time: TimeExpression, span: Tokens) -> bool:
    """Whether a time is when somebody said, wrote or told something, not long before the account."""
    if verb_of(span.root).lemma_ not in SAYING:
        return False
    today, latest = material.anchor(article), material.latest_year
    if today is None or time.last is None:
        return time.last is None or latest is None or time.last.year >= latest
    return (today - time.last).days <= LONG_AGO


def _told_of(time: Tokens, part: Part) -> Token | None:
    """The noun of which a relative clause, that is no part by itself, tells the time: "the talks that took place on
    Thursday"."""
    verb = verb_of(time.root)
    told = verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN") and verb.i != part.head.i
    return verb.head if told else None


def _event_of(material: Material, article: str, time: Tokens) -> Token | None:
    """The noun that a time belongs to and that is not the verb's own: "the April 22 attack", "the attack of April 22",
    "was charged after a shooting on Friday"."""
    root = time.root
    if root.dep_ in MODIFIERS and root.head.pos_ == "NOUN" and root.head.i > root.i:
        return root.head if any(child.dep_ in ("det", "poss") for child in root.head.children) else None
    if root.dep_ != "pobj" or root.head.head.pos_ != "NOUN":
        return None
    noun = root.head.head
    if any(other.start <= noun.idx < other.end for other in material.times(article)):
        return None  # "after 7 a.m. on March 10"
    behind = noun.dep_ == "pobj" and noun.head.lower_ in AROUND
    return noun if root.head.lower_ == "of" or behind else None


AROUND = frozenset({"after", "before", "following", "since", "until", "during"})
"""Prepositions behind which a noun tells an event."""


def _tells_a_deed(part: Part, span: Tokens) -> bool:
    """Whether a clause tells that something happens, once: with a verb, and somebody or something that does it; not
    what did not happen, nor what is denied, doubted or asked."""
    head = part.head
    if head.pos_ not in VERBAL or (subject_of(head) is None and not part.subject):
        return False  # a heading; "Updated on Friday"
    if not is_finite(head) and not part.subject:
        return False
    if any(_is_unsaid(verb, span) for verb in (head, verb_of(span.root))):
        return False
    return not tells_in_general(head) and not any(child.lower_ in OFTEN for child in head.children)


def _is_unsaid(verb: Token, time: Tokens) -> bool:
    """Whether a verb tells what did not happen, or what is denied, doubted or asked. What did not happen until a time
    happened then."""
    if is_negated(verb) and preposition_of(time) not in ENDING:
        return True
    above = verb.head
    return is_supposed(verb) or (verb.dep_ == "ccomp" and (above.lemma_ in UNTRUE or is_negated(above)))


UNTRUE = frozenset({"deny", "doubt", "dispute", "reject", "refute"})
"""Verbs by which what follows is not said to be so (VerbNet 29.5, 37.7)."""
