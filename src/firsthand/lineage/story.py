"""A story as lineage sees it: its articles as words, their sentences, and which sentences are one text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Article, Span
from .pairs import Pair
from .quotation import quoted_stretches
from .words import Words, picked

LINK_SHARE, LINK_WORDS = 0.4, 5
"""Two sentences are one when this share of the shorter, and this many words, stand in both within a passage."""

Place = tuple[int, int]
"""An article's number and a sentence's number in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two sentences that are one text, and the words that stand in both."""

    a: Place
    b: Place
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The articles of a story, laid side by side."""

    articles: tuple[Article, ...]
    texts: tuple[Words, ...]
    pairs: tuple[Pair, ...]
    furniture: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of each article's page that are no article text, where they are known."""
    common: dict[tuple[int, int], Counter[tuple[int, int]]] = field(default_factory=dict, repr=False, compare=False)
    """What `sentences_of` has found, which is asked for more than once."""

    def sentence(self, article: int, word: int) -> int:
        """The number of the sentence that a word stands in."""
        return self.texts[article].sentence_of[word]

    def sentences_of(self, pair: Pair) -> Counter[tuple[int, int]]:
        """The sentences of two articles that have words in common, by number, with how many."""
        known = self.common.get((pair.a, pair.b))
        if known is not None:
            return known
        a, b = self.texts[pair.a].sentence_of, self.texts[pair.b].sentence_of
        words: Counter[tuple[int, int]] = Counter()
        for passage in pair.passages:
            words.update(zip(picked(a, passage.in_a), picked(b, passage.in_b), strict=True))
        self.common[pair.a, pair.b] = words
        return words

    def stretch(self, place: Place) -> tuple[int, int]:
        """Where a sentence stands in its article: from its first word to the beginning of the next sentence."""
        words = self.texts[place[0]]
        first, end = words.sentences[place[1]]
        text = self.articles[place[0]].text
        start, stop = words.starts[first], words.starts[end] if end < len(words) else len(text)
        while start > 0 and text[start - 1] in "\"“‘'([":
            start -= 1
        kept = text[start:stop].split("\n")[0].rstrip()
        trailing = len(kept) - len(kept.rstrip("\"“‘'([ "))
        if end < len(words) and trailing and text[start + len(kept) - trailing : stop].strip() in "“‘([":
            kept = kept[:-trailing].rstrip()
        return start, start + len(kept)

    def span(self, place: Place) -> Span:
        """The same as a span."""
        return Span(self.articles[place[0]].id, *self.stretch(place))

    def words_in(self, place: Place) -> range:
        """The numbers of a sentence's words."""
        return range(*self.texts[place[0]].sentences[place[1]])


def links_of(laid: Laid, pairs: Iterable[Pair]) -> list[Link]:
    """The sentences that are one text, pair by pair."""
    links = []
    lengths = [[end - first for first, end in words.sentences] for words in laid.texts]
    for pair in pairs:
        in_a, in_b = lengths[pair.a], lengths[pair.b]
        for (s, t), count in laid.sentences_of(pair).items():
            shorter = min(in_a[s], in_b[t])
            if (count >= LINK_WORDS and count >= LINK_SHARE * shorter) or count == shorter >= 3:
                links.append(Link(a=(pair.a, s), b=(pair.b, t), words=count))
    return links


def links_at(links: Iterable[Link]) -> dict[Place, list[Link]]:
    """The links of each sentence."""
    at: dict[Place, list[Link]] = {}
    for link in links:
        at.setdefault(link.a, []).append(link)
        at.setdefault(link.b, []).append(link)
    return at


def quoted_together(laid: Laid, article: int) -> Sequence[tuple[Place, Place]]:
    """Neighbouring sentences that one pair of quotation marks encloses."""
    joined = []
    sentences = laid.texts[article].sentences
    starts = laid.texts[article].starts
    firsts = [starts[first] for first, _ in sentences]
    for begin, end in quoted_stretches(laid.articles[article].text):
        one = max(0, bisect_right(firsts, begin) - 1)
        number = one
        while number + 1 < len(firsts) and firsts[number + 1] < end:
            joined.append(((article, number), (article, number + 1)))
            number += 1
    return joined
