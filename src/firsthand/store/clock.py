"""The time of day as rows have it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """ISO 8601 in UTC, to the millisecond, so that the text sorts as the time does."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
