"""Hedges: a deed that one account keeps away from ("allegedly fired at the guards") and another tells as plain fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Span, Stance
from ...text.actors import actors_of, other_actors, who_acts
from ..agreement import Difference
from ..material import Material, Said
from ..slots import LIGHT
from .own_words import own_words
from .putting import MANNER, says
from .statuses import Status, by_nobody, status_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HEDGES = frozenset({"allegedly", "purportedly", "supposedly", "reputedly"})
"""Adverbs by which an account leaves open whether a thing was done (evidentials; "reportedly" names a source, however
vaguely)."""
SAME_POINT = 0.5  # likelihood of one point; what is alleged is told in longer words than the bare deed
SHARED = 2  # nouns at one verb that make two clauses one deed, however the rest is told
WEIGHT = 0.5


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each statement of which a deed is alleged, where other accounts tell that deed as fact."""
    shown: set[int] = set()
    for one in material.said:
        plain: dict[int, Side] = {}
        alleged: list[Token] = []
        for verb in _hedged(material, one):
            told = list(_told_plainly(material, one, verb))
            alleged.extend([verb] if told else [])
            for other, deed in told:
                plain.setdefault(other.index, _side(other, deed, "in the article's own voice"))
        if alleged and not plain.keys() & shown:
            shown |= plain.keys()
            others = [material.said[index] for index in plain]
            yield _difference(material, one, others, (_side(one, alleged[0], "alleged"), *plain.values()))


def _hedged(material: Material, one: Said) -> Iterator[Token]:
    """The verbs of a statement that a hedge belongs to, with those joined to them."""
    for verb in _verbs(material, one):
        above = verb
        while above.dep_ == "conj" and above.head.pos_ == "VERB":
            above = above.head
        if any(child.lower_ in HEDGES for token in {verb, above} for child in token.children):
            yield verb


def _verbs(material: Material, one: Said) -> list[Token]:
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="expand")
    return [token for token in inside if token.pos_ == "VERB" and token.lemma_ not in LIGHT] if inside else []


def _told_plainly(material: Material, hedged: Said, verb: Token) -> Iterator[tuple[Said, Token]]:
    """The same deed in the own voice of other accounts, once each. A passive that leaves open who did it ("was hit")
    lays it to nobody."""
    seen: set[str] = set()
    for one in material.said:
        article = one.statement.span.article
        if article == hedged.statement.span.article or article in seen or one.statement.stance is not Stance.ASSERTS:
            continue
        if says(material, one, MANNER) or not own_words(material, one):
            continue
        related = material.related(hedged, one) >= SAME_POINT
        for other in _verbs(material, one):
            if (
                other.lemma_ == verb.lemma_
                and (related or len(_nouns(verb) & _nouns(other)) >= SHARED)
                and status_of(other) is Status.DONE
                and not by_nobody(other)
                and not other_actors(actors_of(verb), actors_of(other))
            ):
                seen.add(article)
                yield one, other
                break


def _nouns(verb: Token) -> frozenset[str]:
    """Lemmas of the nouns that a verb is said of, does something to, or has behind a preposition."""
    own = [child for child in verb.children if child.dep_ == "dobj"]
    own += [noun for child in verb.children if child.dep_ == "prep" for noun in child.children]
    subject = who_acts(verb)
    return frozenset(noun.lemma_.lower() for noun in (*own, subject) if noun and noun.pos_ in ("NOUN", "PROPN"))


def _side(one: Said, verb: Token, value: str) -> Side:
    return Side(
        span=one.statement.span,
        quote=one.statement.quote,
        value=value,
        focus=Span(one.statement.span.article, verb.idx, verb.idx + len(verb)),
    )


def _difference(material: Material, hedged: Said, plain: Sequence[Said], sides: tuple[Side, ...]) -> Difference:
    outlets = ", ".join(dict.fromkeys(material.publisher(one.statement.span.article) for one in plain[:3]))
    first = material.publisher(hedged.statement.span.article)
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MAJOR,
        why=f"What is alleged in {first} stands as plain fact in {outlets}.",
        sides=sides,
        claims=tuple(dict.fromkeys(one.claim for one in (hedged, *plain))),
        weight=WEIGHT,
    )
