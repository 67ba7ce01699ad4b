"""Contradictions made by giving one thing the place of another of its kind: a name, a number, a day, of the same text.

Only what spaCy reads as of one kind changes places, so that a wrong sentence reads as well as a right one, and the
model cannot tell them by their form.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from spacy.tokens import Doc, Span

KINDS = {
    "PERSON": "person", "ORG": "body", "NORP": "people", "GPE": "place", "LOC": "place", "FAC": "place",
    "CARDINAL": "number", "MONEY": "money", "PERCENT": "percent", "QUANTITY": "quantity", "ORDINAL": "ordinal",
    "EVENT": "event", "WORK_OF_ART": "work", "PRODUCT": "product",
}  # fmt: skip
LONGEST_NAME = 6


def recombined(premise: Doc, told: Doc, rng: random.Random) -> str | None:
    """What follows from the premise, with a thing replaced by another of its kind that stands in the premise."""
    here = {word for entity in told.ents for word in _words(entity)}
    there = {word for entity in premise.ents for word in _words(entity)}
    ways = [
        (own, other)
        for own in _things(told)
        if _words(own) & there
        for other in _things(premise)
        if _kind(own) == _kind(other) and not _words(other) & here
    ]
    if not ways:
        return None
    own, other = rng.choice(ways)
    return told.text[: own.start_char] + _form(other, own) + told.text[own.end_char :]


def exchanged(told: Doc, rng: random.Random) -> str | None:
    """Two things of one kind exchanged, unless a mere list holds them together ("France and Spain")."""
    things = list(_things(told))
    ways = [
        (one, other)
        for n, one in enumerate(things)
        for other in things[n + 1 :]
        if _kind(one) == _kind(other)
        and not _words(one) & _words(other)
        and one.root not in other.root.ancestors
        and not {"conj", "appos"} & {one.root.dep_, other.root.dep_}
        and any(t.pos_ in ("VERB", "AUX") for t in told[one.end : other.start])
    ]
    if not ways:
        return None
    one, other = rng.choice(ways)
    text = told.text
    between = text[one.end_char : other.start_char]
    return text[: one.start_char] + _form(other, one) + between + _form(one, other) + text[other.end_char :]


def _things(doc: Doc) -> Iterator[Span]:
    for entity in doc.ents:
        kind = KINDS.get(entity.label_) or (_date(entity) if entity.label_ == "DATE" else None)
        upper = entity.label_ not in ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC") or entity.text[:1].isupper()
        if kind and upper and len(entity) <= LONGEST_NAME and len(entity.text) > 1:
            yield entity


def _kind(entity: Span) -> str | None:
    return KINDS.get(entity.label_) or _date(entity)


def _date(entity: Span) -> str | None:
    """Dates of one form only: a year, a weekday, a day of a month."""
    shape = " ".join(token.shape_ if token.shape_[:1] == "d" else "X" for token in entity)
    return f"date {shape}" if len(entity) <= LONGEST_NAME else None


def _words(entity: Span) -> frozenset[str]:
    return frozenset(token.lower_ for token in entity if token.is_alpha or token.is_digit or token.like_num)


def _form(thing: Span, place: Span) -> str:
    """Its words without article or genitive, with those of the place that it takes."""
    words = thing.text
    first = thing[0].lower_
    if first in ("the", "a", "an"):
        words = words[len(thing[0].text_with_ws) :]
    if thing[-1].tag_ == "POS":
        words = words[: -len(thing[-1].text)].rstrip()
    if place[0].lower_ in ("the", "a", "an"):
        words = f"{place[0].text_with_ws}{words}"
    if place[-1].tag_ == "POS":
        words += place[-1].text
    return words
