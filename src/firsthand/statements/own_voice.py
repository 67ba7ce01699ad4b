"""What an article says in its own voice: every unit of every sentence, less what it attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.model.statements import Stance, Statement

from .attributed import by_sentence
from .attributions import Attribution, Piece
from .reading import FINITE, Reading
from .stance import DOUBTING, own_stance
from .units import units_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

SHORTEST_REST = 4
"""Words that must be left of a unit beside what is attributed in it, for the rest to be a statement of its own."""
SHORTEST_VERBLESS = 6
"""Words of the shortest sentence without a verb that is kept: headlines and lists have facts, labels have none."""
CLAUSES = frozenset({"ROOT", "conj", "relcl", "acl", "advcl", "ccomp", "parataxis"})


def own_statements(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Statement]:
    """One statement a unit that no source is cited for.

    "Singh refused to sign" cites Singh for a fragment, "to sign", which says nothing alone: the whole unit is a
    statement of the article's own, too.
    """
    covered = _covered(reading, attributions)
    found: list[Statement] = []
    for sentence in reading.sentences:
        if sentence.text.rstrip().endswith("?"):
            continue
        here = [p for p in covered if p[0] < sentence.end_char and sentence.start_char < p[1]]
        for unit in units_of(sentence):
            rest = _rest(sentence, unit, here)
            if rest is not None:
                found.extend(_statements_in(reading, rest))
    return found


def _covered(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Piece]:
    """What is attributed, and the words that attribute it, where the content says something by itself."""
    telling = [a for a in attributions if reading.is_clause(a.content) or any(reading.is_quoted(p) for p in a.content)]
    contents = [(s[0][0], s[-1][1]) for a in telling for s in by_sentence(reading, a.content)]
    return sorted([*contents, *(a.cue for a in telling if a.cue is not None)])


def _rest(sentence: Sentence, unit: Piece, covered: list[Piece]) -> Piece | None:
    """The part of a unit that says something beside what is attributed in it."""
    tokens = [t for t in sentence if unit[0] <= t.idx < unit[1] and not t.is_space]
    free = [t for t in tokens if not any(a <= t.idx < b for a, b in covered)]
    words = [t for t in free if not t.is_punct]
    if len(free) == len(tokens):
        verbal = any(t.pos_ in ("VERB", "AUX") for t in words)
        return unit if words and (verbal or len(words) >= SHORTEST_VERBLESS) else None
    if len(words) < SHORTEST_REST or not any(t.tag_ in FINITE for t in words):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _statements_in(reading: Reading, piece: Piece) -> Iterator[Statement]:
    """The unit as a statement; a clause inside it that alone is hedged ("a man who was supposedly ill …") apart."""
    words = reading.text[piece[0] : piece[1]]
    stance, why = own_stance(words)
    if stance is Stance.DOUBTS and (inner := _hedged_inside(reading, piece)) is not None:
        yield reading.statement((inner,), (stance, why))
        stance, why = Stance.ASSERTS, ""
    yield reading.statement((piece,), (stance, why))


def _hedged_inside(reading: Reading, piece: Piece) -> Piece | None:
    """The relative clause that holds the words of doubt, if one does."""
    match = DOUBTING.search(reading.text, *piece)
    token = next((t for t in reading.tokens_within(piece) if match and t.idx >= match.start()), None)
    if token is None:
        return None
    head: Token = token
    while head.dep_ not in CLAUSES and head.head.i != head.i:
        head = head.head
    if head.dep_ not in ("relcl", "acl"):
        return None
    start, end = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
    inner = max(start, piece[0]), min(end, piece[1])
    return inner if inner[0] < inner[1] and inner != piece else None
