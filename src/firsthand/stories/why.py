"""Why an article stands in its story, and what is nearest among the articles left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .features import Features
from .similarity import Evidence, Reason, same_event

SHOWN = 3
"""Articles told on either side: enough to check an assignment by."""

WORDING = {
    "words": "words",
    "lead": "words of the lead",
    "names": "names",
    "numbers": "numbers",
    "pairs": "words in a row in the lead",
    "vector": "the sense of the lead",
    "reuse": "text in common",
    "days": "days far apart",
    "weekdays": "other weekdays",
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article beside the one that is asked about, and what speaks for one event and against it."""

    article: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Placing:
    """Why an article is where it is: its nearest in the story, and the nearest outside it; the strongest first."""

    article: str
    members: tuple[Neighbour, ...]
    left_out: tuple[Neighbour, ...]


def why_here(one: Features, members: Sequence[Features], others: Sequence[Features]) -> Placing:
    """The evidence between one article, its story's members and others (its candidates outside, say)."""
    return Placing(one.article, nearest_of(one, members), nearest_of(one, others))


def nearest_of(one: Features, others: Sequence[Features]) -> tuple[Neighbour, ...]:
    """The `SHOWN` articles that most speak of the same event, with reasons."""
    found = [Neighbour(other.article, same_event(one, other)) for other in others if other.article != one.article]
    return tuple(sorted(found, key=lambda near: (-round(near.evidence.score, 9), near.article))[:SHOWN])


def told(evidence: Evidence) -> str:
    """Evidence as one sentence: "for: names (lowerby, castell), text in common; against: days far apart"."""
    parts = [
        (side, [_worded(reason) for reason in evidence.reasons if (reason.weight > 0) == (side == "for")])
        for side in ("for", "against")
    ]
    return "; ".join(f"{side}: {', '.join(reasons)}" for side, reasons in parts if reasons) or "nothing in common"


def _worded(reason: Reason) -> str:
    words = f" ({', '.join(reason.words)})" if reason.words else ""
    return WORDING[reason.kind] + words
