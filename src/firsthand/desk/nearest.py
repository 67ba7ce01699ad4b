"""Which claims of the store could speak of a sentence: by the rare words that they share, and by their sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from firsthand.store import claims as kept
from firsthand.store.searching import Wanted
from firsthand.store.tables.base import AnyRow
from firsthand.store.words import places_of, terms_of

from .vectors import from_bytes

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

BY_SENSE = 200
"""Claims taken by their sense alone, of all claims of the store."""
RARE, PAIRED, ALONE = 8, 4, 2
"""Of a sentence's words the rarest so many are looked at; each two of the first four together, and the first two each
alone. Names and numbers are what the sense is weakest at."""
BY_PAIRS, BY_WORD = 120, 40
"""Claims taken by all questions for two words, and by each for one: those that were written last."""
LEAST_WEIGHT = 1.5
"""Rarity below which a word finds nothing worth finding: the commonest 138 of the table's 40,000 forms."""
SHARED = 0.4
"""What shared words count beside the sense: the cosine alone puts a sentence on the same topic before one with the same
name and number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim that could speak of the sentence; the row has the claim's columns and `story_title`."""

    row: AnyRow
    cosine: float
    score: float


def nearest_claims(
    connection: Connection, sentence: str, embed: Callable[[Sequence[str]], Floats], most: int
) -> list[Candidate]:
    """The claims of the store that are nearest to a sentence, the nearest first."""
    from .sensing import senses_of

    names: set[str] = set()
    rare = [term for term, _ in rare_terms(sentence)]
    if len(rare) > 1:
        pairs = tuple(combinations(rare[:PAIRED], 2))
        for pair in pairs:
            names |= kept.claims_with(
                connection, Wanted(phrases=tuple((term,) for term in pair)), BY_PAIRS // len(pairs)
            )
    for term in rare[:ALONE]:
        names |= kept.claims_with(connection, Wanted(phrases=((term,),)), BY_WORD)
    vector = embed([sentence])[0]
    numbers = senses_of(connection.engine).nearest(connection, vector, BY_SENSE)
    rows = {row.number: row for row in kept.claims_in(connection, sorted(names))}
    rows |= {row.number: row for row in kept.numbered(connection, [one for one in numbers if one not in rows])}
    return ranked(sentence, list(rows.values()), vector)[:most]


def ranked(sentence: str, rows: Sequence[AnyRow], vector: Floats) -> list[Candidate]:
    """Claims by how near they are to a sentence: in sense, and in the weight of the words that both have."""
    rows = [row for row in rows if row.vector is not None]
    if not rows:
        return []
    cosines = from_bytes([row.vector for row in rows]) @ vector
    weights = dict(rare_terms(sentence))
    whole = sum(weights.values()) or 1.0
    found = [
        Candidate(
            row=row,
            cosine=float(cosine),
            score=float(cosine) + SHARED * sum(weights.get(term, 0.0) for term in set(terms_of(row.text))) / whole,
        )
        for row, cosine in zip(rows, cosines, strict=True)
    ]
    return sorted(found, key=lambda one: (-round(one.score, 6), one.row.story, one.row.id))


def rare_terms(text: str) -> list[tuple[str, float]]:
    """The terms of a text that tell it from others, the rarest first, each with its rarity."""
    from firsthand.stories.background import word

    weights: dict[str, float] = {}
    for term, start, end in places_of(text):
        rarity = word(text[start:end].lower()).weight
        if rarity >= LEAST_WEIGHT or term.isdigit():
            weights[term] = max(weights.get(term, 0.0), rarity)
    return sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:RARE]
