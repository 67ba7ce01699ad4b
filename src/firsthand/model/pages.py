"""Pages: bytes as found."""

from __future__ import annotations

from dataclasses import dataclass


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
    """`text/plain` or `text/html`."""
    charset: str
    """The encoding that the bytes were decoded with."""
    text: str
