"""Text as the attribution model reads it: windows of word pieces with a few marks of form.

The same code prepares the training data, so that the model meets at run time what it was trained on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from firsthand.text.embeddings import VOCABULARY, VOCABULARY_SHA256
from firsthand.text.weights import checked

from .quotes import quoted_stretches

LONGEST_WINDOW = 254
"""Word pieces of a window, beside [CLS] and [SEP]."""
CLS, SEP, COLON = 101, 102, 1024
OPENS_LINE, QUOTED = 4, 8
"""Bits of a piece's mark, beside its word's case."""
LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SENTENCE_CLOSERS = frozenset('.!?”"…')


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A run of words. Position 0 of `pieces` is [CLS]; `heads` are the positions of each word's first piece."""

    pieces: tuple[int, ...]
    marks: tuple[int, ...]
    """One number a piece: `QUOTED` plus `OPENS_LINE` plus the case of the word (0..3)."""
    heads: tuple[int, ...]
    words: tuple[tuple[int, int], ...]
    """Where each word stands in the text."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a whole text."""

    ids: list[int]
    at: list[tuple[int, int]]
    is_head: list[bool]
    opens_line: list[bool]
    marks: list[int]


def cuts_of(
    pieces: Pieces, text: str, longest: int = LONGEST_WINDOW, since: int = 0, until: int | None = None,
    first: int | None = None,
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """Where the windows that together cover the pieces between two of them begin and end, cut between paragraphs where
    possible, else after a sentence.

    What a paragraph that ends in a colon announces stays in its window, since links do not cross windows.
    `first` is the length of the first window, by which the training varies the cuts.
    """
    start, limit, until = since, first or longest, len(pieces.ids) if until is None else until
    while start < until:
        end = min(_cut(pieces, start, limit, text), until)
        yield start, end
        start, limit = end, longest


@cache
def _tokenizer() -> Any:
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(str(checked(VOCABULARY, VOCABULARY_SHA256)), lowercase=True)


@cache
def punctuation() -> frozenset[int]:
    """The numbers of the word pieces without letter or digit."""
    pieces = checked(VOCABULARY, VOCABULARY_SHA256).read_text(encoding="utf-8").splitlines()
    return frozenset(n for n, piece in enumerate(pieces) if not any(ch.isalnum() for ch in piece))


def pieces_of(text: str) -> Pieces:
    """The word pieces of a text, with their marks."""
    coded = _tokenizer().encode(text, add_special_tokens=False)
    is_head = [not token.startswith("##") for token in coded.tokens]
    at: list[tuple[int, int]] = coded.offsets
    lines = {0, *(match.end() for match in LINE_BREAK.finditer(text))}
    opens_line, line, breaks = [], -1, sorted(lines)
    here = 0
    for start, _ in at:
        while here + 1 < len(breaks) and breaks[here + 1] <= start:
            here += 1
        opens_line.append(here != line)
        line = here
    return Pieces(coded.ids, at, is_head, opens_line, _marks(text, at, is_head, opens_line))


def _marks(text: str, at: list[tuple[int, int]], is_head: list[bool], opens_line: list[bool]) -> list[int]:
    quotes, marks, here, case = quoted_stretches(text), [], 0, 0
    for i, (start, end) in enumerate(at):
        if is_head[i]:
            stop = i + 1
            while stop < len(at) and not is_head[stop]:
                stop += 1
            case = _case(text[start : at[stop - 1][1]])
        while here < len(quotes) and quotes[here][1] < end:
            here += 1
        inside = here < len(quotes) and quotes[here][0] <= start
        marks.append(QUOTED * inside + OPENS_LINE * opens_line[i] + case)
    return marks


def _case(word: str) -> int:
    """0 lower case or no letters, 1 first letter upper, 2 all upper, 3 digits."""
    if any(ch.isdigit() for ch in word):
        return 3
    if word[:1].isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    return 0


def _cut(pieces: Pieces, start: int, limit: int, text: str) -> int:
    end = start + limit
    if end >= len(pieces.ids):
        return len(pieces.ids)
    for i in range(end, start + limit // 3, -1):
        if pieces.opens_line[i] and pieces.ids[i - 1] != COLON:
            return i
    for i in range(end, start + limit // 3, -1):
        if (
            pieces.is_head[i]
            and text[pieces.at[i - 1][1] - 1] in SENTENCE_CLOSERS
            and pieces.at[i - 1][1] < pieces.at[i][0]
        ):
            return i
    for i in range(end, start, -1):
        if pieces.is_head[i]:
            return i
    return end


def window_of(pieces: Pieces, start: int, end: int) -> Window:
    """The window from one piece to before another."""
    heads = [i for i in range(start, end) if pieces.is_head[i] or i == start]
    ends = [*heads[1:], end]
    return Window(
        pieces=(CLS, *pieces.ids[start:end], SEP),
        marks=(0, *pieces.marks[start:end], 0),
        heads=tuple(i - start + 1 for i in heads),
        words=tuple((pieces.at[i][0], pieces.at[j - 1][1]) for i, j in zip(heads, ends, strict=True)),
    )
