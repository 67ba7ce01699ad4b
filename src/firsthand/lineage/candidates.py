"""Where the articles of a story run together: an inverted index from shingles to all their places.

Every shingle is looked up, not a winnowed choice of them: of fifteen words with every fourth replaced only runs of
three are left, and none of them may be lost. All places are whole numbers in arrays, so the index is one sort, and the
equal runs of one article with all later ones are another; pairs that share nothing are never looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice, pairwise, starmap
from typing import TYPE_CHECKING

from .alignment import GAP, NEIGHBOURS, Run, Text
from .idle import FEW, LEAST_WORDS, Row, idle, row_of
from .words import Words

if TYPE_CHECKING:
    from .idle import Flags, Numbers

SHINGLE = 3
"""Words of a seed. Of any ten or more words of which 80 % are kept, a run of three is left whatever the edits are
(`tests/lineage/test_passages.py` holds it); of twelve, one of four nearly always."""
ALONE = 4
"""A run of so many words is looked at by itself; a shorter one only where another lies within GAP."""
MOST_PLACES = 6
"""A shingle that stands more often than this in one article is a refrain and starts nothing."""
BLOCK = 1_000_000
"""Words laid against one article at a time, which bounds the memory."""
LETTERS = 0x110000
"""Code points there are."""
TOGETHER = 20_000
"""Runs from which on those of several articles are sorted out together."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The words of an article as numbers: what two stretches have alike is told without looking at letters."""

    letters: Text
    """Each word as one letter, which the same word has everywhere in the story: so two stretches are compared as text
    is. Where a story has more words than there are letters, the words themselves."""
    doubles: list[int]
    """Of each two words in a row."""
    telling: list[int]
    """The same, -1 where neither carries evidence of copying."""
    marks: bytes
    """Four bytes a word: its folded form, whether it is quoted, and whether it carries evidence or names."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of an index, which are in the order of shingles and then of articles."""

    shingle: Numbers
    article: Numbers
    own: tuple[Numbers, ...]
    """By article: its entries."""
    after: Numbers
    """Of each entry: the first one after it that is another article's or another shingle's."""
    end: Numbers
    """Of each: the first of another shingle."""


