"""Sentences of two articles that say one thing in largely the same words, though no run of words survived.

Candidates come from an inverted index over rare words by prefix filtering (Bayardo et al. 2007): two sentences can
reach the wanted similarity only if they share one of their rarest words, so common words are never looked up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .alignment import Pairs, Text, common
from .words import FUNCTION_WORDS, Words

ALIKE = 0.47
"""Share of the weightier sentence's words, weighed by rarity, that the other has. Read off by hand on six stories: from
here up nearly all are one sentence retold or one official's list repeated; at 0.35 half are two reports of one fact."""
TELLING, TELLING_WEIGHT = 4, 3.0
"""Common words that are no part of a name, and their rarity together in natural logarithms a word."""
LONGEST = 90
"""Words of a sentence; longer ones are lists and tables."""
MOST_HOLDERS = 200
"""Distinct sentences that hold a word, up to which the word is looked up at all."""

Where = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One distinct sentence, as sets of folded words, with everywhere it stands."""

    words: frozenset[str]
    telling: frozenset[str]
    places: list[Where]


def rewritten(texts: Sequence[Words]) -> Iterator[tuple[Where, Where]]:
    """Places of alike sentences (article and sentence numbers), first article lower, in order."""
    lines = _lines(texts)
    holders: dict[str, int] = {}
    for line in lines:
        for word in line.words:
            holders[word] = holders.get(word, 0) + 1
    rarity = {word: math.log((1 + len(lines)) / count) for word, count in holders.items()}
    weights = [sum(rarity[w] for w in sorted(line.words)) for line in lines]
    found = []
    for one, other in _candidates(lines, rarity, holders):
        if _alike(lines[one], lines[other], rarity, max(weights[one], weights[other])):
            for p in lines[one].places:
                found += [(min(p, q), max(p, q)) for q in lines[other].places if p[0] != q[0]]
    yield from sorted(set(found))


def _lines(texts: Sequence[Words]) -> list[Line]:
    lines: dict[tuple[str, ...], Line] = {}
    for number, text in enumerate(texts):
        for k, (first, end) in enumerate(text.sentences):
            if not 5 <= end - first <= LONGEST:
                continue
            key = text.folded[first:end]
            if key not in lines:
                kept = [i for i in range(first, end) if text.surface[i] not in FUNCTION_WORDS]
                telling = frozenset(text.folded[i] for i in kept if text.content[i])
                lines[key] = Line(frozenset(text.folded[i] for i in kept), telling, [])
            lines[key].places.append((number, k))
    return list(lines.values())


def _candidates(lines: Sequence[Line], rarity: dict[str, float], holders: dict[str, int]) -> Iterator[tuple[int, int]]:
    index: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        seen: set[int] = set()
        for word in _prefix(line, rarity):
            if holders[word] <= MOST_HOLDERS:
                postings = index.setdefault(word, [])
                seen.update(postings)
                postings.append(number)
        yield from ((other, number) for other in sorted(seen))


def _prefix(line: Line, rarity: dict[str, float]) -> list[str]:
    """The rarest words of a sentence, so many that the others cannot make two sentences alike."""
    words = sorted(line.words, key=lambda w: (-rarity[w], w))
    left, chosen = sum(rarity[w] for w in words), []
    enough = ALIKE * left
    for word in words:
        if left < enough:
            break
        chosen.append(word)
        left -= rarity[word]
    return chosen


def _alike(a: Line, b: Line, rarity: dict[str, float], heavier: float) -> bool:
    telling = a.telling & b.telling
    if len(telling) < TELLING or sum(rarity[w] for w in sorted(telling)) < TELLING * TELLING_WEIGHT:
        return False
    weight = sum(rarity[w] for w in sorted(a.words & b.words))
    return weight >= ALIKE * heavier


def words_in_common(a: Words, b: Words, one: int, other: int) -> Pairs:
    """The equal words of two sentences, in order, as word numbers of their articles."""
    i, j = a.sentences[one], b.sentences[other]
    return [(i[0] + x, j[0] + y) for x, y in _common(a.folded[i[0] : i[1]], b.folded[j[0] : j[1]])]


@lru_cache(maxsize=4096)
def _common(a: Text, b: Text) -> Pairs:
    """The same sentence stands in many articles, so the answers are kept."""
    return common(a, b)
