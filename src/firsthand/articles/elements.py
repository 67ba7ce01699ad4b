"""The elements of a page that stand around its lines, as a flat tree: no library, no limit of depth, linear in time."""

from __future__ import annotations

import re

BREAKS = frozenset(
    """
    p div li h1 h2 h3 h4 h5 h6 br tr td th article section header footer ul ol dl dd dt blockquote figure
    figcaption table thead tbody caption aside nav main pre form hr fieldset address option select button body
    html head noscript video audio details summary label legend center picture
    """.split()  # noqa: SIM905
)
"""Elements that begin and end a line."""
VOID = frozenset(["br", "hr"])
CLOSES_P = BREAKS - frozenset("br td th tr label button body html head option select li dd dt".split())  # noqa: SIM905
"""Elements before which an open paragraph ends (HTML, "optional tags")."""
SIBLINGS = {
    "li": (frozenset(["li"]), frozenset(["ul", "ol"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
}
"""For elements whose end tags may be left out: what each ends, and where the search for it stops."""
MOST = 200_000
"""Elements of a page that are told apart; 181 real pages have at most 3,229 tags. What opens beyond is not seen."""
NEAR = 12
"""Open elements above that are looked at for such a sibling."""
_NAMING = re.compile(
    r"\b(?:class|id|role|itemprop|itemtype|data-testid|data-component)\s*=\s*(?:\"([^\"]{0,400})\"|'([^']{0,400})'|([^\s\"'>]{1,100}))",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"\bhidden(?:[\s=/>]|$)|display\s*:\s*none|aria-hidden\s*=\s*[\"']?true", re.IGNORECASE)


class Elements:
    """Elements in the order in which they open. Number 0 is the page itself."""

    __slots__ = ("_counts", "_open", "deepest", "ends", "names", "parents", "places", "starts", "stops", "tags")

    def __init__(self) -> None:
        self.tags = ["page"]
        self.parents = [-1]
        self.names = [""]
        """The attributes that name an element: its source between the name of the tag and the end mark."""
        self.starts = [0]
        self.ends = [-1]
        """Where an element's text begins and ends in what the page shows."""
        self.places = [0]
        self.stops = [-1]
        """The same in the source, its tags included."""
        self.deepest = 0
        """How deep elements are nested, at most."""
        self._open = [0]
        self._counts: dict[str, int] = {}

    @property
    def innermost(self) -> int:
        """The element that was opened last and is not closed."""
        return self._open[-1]

    def open(self, tag: str, attributes: str, at: int, place: int) -> None:
        """An element begins; those whose end its begin implies end first."""
        if tag in CLOSES_P and self._counts.get("p"):
            self._close_to("p", at, place)
        elif tag in SIBLINGS:
            self._close_sibling(*SIBLINGS[tag], at, place)
        if tag in VOID or len(self.tags) >= MOST:
            return
        self._open.append(len(self.tags))
        self.deepest = max(self.deepest, len(self._open))
        self._counts[tag] = self._counts.get(tag, 0) + 1
        self.parents.append(self._open[-2])
        self.tags.append(tag)
        self.names.append(attributes)
        self.starts.append(at)
        self.ends.append(-1)
        self.places.append(place)
        self.stops.append(-1)

    def close(self, tag: str, at: int, place: int) -> None:
        """An element ends, and with it those inside it that are still open; an end tag without element is nothing."""
        if self._counts.get(tag):
            self._close_to(tag, at, place)

    def finish(self, at: int, place: int) -> None:
        """The page ends."""
        while self._open:
            number = self._open.pop()
            self.ends[number], self.stops[number] = at, place

    def naming(self, number: int) -> str:
        """Class, id, role and item names of an element, in lower case."""
        return " ".join(a or b or c for a, b, c in _NAMING.findall(self.names[number])).lower()

    def hidden(self, number: int) -> bool:
        """Whether an element says that it is not shown."""
        return bool(_HIDDEN.search(self.names[number]))

    def _close_to(self, tag: str, at: int, place: int) -> None:
        while True:
            number = self._open.pop()
            self.ends[number], self.stops[number] = at, place
            self._counts[self.tags[number]] -= 1
            if self.tags[number] == tag:
                return

    def _close_sibling(self, siblings: frozenset[str], bounds: frozenset[str], at: int, place: int) -> None:
        for number in self._open[: -NEAR - 1 : -1]:
            tag = self.tags[number]
            if tag in bounds or not number:
                return
            if tag in siblings:
                self._close_to(tag, at, place)
                return
