"""Chains of sources: in "PTI reported that the minister urged …" the minister is cited by way of PTI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attributions import Attribution, Piece
from .reading import SUBJECTS, Reading, piece_of

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = frozenset(
    {
        *("add", "announce", "claim", "disclose", "explain", "note", "quote", "relate", "report", "reveal"),
        *("say", "state", "tell", "testify", "write"),
    }
)
"""Verbs by which one source passes on what another says: of the verbs of communication those that do nothing but
tell."""


def outer_sources(reading: Reading, attributions: tuple[Attribution, ...]) -> dict[Attribution, tuple[Piece, ...]]:
    """For each attribution inside another's clause, the sources above it, the outermost first."""
    chains = {}
    for attribution in attributions:
        if attribution.cue is not None and (chain := _above(reading, attribution.cue, attribution.source)):
            chains[attribution] = chain
    return chains


def _above(reading: Reading, cue: Piece, own: Piece | None) -> tuple[Piece, ...]:
    token: Token | None = next(
        (t for t in reading.tokens_within(cue) if t.pos_ in ("VERB", "AUX") and t.lower_ != "according"), None
    )
    chain: list[Piece] = []
    while token is not None and token.head.i != token.i:
        if token.dep_ == "ccomp" and token.head.lemma_ in TELLING:
            subject = next((child for child in token.head.children if child.dep_ in SUBJECTS), None)
            if subject is not None and piece_of(subject) != own:
                chain.append(piece_of(subject))
        token = token.head
    return tuple(reversed(chain))
