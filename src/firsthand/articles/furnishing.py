"""What the lines of an HTML page are that belong to no article, by the elements around them."""

from __future__ import annotations

from collections.abc import Sequence

from .body import Body
from .lines import Line
from .surroundings import HINTS, KINDS, Surroundings

_BY_HINT = (
    ("comments", "comments"),
    ("advert", "advert"),
    ("sign-up", "subscribe"),
    ("related", "related"),
    ("share", "share"),
    ("navigation", "navigation"),
)
"""Hints and the labels of furniture that they give, those first that say most."""
_HINT_BITS = tuple((1 << [name for name, _ in HINTS].index(hint), label) for hint, label in _BY_HINT)
_STANDFIRST = 1 << [name for name, _ in HINTS].index("standfirst")
_CAPTION = 1 << KINDS.index("figcaption")
_BARS = sum(1 << KINDS.index(kind) for kind in ("nav", "select", "button"))
_ENDS = sum(1 << KINDS.index(kind) for kind in ("header", "footer"))
_ARTICLE = sum(1 << KINDS.index(kind) for kind in ("article", "main"))
_COMPLEMENT = 1 << KINDS.index("aside")


def furniture_name(around: Surroundings, element: int) -> str:
    """The label of a line that stands in the element, if it is no text of an article."""
    kinds = around.kinds[element]
    if kinds & _CAPTION:
        return "caption"
    for hints in (around.own_hints[element], around.hints[element]):
        for bit, label in _HINT_BITS:
            if hints & bit:
                return label
    if kinds & _BARS or (kinds & _ENDS and not kinds & _ARTICLE):
        return "navigation"
    return "related" if kinds & _COMPLEMENT else "other"


def furniture_names(around: Surroundings, within: Sequence[int]) -> list[str]:
    """The same for each line; elements are looked at once."""
    known = {element: furniture_name(around, element) for element in dict.fromkeys(within)}
    return [known[element] for element in within]


def standfirst_in(around: Surroundings, within: Sequence[int], lines: Sequence[Line], body: Body) -> str | None:
    """The sentences between headline and text that the markup names a summary, where they are no part of the text."""
    kept = set(body.kept)
    first = body.title + 1 if body.title is not None else body.kept[0]
    found = [
        lines[i].text
        for i in range(first, body.kept[0])
        if i not in kept and lines[i].prose and around.own_hints[within[i]] & _STANDFIRST
    ]
    return "\n".join(found) or None
