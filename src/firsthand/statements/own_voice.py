"""What an article says in its own voice: every unit of every sentence, less what it attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.model.statements import Stance, Statement
from firsthand.text.parts import FINITE, SUBJECTS
from firsthand.text.sources import Piece

from .attributions import Attribution
from .parts import parts_of
from .reading import Reading
from .stance import Read, doubt_at, own_stance
from .units import units_of
from .verdicts import Verdicts

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

SHORTEST_REST = 4
"""Words that must be left of a unit beside what is attributed in it, for the rest to be a statement of its own."""
SHORTEST_VERBLESS = 6
"""Words of the shortest sentence without a verb that is kept: headlines and lists have facts, labels have none."""
HOLDING = frozenset(
    {"think", "believe", "hope", "wish", "guess", "suppose", "feel", "reckon", "prefer", "want", "love"}
)
"""Verbs by which "I" or "we" give an opinion (closed list after Levin 1993, classes 29.4, 29.5, 31.2 and 32)."""
SCARE = 3
"""Words of the longest quotation that keeps a distance from a word and cites nobody."""
CLAUSES = frozenset({"ROOT", "conj", "relcl", "acl", "advcl", "ccomp", "parataxis"})


def own_statements(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Statement]:
    """One statement a unit that no source is cited for.

    "Singh refused to sign" cites Singh for a fragment, "to sign", which says nothing alone: the whole unit is a
    statement of the article's own, too.
    """
    covered = _covered(reading, attributions)
    found: list[Statement] = []
    for sentence in reading.sentences:
        if _asserts_nothing(sentence):
            continue
        here = [p for p in covered if p[0] < sentence.end_char and sentence.start_char < p[1]]
        for unit in units_of(sentence):
            rest = _rest(sentence, unit, here)
            if rest is not None:
                found.extend(_statements_in(reading, rest))
    return found


def _asserts_nothing(sentence: Sentence) -> bool:
    """A question, a call on the reader ("Click here …"), a line without a clause ("Reporting by …"), or what a writer
    says to hold ("I think …")."""
    if sentence.text.rstrip().endswith("?"):
        return True
    words = [t for t in sentence if not (t.is_punct or t.is_space or t.is_quote)]
    if not words:
        return False
    first, root = words[0], sentence.root
    subject = next((t for t in root.children if t.dep_ in SUBJECTS), None)
    calls = root.i == first.i and first.tag_ == "VB" and subject is None
    credits = first.tag_ == "VBG" and first.dep_ in CLAUSES and not any(t.tag_ in FINITE for t in words)
    holds = subject is not None and subject.lower_ in ("i", "we") and root.lemma_ in HOLDING
    return calls or credits or holds


def _covered(reading: Reading, attributions: tuple[Attribution, ...]) -> list[Piece]:
    """What is attributed, and the words that attribute it, where the content says something by itself."""
    telling = [a for a in attributions if reading.is_clause(a.content) or any(reading.is_quoted(p) for p in a.content)]
    contents = [(s[0][0], s[-1][1]) for a in telling for s in parts_of(reading, a.content)]
    return sorted([*contents, *(a.cue for a in telling if a.cue is not None)])


def _rest(sentence: Sentence, unit: Piece, covered: list[Piece]) -> Piece | None:
    """The part of a unit that says something beside what is attributed in it."""
    tokens = [t for t in sentence if unit[0] <= t.idx < unit[1] and not t.is_space]
    free = [t for t in tokens if not any(a <= t.idx < b for a, b in covered)]
    words = [t for t in free if not t.is_punct]
    if len(free) == len(tokens):
        verbal = any(t.pos_ in ("VERB", "AUX") for t in words)
        return unit if words and (verbal or len(words) >= SHORTEST_VERBLESS) else None
    if len(words) < SHORTEST_REST or not any(t.tag_ in FINITE and _tells(t) for t in words):
        return None
    return words[0].idx, words[-1].idx + len(words[-1])


def _tells(verb: Token) -> bool:
    """Whether a finite verb tells something, and does not only say who or what is meant: "the officer who fired"."""
    head = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    first = head.left_edge.i
    return head.dep_ not in ("relcl", "acl") or (first > 0 and head.doc[first - 1].is_punct)


def _statements_in(reading: Reading, piece: Piece) -> Iterator[Statement]:
    """The unit as a statement; a clause inside it that alone is hedged ("a man who was supposedly ill …") apart."""
    inner = _hedged_inside(reading, piece)
    if inner is not None and (read := _read(reading, inner))[0] is Stance.DOUBTS:
        yield reading.statement((inner,), read)
    stance, why = _read(reading, piece)
    yield reading.statement((piece,), (stance, why or _scare_quotes(reading, piece)))


def _read(reading: Reading, piece: Piece) -> Read:
    return own_stance(reading.text[piece[0] : piece[1]], Verdicts(reading, (piece,)))


def _scare_quotes(reading: Reading, piece: Piece) -> str:
    """The first few words that the outlet puts in quotation marks without saying whose they are, as a reason."""
    for start, end in reading.quotes_within(piece):
        words = reading.text[start:end]
        if len(words.split()) <= SCARE:
            return f"in quotation marks: {words}"
    return ""


def _hedged_inside(reading: Reading, piece: Piece) -> Piece | None:
    """The relative clause that holds the words of doubt, if one does."""
    at = doubt_at(reading.text[piece[0] : piece[1]])
    token = next((t for t in reading.tokens_within(piece) if at is not None and t.idx >= piece[0] + at), None)
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