@dataclass(frozen=True, slots=True)
class Index:
    """The shingles of a story, by number, with all places where they stand.

    `keys` and `places` are sorted by shingle, then article, then place in it; a key is the shingle's number times the
    number of articles, plus the article's.
    """

    count: int
    shingles: tuple[Numbers, ...]
    """By article: the number of the shingle that begins at each word, or -1 for a refrain."""
    texts: tuple[Numbered, ...]
    keys: Numbers
    places: Numbers

    def runs(self) -> Iterator[tuple[tuple[int, int], list[Run]]]:
        """The equal runs of each pair of articles that has any, lower number first, in order."""
        row = row_of([text.marks for text in self.texts])
        entries = self._entries()
        held: list[tuple[Numbers, ...]] = []
        for a in range(self.count):
            for first, end in self._blocks(a + 1):
                held += self._runs_with(a, first, end, entries)
            if sum(len(runs[0]) for runs in held) >= TOGETHER or a == self.count - 1:
                yield from _by_pair(held, row)
                held = []

    def spread(self, homes: Sequence[int]) -> Numbers:
        """By shingle: in how many families it stands, given the family of each article."""
        import numpy as np

        if not len(self.keys):
            return np.zeros(0, np.int64)
        families = max(homes) + 1
        shingle, article = np.divmod(self.keys, self.count)
        each = np.sort(shingle * families + np.array(homes, np.int64)[article])
        first = np.concatenate(([True], each[1:] != each[:-1]))
        return np.bincount(shingle[first])  # the order of shingles is the same in both

    def commonly(self, article: int, first: int, last: int, spread: Numbers) -> int:
        """In how many families the commonest half of a stretch's shingles recurs (`spread`: what it says of each)."""
        import numpy as np

        known = self.shingles[article][first : max(first, last + 2 - SHINGLE)]
        counts = np.sort(spread[known[known >= 0]])
        return int(counts[len(counts) // 2]) if len(counts) else 0

    def _blocks(self, first: int) -> Iterator[tuple[int, int]]:
        words, start = 0, first
        for n in range(first, self.count):
            words += len(self.shingles[n])
            if words >= BLOCK or n == self.count - 1:
                yield start, n + 1
                words, start = 0, n + 1

    def _entries(self) -> Entries:
        import numpy as np

        shingle, article = np.divmod(self.keys, max(1, self.count))
        order = np.argsort(article, kind="stable")
        own = np.split(order, np.searchsorted(article[order], np.arange(1, self.count)))
        return Entries(shingle=shingle, article=article, own=tuple(own), after=_ends(self.keys), end=_ends(shingle))

    def _runs_with(self, a: int, first: int, end: int, entries: Entries) -> list[tuple[Numbers, ...]]:
        """The runs of one article with those numbered `first` to `end`: both articles, both places, and the length."""
        import numpy as np

        own = entries.own[a]
        low, high = entries.after[own], entries.end[own]
        if first > a + 1:
            low = self.keys.searchsorted(entries.shingle[own] * self.count + first)
        if end < self.count:
            high = self.keys.searchsorted(entries.shingle[own] * self.count + end)
        shared = high > low
        own, low, sizes = own[shared], low[shared], (high - low)[shared]
        if not len(own):
            return []
        hits = np.repeat(low - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        i, j, b = np.repeat(self.places[own], sizes), self.places[hits], entries.article[hits]
        # One number for article, diagonal and place, in which the hits of one run follow each other.
        span, wide = len(self.shingles[a]) + 2, int(j.max()) + 1
        line = np.sort((b * (span + wide) + (j - i + span)) * span + i)
        breaks = np.flatnonzero(np.diff(line) != 1) + 1
        begins = line[np.concatenate(([0], breaks))]
        length = np.diff(np.concatenate(([0], breaks, [len(line)]))) + SHINGLE - 1
        diagonal, i = np.divmod(begins, span)
        b, diagonal = np.divmod(diagonal, span + wide)
        j = i + diagonal - span
        order = np.argsort((b * span + i) * wide + j)
        return [(np.full(len(b), a), b[order], i[order], j[order], length[order])]


def index_of(texts: Sequence[Words]) -> Index:
    """Reads the texts of a story into an index."""
    import numpy as np

    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    words = [np.array(list(map(numbers.__getitem__, text.folded)), dtype=np.int64) for text in texts]
    sizes = [max(0, len(w) - SHINGLE + 1) for w in words]
    none = np.zeros(0, np.int64)
    codes = np.concatenate([none, *(w[:n] for w, n in zip(words, sizes, strict=True))])
    base = max(1, len(numbers))
    for step in range(1, SHINGLE):
        following = np.concatenate([none, *(w[step : step + n] for w, n in zip(words, sizes, strict=True))])
        codes = np.unique(codes * base + following, return_inverse=True)[1]
    article = np.repeat(np.arange(len(words)), sizes)
    place = np.concatenate([none, *(np.arange(n) for n in sizes)])
    keys = codes.astype(np.int64) * len(words) + article
    order = np.argsort(keys, kind="stable")
    _, which, often = np.unique(keys, return_inverse=True, return_counts=True)
    refrain = often[which] > MOST_PLACES
    marked = np.where(refrain, -1, codes)
    kept = order[~refrain[order]]
    ends = np.cumsum(sizes)
    numbered = tuple(_numbered(text, w, base) for text, w in zip(texts, words, strict=True))
    return Index(count=len(words), texts=numbered, keys=keys[kept], places=place[kept],
                 shingles=tuple(marked[e - n : e] for e, n in zip(ends, sizes, strict=True)))  # fmt: skip


def _numbered(text: Words, words: Numbers, base: int) -> Numbered:
    import numpy as np

    flags = np.array((text.quoted, text.content, text.naming), dtype=np.int64)
    marks = words * 8 + flags[0] * 4 + flags[1] * 2 + flags[2]
    doubles = words[:-1] * base + words[1:]
    telling = np.where((flags[1, :-1] | flags[1, 1:]) > 0, doubles, -1)
    letters = "".join(map(chr, words.tolist())) if base <= LETTERS else text.folded
    return Numbered(
        letters=letters, doubles=doubles.tolist(), telling=telling.tolist(), marks=marks.astype(np.int32).tobytes()
    )


def _ends(numbers: Numbers) -> Numbers:
    """Of each of some sorted numbers: where those that are equal to it end."""
    import numpy as np

    edges = np.concatenate((np.flatnonzero(np.diff(numbers)) + 1, [len(numbers)]))
    return np.repeat(edges, np.diff(np.concatenate(([0], edges))))


def _by_pair(held: Sequence[tuple[Numbers, ...]], row: Row) -> Iterator[tuple[tuple[int, int], list[Run]]]:
    """The runs by pairs of articles, without short ones that stand alone and those that come to nothing."""
    import numpy as np

    if not held:
        return
    a, b, i, j, length = (np.concatenate(column) for column in zip(*held, strict=True))
    kept = length >= ALONE
    for step in range(1, NEIGHBOURS + 1):
        near = (b[step:] == b[:-step]) & (a[step:] == a[:-step]) & (i[step:] - i[:-step] - length[:-step] <= GAP)
        near &= (j[step:] - j[:-step] - length[:-step] <= GAP) & (j[:-step] - j[step:] - length[step:] <= GAP)
        kept[step:] |= near
        kept[:-step] |= near
    a, b, i, j, length = a[kept], b[kept], i[kept], j[kept], length[kept]
    pair = a * len(row.starts) + b
    if len(a) >= FEW:
        single = _single(pair, i, j, length)
        maybe = np.flatnonzero(single & (length >= ALONE) & (length < LEAST_WORDS))
        nothing = idle(row, row.starts[a[maybe]] + i[maybe], row.starts[b[maybe]] + j[maybe], length[maybe])
        kept = ~single | (length >= ALONE)
        kept[maybe[nothing]] = False
        pair, i, j, length = pair[kept], i[kept], j[kept], length[kept]
    edges = [0, *(np.flatnonzero(np.diff(pair)) + 1).tolist(), len(pair)]
    places = zip(i.tolist(), j.tolist(), length.tolist(), strict=True)
    for low, high in pairwise(edges):
        if low < high:
            yield divmod(int(pair[low]), len(row.starts)), list(starmap(Run, islice(places, high - low)))


def _single(pair: Numbers, i: Numbers, j: Numbers, length: Numbers) -> Flags:
    """Of each run whether it is a chain by itself whatever becomes of the others, and is in no other's way
    (`alignment.disjoint`, `joined`). The runs are in the order of pairs and of the first article.

    Told by stretches of the first article between which more than GAP words lie, so that nothing is joined across: in
    the stretch no run overlaps another on either side, and no two are so near that they come together.
    """
    import numpy as np

    wide = int((i + length).max(initial=0) + (j + length).max(initial=0)) + GAP + 1
    order = np.lexsort((j, pair))
    tied = np.empty(len(pair), bool)
    tied[order] = ~_apart((pair * wide + j)[order], length[order])
    at = pair * wide + i
    tied |= ~_apart(at, length)
    for step in range(1, NEIGHBOURS + 1):
        one, other = slice(None, -step), slice(step, None)
        gap = np.maximum(at[other] - at[one] - length[one],
                         np.maximum(j[other] - j[one] - length[one], j[one] - j[other] - length[other]))  # fmt: skip
        near = gap <= np.minimum(GAP, np.minimum(length[one], length[other]))
        tied[one] |= near
        tied[other] |= near
    begins = np.flatnonzero(np.concatenate(([True], at[1:] - np.maximum.accumulate(at + length)[:-1] > GAP)))
    size = np.diff(np.concatenate((begins, [len(pair)])))
    # Of more runs than are looked at for a neighbour, one that is left out brings others together.
    return np.repeat(~np.logical_or.reduceat(tied, begins) & (size <= NEIGHBOURS + 1), size)


def _apart(start: Numbers, length: Numbers) -> Flags:
    """Of each of some stretches in order whether it overlaps no other."""
    import numpy as np

    apart = np.ones(len(start), bool)
    ends = np.maximum.accumulate(start + length)
    apart[1:] = start[1:] >= ends[:-1]
    apart[:-1] &= start[1:] >= (start + length)[:-1]
    return apart
