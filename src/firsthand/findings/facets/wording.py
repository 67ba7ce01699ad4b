"""Words that several facets use in their reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c", each in quotation marks."""
    quoted = [f"“{part}”" for part in parts]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]


def called(source: str) -> str:
    """A source in a sentence: a common noun in the singular has its article before it ("the press release")."""
    source = TOLD_OF.split(source, maxsplit=1)[0].strip()
    first = source.split()[0] if source else ""
    last = source.split()[-1] if source else ""
    if not first.islower() or first in DETERMINED or last.endswith("s") or last in UNCOUNTED:
        return source
    return f"the {source}"


TOLD_OF = re.compile(r",? ?[(,] ?(?:who|whose|whom|which|where|that)\b")
"""What is told of a source behind its name: "the activist Ada Holm, who founded …"."""
DETERMINED = frozenset({
    "a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "one", "another", "many", "some",
    "most", "others", "several", "few", "both", "all", "it", "he", "she", "they", "we", "you", "who", "no",
})  # fmt: skip
UNCOUNTED = frozenset({"police", "media", "people", "press", "television", "staff", "management", "opposition"})


TELLINGS = frozenset({
    "account", "accusation", "allegation", "article", "assertion", "assessment", "charge", "claim", "complaint",
    "conclusion", "count", "criticism", "description", "estimate", "figure", "finding", "forecast", "idea",
    "insinuation", "notion", "report", "rumor", "rumour", "speculation", "statement", "story", "suggestion", "survey",
    "tally", "testimony", "theory", "version",
})  # fmt: skip
"""Nouns of telling and reckoning (WordNet: communication): whose owner is a source; what a denial points back to."""
