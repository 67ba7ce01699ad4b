"""Quoted fragments: a word or two in quotation marks, said of another thing than in the source's full words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Source, Span, Stance
from ...text.names import NameRelation, compare_names
from ..agreement import Difference
from ..material import Material, Said, named

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 3  # words of a fragment; longer quotations are compared word by word
ALIKE = 0.55  # cosine of two nouns in place that can name one thing ("meeting", "dialogue")
WEIGHT = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Use:
    """A word, the noun it is said of, and the statement both stand in."""

    said: Said
    word: Token
    noun: Token


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each quoted word that the source's own longer words say of something else."""
    for one in material.said:
        for span in one.statement.quoted:
            use = _fragment(material, one, span)
            if use is None:
                continue
            elsewhere = list(_elsewhere(material, use))
            if elsewhere and not any(_one_noun(material, use, other) for other in elsewhere):
                yield _difference(material, use, span, elsewhere)


def _fragment(material: Material, one: Said, span: Span) -> Use | None:
    """The one content word of a short quotation, with the noun it is said of."""
    doc = material.readings[span.article].doc
    inside = doc.char_span(span.start, span.end, alignment_mode="expand")
    words = [token for token in inside if token.is_alpha] if inside is not None else []
    content = [token for token in words if not token.is_stop]
    if len(content) != 1 or len(words) > LONGEST or content[0].pos_ != "ADJ" or one.statement.source is None:
        return None
    noun = said_of(content[0])
    return Use(one, content[0], noun) if noun is not None else None


def said_of(word: Token) -> Token | None:
    """The noun that an adjective is said of: the one it stands before, or the object or subject of its verb."""
    if word.dep_ == "amod" and word.head.pos_ in ("NOUN", "PROPN"):
        return word.head
    for child in word.children:
        if child.dep_ in ("nsubj", "nsubjpass", "npadvmod") and child.pos_ in ("NOUN", "PROPN"):
            return child
    above = word.head
    while above.pos_ not in ("VERB", "AUX") and above.head.i != above.i:
        above = above.head
    for role in ("dobj", "nsubjpass", "nsubj"):
        for child in above.children:
            if child.dep_ == role and child.pos_ in ("NOUN", "PROPN"):
                return child
    return None


def _elsewhere(material: Material, use: Use) -> Iterator[Use]:
    """The same word in longer words of the same source, in other accounts."""
    for other in material.said:
        statement = other.statement
        if statement.span.article == use.said.statement.span.article or statement.stance is not Stance.REPORTS:
            continue
        if not _one_source(statement.source, use.said.statement.source):
            continue
        doc = material.readings[statement.span.article].doc
        inside = doc.char_span(statement.span.start, statement.span.end, alignment_mode="expand")
        for token in inside if inside is not None else ():
            said = not statement.quote.startswith("to ") or any(
                span.start <= token.idx < span.end for span in statement.quoted
            )  # "issued an update | to plug a critical hole" is the account's word
            if said and token.lemma_.lower() == use.word.lemma_.lower() and (noun := said_of(token)) is not None:
                yield Use(other, token, noun)


def _one_source(left: Source | None, right: Source | None) -> bool:
    if left is None or right is None:
        return False
    return compare_names(left.name, right.name).relation is not NameRelation.DIFFERENT


def _one_noun(material: Material, left: Use, right: Use) -> bool:
    if left.noun.lemma_.lower() == right.noun.lemma_.lower() or _next_word(left) == _next_word(right) is not None:
        return True
    first, second = (material.state(use.said.statement.span.article, use.noun.idx) for use in (left, right))
    return first is not None and second is not None and float(first @ second) >= ALIKE


def _next_word(use: Use) -> str | None:
    """The word right after the quoted one, quotation marks apart: before one word, both are said of one thing, however
    the rest was parsed."""
    after = (token for token in use.word.doc[use.word.i + 1 : use.word.i + 1 + MARKS] if token.is_alpha)
    word = next(after, None)
    return word.lower_ if word is not None and word.pos_ in ("NOUN", "PROPN") else None


MARKS = 3  # tokens after a quoted word in which the next word is looked for


def _difference(material: Material, use: Use, span: Span, elsewhere: list[Use]) -> Difference:
    first = list({other.said.index: other for other in elsewhere}.values())
    whose = named(use.said.statement.source)
    return Difference(
        kind=FindingKind.QUOTE,
        severity=Severity.MAJOR,
        why=(
            f"{material.publisher(span.article)} has {whose} say “{use.word.text}” of the {use.noun.text}; "
            f"in the words that others quote it is said of {first[0].noun.text}."
        ),
        sides=(
            Side(
                span=use.said.statement.span,
                quote=use.said.statement.quote,
                value=f"“{use.word.text}” of {use.noun.text}",
                focus=span,
            ),
            *(
                Side(
                    span=other.said.statement.span,
                    quote=other.said.statement.quote,
                    value=f"“{other.word.text}” of {other.noun.text}",
                    focus=Span(other.said.statement.span.article, other.word.idx, other.word.idx + len(other.word)),
                )
                for other in first
            ),
        ),
        claims=tuple(dict.fromkeys([use.said.claim, *(other.said.claim for other in first)])),
        weight=WEIGHT,
    )
