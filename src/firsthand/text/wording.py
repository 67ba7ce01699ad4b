"""The ways in which a point could be worded by an account, and how plainly each tells it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cuts import granted, is_pointing, is_severed, noun_phrase, opens_with, stands_alone
from .parts import RELATIVE, Part, is_finite, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CLAUSE, SENTENCE, FRAGMENT = 1.0, 0.75, 0.15
"""How plainly a point is told by a clause with a subject and a finite verb, by the whole sentence that it stands in
(which tells more than the point), and by anything less. These and the next two were set by reading the claims of
several accounts of some of the shared stories before and after; what is shown first rests on their order more than on
their size."""
SHORTEST, LONGEST = 4, 32
"""Words of a sentence that reads as one plain point."""
GRANTED = 0.9
"""What is left of that where the clause was tied to another by "after" or "because", which is left out.
Stated: above the whole sentence, which tells more than the point, and below what needs nothing left out."""
POINTING, OWNED = 0.5, 0.7
"""What is left of that where the subject is a pronoun, and where one stands before it: who "he" is, and whose "their
members" are, only the text before tells."""
CONJOINED = re.compile(r"[,;]? (?:and|but|or|nor|yet|so)$", re.IGNORECASE)
"""The conjunction that a cut from a sentence leaves at its end."""
OPENING = re.compile(r"\A(?:and|but|or|nor|yet|so) (?=\w)", re.IGNORECASE)
"""The conjunction by which a sentence goes on from the one before."""
LINKING = re.compile(
    r"\A(?:besides|furthermore|however|instead|likewise|meanwhile|moreover|nevertheless|nonetheless|still|therefore)"
    r", (?=\w)", re.IGNORECASE,
)  # fmt: skip
"""The adverb by which it does (Quirk et al. 1985, 8.134: conjuncts), where a comma sets it off."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of an account, and how plainly they tell the point."""

    text: str
    plainness: float


def wordings(parts: Sequence[Part], quote: str, text: str) -> tuple[Wording, ...]:
    """What some parts of a text could be shown by: for each sentence in which they stand their clause and that
    sentence; the words of `quote` where there are none."""
    by_sentence: dict[int, list[Part]] = defaultdict(list)
    for part in parts:
        by_sentence[part.head.sent.start].append(part)
    found = [one for own in by_sentence.values() for one in (_clause(own, text), _sentence(own)) if one.text]
    return tuple(found) or (Wording(tidy(quote), FRAGMENT),)


def _clause(parts: Sequence[Part], text: str) -> Wording:
    """The words of parts of one sentence, with the subject that they lack in front: "Holm" and "who was charged" read
    "Holm was charged"."""
    doc = parts[0].head.doc
    numbers = sorted(word.i for part in parts for word in part.words)
    words = doc[numbers[0] : numbers[-1] + 1]
    head = _highest(parts)
    first = min(parts, key=lambda part: part.words[0].i)
    own = subject_of(head)
    if first.subject and first.head.i == head.i and opens_with(head, words, first.subject[-1]):
        return _lent(head, words, first.subject[-1], text)
    fact = granted(head, words) if own is not None and own.i in range(words.start, words.end) else None
    if fact is not None and not is_severed(words, head) and _is_closed(words.text):
        rest = text[fact.idx + len(fact) : words.end_char]
        return Wording(tidy(rest), _plainly(CLAUSE * GRANTED, head))
    is_whole = (
        own is not None
        and words.start <= own.i < words.end
        and stands_alone(head, words)
        and not is_severed(words, head)
        and _is_closed(words.text)
    )
    told = LINKING.sub("", text[words.start_char : words.end_char])
    return Wording(tidy(told), _plainly(CLAUSE, head) if is_whole else FRAGMENT)


def _lent(head: Token, words: Span, noun: Token, text: str) -> Wording:
    """A clause behind the noun that it takes for its subject from the rest of its sentence."""
    lent = noun_phrase(noun, words)
    rest = words[1:] if words[0].tag_ in RELATIVE and len(words) > 1 else words
    is_whole = lent is not None and is_finite(head) and not is_severed(words, head)
    before = text[lent.start_char : lent.end_char] if lent is not None else noun.text
    after = text[rest.start_char : rest.end_char]
    told = f"{before} {after}" if is_finite(head) else f"{before}, {after}"
    return Wording(tidy(told), CLAUSE * _known(noun) if is_whole else FRAGMENT)


def _sentence(parts: Sequence[Part]) -> Wording:
    sentence = parts[0].head.sent
    is_whole = is_finite(sentence.root) and _is_closed(sentence.text)
    words = OPENING.sub("", sentence.text.strip()) if _goes_on(sentence) else LINKING.sub("", sentence.text.strip())
    return Wording(tidy(words), _plainly(SENTENCE, sentence.root) if is_whole else FRAGMENT)


def _is_closed(text: str) -> bool:
    """Whether no bracket is left open, as where a stop inside one is taken for the end of the sentence."""
    return text.count("(") == text.count(")")


def _goes_on(sentence: Span) -> bool:
    first = next((word for word in sentence if not (word.is_space or word.is_punct)), None)
    return first is not None and first.dep_ == "cc"


def _highest(parts: Sequence[Part]) -> Token:
    """The head of the clause that the others hang on."""
    return min((part.head for part in parts), key=lambda head: (sum(1 for _ in head.ancestors), head.i))


def _plainly(least: float, head: Token) -> float:
    subject = subject_of(head)
    if subject is not None and subject.tag_ in RELATIVE:
        return FRAGMENT  # "which said that …"
    return least * (_known(subject) if subject is not None else 1.0)


def _known(subject: Token) -> float:
    """How far a clause says by itself what it is about."""
    if subject.dep_ == "expl":
        return 1.0
    if is_pointing(subject):
        return POINTING
    return OWNED if any(is_pointing(word) for word in subject.lefts) else 1.0


def readable(text: str) -> float:
    """1 for a length that reads as one point, less for what is shorter or longer."""
    words = len(text.split())
    if words < SHORTEST:
        return 0.3
    return 1.0 if words <= LONGEST else 0.6 if words <= 2 * LONGEST else 0.3


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
