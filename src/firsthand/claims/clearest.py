"""The one plain sentence that a claim is shown by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Stance, Statement
from .points import Point

SHORTEST, LONGEST = 6, 32
"""Words of a sentence that reads as one plain point."""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that make a clause (Penn Treebank)."""
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
    is_verbal: bool = True
    shown: Statement | None = None
    """What the claim lists of it, where that is more: the whole sentence of what somebody is cited for."""


def worded(
    statement: Statement, stated: Statement, points: Sequence[Point], text: str, near: float = 1.0,
    shown: Statement | None = None,
) -> Worded:  # fmt: skip
    """A statement, or a part of what is stated, as its claim could be worded by it; `points` are those made there."""
    if not points:
        return Worded(statement, stated, near, shown=shown)
    first = points[0].part
    verbs = [word for point in points for word in point.part.words if word.pos_ == "VERB"]
    subject = ""
    if first.subject and statement.span.start <= first.words[0].idx <= statement.span.start + 1:
        subject = text[first.subject[0].idx : first.subject[-1].idx + len(first.subject[-1])]
    makes_clause = any(word.tag_ in FINITE and word in (first.head, *first.head.children) for word in first.words)
    return Worded(statement, stated, near, subject, " " if makes_clause else ", ", bool(verbs), shown)


def clearest(told: Sequence[Worded]) -> str:
    """The words of the statement that says best what all of them say: nearest to the others, of a readable length,
    a full sentence rather than a fragment, the point itself rather than its denial."""
    best = max(range(len(told)), key=lambda i: (_clarity(told[i]), -i))
    return _sentence(told[best])


def _clarity(one: Worded) -> float:
    statement = one.statement
    words = [*one.subject.split(), *statement.quote.split()]
    readable = 1.0 if SHORTEST <= len(words) <= LONGEST else 0.3
    plain = 0.6 if statement.stance in (Stance.DENIES, Stance.DOUBTS) else 1.0
    opening = statement.quote.lstrip("“”\"'‘’ ")
    whole = 1.0 if opening[:1].isupper() else 0.8 if opening.startswith("that ") or one.subject else 0.6
    verb = 1.0 if one.is_verbal else 0.6
    ended = 1.0 if statement.quote.rstrip("”\"'’ ").endswith((".", "!", "?", ",")) else 0.9
    return round(one.near * readable * plain * whole * verb * ended, 6)


def _sentence(one: Worded) -> str:
    """The words with the subject that they lack in front: "Holm" and "who was charged" read "Holm was charged"."""
    quote = one.statement.quote
    if not one.subject:
        return _tidy(quote)
    first, _, rest = quote.partition(" ")
    return _tidy(f"{one.subject}{one.joint}{rest if first.lower() in RELATIVE else quote}")


def _tidy(quote: str) -> str:
    """One line, without the comma or half a pair of quotation marks that a cut from a sentence leaves."""
    text = " ".join(quote.split()).strip(" ,;:–—-").removeprefix("that ")
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
