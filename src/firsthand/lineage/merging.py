"""Releases that the articles cite under several names, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model import OriginKind
from ..text.names import NameRelation, compare_names
from .families import families_of
from .named import Cited
from .story import Laid, Link

MOST = 200
"""Releases of a story whose authors are compared, the first: bounds the work on a hostile text."""
DEFINITE = re.compile(r"\b[Tt]he\s$")


def one_release(laid: Laid, origins: Sequence[Cited], links: Iterable[Link]) -> list[Cited]:
    """Releases put together that carry one sentence, whose authors' names are one, or that one article leaves unnamed.

    "The press release" is the one that the article named last.

    A release names its office and quotes its head, so outlets call it now by the one, now by the other.
    """
    releases = [n for n, o in enumerate(origins) if o.kind is OriginKind.PRESS_RELEASE]
    home = {place: n for n in reversed(releases) for place in sorted(origins[n].places)}
    joins = [(home[k.a], home[k.b]) for k in links if k.a in home and k.b in home]
    few = releases[:MOST]
    joins += [(m, n) for m in few for n in few if m < n and _one_author(origins[m], origins[n])]
    joins += _the_same(laid, origins, releases)
    merged = []
    for group in families_of(len(origins), joins):
        members = sorted((origins[n] for n in group), key=lambda o: (o.who is None, -len(o.places), o.who or ""))
        first = members[0]
        for other in members[1:]:
            first.citations += other.citations
            first.places |= other.places
            first.names += other.names
        merged.append(first)
    return merged


def _the_same(laid: Laid, origins: Sequence[Cited], releases: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Releases by number that an article calls "the" release after it has named another."""
    named = sorted((c.article, c.sentence, n) for n in releases for c in origins[n].citations)
    cues = {(c.article, c.sentence, n): c for n in releases for c in origins[n].citations}
    for before, here in pairwise(named):
        text, start = laid.articles[here[0]].text, cues[here].start
        if before[0] == here[0] and DEFINITE.search(text[max(0, start - 5) : start]):
            yield before[2], here[2]


def _one_author(a: Cited, b: Cited) -> bool:
    if a.who and b.who:
        return compare_names(a.who, b.who).relation is not NameRelation.DIFFERENT
    return bool({article for article, _ in a.places} & {article for article, _ in b.places})
