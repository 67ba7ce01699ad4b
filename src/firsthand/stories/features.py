"""What of an article tells its event from others: words, names, numbers, shingles, days, and a vector of its lead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

from firsthand.model import Article

from .background import OFTEN_A_NAME, RAREST, word
from .days import Days, days_of

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
LONGEST = 20_000
"""Code points read of one article: the tail of a longer one is background, and time stays bounded."""
LEAD = 80
"""Words that count as title and lead: a headline and two or three sentences of agency copy."""
TAIL = 0.5
"""What a word after the lead counts beside one in it."""
SHINGLE = 5
"""Words in a shingle: by five words in a row chance agreement has become rare, and light edits leave some whole."""

BAGS = ("words", "lead", "names", "numbers", "pairs")
RARE = 1.0
"""Weight from which a word enters a pair: all but function words and the commonest verbs."""

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """One article as the comparison sees it. Bags are of unit length."""

    article: str
    words: Bag
    lead: Bag
    names: Bag
    numbers: Bag
    pairs: Bag
    """Two rare words that stand next to each other in the lead, common ones left out: "red sox", "lead vote"."""
    shingles: frozenset[int]
    days: Days
    vector: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Term:
    """One token: its key, rarity, whether it names something, and its place in the reading order."""

    key: str
    weight: float
    name: bool
    number: bool
    position: int


def features_of(article: Article, embed: Callable[[Sequence[str]], npt.NDArray[np.float32]]) -> Features:
    """All features of one article, from its own text alone."""
    text = f"{(article.title or '')[:LONGEST]}\n{article.text[:LONGEST]}"
    terms = list(terms_of(text))
    return Features(
        article=article.id,
        words=bag(terms),
        lead=bag(t for t in terms if t.position < LEAD),
        names=bag(t for t in terms if t.name),
        numbers=bag(t for t in terms if t.number),
        pairs=bag(pairs_of(terms[:LEAD])),
        shingles=shingles_of([t.key for t in terms]),
        days=days_of(article),
        vector=lead_vector(article, embed),
    )


def terms_of(text: str) -> Iterator[Term]:
    """The tokens of a text. One that the language mostly capitalises is a name: in titles capitals prove nothing."""
    for position, match in enumerate(TOKEN.finditer(text)):
        form = match.group()
        known = word(form.lower())
        number = form[0].isdigit()
        name = form[0].isupper() and known.capital >= OFTEN_A_NAME and not number and len(form) > 1
        weight = min(RAREST, known.weight)
        yield Term(form.lower() if name else stem(form.lower()), weight, name, number, position)


def pairs_of(terms: Sequence[Term]) -> Iterator[Term]:
    """Each two rare words in a row as one term, as rare as both together."""
    rare = [term for term in terms if term.weight > RARE]
    for one, two in pairwise(rare):
        yield Term(f"{one.key} {two.key}", one.weight + two.weight, False, False, one.position)


def stem(form: str) -> str:
    """A word without its commonest endings, so that "shootings" meets "shooting" and "arrests" "arrested"."""
    for ending in ("ings", "ing", "ies", "es", "ed", "s"):
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form


def bag(terms: Iterator[Term] | Sequence[Term]) -> Bag:
    """Terms weighted by rarity and by the logarithm of their uses, the lead before the tail; of unit length."""
    uses: dict[str, float] = {}
    rarity: dict[str, float] = {}
    for term in terms:
        if term.weight > 0:
            uses[term.key] = uses.get(term.key, 0.0) + (1.0 if term.position < LEAD else TAIL)
            rarity[term.key] = max(rarity.get(term.key, 0.0), term.weight)
    weights = {key: math.log1p(uses[key]) * rarity[key] for key in sorted(uses)}
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {key: w / length for key, w in weights.items()}


def shingles_of(keys: Sequence[str]) -> frozenset[int]:
    """Hashes of all runs of five tokens."""
    return frozenset(crc32(" ".join(keys[i : i + SHINGLE]).encode()) for i in range(len(keys) - SHINGLE + 1))


def lead_vector(article: Article, embed: Callable[[Sequence[str]], npt.NDArray[np.float32]]) -> npt.NDArray[np.float32]:
    """One vector for title and lead together (the encoder reads 128 word pieces)."""
    lead = " ".join(f"{article.title or ''} {article.text[:1000]}".split()[:90])
    vector: npt.NDArray[np.float32] = embed([lead or "-"])[0]
    return vector
