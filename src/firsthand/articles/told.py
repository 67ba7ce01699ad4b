"""What the head of an HTML page tells of its article: title, summary, and the text itself where JSON-LD holds it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape

LARGEST_HEAD = 500_000
LARGEST_DATA = 2_000_000
MOST_BODIES = 3
_META = re.compile(r"<meta\b([^<>]{1,2000})>", re.IGNORECASE)
_DESCRIBING = re.compile(r"(?:name|property)\s*=\s*[\"']?(?:og:|twitter:)?description\b", re.IGNORECASE)
_CONTENT = re.compile(r"content\s*=\s*(?:\"([^\"]{10,1500})\"|'([^']{10,1500})')", re.IGNORECASE)
_BODY = re.compile(r"\"articleBody\"\s*:\s*(?=\")")
_MARKUP = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, slots=True)
class Told:
    """Letters and digits alone, in lower case; empty where the page does not say."""

    title: str
    summary: str
    body: str


def read_told(source: str, title: str | None) -> Told:
    """What the head tells; the title has been read before."""
    return Told(letters(title or ""), letters(_summary(source[:LARGEST_HEAD])), letters(_body(source[:LARGEST_DATA])))


def letters(text: str) -> str:
    """What two copies of one text have in common, whatever their blanks and quotation marks."""
    return "".join(filter(str.isalnum, text)).lower()


def _summary(head: str) -> str:
    for meta in _META.finditer(head):
        content = _CONTENT.search(meta[1]) if _DESCRIBING.search(meta[1]) else None
        if content:
            return unescape(content[1] or content[2])
    return ""


def _body(source: str) -> str:
    read = json.JSONDecoder(strict=False)
    found: list[str] = []
    for mark in _BODY.finditer(source):
        if len(found) == MOST_BODIES:
            break
        try:
            value, _ = read.raw_decode(source, mark.end())
        except (ValueError, RecursionError):
            continue
        found.append(_MARKUP.sub(" ", unescape(str(value))))
    return " ".join(found)
