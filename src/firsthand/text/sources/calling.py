"""What a source is called in a sentence."""

from __future__ import annotations

import re


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
