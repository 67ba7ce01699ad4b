"""How rare a word is in English at large, and how often it is written as a name.

Rarity that is counted in the batch itself is useless for a handful of articles, and would let a pair's likeness depend
on what else is in the folder. So it comes from a table shipped with the package (`data/words.txt`, its making in
`data/README.md`): the 40,000 commonest word forms of a large web corpus, in bands of equal rarity.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "words.txt"
DOCUMENT = 5.7
"""ln 300: from the chance of a word to the chance that a short article has it."""
RAREST = 10.0
"""Weight of a word beyond the table (its chance is under e^-15)."""
OFTEN_A_NAME = 0.5
"""Share of capital initials from which a capitalised word counts as a name where capitals prove nothing."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the table knows of a word form."""

    weight: float
    """Minus the logarithm of its share of articles: 0 for "the", 10 for what the table lacks."""
    capital: float
    """The share of its uses that begin with a capital letter."""


UNKNOWN = Word(RAREST, 1.0)


@cache
def _table() -> dict[str, Word]:
    words: dict[str, Word] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        rarity, capital, *forms = line.split()
        word = Word(max(0.0, float(rarity) - DOCUMENT), float(capital))
        words.update(dict.fromkeys(forms, word))
    return words


def word(form: str) -> Word:
    """The table's entry for a lower-case form; a form beyond the table is as rare as can be."""
    return _table().get(form, UNKNOWN)
