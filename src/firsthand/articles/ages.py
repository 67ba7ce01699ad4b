"""How old a page says an article is ("39 minutes ago"), counted back from when the page was fetched.

An age without a time of fetching stays an age: a negative duration of ISO 8601 (`-PT39M`), never chosen as a date.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from firsthand.model import DateCandidate, Precision

from .calendar import AGE, MODIFIED_STAMP

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "a few": 3, "few": 3}
_PARTS = re.compile(r"(?P<n>\d{1,3}|an?(?: few)?|one|two)\s*(?P<unit>[a-z]+)\s+ago", re.IGNORECASE)
# an age is rounded: of weeks and more only the next coarser unit of the calendar is sure
_UNITS = {
    "s": (1, "S", Precision.MINUTE),
    "m": (60, "M", Precision.MINUTE),
    "h": (3600, "H", Precision.HOUR),
    "d": (86_400, "D", Precision.DAY),
    "w": (604_800, "W", Precision.MONTH),
    "mo": (2_629_800, "M", Precision.YEAR),
    "y": (31_557_600, "Y", Precision.YEAR),
}
_FORMS = {Precision.MINUTE: 16, Precision.HOUR: 13, Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
_DAYS = re.compile(r"\b(?P<day>today|yesterday)\b", re.IGNORECASE)


def age_in(text: str, fetched: str | None) -> DateCandidate | None:
    """What a line's age ("39 minutes ago", "yesterday") says, by the time of fetching where that is known."""
    match = AGE.search(text[:400])
    if match is None:
        return _named_day(text, fetched)
    words = match[0]
    modified = bool(MODIFIED_STAMP.search(text[: match.start()]))
    parts = _PARTS.match(words)
    number = _NUMBERS.get(parts["n"].lower()) or int(parts["n"]) if parts else 0
    seconds, letter, precision = _UNITS[_unit(parts["unit"]) if parts else "s"]
    at = _fetched(fetched)
    if at is None:
        mark = "T" if letter in "SH" or (letter == "M" and seconds == 60) else ""
        value = f"-P{mark}{number}{letter}"
        return DateCandidate(value=value, precision=precision, basis="relative age", modified=modified, words=words)
    return _candidate(at - timedelta(seconds=number * seconds), precision, words, modified)


def is_age_alone(candidate: DateCandidate) -> bool:
    """Whether a candidate is an age of which nobody knows when it was told."""
    return candidate.value.startswith("-P")


def _unit(name: str) -> str:
    return "mo" if name.lower().startswith("mo") else name[0].lower()


def _named_day(text: str, fetched: str | None) -> DateCandidate | None:
    match, at = _DAYS.search(text[:120]), _fetched(fetched)
    if match is None or at is None:
        return None
    day = at - timedelta(days=match["day"].lower() == "yesterday")
    return _candidate(day, Precision.DAY, match[0], bool(MODIFIED_STAMP.search(text[: match.start()])))


def _candidate(at: datetime, precision: Precision, words: str, modified: bool) -> DateCandidate:
    value = at.isoformat()[: _FORMS[precision]]
    if precision in {Precision.MINUTE, Precision.HOUR} and at.tzinfo is not None:
        value += at.isoformat(timespec="minutes")[16:]
    return DateCandidate(value=value, precision=precision, basis="relative age", modified=modified, words=words)


def _fetched(value: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if value else None
    except ValueError:
        return None
