"""The ways in which a claim could be worded by a statement, and how plainly each tells its point."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Statement
from ..text.cuts import is_pointing, is_severed, noun_phrase, opens_with, stands_alone
from ..text.parts import is_finite, subject_of
from .points import Point

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CLAUSE, SENTENCE, FRAGMENT = 1.0, 0.75, 0.15
"""How plainly a claim is told by a clause with a subject and a finite verb, by the whole sentence that it stands in
(which tells more than the point), and by anything less. These and the next two were set by reading the claims of
several accounts of some of the shared stories before and after; what is shown first rests on their order more than on
their size."""
POINTING, OWNED = 0.5, 0.7
"""What is left of that where the subject is a pronoun, and where one stands before it: who "he" is, and whose "their
members" are, only the text before tells."""
CONJOINED = re.compile(r"[,;]? (?:and|but|or|nor|yet|so)$", re.IGNORECASE)
"""The conjunction that a cut from a sentence leaves at its end."""
OPENING = re.compile(r"\A(?:and|but|or|nor|yet|so) (?=\w)", re.IGNORECASE)
"""The conjunction by which a sentence goes on from the one before."""
RELATIVE = frozenset({"WP", "WDT"})
"""Tags of relative pronouns (Penn Treebank)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of an account, and how plainly they tell the point."""

    text: str
    plainness: float


def wordings(statement: Statement, points: Sequence[Point], text: str) -> tuple[Wording, ...]:
    """What a statement, or a part of one, could be shown by: for each sentence in which it makes one of `points` the
    clause and that sentence; its own words where it makes none."""
    by_sentence: dict[int, list[Point]] = defaultdict(list)
    for point in points:
        by_sentence[point.part.head.sent.start].append(point)
    found = [one for own in by_sentence.values() for one in (_clause(own, text), _sentence(own)) if one.text]
    return tuple(found) or (Wording(tidy(statement.quote), FRAGMENT),)


def _clause(points: Sequence[Point], text: str) -> Wording:
    """The words of points in one sentence, with the subject that they lack in front: "Holm" and "who was charged" read
    "Holm was charged"."""
    doc = points[0].part.head.doc
    numbers = sorted(word.i for point in points for word in point.part.words)
    words = doc[numbers[0] : numbers[-1] + 1]
    head = _highest(points)
    first = min(points, key=lambda point: point.part.words[0].i).part
    own = subject_of(head)
    if first.subject and first.head.i == head.i and opens_with(head, words, first.subject[-1]):
        return _lent(head, words, first.subject[-1], text)
    is_whole = (
        own is not None
        and words.start <= own.i < words.end
        and stands_alone(head, words)
        and not is_severed(words, head)
        and _is_closed(words.text)
    )
    return Wording(tidy(text[words.start_char : words.end_char]), _plainly(CLAUSE, head) if is_whole else FRAGMENT)


def _lent(head: Token, words: Span, noun: Token, text: str) -> Wording:
    """A clause behind the noun that it takes for its subject from the rest of its sentence."""
    lent = noun_phrase(noun, words)
    rest = words[1:] if words[0].tag_ in RELATIVE and len(words) > 1 else words
    is_whole = lent is not None and is_finite(head) and not is_severed(words, head)
    before = text[lent.start_char : lent.end_char] if lent is not None else noun.text
    after = text[rest.start_char : rest.end_char]
    told = f"{before} {after}" if is_finite(head) else f"{before}, {after}"
    return Wording(tidy(told), CLAUSE * _known(noun) if is_whole else FRAGMENT)


def _sentence(points: Sequence[Point]) -> Wording:
    sentence = points[0].part.head.sent
    is_whole = is_finite(sentence.root) and _is_closed(sentence.text)
    words = OPENING.sub("", sentence.text.strip()) if _goes_on(sentence) else sentence.text
    return Wording(tidy(words), _plainly(SENTENCE, sentence.root) if is_whole else FRAGMENT)


def _is_closed(text: str) -> bool:
    """Whether no bracket is left open, as where a stop inside one is taken for the end of the sentence."""
    return text.count("(") == text.count(")")


def _goes_on(sentence: Span) -> bool:
    first = next((word for word in sentence if not (word.is_space or word.is_punct)), None)
    return first is not None and first.dep_ == "cc"


def _highest(points: Sequence[Point]) -> Token:
    """The head of the clause that the others hang on."""
    return min((point.part.head for point in points), key=lambda head: (sum(1 for _ in head.ancestors), head.i))


def _plainly(least: float, head: Token) -> float:
    subject = subject_of(head)
    return least * (_known(subject) if subject is not None else 1.0)


def _known(subject: Token) -> float:
    """How far a clause says by itself what it is about."""
    if subject.dep_ == "expl":
        return 1.0
    if is_pointing(subject):
        return POINTING
    return OWNED if any(is_pointing(word) for word in subject.lefts) else 1.0


OPENED = re.compile(r'(?:^|[\s(])"\w')
"""A straight mark that opens a quotation; that of inches ends a figure."""


def tidy(quote: str) -> str:
    """One line, without the comma or half a pair of quotation marks that a cut from a sentence leaves."""
    text = CONJOINED.sub("", " ".join(quote.split()).strip(" ,;:–—-").removeprefix("that "))
    for opening, closing in (("“", "”"), ("‘", "’"), ("«", "»")):
        if text.count(opening) > text.count(closing):
            text = text.replace(opening, "", 1) if text.startswith(opening) else text + closing
        elif text.endswith(closing) and text.count(closing) > text.count(opening) and closing != "’":
            text = text[: -len(closing)]
    if text.startswith('"') and text.count('"') == 1:
        text = text[1:]
    elif text.endswith('"') and text.count('"') == 1:
        text = text[:-1]
    elif text.count('"') % 2 and OPENED.search(text):
        text += '"'
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] if text else quote
