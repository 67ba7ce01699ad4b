"""Pages: bytes as found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the feed or the record that held a page says of it. None where it is silent."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """ISO 8601."""
    modified: str | None = None
    language: str | None = None
    section: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A stretch of a page's text that was garbled by a wrong decoding on its way, and is put right."""

    start: int
    end: int
    original: str
    """The characters as they were found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was found at one place, decoded but otherwise untouched.

    `text` is the decoded source (for HTML the markup itself); every offset into the page counts its code points.
    """

    id: str
    path: str
    """The path as given by the caller."""
    url: str | None
    sha256: str
    """Of the bytes as found."""
    media_type: str
    """`text/plain`, `text/markdown` or `text/html`."""
    charset: str
    """The encoding that the bytes were decoded with."""
    text: str
    fetched: str | None = None
    """When the page was fetched (ISO 8601), where its container or the fetch says so."""
    hints: Hints | None = None
    repairs: tuple[Repair, ...] = ()
