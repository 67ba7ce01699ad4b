"""What an HTML page declares in its source: meta elements, attributes, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w:-]{2,30})\s*=\s*(?:\"([^\"]{0,1500})\"|'([^']{0,1500})'|([^\s\"'>]{1,300}))")
_JSON_LD = re.compile(r"<script\b[^<>]{0,300}ld\+json[^<>]{0,300}>", re.IGNORECASE)
LARGEST_JSON = 400_000
LARGEST_HEAD = 2_000_000
"""Characters of the source among which such scripts are looked for."""


def attributes_of(inside: str) -> dict[str, str]:
    """The attributes written inside a tag."""
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(inside)}


def metas_of(source: str) -> Iterator[tuple[str, str]]:
    """Names of meta elements, in lower case, with their content; the first of each name."""
    seen = set()
    for match in _META.finditer(source):
        attributes = attributes_of(match[1])
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if name and name not in seen and attributes.get("content", "").strip():
            seen.add(name)
            yield name, attributes["content"].strip()


def linked_data(source: str) -> Iterator[dict[str, Any]]:
    """The things that the page's JSON-LD describes, those inside a graph too."""
    for number, match in enumerate(_JSON_LD.finditer(source[:LARGEST_HEAD])):
        stop = source.find("</", match.end(), match.end() + LARGEST_JSON)
        while stop >= 0 and source[stop : stop + 8].lower() != "</script":
            stop = source.find("</", stop + 2, match.end() + LARGEST_JSON)
        if stop < 0 or number > 20:
            continue
        try:
            yield from _things(json.loads(source[match.end() : stop].strip(), strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for one in value[:50]:
            yield from _things(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _things(value.get("@graph", []), depth + 1)


def types_of(thing: dict[str, Any]) -> set[str]:
    """The types of a thing."""
    kind = thing.get("@type")
    return {str(one) for one in kind} if isinstance(kind, list) else {str(kind)}


def names_of(value: Any) -> list[str]:
    """The names of a person or body, or of several, however they are given."""
    if isinstance(value, list):
        return [name for one in value[:20] for name in names_of(one)]
    name = value.get("name") if isinstance(value, dict) else value
    return [unescape(name).strip()] if isinstance(name, str) and name.strip() and "://" not in name else []
