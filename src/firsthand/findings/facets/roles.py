"""Roles: who did something to whom, told the other way round: "the union sued the bank", "the bank sued the union"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Span, Stance
from ..agreement import Difference
from ..material import Material, Said
from ..slots import LIGHT
from .statuses import Status, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME_POINT = 0.4  # likelihood of one point, as for a deed done in one account and not in another
WEIGHT = 0.65
BOTH_WAYS = frozenset({
    "accompany", "battle", "beat", "call", "confront", "contact", "date", "embrace", "engage", "face", "fight",
    "follow", "hug", "join", "kiss", "know", "love", "marry", "meet", "play", "resemble", "see", "tell", "visit",
})  # fmt: skip
"""Verbs of which both directions can hold at once (VerbNet 36, meet, marry and correspond), or that of a series of
encounters hold in turn."""


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each deed of which two accounts turn round who did it and who suffered it."""
    told: set[tuple[str, frozenset[str]]] = set()
    for (i, j), related in material.pairs.items():
        left, right = material.said[i], material.said[j]
        if related < SAME_POINT or left.statement.span.article == right.statement.span.article:
            continue
        for verb in _deeds(material, left):
            for other in _deeds(material, right):
                key = (verb.lemma_, _doers(verb) | _sufferers(verb))
                if key not in told and _turned(verb, other):
                    told.add(key)
                    yield _difference(((left, verb), (right, other)))


def _deeds(material: Material, one: Said) -> list[Token]:
    if one.statement.stance in (Stance.DENIES, Stance.DOUBTS):
        return []
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="contract")
    return [
        token
        for token in inside or ()
        if token.pos_ == "VERB" and token.lemma_ not in LIGHT | BOTH_WAYS and status_of(token) is Status.DONE
    ]


def _turned(left: Token, right: Token) -> bool:
    """Whether who does it in one clause suffers it in the other, and the other way round."""
    if left.lemma_ != right.lemma_:
        return False
    doers, sufferers = (_doers(left), _doers(right)), (_sufferers(left), _sufferers(right))
    return bool(doers[0] & sufferers[1] and doers[1] & sufferers[0]) and not doers[0] & doers[1]


def _doers(verb: Token) -> frozenset[str]:
    return _words(
        [child for child in verb.children if child.dep_ == "nsubj"]
        + [noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"]
    )


def _sufferers(verb: Token) -> frozenset[str]:
    return _words([child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")])


def _words(nouns: Sequence[Token]) -> frozenset[str]:
    return frozenset(noun.lemma_.lower() for noun in nouns if noun.pos_ in ("NOUN", "PROPN"))


def _difference(pair: Sequence[tuple[Said, Token]]) -> Difference:
    sides = tuple(
        Side(
            span=one.statement.span,
            quote=one.statement.quote,
            value=f"by {', '.join(sorted(_doers(verb)))}",
            focus=Span(one.statement.span.article, verb.idx, verb.idx + len(verb)),
        )
        for one, verb in pair
    )
    return Difference(
        kind=FindingKind.STATUS,
        severity=Severity.MAJOR,
        why=f"The accounts turn round who did it and to whom: “{pair[0][1].text}” {sides[0].value} in one, "
        f"{sides[1].value} in another.",
        sides=sides,
        claims=tuple(dict.fromkeys(one.claim for one, _ in pair)),
        weight=WEIGHT,
    )
