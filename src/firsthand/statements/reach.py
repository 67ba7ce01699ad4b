"""How far the pronouns of an article reach, by its quotations and what it attributes."""

from __future__ import annotations

from collections.abc import Iterable

from firsthand.text.sources import Piece, Reach

from .attributions import Attribution
from .chains import TELLING
from .reading import Reading


def reach_of(reading: Reading, attributions: Iterable[Attribution]) -> Reach:
    """The reach of the pronouns of a text, by its quotations and its attributions."""
    said: dict[Piece, list[Piece]] = {}
    tellers: set[Piece] = set()
    for attribution in attributions:
        if attribution.source is not None:
            said.setdefault(attribution.source, []).extend(attribution.content)
            if attribution.cue and any(t.lemma_ in TELLING for t in reading.tokens_within(attribution.cue)):
                tellers.add(attribution.source)
    speakers = sorted((piece, source) for source, pieces in said.items() for piece in pieces)
    return Reach(reading.quotes, said, speakers, frozenset(tellers))
