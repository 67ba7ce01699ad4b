"""A sentence cut into the units an editor would check: clauses with a subject and a verb of their own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from firsthand.text.parts import FINITE, SUBJECTS
from firsthand.text.sources import Piece

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

SHORTEST = 3
"""Words of the shortest unit: "He was charged"."""
DEEPEST = 60
"""Clauses cut out of one sentence: bounds the work on a hostile one."""


def units_of(sentence: Sentence) -> list[Piece]:
    """The units, in order; together they hold every word of the sentence but conjunctions between clauses."""
    tokens = list(sentence)
    cuts = sorted({sentence.start, *_clause_starts(sentence), sentence.end})
    units: list[tuple[int, int]] = []
    for first, last in pairwise(cuts):
        run = tokens[first - sentence.start : last - sentence.start]
        if units and not (_words(run) >= SHORTEST and _has_finite_verb(run)):
            units[-1] = (units[-1][0], last)
        else:
            units.append((first, last))
    if len(units) > 1:
        opening = tokens[: units[0][1] - sentence.start]
        if not (_words(opening) >= SHORTEST and _has_finite_verb(opening)):
            units[:2] = [(units[0][0], units[1][1])]
    return [
        piece for first, last in units if (piece := trimmed(tokens[first - sentence.start : last - sentence.start]))
    ]


def _clause_starts(sentence: Sentence) -> Iterator[int]:
    cut = 0
    for token in sentence:
        if cut < DEEPEST and _opens_clause(token):
            cut += 1
            start = token.left_edge.i
            yield start
            if token.right_edge.i + 1 < sentence.end and token.dep_ == "advcl":
                yield token.right_edge.i + 1


def _opens_clause(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX") or not any(child.dep_ in SUBJECTS for child in token.children):
        return False
    if token.dep_ == "conj":
        return token.head.pos_ in ("VERB", "AUX") and token.head.dep_ not in ("relcl", "acl")
    if token.dep_ == "advcl":
        marks = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")}
        return bool(marks) and "if" not in marks and "unless" not in marks and "whether" not in marks
    return token.dep_ == "parataxis"


def _has_finite_verb(tokens: list[Token]) -> bool:
    return any(t.tag_ in FINITE for t in tokens)


def _words(tokens: list[Token]) -> int:
    return sum(not (t.is_punct or t.is_space) for t in tokens)


def trimmed(tokens: list[Token]) -> Piece | None:
    """The stretch of a run of words without conjunctions, commas and blanks at its ends."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].is_space or tokens[first].dep_ == "cc" or tokens[first].text in ",;:-–—"):
        first += 1
    while last > first and (
        tokens[last - 1].is_space or tokens[last - 1].dep_ == "cc" or tokens[last - 1].text in ",;:-–—"
    ):
        last -= 1
    if first == last:
        return None
    return tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1])
