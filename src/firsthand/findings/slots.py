"""Values that fill the same slot: 5.5 billion and 5.43 billion of the same deal, in two accounts.

Each value is taken with what it stands in; two values are in one slot if what they stand in is alike and they are of
one kind. Slots are the groups that come of it, over all accounts: one slot, one finding at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..model import Side, Span
from ..text.clauses import clause_around, governor
from ..text.grouping import average_link
from ..text.phrases import Phrase, around
from .material import Material, Said

V = TypeVar("V")
LONGEST = 220  # characters of a side; longer statements are cut down to the clause around the value
NEAREST = 30  # values that one is laid beside: bounds the work, and lies well beyond the sixth, the furthest that met


@dataclass(frozen=True, slots=True, eq=False)
class Filler(Generic[V]):
    """One value in one account: the value, where it stands, what it stands in, and the statement that holds it."""

    value: V
    span: Span
    sentence: Span
    surroundings: Phrase
    governor: str
    """Lemma of the verb that the value depends on, or empty."""
    names: frozenset[str]
    """Lemmas of the proper nouns of its clause."""
    said: Said | None


def filler(material: Material, article: str, start: int, end: int, value: V) -> Filler[V]:
    """A value of an article with its surroundings."""
    reading = material.readings[article]
    own = reading.doc.char_span(start, end, alignment_mode="expand")
    sentence = Span(article, own.sent.start_char, own.sent.end_char) if own is not None else Span(article, start, end)
    first, last = clause_around(reading.doc, start, end)
    return Filler(
        value=value,
        span=Span(article, start, end),
        sentence=sentence,
        surroundings=around(reading, start, end, material.body),
        governor=governor(own.root) if own is not None else "",
        names=frozenset(
            word.lemma
            for word in reading.words
            if word.pos == "PROPN" and first <= word.start < last and not start <= word.start < end
        ),
        said=material.at(article, start, end),
    )


def slots(
    fillers: Sequence[Filler[V]], fits: Callable[[Filler[V], Filler[V]], float], least: float
) -> list[list[Filler[V]]]:
    """Groups of values in one slot. `fits` gives the likelihood, 0..1, that two values fill one slot.

    A sentence gives a slot one value: of the values of one sentence, only the one that fits best is laid beside a value
    elsewhere, and it must be best for that one too.
    """
    likely = {(i, j): value for i, j in _candidates(fillers) if (value := fits(fillers[i], fillers[j])) > 0}
    best: dict[tuple[int, Span], float] = {}
    for (i, j), value in likely.items():
        for own, other in ((i, j), (j, i)):
            key = (own, fillers[other].sentence)
            best[key] = max(best.get(key, 0.0), value)
    mutual = {
        (i, j): value
        for (i, j), value in likely.items()
        if value >= best[i, fillers[j].sentence] and value >= best[j, fillers[i].sentence]
    }
    return [[fillers[i] for i in group] for group in average_link(len(fillers), mutual, least) if len(group) > 1]


def _candidates(fillers: Sequence[Filler[V]]) -> list[tuple[int, int]]:
    """Pairs of values in different sentences whose surroundings are among each other's nearest."""
    import numpy as np

    if not fillers:
        return []
    vectors = np.stack([one.surroundings.vector for one in fillers])
    pairs: set[tuple[int, int]] = set()
    for i, own in enumerate(fillers):
        cosines = (vectors @ vectors[i]).round(5)
        order = np.lexsort((np.arange(len(cosines)), -cosines))
        near = [int(j) for j in order if fillers[int(j)].sentence != own.sentence][:NEAREST]
        pairs.update((min(i, j), max(i, j)) for j in near)
    return sorted(pairs)


def side(material: Material, one: Filler[V], value: str) -> Side:
    """A value as a side of a finding: the statement that holds it, the value in focus."""
    statement = one.said.statement.span if one.said else None
    if statement is None or not (statement.start <= one.span.start and one.span.end <= statement.end):
        statement = None
    if statement is None or statement.end - statement.start > LONGEST:
        start, end = clause_around(material.readings[one.span.article].doc, one.span.start, one.span.end)
        statement = Span(one.span.article, min(start, one.span.start), max(end, one.span.end))
    return Side(span=statement, quote=material.words(statement), value=value, focus=one.span)


def claims_of(group: Sequence[Filler[V]]) -> tuple[str, ...]:
    """The claims that the values of a slot speak to, without repetition."""
    return tuple(dict.fromkeys(one.said.claim for one in group if one.said))
