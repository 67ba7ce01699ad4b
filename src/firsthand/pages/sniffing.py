"""What the bytes of a file are, by their own look rather than by the name of the file."""

from __future__ import annotations

import re

MAGIC = (
    (b"%PDF-", "a PDF, not a page"),
    (b"\x89PNG", "a PNG image, not a page"),
    (b"\xff\xd8\xff", "a JPEG image, not a page"),
    (b"GIF8", "a GIF image, not a page"),
    (b"RIFF", "a media file, not a page"),
    (b"PK\x03\x04", "a zip archive, not a page"),
    (b"\x1f\x8b", "a gzip archive, not a page"),
    (b"BZh", "a bzip2 archive, not a page"),
    (b"\xfd7zXZ", "an xz archive, not a page"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive, not a page"),
    (b"\x7fELF", "a program, not a page"),
    (b"SQLite format 3", "a database, not a page"),
)
HEAD = 4096
LOOK = 65_536
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_BEFORE = r"\s*+(?:<\?[^>]{0,500}>\s*+)*+(?:<!--(?>(?:(?!-->).){0,2000})-->\s*+|<\?[^>]{0,500}>\s*+)*+"
_HTML_START = re.compile(rf"{_BEFORE}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_HTML_TAG = re.compile(
    r"</?(?:p|div|a|span|body|head|meta|h[1-6]|article|section|ul|li|br|img|table|"
    r"script)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
ANY_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}\b[^<>]{0,2000}>|&(?:[a-z]{2,8}|#\d{2,5});", re.IGNORECASE)
_DOCTYPE = r"(?:<!doctype[^>\[]{0,500}(?:\[.{0,3000}?\]\s*)?>\s*+)?"
_DATA = re.compile(
    rf"{_BEFORE}{_DOCTYPE}(?:<!--(?>(?:(?!-->).){{0,2000}})-->\s*+)*+<(?:\w{{1,20}}:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)


def not_text(data: bytes) -> str | None:
    """Why these bytes cannot be a page's, or None."""
    if not data.strip():
        return "the file is empty"
    for magic, reason in MAGIC:
        if data.startswith(magic):
            return reason
    head = data[:HEAD]
    if wide_encoding(data) is None and head.count(0) + len(CONTROLS.findall(head)) > max(4, len(head) // 20):
        return "a binary file, not a page"
    return None


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark or, without one, by zeros at every second byte or, for other scripts than Latin,
    at places of one kind alone (those of blanks, digits and markup)."""
    for mark, name in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return name
    head = data[:HEAD]
    if len(head) < 4 or 0 not in head:
        return None
    zeros = [head[place::4].count(0) for place in range(4)]
    quarter = len(head) // 4
    if zeros[2] >= quarter and zeros[3] >= quarter and zeros[0] == 0:
        return "utf-32-le"
    if zeros[0] >= quarter and zeros[1] >= quarter and zeros[3] == 0:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    # stray NUL bytes in a page fall at both kinds of places, and are few
    for more, fewer, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if more * 10 > len(head) // 2 and fewer * 10 <= more and _is_words(head, name):
            return name
    return None


def _is_words(head: bytes, name: str) -> bool:
    """Whether the bytes, read so, are letters and blanks for the most part."""
    shown = head[: len(head) // 2 * 2].decode(name, "replace")
    plain = sum(char.isalnum() or char.isspace() or char.isascii() for char in shown if char != "\x00")
    return plain >= 0.8 * len(shown)


def starts_as_html(text: str) -> bool:
    """Whether the text begins as a document of HTML does."""
    return bool(_HTML_START.match(text))


def media_type(text: str) -> str:
    """`text/html` or `text/plain`, from the text alone."""
    if starts_as_html(text):
        return "text/html"
    tags = sum(1 for _ in zip(range(6), _HTML_TAG.finditer(text[:LOOK]), strict=False))
    # plain text may show a tag or two as an example; markup without a doctype has many, soon
    return "text/html" if tags >= 6 or (tags >= 1 and text.lstrip().startswith("<")) else "text/plain"


def feed_root(text: str) -> str | None:
    """`feed` or `sitemap` for XML that lists pages, by the element it begins with; None for anything else."""
    found = _DATA.match(text[: 2 * HEAD])
    if found is None:
        return None
    return "sitemap" if found[1].lower() in {"urlset", "sitemapindex"} else "feed"
