"""Words marked inside words: the words that differ between two readings, and a passage within its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from firsthand.model import Article, Span, StoryReport

_WORD = re.compile(r"\S+")
_CORE = re.compile(r"\w(?:.*\w)?")
_EDGE = re.compile(r"^\W+|\W+$")
_MOST_WORDS = 400  # the matcher is quadratic at worst; quotations are shorter than this
_MOST_CONTEXT = 260  # characters shown on either side of a quotation: about two lines


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is marked or not."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A quotation with its marked words, inside the rest of its sentence."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


def pieces_of(text: str, marks: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The text cut at the marks, which may touch or overlap."""
    out: list[Piece] = []
    at = 0
    for start, end in merged(marks, len(text)):
        if start > at:
            out.append(Piece(text[at:start]))
        out.append(Piece(text[start:end], marked=True))
        at = end
    if at < len(text):
        out.append(Piece(text[at:]))
    return tuple(out)


def merged(ranges: Iterable[tuple[int, int]], limit: int) -> list[tuple[int, int]]:
    """Ranges in order, within 0..limit, with those that overlap joined."""
    out: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(limit, end)) for start, end in ranges):
        if start >= end:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def differing(text: str, other: str) -> list[tuple[int, int]]:
    """Where `text` has words that `other` has not at that place. Case and punctuation do not count."""
    here = list(_WORD.finditer(text))[:_MOST_WORDS]
    there = [_bare(word) for word in _WORD.findall(other)[:_MOST_WORDS]]
    matcher = SequenceMatcher(a=[_bare(word[0]) for word in here], b=there, autojunk=False)
    return [
        (_inner(here[first])[0], _inner(here[last - 1])[1])
        for tag, first, last, _, _ in matcher.get_opcodes()
        if tag != "equal" and first < last
    ]


def _inner(word: re.Match[str]) -> tuple[int, int]:
    """Where a word stands without the punctuation around it; whole where it is nothing else."""
    core = _CORE.search(word[0])
    return (word.start() + core.start(), word.start() + core.end()) if core else word.span()


def left_out(text: str, other: str) -> list[str]:
    """The runs of words that `other` has and `text` has not, where nothing stands in their place."""
    here = [_bare(word) for word in _WORD.findall(text)[:_MOST_WORDS]]
    there = _WORD.findall(other)[:_MOST_WORDS]
    matcher = SequenceMatcher(a=here, b=[_bare(word) for word in there], autojunk=False)
    return [" ".join(there[first:last]) for tag, _, _, first, last in matcher.get_opcodes() if tag == "insert"]


def bare(text: str) -> str:
    """Words alone: no capitals, no punctuation around them."""
    return " ".join(word for word in map(_bare, _WORD.findall(text)) if word)


def _bare(word: str) -> str:
    return _EDGE.sub("", word).casefold()


class Sentences:
    """The sentences of a story's articles, as far as its statements and the line breaks tell."""

    def __init__(self, story: StoryReport) -> None:
        spans = {statement.sentence for claim in story.claims for statement in claim.statements}
        self._spans: dict[str, list[Span]] = {}
        for span in sorted(spans):
            self._spans.setdefault(span.article, []).append(span)

    def around(self, article: Article, span: Span) -> tuple[int, int]:
        """From where to where the surroundings of a span are worth reading."""
        text = article.text
        floor, ceiling = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        ceiling = len(text) if ceiling < 0 else ceiling
        near = [known for known in self._spans.get(span.article, ()) if known.overlaps(span)]
        if near:
            floor = max(floor, min(span.start, near[0].start))
            ceiling = min(ceiling, max(span.end, *(known.end for known in near)))
        return floor, ceiling


def excerpt(article: Article, span: Span, sentences: Sentences, marks: Iterable[tuple[int, int]]) -> Excerpt:
    """The words of a span within their sentence. `marks` count from the start of the span."""
    floor, ceiling = sentences.around(article, span)
    text = article.text
    return Excerpt(
        before=_tail(text[floor : span.start]),
        pieces=pieces_of(text[span.start : span.end], marks),
        after=_head(text[span.end : ceiling]),
    )


def _tail(text: str) -> str:
    if len(text) <= _MOST_CONTEXT:
        return text
    return "… " + text[-_MOST_CONTEXT:].partition(" ")[2]


def _head(text: str) -> str:
    if len(text) <= _MOST_CONTEXT:
        return text
    return text[:_MOST_CONTEXT].rpartition(" ")[0] + " …"
