"""Quantities: our own grammar, as no library reads crore, bounds and "three of the five" right.

Numerals are read first, then joined to amounts with unit, currency, bound and range; a parse tells what they count.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from firsthand.model import Quantity

from ..letters import plain_letters
from .units import base_amount

__all__ = ["base_amount", "find_quantities"]


@lru_cache(maxsize=256)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in order; dates, clock times, designators and links are none."""
    from .reader import read_quantities

    plain = plain_letters(text)
    found = read_quantities(plain)
    return found if plain == text else tuple(replace(one, text=text[one.start : one.end]) for one in found)
