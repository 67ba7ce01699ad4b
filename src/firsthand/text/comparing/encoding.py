"""A pair of sentences as the comparing model reads it: word pieces, whose side each is on, and marks of form.

The same code prepares the training data, so that the model meets at run time what it was trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ..embeddings import VOCABULARY, VOCABULARY_SHA256
from ..weights import checked

LONGEST = 160
"""Word pieces of both sides, beside [CLS] and two [SEP]; the longer side is cut first."""
LONGEST_TEXT = 2000
"""Code points read of one side."""
CLS, SEP = 101, 102
STEM = 5
"""Words with this many first letters in common count as one word in another form."""


@dataclass(frozen=True, slots=True)
class EncodedPair:
    """Pieces with [CLS] and [SEP]; the side (0 first, 1 second) and the mark of each piece."""

    pieces: tuple[int, ...]
    sides: tuple[int, ...]
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    pieces: list[int]
    words: list[str]
    """The word, in lower case, that each piece is of."""
    cases: list[int]


def encode_pair(left: str, right: str) -> EncodedPair:
    """Both sides as one sequence. A mark is 0 on [CLS] and [SEP], else 1 plus three times the case of the word (lower,
    first letter upper, all upper, digits) plus 0 where the other side lacks it, 1 where it has another form of it, 2
    where it has it."""
    one, other = _side(left[:LONGEST_TEXT]), _side(right[:LONGEST_TEXT])
    first, second = _lengths(len(one.pieces), len(other.pieces))
    pieces = [CLS, *one.pieces[:first], SEP, *other.pieces[:second], SEP]
    marks = [0, *_marks(one, other)[:first], 0, *_marks(other, one)[:second], 0]
    return EncodedPair(tuple(pieces), (0,) * (first + 2) + (1,) * (second + 1), tuple(marks))


@cache
def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(str(checked(VOCABULARY, VOCABULARY_SHA256)), lowercase=True)


def _side(text: str) -> _Side:
    coded = _tokenizer().encode(text, add_special_tokens=False)
    words: list[str] = []
    cases: list[int] = []
    starts = [i for i, token in enumerate(coded.tokens) if i == 0 or not token.startswith("##")]
    for start, stop in zip(starts, [*starts, len(coded.ids)][1:], strict=True):
        word = text[coded.offsets[start][0] : coded.offsets[stop - 1][1]]
        words += [word.lower()] * (stop - start)
        cases += [_case(word)] * (stop - start)
    return _Side(coded.ids, words, cases)


def _case(word: str) -> int:
    if any(ch.isdigit() for ch in word):
        return 3
    if word[:1].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 0


def _marks(own: _Side, other: _Side) -> list[int]:
    there = set(other.words)
    stems = {word[:STEM] for word in there if len(word) >= STEM and word.isalpha()}
    return [
        1 + 3 * case + (2 if word in there else 1 if word.isalpha() and word[:STEM] in stems else 0)
        for word, case in zip(own.words, own.cases, strict=True)
    ]


def _lengths(first: int, second: int) -> tuple[int, int]:
    over = first + second - LONGEST
    if over <= 0:
        return first, second
    half = LONGEST // 2
    if min(first, second) <= half:
        return (LONGEST - second, second) if second <= half else (first, LONGEST - first)
    return half, LONGEST - half
