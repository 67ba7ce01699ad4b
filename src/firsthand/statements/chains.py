"""Chains of sources: in "PTI reported that the minister urged …" the minister is cited by way of PTI."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.text.parts import SUBJECTS
from firsthand.text.sources import Piece

from .attributions import Attribution
from .reading import Reading, piece_of

if TYPE_CHECKING:
    from spacy.tokens import Token

TELLING = frozenset(
    {
        *("add", "announce", "claim", "disclose", "explain", "note", "quote", "relate", "report", "reveal"),
        *("say", "state", "tell", "testify", "write"),
    }
)
"""Verbs by which one source passes on what another says: those of communication that do nothing but tell."""

CLIMB = 40
"""Steps up a sentence in search of who passes something on: bounds the work on a hostile one."""
FARTHEST = 40
"""Words behind a verb of telling in which "as saying" is looked for."""


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
    for _ in range(CLIMB):
        if token is None or token.head.i == token.i:
            break
        teller = token.head.head if token.dep_ == "pcomp" and token.head.lower_ == "as" else token.head
        if (token.dep_ == "ccomp" or teller.i != token.head.i) and teller.lemma_ in TELLING:
            subject = next((child for child in teller.children if child.dep_ in SUBJECTS), None)
            if subject is not None and piece_of(subject) != own:
                chain.append(piece_of(subject))
        token = token.head
    return tuple(reversed(chain))


def inner_attributions(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """Attributions that are themselves what a source tells: "the Courier reported that the governor said …"."""
    cues = {a.cue for a in attributions}
    found = []
    for outer in attributions:
        if outer.cue is None or not any(t.lemma_ in TELLING for t in reading.tokens_within(outer.cue)):
            continue
        for verb in (t for piece in outer.content for t in reading.tokens_within(piece)):
            if verb.dep_ != "ccomp" or verb.lemma_ not in TELLING or not outer.cue[0] <= verb.head.idx < outer.cue[1]:
                continue
            subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
            told = next((t for t in verb.children if t.dep_ == "ccomp"), None)
            cue = verb.idx, verb.idx + len(verb)
            if subject is not None and told is not None and cue not in cues:
                found.append(Attribution(source=piece_of(subject), cue=cue, content=(piece_of(told),)))
    return [*found, *_quoted_as_saying(reading, attributions, cues)]


def _quoted_as_saying(
    reading: Reading, attributions: tuple[Attribution, ...], cues: set[Piece | None]
) -> Iterator[Attribution]:
    """Who is cited in "the radio quoted the governor as saying …"."""
    verbs = {t.i: t for a in attributions if a.cue is not None for t in reading.tokens_within(a.cue)}
    for verb in verbs.values():
        cited = next((t for t in verb.children if t.dep_ in ("dobj", "nsubjpass")), None)
        behind = verb.doc[verb.i + 1 : verb.i + FARTHEST]
        saying = [t for t in behind if t.dep_ == "pcomp" and t.head.lower_ == "as" and t.lemma_ in TELLING]
        if verb.lemma_ not in TELLING or cited is None or not saying:
            continue
        told = next((t for t in saying[0].children if t.dep_ == "ccomp"), None)
        cue = saying[0].head.idx, saying[0].idx + len(saying[0])
        if told is not None and cue not in cues:
            source = cited.left_edge.idx, min(piece_of(cited)[1], cue[0] - 1)
            yield Attribution(source=source, cue=cue, content=((piece_of(told)),))
