"""Words pointed to in the two ways of the W3C Web Annotation model: as they read, and by their place."""

from __future__ import annotations

from typing import Any

from firsthand.model import Article, Span

from .addresses import uri_of

_CONTEXT = 32
_WIDEST = 1_024
_LONGEST_SEARCHED = 100_000  # characters; each search reads the whole text, and news articles stay below this


def target(article: Article, span: Span, address: str | None) -> dict[str, Any] | None:
    """The words of a span as the target of an annotation; None where there are none.

    `start` and `end` are code points of the article's canonical text, as the model's own rule for positions wants it.
    `prefix` and `suffix` are as long as it takes for the words to be found in one place only, up to a bound: in a text
    that says one thing over and over, the position decides. `scope` is the page that the words were found on.
    """
    start, end = max(0, span.start), min(span.end, len(article.text))
    if start >= end:
        return None
    before, after = _context(article.text, start, end)
    return {
        "type": "SpecificResource",
        "source": uri_of(article.id),
        **({"scope": address} if address else {}),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": article.text[start:end],
                "prefix": article.text[before:start],
                "suffix": article.text[end:after],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the words and what stands around them are told."""
    width = _CONTEXT if len(text) <= _LONGEST_SEARCHED else _WIDEST
    while True:
        before, after = max(0, start - width), min(len(text), end + width)
        if width >= _WIDEST or _once(text, text[before:after]):
            return before, after
        width *= 2


def _once(text: str, words: str) -> bool:
    return text.find(words, text.find(words) + 1) < 0
