"""The one plain sentence that a claim is shown by."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Stance, Statement
from ..text.points import Point, likelihood

SHORTEST, LONGEST = 6, 32
"""Words of a sentence that reads as one plain point."""


def clearest(statements: Sequence[Statement], points: Sequence[Point]) -> str:
    """The words of the statement that says best what all of them say: nearest to the others, of a readable length,
    a full sentence rather than a fragment, the point itself rather than its denial."""
    best = max(range(len(statements)), key=lambda i: (_clarity(i, statements, points), -i))
    return _tidy(statements[best].quote)


def _clarity(own: int, statements: Sequence[Statement], points: Sequence[Point]) -> float:
    statement = statements[own]
    near = [likelihood(points[own], other) for i, other in enumerate(points) if i != own]
    words = statement.quote.split()
    readable = 1.0 if SHORTEST <= len(words) <= LONGEST else 0.3
    plain = 0.6 if statement.stance in (Stance.DENIES, Stance.DOUBTS) else 1.0
    opening = statement.quote.lstrip("“”\"'‘’ ")
    whole = 1.0 if opening[:1].isupper() else 0.8 if opening.startswith("that ") else 0.6
    verb = 1.0 if any(word.pos == "VERB" for word in points[own].phrase.words) else 0.6
    ended = 1.0 if statement.quote.rstrip("”\"'’ ").endswith((".", "!", "?", ",")) else 0.9
    return round((sum(near) / len(near) if near else 1.0) * readable * plain * whole * verb * ended, 6)


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
