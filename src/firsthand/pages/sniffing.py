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
    (b"\x7fELF", "a program, not a page"),
    (b"SQLite format 3", "a database, not a page"),
)
HEAD = 4096
LOOK = 65_536
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?>(?:(?!-->).){0,2000})-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(
    r"</?(?:p|div|a|span|body|head|meta|h[1-6]|article|section|ul|li|br|img|table|"
    r"script)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_DATA = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:rss|feed|urlset|sitemapindex)\b", re.IGNORECASE)


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
    """UTF-16 or UTF-32, by its mark or, for Latin letters in UTF-16, by a zero at every second byte."""
    for mark, name in (
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return name
    head = data[:HEAD]
    even, odd, half = head[::2].count(0), head[1::2].count(0), max(len(head) // 2, 1)
    # English text has a zero high byte in nearly all pairs; stray NUL bytes in a page stay far below half
    if odd > half * 0.5 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.5 and odd < half * 0.1:
        return "utf-16-be"
    return None


def media_type(text: str) -> str:
    """`text/html` or `text/plain`, from the text alone."""
    if _HTML_START.match(text):
        return "text/html"
    tags = sum(1 for _ in zip(range(6), _HTML_TAG.finditer(text[:LOOK]), strict=False))
    # plain text may show a tag or two as an example; markup without a doctype has many, soon
    return "text/html" if tags >= 6 or (tags >= 1 and text.lstrip().startswith("<")) else "text/plain"


def is_feed(text: str) -> bool:
    """Whether the text is an RSS or Atom feed or a sitemap, which hold links to pages and are none."""
    return bool(_DATA.match(text[:HEAD]))
