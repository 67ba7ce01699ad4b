"""The main text of an HTML page as trafilatura finds it: one witness of two, see `choosing`."""

from __future__ import annotations

from collections.abc import Iterable

LARGEST = 4_000_000
MOST_TAGS = 20_000
"""Tags of a page for trafilatura, whose time grows faster than their number; 181 real pages have at most 3,229."""
DEEPEST = 400
"""Nesting at which the page is left to our own reader: real pages stay below 100, and tree walks recurse."""


def extract(source: str, left_out: Iterable[tuple[int, int]], deepest: int) -> str | None:
    """The main text, paragraphs by newline; None where it finds none or the page is too large or too deep for it.

    `left_out` are the ranges of the source that it need not see: scripts and comments, on which some of its patterns
    are slow, and what is no article text for certain. Without them it takes half the time.
    """
    shown = _without(source, left_out)
    if len(shown) > LARGEST or shown.count("<") > MOST_TAGS or deepest > DEEPEST:
        return None
    from trafilatura import bare_extraction

    try:
        # without its second opinions: Readability and jusText made it no better on 181 pages (F1 .9598; .9623 without)
        found = bare_extraction(shown.replace("\x00", " "), fast=True, include_comments=False, with_metadata=False)
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError, IndexError):
        return None  # a hostile page may break the library; our own reader goes on
    text = getattr(found, "text", None)
    return text if isinstance(text, str) and text else None


def _without(source: str, ranges: Iterable[tuple[int, int]]) -> str:
    kept: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        if start > at:
            kept.append(source[at:start])
        at = max(at, end)
    return "".join((*kept, source[at:]))
