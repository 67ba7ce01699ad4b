"""JSON lines and JSON documents of crawled pages, one record a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .bounds import LARGEST, MOST_RECORDS, megabytes
from .decoding import without_surrogates
from .fields import LISTS, SUMMARY, TITLE, body_of, fetched_of, first, hints_of, named, url_of
from .members import Member, Trouble
from .source import PIECE, Source

DEEPEST = 4
"""Objects and lists around the records of a document: `response.results[]` is two deep."""


def starts_as_json(head: bytes) -> bool:
    """Whether a file begins as a JSON object or a list of such."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200]
    if start[:1] == b"[":
        start = start[1:].lstrip()
    return start[:1] == b"{" and start[1:].lstrip()[:1] in (b'"', b"")


def is_record(value: object, *, lines: bool = False) -> bool:
    """Whether a JSON value is a page or a list of pages: it has a text and says where it is from. One of those names
    is enough in a file of lines, which is nothing but records."""
    if not isinstance(value, dict):
        return isinstance(value, list) and any(is_record(one) for one in value[:3])
    plain = named(value)
    named_so = bool(body_of(plain)), bool(url_of(plain) or first(plain, TITLE))
    if all(named_so) or (lines and any(named_so)):
        return True
    return any(isinstance(value.get(name), list) and is_record(value[name]) for name in LISTS)


def parsed(text: str | bytes) -> Any:
    """The JSON value, or None for what is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def read_lines(first_line: bytes, source: Source) -> Iterator[Member | Trouble]:
    """A record a line. A line that is none is told, and the next is read."""
    line, number = first_line, 0
    while line:
        number += 1
        place = f"line {number}"
        if number > MOST_RECORDS:
            yield Trouble(reason=f"more than {MOST_RECORDS:,} lines; the rest was not read")
            return
        if len(line) > LARGEST:
            yield Trouble(place=place, reason=f"larger than {megabytes(LARGEST)}")
            while line and not line.endswith(b"\n"):
                line = source.readline(PIECE)
        elif line.strip():
            yield from _in_line(line, place)
        line = source.readline(LARGEST + 1)


def read_document(value: object, place: str = "", depth: int = 0) -> Iterator[Member | Trouble]:
    """The records of a JSON document: itself, or those of the lists inside it."""
    if isinstance(value, list):
        for number, one in enumerate(value[:MOST_RECORDS], 1):
            yield from _in_list(one, f"{place}, record {number}".removeprefix(", "), depth)
        if len(value) > MOST_RECORDS:
            yield Trouble(reason=f"more than {MOST_RECORDS:,} records; the rest was not read")
        return
    if not isinstance(value, dict):
        yield Trouble(place=place or None, reason="a JSON value, not a record of a page")
        return
    plain = named(value)
    inner = next((value[name] for name in LISTS if isinstance(value.get(name), list | dict)), None)
    if body_of(plain) is None and inner is not None and depth < DEEPEST:
        yield from read_document(inner, place, depth + 1)
    else:
        yield _member(plain, place)


def _in_list(value: object, place: str, depth: int) -> Iterator[Member | Trouble]:
    if isinstance(value, dict):
        yield from read_document(value, place, depth + 1)
    else:
        yield Trouble(place=place, reason="a JSON value, not a record of a page")


def _in_line(line: bytes, place: str) -> Iterator[Member | Trouble]:
    value = parsed(line.removeprefix(b"\xef\xbb\xbf"))
    if value is None:
        yield Trouble(place=place, reason="not JSON")
    else:
        yield from read_document(value, place)


def _member(plain: dict[str, Any], place: str) -> Member | Trouble:
    url = url_of(plain)
    body = body_of(plain)
    if body is None:
        return Trouble(place=place or None, url=url, reason=_without_text(plain, url))
    text, media_type = body
    return Member(
        place=place,
        data=without_surrogates(text),
        url=url,
        media_type=media_type,
        fetched=fetched_of(plain),
        hints=hints_of(plain),
    )


def _without_text(plain: dict[str, Any], url: str | None) -> str:
    title = first(plain, TITLE)
    if url and title:
        what = "only a summary" if first(plain, SUMMARY) else "only the address"
        return f"{what} of “{title}” is given, not its text"
    return "a record without a text under any of the names that are read (docs/formats.md)"
