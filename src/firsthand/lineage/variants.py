"""Readings of an origin laid together: those that are one sentence, word for word, retold, or altered in quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .readings import Reading
from .story import Link, Place

LEAST, SHARE = 4, 0.5
"""Telling words in common, and their share of the shorter reading's, that make two readings one sentence. They rest on
one origin already, so this is far less than two articles of a story need to be held for one text."""
RETOLD_LEAST = 6
"""The same where neither quotes: two who retell one matter share its names and its subject anyway."""
OWN_SHARE = 0.75
"""The share within one article, which seldom prints a sentence twice."""


def laid_together(readings: Sequence[Reading], links: Mapping[Place, Sequence[Link]]) -> list[list[Reading]]:
    """The readings in groups, one a sentence of the origin; no reading stands in two. `links` are those at each place.

    Quoted readings come first, then those that most others are linked to, then the longest: a retold sentence that
    puts two of the origin's sentences into one goes to the one it shares most words with.
    """
    linked: dict[tuple[Place, Place], int] = {}
    for reading in readings:
        for link in links.get(reading.place, ()):
            linked[link.a, link.b] = linked[link.b, link.a] = link.words
    ranked = sorted(readings, key=lambda r: (not r.quoted, -len(links.get(r.place, ())), -len(r.folded), r.place))
    groups: list[list[Reading]] = []
    distinct: list[list[Reading]] = []
    known: dict[tuple[str, ...], int] = {}
    for reading in ranked:
        best = known.get(reading.folded)
        if best is None:
            nearness = [max(_nearness(reading, other, linked) for other in group) for group in distinct]
            best = max(range(len(distinct)), key=lambda n: (nearness[n], -n), default=None)
            if best is None or not nearness[best]:
                best = len(groups)
                groups.append([])
                distinct.append([])
            known[reading.folded] = best
            distinct[best].append(reading)
        groups[best].append(reading)
    return groups


def _nearness(a: Reading, b: Reading, linked: Mapping[tuple[Place, Place], int]) -> int:
    """Words in common where two readings are one sentence, else nothing."""
    if (a.place, b.place) in linked:
        return linked[a.place, b.place]
    least = LEAST if a.quoted or b.quoted else RETOLD_LEAST
    shared, shorter = len(a.telling & b.telling), min(len(a.telling), len(b.telling))
    share = OWN_SHARE if a.place[0] == b.place[0] else SHARE
    return shared if shared >= least and shared >= share * shorter else 0
