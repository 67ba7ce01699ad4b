"""Ordinals: "22nd", "the third attack". They rank, so they are never compared with amounts."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from firsthand.model import Bound, Quantity

from ..tokens import Tokens
from . import words
from .counted import counted_phrase

ORDINAL = re.compile(
    rf"\b(?:(\d{{1,3}}(?:,\d{{3}})*)(st|nd|rd|th)|((?:(?:{'|'.join(words.TENS)})-)?(?:{'|'.join(words.ORDINALS)})))\b",
    re.IGNORECASE,
)


def read_ordinals(text: str, tokens: Tokens, taken: Callable[[int], bool]) -> list[Quantity]:
    """The ordinals of a text, save those that stand where something else was read ("June 22nd", "two thirds")."""
    found = []
    for match in ORDINAL.finditer(text):
        token = tokens.at(match.end() - 1)
        if token is None or taken(match.start()) or (match[3] and token.pos_ != "ADJ"):
            continue
        place = counted_phrase(tokens, match.start(), match.end())
        found.append(Quantity(
            start=match.start(), end=match.end(), text=match[0], amount=_rank(match), high=None, unit=None,
            bound=Bound.EXACT, of=None, counted=text[place[0] : place[1]] if place else None, role="ordinal",
        ))  # fmt: skip
    return found


def _rank(match: re.Match[str]) -> Decimal:
    if match[1]:
        return Decimal(match[1].replace(",", ""))
    parts = match[3].lower().split("-")
    return Decimal(sum(words.TENS.get(part, 0) or words.ORDINALS.get(part, 0) for part in parts))
