"""What a reader finds in a container, before it is a page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.model import Hints

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f<>\"]{3,4000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One page of a container: bytes where they were kept as they came, else the text that a record gives."""

    place: str
    """Where in the container, in plain words ("record 12")."""
    data: bytes | str
    url: str | None = None
    charset: str | None = None
    """As the server declared it."""
    media_type: str | None = None
    """As the server or the feed declared it."""
    fetched: str | None = None
    hints: Hints | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A part of a container that gives no page, and why. Without a place it is of the container as a whole."""

    reason: str
    place: str | None = None
    url: str | None = None
    foreign: bool = False
    """Whether the file is of another kind altogether, and no page was ever in it."""


def address(value: str | None) -> str | None:
    """A web address as given, or None for what is none: other schemes (`javascript:`, `file:`) lead nowhere safe."""
    found = (value or "").strip().removeprefix("<").removesuffix(">").strip()
    return found if _ADDRESS.fullmatch(found) else None
