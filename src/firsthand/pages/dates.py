"""Dates as feeds and records write them, in ISO 8601. What could mean two days is left alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(Z)?)?")
_PARTIAL = re.compile(r"\d{4}(?:-\d\d)?")
_WORDS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y")
EARLIEST, LATEST = 1990, 2100
"""Years in which a page of the web can have been published."""


def iso(value: object) -> str | None:
    """ISO 8601 to the precision given (a day, a minute with or without its zone), or None.

    A midnight without a zone is how databases write a day. Numbers are seconds or milliseconds since 1970.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _since_1970(value)
    if not isinstance(value, str) or not 4 <= len(value) <= 60:
        return None
    text = value.strip()
    if _PARTIAL.fullmatch(text):
        return text if EARLIEST <= int(text[:4]) <= LATEST else None
    return _iso_form(text) or _compact(text) or _mail_form(text) or _words(text)


def _said(moment: datetime, *, day: bool = False) -> str | None:
    if not EARLIEST <= moment.year <= LATEST:
        return None
    if day or (moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0)):
        return moment.date().isoformat()
    return moment.replace(second=0, microsecond=0).isoformat(timespec="minutes").replace("+00:00", "Z")


def _since_1970(value: float) -> str | None:
    seconds = value / 1000 if abs(value) > 1e11 else value
    try:
        return _said(datetime.fromtimestamp(seconds, UTC)) if seconds > 6e8 else None
    except (OverflowError, ValueError, OSError):
        return None


def _iso_form(text: str) -> str | None:
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        return None
    try:
        return _said(datetime.fromisoformat(text.replace(" UTC", "+00:00")), day=len(text) == 10)
    except ValueError:
        return None


def _compact(text: str) -> str | None:
    """`20250627`, `20250627T140500Z`, `20250627140500` (GDELT: UTC)."""
    found = _COMPACT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, _, zulu = found.groups()
    try:
        moment = datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), tzinfo=UTC if zulu else None
        )
    except ValueError:
        return None
    return _said(moment, day=hour is None)


def _mail_form(text: str) -> str | None:
    """`Fri, 27 Jun 2025 14:05:00 +0530`, as RSS has it."""
    if ":" not in text:
        return None
    try:
        return _said(parsedate_to_datetime(text))
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _words(text: str) -> str | None:
    """`June 27, 2025` and its like."""
    for form in _WORDS:
        try:
            return _said(datetime.strptime(text.replace(".", ""), form), day=True)
        except ValueError:
            continue
    return None
