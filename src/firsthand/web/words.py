"""How times, addresses and lists of links are written on the desk's pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

from firsthand.report import wording
from firsthand.report.neutral import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One choice among several, as a link."""

    text: str
    href: str
    here: bool


def clock(value: str) -> str:
    """A point in time in UTC: "2026-11-29 17:41 UTC". A script tells it in the reader's own zone."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return one_line(value)
    if len(value) <= 10:
        return wording.moment(value)
    at = at.astimezone(UTC) if at.tzinfo else at
    return f"{at:%Y-%m-%d %H:%M} UTC"


def is_web(url: object) -> bool:
    """Whether an address may be linked: http or https with a host, and nothing in it that steers."""
    if not isinstance(url, str) or one_line(url) != url or " " in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


def link(path: str, values: Iterable[tuple[str, str | None]]) -> str:
    """A path with a query of those values that are there."""
    query = urlencode([(name, value) for name, value in values if value])
    return f"{path}?{query}" if query else path
