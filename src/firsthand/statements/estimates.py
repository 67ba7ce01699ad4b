"""Who puts a figure on something: "the Survey put the magnitude at 6.1", where the tagger passed over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.text.parts import SUBJECTS
from firsthand.text.sources import Piece

from .attributions import Attribution
from .reading import Reading, piece_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PUTTING = frozenset({"assess", "estimate", "peg", "put", "reckon", "value"})
"""Verbs that with "at" and a number say how much somebody takes something to be."""


def estimates_beside(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Attribution]:
    """Estimates whose verb stands in no source, cue or content of the attributions."""
    taken = sorted(p for a in attributions for p in (*a.content, a.source, a.cue) if p is not None)
    found = []
    for verb in (token for sentence in reading.sentences for token in sentence if token.lemma_ in PUTTING):
        start, end = verb.idx, verb.idx + len(verb)
        if verb.pos_ == "VERB" and not any(a < end and start < b for a, b in taken):
            estimate = _estimate(verb, (start, end))
            if estimate is not None:
                found.append(estimate)
    return found


def _estimate(verb: Token, cue: Piece) -> Attribution | None:
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS and t.dep_ != "nsubjpass" and t.i < verb.i), None)
    matter = [t for t in verb.children if t.dep_ == "dobj" and t.i > verb.i]
    at = next((t for head in (verb, *matter) for t in head.children if t.lower_ == "at" and t.i > verb.i), None)
    if subject is None or at is None or not any(t.like_num for t in at.subtree):
        return None
    content = min(t.left_edge.idx for t in (at, *matter)), piece_of(at)[1]
    return Attribution(source=piece_of(subject), cue=cue, content=(content,))
