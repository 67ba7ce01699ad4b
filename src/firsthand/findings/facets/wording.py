"""Words that several facets use in their reasons."""

from __future__ import annotations

from collections.abc import Sequence


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c", each in quotation marks."""
    quoted = [f"“{part}”" for part in parts]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]


TELLINGS = frozenset({
    "account", "accusation", "allegation", "article", "assertion", "assessment", "charge", "claim", "complaint",
    "conclusion", "count", "criticism", "description", "estimate", "figure", "finding", "forecast", "idea",
    "insinuation", "notion", "report", "rumor", "rumour", "speculation", "statement", "story", "suggestion", "survey",
    "tally", "testimony", "theory", "version",
})  # fmt: skip
"""Nouns of telling and reckoning (WordNet: communication): whose owner is a source; what a denial points back to."""
