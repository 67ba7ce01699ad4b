"""Places that an article's dateline, title and lead speak of, as votes for where the event was."""

from __future__ import annotations

import re

from firsthand.model import Article
from firsthand.text.names import find_names
from firsthand.text.places import find_place

from .days import HEAD, head_of

PLACE = "place"
LEAD = 600
"""Code points of the text that count as its lead. What is read is the whole head, as for days: one parse serves
both."""
FINENESS = {"city": 1.0, "county": 0.8, "state": 0.6, "country": 0.4, "continent": 0.1}
"""What a mention counts by the kind of place: the town is where it was, the country mostly says whose town."""
UNLISTED = 0.5
"""What a place counts that the gazetteer lacks, where its name says that it is one: a square, a stretch of sea."""
ONLY_NAMED = 0.3
"""What is left of that where nothing is said to be in it: "Vik's council", "the Vik talks". Stated, like the others."""
IN = re.compile(
    r"\b(?:in|at|near|off|outside|inside|across|around|throughout|over|on|along)\s(?:(?:the|downtown|central|northern|"
    r"southern|eastern|western|northeastern|northwestern|southeastern|southwestern|nearby|neighbou?ring)\s){0,2}"
    r"(?:(?:coast|island|city|town|village|port|province|state|region|district|outskirts)\sof\s(?:the\s)?)?$",
    re.IGNORECASE,
)  # fmt: skip
"""Words right before a place by which something is in it."""
FEATURES = frozenset({
    "airport", "archipelago", "avenue", "base", "bay", "beach", "border", "boulevard", "bridge", "canal", "canyon",
    "cape", "channel", "coast", "creek", "dam", "desert", "falls", "field", "forest", "glacier", "gulf", "harbor",
    "harbour", "heights", "highway", "hill", "hills", "island", "islands", "isle", "lake", "mount", "mountain",
    "mountains", "ocean", "park", "pass", "peninsula", "plaza", "point", "port", "ridge", "river", "road", "sea",
    "square", "station", "strait", "straits", "street", "strip", "tunnel", "valley", "village", "volcano",
})  # fmt: skip
"""Words in the names of places that say what they are (the commoner feature classes of GeoNames)."""


def place_votes(article: Article) -> dict[str, float]:
    """Places by name, each with its weight; the dateline counts as a mention."""
    votes: dict[str, float] = {}
    if article.dateline is not None and article.dateline.place:
        _vote(votes, article.dateline.place, 1.0, sure=True)
    text = head_of(article)
    end = len((article.title or "")[:HEAD]) + 1 + LEAD
    for name in find_names(text):
        if name.kind == PLACE and name.start < end and not text.startswith("-", name.end):
            is_in = IN.search(text, max(0, name.start - LONGEST), name.start) is not None
            is_told = is_in or text.endswith(" of ", 0, name.start)
            if is_in or not _is_word(name.name):
                _vote(votes, name.name, 1.0 if is_in else ONLY_NAMED, sure=is_told and " " not in name.name)
    return votes


LONGEST = 60  # code points of the words before a place


def _vote(votes: dict[str, float], name: str, weight: float, *, sure: bool) -> None:
    """A vote for a place. One that the gazetteer lacks counts where its name says what it is, or where it is `sure`: a
    dateline's, or of one word behind "in" or "of" (of several, programs and films have such names as well)."""
    found = find_place(name)
    known = " ".join(name.split())
    if found:
        known, weight = found[0].name, weight * FINENESS.get(found[0].kind, UNLISTED)
    elif not sure and FEATURES.isdisjoint(known.lower().split()):
        return
    else:
        weight *= UNLISTED
    votes[known] = votes.get(known, 0.0) + weight


def _is_word(name: str) -> bool:
    """Whether a short name is a place's only without its diacritics: "God" is no town, unless something is in it."""
    found = find_place(name)
    return bool(found) and len(name) < SHORT and name.isascii() and not found[0].name.isascii()


SHORT = 5
"""Letters of a name below which a diacritic makes another word of it. Stated."""
