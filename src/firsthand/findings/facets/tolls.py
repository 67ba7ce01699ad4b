"""Tolls: how many an event killed, and how many it hurt. Accounts tell them in the most different words ("killing 10
and injuring 80", "50 were injured"), so the verb of harm and the event decide, and not the sentence as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ...model import Bound, Quantity
from ...text.clauses import modified
from ...text.places import within
from ..slots import Filler, apart, of_other_days

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KILLING = frozenset({
    "kill", "murder", "slay", "slaughter", "massacre", "execute", "assassinate", "die", "perish", "drown",
})  # fmt: skip
DYING = frozenset({"die", "perish", "drown"})
HURTING = frozenset({"injure", "hurt", "wound", "maim", "poison"})
"""Verbs of killing and dying, and of harm (VerbNet 42.1, 42.2, 48.2; 40.8.3)."""
AFTER = re.compile(
    r"\W{0,2}(?:(?:people|persons?|others?|more|were|was|are|is|have|has|had|been|being|also|reported|confirmed|left"
    r"|feared|seriously|critically|slightly|badly)[ ]){0,4}(?P<harm>dead|killed|died|injured|wounded|hurt)\b",
    re.IGNORECASE,
)
TOLL_BEFORE = re.compile(r"\b(?:death )?toll\b[^.;,]{0,60}\b(?:to|at|of|was|is) $", re.IGNORECASE)
HARMED = re.compile(r"(?:dead|killed|died|injured|wounded|hurt)", re.IGNORECASE)
LOOK_BACK = 90
"""Characters before an amount in which "the death toll … to" is looked for."""
PEOPLE = frozenset({None, "people", "person", "victim", "individual", "human", "other"})
"""What says no more of those counted than that they are people."""


def harm_of(text: str, token: Token, quantity: Quantity) -> str | None:
    """ "kill" or "injure", where an amount counts whom something killed or hurt: by the words beside it ("50 injured",
    "a death toll of 12"), else as object of a verb of harm, or as subject where that is passive or one of dying."""
    counted = quantity.counted or ""
    if HARMED.fullmatch(counted):
        return _kind(counted)
    behind = quantity.end + (len(counted) + 1 if counted and text.startswith(counted, quantity.end + 1) else 0)
    after = AFTER.match(text, behind)
    if after:
        return _kind(after["harm"])
    if not counted and TOLL_BEFORE.search(text[max(0, quantity.start - LOOK_BACK) : quantity.start]):
        return "kill"
    noun = modified(token)
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "NUM", "PROPN"):
        noun = noun.head
    verb = noun.head.lemma_.lower()
    if noun.dep_ in ("nsubj", "nsubjpass") and _after_harm(noun.head):
        return "injure"
    if noun.dep_ not in ("dobj", "nsubjpass", "nsubj") or (noun.dep_ == "nsubj" and verb not in DYING):
        return None
    return "kill" if verb in KILLING else "injure" if verb in HURTING else None


def one_more(text: str, doc: Doc) -> Iterator[Quantity]:
    """What "another" counts, where that is somebody killed or hurt: "two were killed and another wounded" is one
    wounded. A figure behind it ("another two") counts for itself."""
    for token in doc:
        noun = token.head if token.dep_ == "det" else token
        if token.lower_ != "another" or any(word.like_num for word in doc[token.i + 1 : noun.i + 1]):
            continue
        one = Quantity(
            start=token.idx, end=token.idx + len(token), text=token.text, amount=Decimal(1), high=None, unit=None,
            bound=Bound.EXACT, of=None, counted=noun.text if noun.i != token.i else None, role="count",
        )  # fmt: skip
        if harm_of(text, noun, one):
            yield one


def _after_harm(verb: Token) -> bool:
    """Whether what a verb tells comes of an injury to its subject: "were treated after being hurt"."""
    events = [child for child in verb.children if child.dep_ == "advcl"]
    events += [
        event for child in verb.children if child.lower_ == "after" for event in child.children if event.dep_ == "pcomp"
    ]
    return any(
        event.lemma_.lower() in HURTING
        and event.tag_ == "VBN"
        and not any(t.dep_ == "nsubjpass" for t in event.children)
        for event in events
    )


def _kind(word: str) -> str:
    return "kill" if word.lower() in ("dead", "killed", "died") else "injure"


def of_one_toll(left: Filler[Quantity], right: Filler[Quantity], heads: Sequence[str | None]) -> bool:
    """Whether two amounts tell how many one event killed, or how many it hurt; `heads` are the nouns they count.

    Neither is a part ("15 of them"), and nothing says that they are of other days, other places or other people, or of
    an event of another strength.
    """
    if not left.harm or left.harm != right.harm or left.span.article == right.span.article:
        return False
    if left.part or right.part or (heads[0] != heads[1] and not PEOPLE & set(heads)):
        return False
    if apart(left, right) or of_other_days(left, right, of_events=True) or _of_other_weekdays(left, right):
        return False
    if _of_other_places(left, right) or _given_too(left, right) or _given_too(right, left):
        return False
    return not (left.strengths and right.strengths) or any(
        of_one_quake(mine, theirs) for mine in left.strengths for theirs in right.strengths
    )


def of_one_quake(left: Quantity, right: Quantity) -> bool:
    """Whether two magnitudes can be of one earthquake, told by several observatories: these lie within a few tenths of
    each other, and aftershocks are weaker by one (Båth's law: 1.2 on average)."""
    return abs(left.amount - right.amount) < 1


def _given_too(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether the right one's account gives the left figure too: what it has besides is of something else."""
    return any(abs(other.amount - left.value.amount) <= ALIKE * left.value.amount for other in right.tolls)


ALIKE = Decimal("0.1")


def _of_other_places(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether both sentences name places, and every place of the one is known to lie outside those of the other."""
    return (
        bool(left.places and right.places)
        and all(
            within(mine, theirs) is False and within(theirs, mine) is False
            for mine in left.places
            for theirs in right.places
            if mine != theirs
        )
        and not left.places & right.places
    )


def _of_other_weekdays(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether the sentences name days, and none in common."""
    if left.weekdays and right.weekdays and not left.weekdays & right.weekdays:
        return True
    return bool(left.when and right.when) and all(a[1] < b[0] or b[1] < a[0] for a in left.when for b in right.when)
