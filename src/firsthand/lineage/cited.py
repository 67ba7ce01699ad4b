"""Origins that the articles name: citations of one body's release, post or speech put together over the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..model import OriginKind
from .authors import Authors
from .citations import (
    LONGEST_SENTENCE,
    NAME,
    Citation,
    Known,
    citations_in,
    same_who,
    who_words,
    without_quotations,
)
from .continuing import OCCASION, common_nouns, continued, goes_on
from .credit import agencies, text_credits
from .issuers import issuer_of
from .merging import one_release
from .named import Cited
from .quotation import quoted_stretches
from .story import Laid, Link, Place, quoted_together
from .words import SAID

SPEAKS = re.compile(
    rf"\b(?:[Tt]he\s)?({NAME})\s(?:\w+ly\s|also\s|has\s)?{SAID}\b|\b[Aa]ccording\sto\s(?:the\s|a\s)?({NAME})"
)
WHOLE_BODIES = (OriginKind.PRESS_RELEASE, OriginKind.DOCUMENT)
"""Kinds whose author, when it is cited again without naming the release, is held to speak through the same one."""


def cited_origins(laid: Laid, links: Sequence[Link]) -> list[Cited]:
    """The named origins of a story in order of first mention, with all sentences that rest on each."""
    origins: list[Cited] = []
    for citation in _all_citations(laid):
        home = next((o for o in origins if o.takes(citation)), None)
        if home is None:
            home = Cited(kind=citation.kind, who=citation.who, outlet=citation.outlet)
            origins.append(home)
        home.citations.append(citation)
        home.places.add((citation.article, citation.sentence))
        home.names += [citation.who] if citation.who else []
        home.outlet = home.outlet or citation.outlet
        if citation.who and len(who_words(citation.who)) > len(who_words(home.who)):
            home.who = citation.who
    origins = one_release(laid, origins, links)
    _add_speaking(laid, origins)
    _add_quoted_neighbours(laid, origins)
    _add_quotations_that_follow(laid, origins)
    for origin in origins:
        origin.attributed |= origin.places
        if origin.kind is OriginKind.PRESS_RELEASE:
            origin.who = issuer_of(origin.names) or origin.who
    _add_linked(origins, links)
    return origins


def _all_citations(laid: Laid) -> list[Citation]:
    outlets = {n for a in laid.articles for n in (*text_credits(a), a.publisher) if n}
    wires = {n for a in laid.articles for n in agencies(a)}
    known = Known(tuple(sorted(outlets)), tuple(sorted(wires)))
    found = []
    for number, article in enumerate(laid.articles):
        stretches = [laid.stretch((number, k)) for k in range(len(laid.texts[number].sentences))]
        own = without_quotations(article.text)
        found += continued(citations_in(number, stretches, own, Authors(article.text), known), stretches, own)
    return found


def _add_speaking(laid: Laid, origins: Sequence[Cited]) -> None:
    """Sentences where the author of a release is cited without naming the release."""
    bodies = [o for o in origins if o.kind in WHOLE_BODIES]
    if not bodies:
        return
    taken = _taken(origins)
    for number, article in enumerate(laid.articles):
        here = [o for o in bodies if any(c.article == number for c in o.citations)]
        own = without_quotations(article.text)
        for k in range(len(laid.texts[number].sentences)):
            start, end = laid.stretch((number, k))
            if (number, k) in taken:
                continue
            sentence = own[start : min(end, start + LONGEST_SENTENCE)]
            for home, name, a, b in _speaking(sentence, bodies, here):
                home.places.add((number, k))
                home.citations.append(Citation(article=number, sentence=k, kind=home.kind, who=name,
                                               start=start + a, end=start + b))  # fmt: skip
                break


def _speaking(
    sentence: str, bodies: Sequence[Cited], here: Sequence[Cited]
) -> Iterator[tuple[Cited, str | None, int, int]]:
    """Which author speaks, under a name or, in an article that names the release, under a common noun."""
    if OCCASION.search(sentence):
        return
    for match in SPEAKS.finditer(sentence):
        name = match.group(1) or match.group(2)
        home = next((o for o in bodies if len(who_words(o.who)) >= 2 and same_who(o.who, name)), None)
        if home:
            yield home, name, match.start(), match.end()
    for origin in here:
        for match in common_nouns(sentence, origin.author):
            yield origin, None, match.start(), match.end()


def _add_quoted_neighbours(laid: Laid, origins: Sequence[Cited]) -> None:
    for number in range(len(laid.articles)):
        joined = list(quoted_together(laid, number))
        for pairs in (joined, joined[::-1]):
            for a, b in pairs:
                _spread(origins, a, b)


def _add_quotations_that_follow(laid: Laid, origins: Sequence[Cited]) -> None:
    """A quotation without attribution straight after one of the origin's goes on with it."""
    for origin in origins:
        for number in sorted({article for article, _ in origin.places}):
            text, count = laid.articles[number].text, len(laid.texts[number].sentences)
            quoted = quoted_stretches(text)
            for k in range(count - 1):
                here, there = (number, k), (number, k + 1)
                if here not in origin.places or there in origin.places:
                    continue
                if goes_on(text, laid.stretch(here), laid.stretch(there), quoted):
                    origin.places.add(there)


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
