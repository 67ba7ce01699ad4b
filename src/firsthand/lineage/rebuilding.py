"""The text of an origin that is not among the pages, rebuilt from the articles that carry it (its witnesses).

As in editing a lost book: the witnesses' sentences that are one text are laid together; the reading that the others
bear out best is printed, a quoted reading before a retold one; every witness's own reading is kept beside it (the
apparatus). Reprints of one text are one witness: what only they share is their text, not that of the origin. A
sentence that only one witness has is printed only if that witness quotes it, and the apparatus then shows that one
witness alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from ..model import Relation, Witness
from .alignment import in_common
from .credit import agencies, same_body
from .families import families_of
from .readings import Reading, as_sentence, reading_at
from .sequence import in_order
from .story import Laid, Link, Place
from .variants import laid_together

MOST_SENTENCES = 400
"""Sentences of one origin laid together; longer origins keep their beginning."""


def rebuilt(
    laid: Laid, places: Iterable[Place], links: Mapping[Place, Sequence[Link]], *,
    attributed: Set[Place] | None = None, author: frozenset[str] = frozenset(), alone: bool = False,
) -> tuple[str | None, tuple[Witness, ...]]:  # fmt: skip
    """The text and the apparatus.

    Args:
        laid: the story.
        places: the sentences that rest on the origin.
        links: by sentence, which others are one text with it.
        attributed: those of the places that name the origin; None where the articles' own text is what is rebuilt.
        author: the telling words of the names of its author.
        alone: whether quoted sentences of a single witness belong to it.
    """
    readings = [reading_at(laid, place, author) for place in sorted(places)[:MOST_SENTENCES]]
    home = _witness_of(laid) if attributed is not None else list(range(len(laid.articles)))
    groups = laid_together(readings, links)
    if attributed is None:
        kept = [g for g in groups if len({r.place[0] for r in g}) > 1]
    else:
        kept = [g for g in groups if _belongs(g, home, attributed, alone=alone)]
    return _printed(in_order(kept), home)


def _witness_of(laid: Laid) -> list[int]:
    """For each article the number of the text that it prints: reprints of one text, and all that carry one agency's
    copy, are one branch of the tradition, so that their agreement counts once."""
    joins = [(p.a, p.b) for p in laid.pairs if p.relation is Relation.REPRINT]
    for agency in _agencies(laid):
        carriers = [n for n, article in enumerate(laid.articles)
                    if any(same_body(agency, name) for name in (*agencies(article), article.publisher))]  # fmt: skip
        joins += [(carriers[0], n) for n in carriers[1:]]
    home = [0] * len(laid.articles)
    for group in families_of(len(laid.articles), joins):
        for number in group:
            home[number] = group[0]
    return home


def _agencies(laid: Laid) -> list[str]:
    """The agencies of a story, each under one of its names."""
    known: list[str] = []
    for name in dict.fromkeys(name for article in laid.articles for name in agencies(article)):
        if not any(same_body(name, other) for other in known):
            known.append(name)
    return known


def _belongs(group: Sequence[Reading], home: Sequence[int], attributed: Set[Place], *, alone: bool) -> bool:
    """Whether a sentence is the origin's: quoted from it, or ascribed to it by two witnesses."""
    ascribed = [r for r in group if r.place in attributed]
    if alone and any(r.quoted for r in ascribed):
        return True
    witnesses = {home[r.place[0]] for r in (ascribed if alone else group)}
    return len(witnesses) > 1


def _printed(groups: Sequence[Sequence[Reading]], home: Sequence[int]) -> tuple[str | None, tuple[Witness, ...]]:
    text, witnesses = "", []
    for group in groups:
        chosen = best_reading(group, home)
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + as_sentence(chosen.words)
        for reading in sorted(group, key=lambda r: r.place):
            same = in_common(chosen.folded[:120], reading.folded[:120])
            verbatim = same / max(1, len(chosen.folded[:120]), len(reading.folded[:120]))
            witnesses.append(
                Witness(start=start, end=len(text), span=reading.span, text=reading.text, verbatim=round(verbatim, 3))
            )
    return text or None, tuple(witnesses)


def best_reading(group: Sequence[Reading], home: Sequence[int]) -> Reading:
    """The reading that quotes, shares most words with the other witnesses, and is longest; then the first."""

    def merit(reading: Reading) -> tuple[bool, float, int]:
        branches: dict[int, int] = {}
        for other in group[:12]:
            branch = home[other.place[0]]
            if branch != home[reading.place[0]]:
                common = in_common(reading.folded[:80], other.folded[:80])
                branches[branch] = max(branches.get(branch, 0), common)
        support = sum(branches.values()) / max(1, len(branches))
        return reading.quoted, round(support, 1), len(reading.folded)

    return max(group, key=lambda r: (merit(r), (-r.place[0], -r.place[1])))
