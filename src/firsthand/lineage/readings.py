"""What a witness has of one sentence of an origin: the words in its quotation marks, or the sentence it retells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Span
from .quotation import quoted_stretches
from .story import Laid, Place
from .words import FUNCTION_WORDS, SAID, read_words

QUOTED_LEAST, QUOTED_SHARE = 4, 0.5
"""Words of a quotation that is no mere catchword, and the share of a sentence that makes it the origin's sentence."""
TAIL = re.compile(rf",?\s[”\"’']?\s?(?:according\sto\s|(?:[\w’']+\s){{1,5}}(?:also\s)?{SAID}\b)[^,;]*[.]?$")
HEAD = re.compile(
    rf"^(?:According\sto\s[^,]{{3,90}},\s|[^,;:“”\"]{{3,120}}\b{SAID}\s(?:(?:the\s)?[A-Z][^,;:“”\"]{{1,40}}\s)?(?:in\s[^,;:“”\"]{{1,60}}\s)?that\s)(?=[\w“\"])"
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One witness's words for one sentence of the origin."""

    place: Place
    span: Span
    text: str
    words: str
    """The text without what stands between two pieces of a quotation."""
    quoted: bool
    folded: tuple[str, ...]
    telling: frozenset[str]


def reading_at(laid: Laid, place: Place, author: frozenset[str] = frozenset()) -> Reading:
    """What a witness has: the words inside its quotation marks, or the sentence without its attribution.

    `author` are the telling words of the names of the origin's author, which say nothing about the sentence.
    """
    article = laid.articles[place[0]]
    start, end = laid.stretch(place)
    inside = [(max(a, start), min(b, end)) for a, b in quoted_stretches(article.text) if a < end and start < b]
    inside = [(a, b) for a, b in inside if len(_WORD.findall(article.text[a:b])) >= QUOTED_LEAST]
    if inside and sum(b - a for a, b in inside) >= QUOTED_SHARE * (end - start):
        return _reading(article.id, place, article.text, inside, author, quoted=True)
    line = article.dateline
    if line is not None and start <= line.start < line.end < end and not article.text[line.end].isalnum():
        start += len(article.text[start:end]) - len(article.text[line.end : end].lstrip(" -–—:)"))
    head = HEAD.match(article.text[start:end])
    if head:
        start += head.end()
    tail = TAIL.search(article.text[start:end])
    stop = start + tail.start() if tail and tail.start() > 0.4 * (end - start) else end
    return _reading(article.id, place, article.text, [(start, stop)], author, quoted=False)


def _reading(
    article: str, place: Place, text: str, pieces: list[tuple[int, int]], author: frozenset[str], *, quoted: bool
) -> Reading:
    start, end = pieces[0][0], pieces[-1][1]
    words = " ".join(text[a:b].strip() for a, b in pieces)
    read = read_words(article, words)
    telling = frozenset(f for f, w in zip(read.folded, read.surface, strict=True) if w not in FUNCTION_WORDS)
    return Reading(place=place, span=Span(article, start, end), text=text[start:end], words=words, quoted=quoted,
                   folded=read.folded, telling=telling - author)  # fmt: skip


def as_sentence(words: str) -> str:
    """A reading as a sentence by itself."""
    words = words.strip().strip("\"“”'‘’").rstrip(" ,;")
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", "…")) else words + "."
