"""Why an article stands in its story, and what is nearest among the articles left out."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Neighbour, Placing

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


def why_here(one: Features, members: Sequence[Features], others: Sequence[Features]) -> Placing:
    """The evidence between one article, its story's members and others (its candidates outside, say)."""
    return Placing(article=one.article, nearest=nearest_of(one, members), left_out=nearest_of(one, others))


def nearest_of(one: Features, others: Sequence[Features]) -> tuple[Neighbour, ...]:
    """The `SHOWN` articles that most speak of the same event, with reasons."""
    found = [(same_event(one, other), other.article) for other in others if other.article != one.article]
    found.sort(key=lambda near: (-round(near[0].score, 9), near[1]))
    return tuple(
        Neighbour(article=article, score=round(evidence.score, 3), why=told(evidence))
        for evidence, article in found[:SHOWN]
    )


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
