"""Headlines of other articles and bare captions that stand alone between the paragraphs of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .captions import is_loud_caption
from .lines import Line
from .titles import looks_like_title

LONGER_THAN_A_HEADING = 7
"""Words of a line from which it is no heading of a section: those measured (the raw pages of the lineage bench) have
two to six, headlines of other articles six to seventeen."""
LONGEST_QUESTION = 9
"""Words up to which "Where these charges fit in" is the heading of a section."""
LARGEST_SHARE = 0.25
"""Share of such lines beside sentences above which the page simply leaves out its full stops."""
HABIT = 2
"""Lines that leave no doubt, from which those without a full stop that might be sentences count as well."""
_ASKING = re.compile(r"(?:what|where|why|how|who|when|which)\b", re.IGNORECASE)
# a post, an item of a list, a quotation with its speaker: text, with or without a full stop
_SAYING = re.compile(r"^[^\w]|^[a-z]|https?://|[.!?][\"”’']|[\"”)]$|\s['’]$|\bsaid$")
# headlines do without articles; a sentence of this length that lost its full stop seldom does
_ARTICLE = re.compile(r"\b(?:the|an?)\b")


def insets_in(lines: Sequence[Line], kept: Sequence[int]) -> frozenset[int]:
    """Which lines of a text are insets: long for a heading, unfinished for a sentence, alone between two sentences.

    A page without any furniture has none: there, a full stop was forgotten.
    """
    if all(line.label is None for line in lines):
        return frozenset()
    found = [
        this
        for before, this, after in zip(kept, kept[1:], kept[2:], strict=False)
        if _is_full(lines[before]) and _is_full(lines[after]) and _is_inset(lines[this])
    ]
    sure = [i for i in found if is_loud_caption(lines[i].text) or not _ARTICLE.search(lines[i].text)]
    chosen = found if len(sure) >= HABIT else sure
    sentences = sum(lines[i].prose for i in kept)
    return frozenset(chosen) if len(found) <= LARGEST_SHARE * sentences else frozenset()


def _is_full(line: Line) -> bool:
    """Whether a line is sentences that announce no list."""
    return line.prose and not line.text.endswith((":", ";", ","))


def _is_inset(line: Line) -> bool:
    if line.prose or line.label is not None or line.block.heading or line.block.words < LONGER_THAN_A_HEADING:
        return False
    if _ASKING.match(line.text) and line.block.words <= LONGEST_QUESTION:
        return False
    return not _SAYING.search(line.text) and looks_like_title(line.text)
