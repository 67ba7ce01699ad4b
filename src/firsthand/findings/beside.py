"""What stands beside a value under its verb: whom the verb does something to, where it goes, as what it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..text.clauses import modified

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def verb_of(token: Token) -> Token:
    """The nearest verb at or above a token; the root of its sentence where there is none."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def patients_of(token: Token) -> frozenset[str]:
    """Lemmas of what the verb above a token does something to."""
    nouns = suffering_of(verb_of(token))
    return frozenset(noun.lemma_.lower() for noun in nouns if noun.pos_ in ("NOUN", "PROPN"))


def suffering_of(verb: Token) -> list[Token]:
    """What a verb does something to."""
    nouns = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return [*nouns, verb.head] if verb.dep_ == "acl" and verb.tag_ == "VBN" else nouns


def preposition_of(value: Tokens) -> str:
    """The preposition right before a value, or what it depends on as its object."""
    if value.root.dep_ == "pobj":
        return value.root.head.lower_
    before = value.doc[value.start - 1] if value.start > value.sent.start else None
    return before.lower_ if before is not None and before.pos_ in ("ADP", "SCONJ") else ""


def particles_of(token: Token) -> frozenset[str]:
    """The particles and prepositions of the verb above a token."""
    return frozenset(child.lower_ for child in verb_of(token).children if child.dep_ in ("prt", "prep", "advmod"))


def roles_of(token: Token) -> frozenset[str]:
    """Lemmas of the nouns behind an "as" of a token's noun, or of the verb above it."""
    return frozenset(
        noun.lemma_.lower()
        for head in (token, modified(token), verb_of(token))
        for child in head.children
        if child.dep_ == "prep" and child.lower_ == "as"
        for noun in child.children
        if noun.pos_ in ("NOUN", "PROPN")
    )


def goals_of(token: Token) -> frozenset[str]:
    """Lemmas of the proper nouns behind a "to" of the verb above a token, or of its "back to"."""
    verb = verb_of(token)
    return frozenset(
        noun.lemma_.lower()
        for child in (*verb.children, *(part for one in verb.children if one.dep_ == "advmod" for part in one.children))
        if child.dep_ == "prep" and child.lower_ in ("to", "into")
        for noun in child.children
        if noun.pos_ == "PROPN"
    )
