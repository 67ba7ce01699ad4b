"""An article as words: folded forms to compare by, where each stands, and which of them are somebody's quoted words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import add, and_, gt
from typing import TypeVar

from ..model import Article
from .folding import fold as fold
from .quotation import quoted_stretches
from .sentences import sentence_stretches

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
Value = TypeVar("Value")
LONGEST = 200_000
"""Code points compared of one text, as in `text.english`."""
SAID = (
    r"(?:said|says|saying|stated|states|added|adds|noted|notes|described|describes|announced|announces|confirmed|wrote|"
    r"writes|called|calls|reported|told|insisted|warned|claimed|explained|read|reads|quoted)"
)
"""Verbs of saying, for patterns."""
# Function words of English (closed class): they carry no evidence of copying by themselves.
_FUNCTION_WORDS = """a an the this that these those of in on at by for to from with without into onto over under about
    after before between through during against among upon within across toward towards as than and or but nor so if
    when while where which who whom whose what why how because since until though although i me my we us our you your
    he him his she her hers it its they them their theirs there here not no yes do does did done doing be is are was
    were been being am have has had having will would shall should can could may might must s t d ll re ve
    m also more most other some any all both each such own same only very just out up down off then now
    said say says one two"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one article. All tuples run parallel but `sentences`, which holds ranges of word numbers."""

    article: str
    surface: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[bool, ...]
    named: tuple[bool, ...]
    """Begins with a capital and does not begin a sentence: as a rule part of a name."""
    content: tuple[bool, ...]
    """Carries evidence of copying: neither a function word nor part of a name."""
    naming: tuple[bool, ...]
    """Named, and no function word."""
    sentences: tuple[tuple[int, int], ...]
    sentence_of: tuple[int, ...]
    """By word the number of its sentence."""

    def __len__(self) -> int:
        """How many words."""
        return len(self.surface)


def picked(values: tuple[Value, ...], numbers: Sequence[int]) -> tuple[Value, ...]:
    """What stands at some places of a tuple; they mostly follow each other, as the words of a passage do."""
    first, end = numbers[0], numbers[0] + len(numbers)
    if numbers[-1] == end - 1 and tuple(numbers) == tuple(range(first, end)):
        return values[first:end]
    return tuple([values[number] for number in numbers])


@lru_cache(maxsize=1024)
def words_of(article: Article) -> Words:
    """Reads an article as words."""
    return read_words(article.id, article.text)


def read_words(article: str, text: str) -> Words:
    """Reads a text as words; `article` is the id that spans will carry."""
    text = text[:LONGEST]
    # Two passes and no list of matches, which keep the garbage collector busy where there are many texts.
    starts = tuple([m.start() for m in WORD.finditer(text)])
    found = WORD.findall(text)
    looks = [_look(word) for word in found]
    surface, folded, capital, telling = zip(*looks, strict=True) if looks else ((), (), (), ())
    ends = tuple(map(add, starts, map(len, found)))
    sentences = _word_ranges(sentence_stretches(text), starts)
    first = {begin for begin, _ in sentences}
    quoted = _inside(quoted_stretches(text), starts)
    first.update(i for i, inside in enumerate(quoted) if inside and (i == 0 or not quoted[i - 1]))
    named = tuple([large and i not in first for i, large in enumerate(capital)])
    content, naming = tuple(map(gt, telling, named)), tuple(map(and_, telling, named))
    numbers = tuple(number for number, (begin, end) in enumerate(sentences) for _ in range(begin, end))
    return Words(article=article, surface=surface, folded=folded, starts=starts, ends=ends, quoted=quoted,
                 named=named, content=content, naming=naming, sentences=sentences, sentence_of=numbers)  # fmt: skip


@lru_cache(maxsize=65536)
def _look(word: str) -> tuple[str, str, bool, bool]:
    """A word in lower case, its folded form, whether it begins with a capital, and whether it is no function word."""
    lower = word.lower()
    return lower, fold(lower), word[0].isupper(), lower not in FUNCTION_WORDS


def _word_ranges(stretches: Sequence[tuple[int, int]], starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    ranges, word = [], 0
    for _, end in stretches:
        begin, word = word, bisect_left(starts, end, word)
        if word > begin:
            ranges.append((begin, word))
    return tuple(ranges)


def _inside(stretches: Sequence[tuple[int, int]], starts: Sequence[int]) -> tuple[bool, ...]:
    flags, at = [False] * len(starts), 0
    for begin, end in stretches:
        first = bisect_left(starts, begin, at)
        at = bisect_left(starts, end, first)
        flags[first:at] = [True] * (at - first)
    return tuple(flags)
