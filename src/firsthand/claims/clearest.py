"""The one plain sentence that a claim is shown by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Stance, Statement
from ..text.parts import subject_of
from .points import Point

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST, LONGEST = 4, 32
"""Words of a sentence that reads as one plain point."""
CLAUSE, SENTENCE, FRAGMENT = 1.0, 0.75, 0.3
"""How plainly a claim is told by a clause with a subject and a finite verb, by the whole sentence that it stands in
(which tells more than the point), and by anything less. These and the next were set by reading the claims of six of
the shared stories before and after; what is shown first rests on their order more than on their size."""
PRONOUN = 0.65
"""What is left of that where a pronoun is the subject: who "he" is only the text before tells."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that make a clause (Penn Treebank)."""
CONJOINED = re.compile(r"[,;]? (?:and|but|or|nor|yet|so)$", re.IGNORECASE)
"""The conjunction that a cut from a sentence leaves at its end."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement, or a part of one, as a claim could be worded by it.

    `stated` is the whole that it is a part of; `near` how likely it is, on the mean, on one point with the others of
    its claim; `subject` the words for what it is said of, where it lacks them ("Holm" of "was charged on Monday"), and
    `joint` what stands between the two.
    """

    statement: Statement
    stated: Statement | None = None
    near: float = 1.0
    subject: str = ""
    joint: str = " "
    plainness: float = CLAUSE
    sentence: str = ""
    """The whole sentence, if it is one, and how plainly it tells the point."""
    sentence_plainness: float = 0.0
    shown: Statement | None = None
    """What the claim lists of it, where that is more: the whole sentence of what somebody is cited for."""


def worded(
    statement: Statement, stated: Statement, points: Sequence[Point], text: str, near: float = 1.0,
    shown: Statement | None = None,
) -> Worded:  # fmt: skip
    """A statement, or a part of what is stated, as its claim could be worded by it; `points` are those made there."""
    if not points:
        return Worded(statement, stated, near, plainness=FRAGMENT, shown=shown)
    first = points[0].part
    opens = statement.span.start <= first.words[0].idx <= statement.span.start + 1
    lent = first.subject if opens else ()
    subject = text[lent[0].idx : lent[-1].idx + len(lent[-1])] if lent else ""
    own = subject_of(first.head)
    is_clause = (
        _is_finite(first.head, first.words)
        and (bool(lent) or own in first.words)
        and not _is_subordinate(first.head, first.words)
    )
    doer = lent[-1] if lent else own
    sentence = first.head.sent
    return Worded(
        statement,
        stated,
        near,
        subject,
        joint=" " if _is_finite(first.head, first.words) else ", ",
        plainness=_plainness(CLAUSE, doer) if is_clause else FRAGMENT,
        sentence=sentence.text if len({point.part.head.sent.start for point in points}) == 1 else "",
        sentence_plainness=_plainness(
            SENTENCE if _is_finite(sentence.root, list(sentence)) else FRAGMENT, subject_of(sentence.root)
        ),
        shown=shown,
    )


def _is_finite(head: Token, words: Sequence[Token]) -> bool:
    return any(word.tag_ in FINITE for word in (head, *head.children) if word in words)


def _is_subordinate(head: Token, words: Sequence[Token]) -> bool:
    """Whether a clause hangs on another by a word like "when" or "although"; "that" falls away."""
    return any(
        word.dep_ in ("mark", "advmod") and word.tag_ in ("IN", "WRB") and word.i < head.i and word.lower_ != "that"
        for word in head.children
        if word in words
    )


def _plainness(least: float, subject: Token | None) -> float:
    is_told_before = subject is not None and subject.pos_ == "PRON" and subject.dep_ != "expl"
    return least * (PRONOUN if is_told_before else 1.0)


def clearest(told: Sequence[Worded]) -> str:
    """The words of the statement that says best what all of them say: nearest to the others, of a readable length, a
    clause that stands by itself rather than a fragment, else the sentence it stands in, the point itself rather than
    its denial."""
    worded = [
        (one.near * turned * plain * _readable(text), text)
        for one in told
        for turned in (0.6 if one.statement.stance in (Stance.DENIES, Stance.DOUBTS) else 1.0,)
        for text, plain in ((_clause(one), one.plainness), (_tidy(one.sentence), one.sentence_plainness))
        if text
    ]
    best = max(range(len(worded)), key=lambda i: (round(worded[i][0], 6), -i))
    return worded[best][1]


def _readable(text: str) -> float:
    """1 for a length that reads as one point, less for what is shorter or longer."""
    words = len(text.split())
    if words < SHORTEST:
        return 0.3
    return 1.0 if words <= LONGEST else 0.6 if words <= 2 * LONGEST else 0.3


def _clause(one: Worded) -> str:
    """The words with the subject that they lack in front: "Holm" and "who was charged" read "Holm was charged"."""
    quote = one.statement.quote
    if not one.subject:
        return _tidy(quote)
    first, _, rest = quote.partition(" ")
    return _tidy(f"{one.subject}{one.joint}{rest if first.lower() in RELATIVE else quote}")


def _tidy(quote: str) -> str:
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
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:] if text else quote
