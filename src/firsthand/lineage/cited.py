"""Origins that the articles name: citations of one body's release, post or speech put together over the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..model import OriginKind
from ..text.names import NameRelation, compare_names
from .citations import NAME, SAID, Citation, citations_in, same_who, who_words
from .credit import text_credits
from .families import families_of
from .story import Laid, Link, Place, quoted_together

SPEAKS = re.compile(
    rf"\b(?:[Tt]he\s)?({NAME})\s(?:\w+ly\s|also\s|has\s)?{SAID}\b|\b[Aa]ccording\sto\s(?:the\s|a\s)?({NAME})"
)
WHOLE_BODIES = (OriginKind.PRESS_RELEASE, OriginKind.DOCUMENT)
"""Kinds whose author, when it is cited again without naming the release, is held to speak through the same one."""


@dataclass(slots=True)
class Cited:
    """One named origin with the sentences that rest on it."""

    kind: OriginKind
    who: str | None
    citations: list[Citation] = field(default_factory=list)
    places: set[Place] = field(default_factory=set)

    def takes(self, citation: Citation) -> bool:
        """Whether a citation is of this origin."""
        if citation.kind is not self.kind:
            return False
        return same_who(self.who, citation.who) or (self.who is None and citation.who is None)


def cited_origins(laid: Laid, links: Sequence[Link]) -> list[Cited]:
    """The named origins of a story in order of first mention, with all sentences that rest on each."""
    origins: list[Cited] = []
    for citation in _all_citations(laid):
        home = next((o for o in origins if o.takes(citation)), None)
        if home is None:
            home = Cited(kind=citation.kind, who=citation.who)
            origins.append(home)
        home.citations.append(citation)
        home.places.add((citation.article, citation.sentence))
        if citation.who and len(who_words(citation.who)) > len(who_words(home.who)):
            home.who = citation.who
    origins = _one_release(origins, links)
    _add_speaking(laid, origins)
    _add_quoted_neighbours(laid, origins)
    _add_linked(origins, links)
    return origins


def _one_release(origins: Sequence[Cited], links: Iterable[Link]) -> list[Cited]:
    """Releases put together that carry one sentence, whose authors' names are one, or that one article leaves unnamed.

    A release names its office and quotes its head, so outlets call it now by the one, now by the other.
    """
    releases = [n for n, o in enumerate(origins) if o.kind is OriginKind.PRESS_RELEASE]
    home = {place: n for n in reversed(releases) for place in sorted(origins[n].places)}
    joins = [(home[k.a], home[k.b]) for k in links if k.a in home and k.b in home]
    joins += [(m, n) for m in releases for n in releases if m < n and _one_author(origins[m], origins[n])]
    merged = []
    for group in families_of(len(origins), joins):
        members = sorted((origins[n] for n in group), key=lambda o: (o.who is None, -len(o.places), o.who or ""))
        first = members[0]
        for other in members[1:]:
            first.citations += other.citations
            first.places |= other.places
        merged.append(first)
    return merged


def _one_author(a: Cited, b: Cited) -> bool:
    if a.who and b.who:
        return compare_names(a.who, b.who).relation is not NameRelation.DIFFERENT
    return bool({article for article, _ in a.places} & {article for article, _ in b.places})


def _all_citations(laid: Laid) -> list[Citation]:
    outlets = sorted({n for a in laid.articles for n in (*text_credits(a), a.publisher) if n})
    found = []
    for number, article in enumerate(laid.articles):
        stretches = [laid.stretch((number, k)) for k in range(len(laid.texts[number].sentences))]
        found += citations_in(number, stretches, article.text, outlets)
    return found


def _add_speaking(laid: Laid, origins: Sequence[Cited]) -> None:
    """Sentences where the author of a release is cited without naming the release."""
    bodies = [o for o in origins if o.kind in WHOLE_BODIES and o.who and len(who_words(o.who)) >= 2]
    if not bodies:
        return
    taken = _taken(origins)
    for number, article in enumerate(laid.articles):
        for k in range(len(laid.texts[number].sentences)):
            place = (number, k)
            start, end = laid.stretch(place)
            if place in taken:
                continue
            for match in SPEAKS.finditer(article.text, start, min(end, start + 1500)):
                name = match.group(1) or match.group(2)
                home = next((o for o in bodies if same_who(o.who, name)), None)
                if home:
                    home.places.add(place)
                    home.citations.append(Citation(article=number, sentence=k, kind=home.kind, who=name,
                                                   start=match.start(), end=match.end()))  # fmt: skip
                    break


def _add_quoted_neighbours(laid: Laid, origins: Sequence[Cited]) -> None:
    for number in range(len(laid.articles)):
        joined = list(quoted_together(laid, number))
        for pairs in (joined, joined[::-1]):
            for a, b in pairs:
                _spread(origins, a, b)


def _add_linked(origins: Sequence[Cited], links: Iterable[Link]) -> None:
    """A sentence that is the same text as one that names its origin rests on that origin, whether it says so or not."""
    direct = {place: o for o in reversed(origins) for place in sorted(o.places)}
    for link in links:
        for here, there in ((link.a, link.b), (link.b, link.a)):
            if here in direct and there not in direct:
                direct[here].places.add(there)


def _spread(origins: Sequence[Cited], a: Place, b: Place) -> None:
    taken = _taken(origins)
    for here, there in ((a, b), (b, a)):
        if here in taken and there not in taken:
            for origin in origins:
                if here in origin.places:
                    origin.places.add(there)


def _taken(origins: Sequence[Cited]) -> set[Place]:
    return {place for origin in origins for place in origin.places}
