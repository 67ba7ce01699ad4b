"""All pairs of the articles, beside what compares each text with each: difflib and rapidfuzz, in one run."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rapidfuzz.distance import LCSseq

from firsthand.lineage.candidates import index_of
from firsthand.lineage.pairs import pairs_of
from firsthand.lineage.words import Words, read_words
from firsthand.model import Article

EACH = 30
"""One pair in so many is compared by the others, and the time multiplied: difflib needs minutes for all."""


def measure(articles: Sequence[Article]) -> list[str]:
    """Processor seconds for all pairs, reading the words included (other work may run beside)."""
    start = time.process_time()
    texts = [read_words(article.id, article.text) for article in articles]
    found = len(pairs_of(texts, index_of(texts)))
    ours = time.process_time() - start
    count = len(texts) * (len(texts) - 1) // 2
    lines = [f"{count} pairs: {ours:.1f} s, {found} with passages"]
    for name, compare in METHODS:
        theirs = _seconds(texts, compare)
        lines.append(f"{name}, one pair in {EACH} measured: {theirs:.1f} s, {theirs / ours:.1f} times as long")
    return lines


def _seconds(texts: Sequence[Words], compare: Callable[[Words, Words], object]) -> float:
    pairs = list(combinations(texts, 2))
    sample = pairs[::EACH]
    start = time.process_time()
    for a, b in sample:
        compare(a, b)
    return (time.process_time() - start) * len(pairs) / len(sample)


def _by_difflib(a: Words, b: Words) -> object:
    return SequenceMatcher(None, a.folded, b.folded, autojunk=False).get_matching_blocks()


def _by_difflib_without_common_words(a: Words, b: Words) -> object:
    return SequenceMatcher(None, a.folded, b.folded).get_matching_blocks()


def _by_rapidfuzz(a: Words, b: Words) -> object:
    return LCSseq.editops(a.folded, b.folded).as_matching_blocks()


METHODS = (
    ("difflib", _by_difflib),
    ("difflib that drops common words (autojunk)", _by_difflib_without_common_words),
    ("rapidfuzz, common words in order", _by_rapidfuzz),
)
