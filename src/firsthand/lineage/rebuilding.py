"""The text of an origin that is not among the pages, rebuilt from the articles that carry it (its witnesses).

As in editing a lost book: the witnesses' sentences that are one text are laid together; the reading that the others
bear out best is printed, a quoted reading before a retold one; every witness's own reading is kept beside it (the
apparatus). A sentence that only one witness has is printed only if that witness quotes it, and the apparatus then shows
that one witness alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Span, Witness
from .alignment import in_common
from .citations import SAID
from .families import families_of
from .quotation import quoted_stretches
from .story import Laid, Link, Place
from .words import read_words

MOST_SENTENCES = 400
"""Sentences of one origin laid together; longer origins keep their beginning."""
QUOTED_LEAST, QUOTED_SHARE = 4, 0.5
"""Words of a quotation that is no mere catchword, and the share of a sentence that makes it the origin's sentence."""
TAIL = re.compile(rf",?\s[”\"’']?\s?(?:according\sto\s|(?:[\w’']+\s){{1,5}}(?:also\s)?{SAID}\b)[^,;]*[.]?$")
HEAD = re.compile(r"^According\sto\s[^,]{3,90},\s(?=\w)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One witness's words for one sentence of the origin."""

    place: Place
    span: Span
    text: str
    quoted: bool
    folded: tuple[str, ...]


def rebuilt(
    laid: Laid, places: Iterable[Place], links: Iterable[Link], *, alone: bool
) -> tuple[str | None, tuple[Witness, ...]]:
    """The text and the apparatus. `alone`: whether quoted sentences of a single witness belong to it."""
    readings = [reading_at(laid, place) for place in sorted(places)[:MOST_SENTENCES]]
    number = {r.place: n for n, r in enumerate(readings)}
    joins = [(number[k.a], number[k.b]) for k in links if k.a in number and k.b in number]
    groups = [[readings[n] for n in group] for group in families_of(len(readings), joins)]
    kept = [g for g in groups if len({r.place[0] for r in g}) > 1 or (alone and any(r.quoted for r in g))]
    kept.sort(key=lambda group: _position(laid, group))
    return _printed(kept)


def _position(laid: Laid, group: Sequence[Reading]) -> tuple[float, Place]:
    shares = [r.place[1] / len(laid.texts[r.place[0]].sentences) for r in group]
    return sum(shares) / len(shares), group[0].place


def _printed(groups: Sequence[Sequence[Reading]]) -> tuple[str | None, tuple[Witness, ...]]:
    text, witnesses = "", []
    for group in groups:
        chosen = best_reading(group)
        start = len(text) + (1 if text else 0)
        text += (" " if text else "") + _as_sentence(chosen.text)
        for reading in group:
            same = in_common(chosen.folded[:120], reading.folded[:120])
            verbatim = same / max(1, len(chosen.folded[:120]), len(reading.folded[:120]))
            witnesses.append(
                Witness(start=start, end=len(text), span=reading.span, text=reading.text, verbatim=round(verbatim, 3))
            )
    return text or None, tuple(witnesses)


def best_reading(group: Sequence[Reading]) -> Reading:
    """The reading that quotes, shares most words with the other witnesses, and is longest; then the first."""

    def merit(reading: Reading) -> tuple[bool, float, int]:
        others = [r for r in group[:12] if r.place[0] != reading.place[0]]
        support = sum(in_common(reading.folded[:80], r.folded[:80]) for r in others) / max(1, len(others))
        return reading.quoted, round(support, 1), len(reading.folded)

    return max(group, key=lambda r: (merit(r), (-r.place[0], -r.place[1])))


def reading_at(laid: Laid, place: Place) -> Reading:
    """What a witness has: the words inside its quotation marks, or the sentence without its attribution."""
    article = laid.articles[place[0]]
    start, end = laid.stretch(place)
    inside = [(max(a, start), min(b, end)) for a, b in quoted_stretches(article.text) if a < end and start < b]
    inside = [(a, b) for a, b in inside if len(_WORD.findall(article.text[a:b])) >= QUOTED_LEAST]
    if inside and sum(b - a for a, b in inside) >= QUOTED_SHARE * (end - start):
        return _reading(article.id, place, article.text, inside[0][0], inside[-1][1], quoted=True)
    head = HEAD.match(article.text[start:end])
    if head:
        start += head.end()
    tail = TAIL.search(article.text[start:end])
    stop = start + tail.start() if tail and tail.start() > 0.4 * (end - start) else end
    return _reading(article.id, place, article.text, start, stop, quoted=False)


def _reading(article: str, place: Place, text: str, start: int, end: int, *, quoted: bool) -> Reading:
    words = text[start:end]
    return Reading(place=place, span=Span(article, start, end), text=words, quoted=quoted,
                   folded=read_words(article, words).folded)  # fmt: skip


def _as_sentence(words: str) -> str:
    words = words.strip().strip("\"“”'‘’").rstrip(" ,;")
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", "…")) else words + "."
