"""The main text of an HTML page as trafilatura finds it, with what the page's metadata say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

LARGEST = 4_000_000
MOST_TAGS = 20_000
"""Tags of a page for trafilatura, whose time grows faster than their number; 181 real pages have at most 3,229."""
LONGEST_SCRIPT = 20_000
"""Characters of a script that is left in: trafilatura reads the page's own data there by patterns that take long."""
DEEPEST = 400
"""Nesting at which the page is left to our own reader: real pages stay below 100, and tree walks recurse."""
_OPENING = re.compile(
    r"<(/?)(div|p|span|b|i|em|font|section|article|ul|li|table|tr|td|blockquote|a|strong|center)\b", re.IGNORECASE
)

_SCRIPT = re.compile(r"<script\b[^<>]{0,2000}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extracted:
    """Main text (paragraphs by newline) and metadata, each None where the page does not say."""

    text: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    publisher: str | None = None


def extract(source: str) -> Extracted | None:
    """What trafilatura makes of the page; None where it finds nothing or the page is too large or too deep for it."""
    source = _without_long_scripts(source)
    if len(source) > LARGEST or source.count("<") > MOST_TAGS or _depth(source) > DEEPEST:
        return None
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            source.replace("\x00", " "),
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError, IndexError):
        return None  # a hostile page may break the library; our own reader goes on
    said: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found is not None else {}
    if not said.get("text"):
        return None
    return Extracted(said["text"], said.get("title"), said.get("author"), said.get("date"), said.get("sitename"))


def _without_long_scripts(source: str) -> str:
    """The source without the long scripts, which show nothing."""
    kept: list[str] = []
    at = 0
    for opening in _SCRIPT.finditer(source):
        if opening.start() < at:
            continue
        closing = _SCRIPT_END.search(source, opening.end())
        stop = closing.start() if closing else len(source)
        if stop - opening.end() > LONGEST_SCRIPT:
            kept.append(source[at : opening.end()])
            at = stop
        if closing is None:
            break
    return "".join((*kept, source[at:]))


def _depth(source: str) -> int:
    """How deep elements are nested, at most (end tags left out in HTML only make it larger)."""
    depth = deepest = 0
    for match in _OPENING.finditer(source):
        name = match[2].lower()
        if name in {"p", "li", "td", "tr"}:
            continue  # their end tags are often left out
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
