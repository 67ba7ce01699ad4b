"""What the elements around a line say of it: their kinds, and what their class and id names hint at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .elements import Elements

KINDS = tuple(
    """
    article main aside nav header footer form button table ul ol dl blockquote figure figcaption select noscript
    section pre p li address
    """.split()  # noqa: SIM905
)
"""Elements whose presence around a line is evidence."""
# the words in which templates name their parts, grouped by what they hold: those that Readability (Arc90, Mozilla)
# weighs since 2009, with those of embedded posts, sign-up boxes, captions and standfirsts
HINTS = (
    ("comments", r"comment|disqus|remark|replies|reply|respond"),
    ("related", r"related|recirc|recommend|trending|popular|most-|more-|teaser|promo|read-?next|also|latest"),
    ("navigation", r"nav|menu|breadcrumb|pagination|pager|tabs?\b"),
    ("share", r"share|social|follow|button|btn|tool|print|icon"),
    ("advert", r"advert|sponsor|\bads?\b|\bad-|-ad\b|commercial"),
    ("sign-up", r"newsletter|subscri|sign-?up|login|register|modal|popup|cookie|gdpr|paywall|form|search"),
    ("about", r"meta|byline|author|tag|time|date|rating|info|bio"),
    ("picture", r"caption|credit|gallery|photo|image|media|video|player|slide|figure"),
    ("margin", r"sidebar|aside|rail|widget|extra|secondary|foot|header|banner|masthead|bottom"),
    ("title", r"title|headline|heading"),
    ("standfirst", r"summary|lead|dek|intro|standfirst|excerpt|subtitle|sub-?head|description|abstract"),
    ("embed", r"twitter|tweet|embed|instagram|quote"),
    (
        "body",
        r"(?:article|story|post|entry)-?_?(?:body|content|text)|content-?_?body|body-?_?(?:text|copy|content)|storytext",
    ),
    ("content", r"content|article|story|post|entry|text|main|blog|page|paragraph"),
)
_HINTS = tuple(re.compile(pattern) for _, pattern in HINTS)
_KIND_BITS = {kind: 1 << number for number, kind in enumerate(KINDS)}


class Surroundings:
    """For each element around a line of a page, as bits: the kinds around it, the hints around it, those of itself."""

    __slots__ = ("depths", "first_names", "hidden", "hints", "kinds", "own_hints")

    def __init__(self, elements: Elements, within: Sequence[int]) -> None:
        count = len(elements.tags)
        self.kinds = [0] * count
        self.hints = [0] * count
        self.own_hints = [0] * count
        self.hidden = [False] * count
        self.depths = [0] * count
        self.first_names = [""] * count
        known: dict[str, tuple[int, bool, str]] = {}
        for number in _around(elements, within):
            tag, parent, attributes = elements.tags[number], elements.parents[number], elements.names[number]
            if attributes not in known:
                naming = elements.naming(number)
                known[attributes] = _bits(naming), elements.hidden(number), naming.partition(" ")[0]
            own, unseen, name = known[attributes]
            own = 0 if tag in {"body", "html"} else own
            self.kinds[number] = self.kinds[parent] | _KIND_BITS.get(tag, 0)
            self.hints[number] = self.hints[parent] | own
            self.own_hints[number] = own
            self.hidden[number] = self.hidden[parent] or unseen
            self.depths[number] = self.depths[parent] + 1
            self.first_names[number] = name


def _around(elements: Elements, within: Sequence[int]) -> list[int]:
    """The elements that stand around a line, those outside before those inside."""
    found = {0}
    for element in within:
        while element not in found:
            found.add(element)
            element = elements.parents[element]
    return sorted(found - {0})


def _bits(naming: str) -> int:
    if not naming:
        return 0
    return sum(1 << number for number, hint in enumerate(_HINTS) if hint.search(naming))
