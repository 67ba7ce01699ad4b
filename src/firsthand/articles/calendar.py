"""Dates and times as pages print them. Closed lists of the language: months, weekdays, time zones with one meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from firsthand.model import Precision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=lambda name: (-len(name), name))) + r")\b\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?\s?m\b\.?"
_ZONES = {
    "utc": 0,
    "gmt": 0,
    "z": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "jst": 540,
    "kst": 540,
    "aest": 600,
    "hkt": 480,
}
_ZONE = r"[+-]\d{2}:?\d{2}\b|\b(?:" + "|".join(sorted(_ZONES)) + r"|et|ct|pt|mt|ist)\b"
DATE = re.compile(
    rf"(?P<iso>\b(?P<y1>(?:19|20)\d\d)[-/](?P<m1>\d\d?)[-/](?P<d1>\d\d?)(?=\b|T))"
    rf"|(?P<mdy>\b(?P<mn2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?P<y2>(?:19|20)\d\d)\b)?)"
    rf"|(?P<dmy>\b(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<mn3>{_MONTH})(?:,?\s+(?P<y3>(?:19|20)\d\d)\b)?)"
    rf"|(?P<num>\b(?P<a4>\d{{1,2}})[/.](?P<b4>\d{{1,2}})[/.](?P<y4>(?:19|20)?\d\d)\b)",
    re.IGNORECASE,
)
TIME = re.compile(rf"(?P<clock>{_CLOCK})\s*\(?(?P<zone>{_ZONE})?\)?", re.IGNORECASE)
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]T|[ECMP]T)\b")
_PARTS = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?(?:\.\d+)?\s*([ap])?", re.IGNORECASE)
AGE = re.compile(
    r"\b(?:\d{1,3}|an?|one|two|a few)\s*(?:s|m|h|d|w|sec(?:ond)?s?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|"
    r"months?|years?)"
    r"\s+ago\b|\bjust now\b",
    re.IGNORECASE,
)
CLOCK_ALONE = re.compile(
    r"(?:\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\.?|(?:[01]?\d|2[0-3])[:.][0-5]\d)(?:\s*\(?[A-Z]{2,4}\)?)?", re.IGNORECASE
)
"""A time of day and no more: over the entries of a running report."""
MODIFIED_STAMP = re.compile(r"\b(?:updated?|modified|edited|revised|corrected)\b", re.IGNORECASE)
"""Words before a time at which an article was changed."""
FIRST_STAMP = re.compile(
    r"\b(?:published?|posted|issued|released|created|filed|uploaded|first|originally|added|date|sent)\b", re.IGNORECASE
)
"""Words before a time at which an article came out."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date found in a text. `year` is None where it is not written; `clock` is `14:05`, `zone` `+05:30`."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    clock: str | None = None
    zone: str | None = None

    def iso(self, year: int | None = None) -> tuple[str, Precision] | None:
        """The ISO form and its precision; None without a year."""
        full = self.year or year
        if full is None:
            return None
        day = f"{full:04}-{self.month:02}-{self.day:02}"
        return (f"{day}T{self.clock}{self.zone or ''}", Precision.MINUTE) if self.clock else (day, Precision.DAY)


def moments(text: str) -> Iterator[Moment]:
    """The dates in a text (its first 2,000 characters), each with the time of day that stands beside it."""
    text = text[:2000]
    for match in DATE.finditer(text):
        parts = _parts(match, bool(_AMERICAN.search(text, match.end(), match.end() + 24)))
        if parts is None:
            continue
        year, month, day = parts
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 30]
        clock, zone = _clock_beside(before, after)
        yield Moment(match.start(), match.end(), year, month, day, clock, zone)


def _parts(match: re.Match[str], american: bool = False) -> tuple[int | None, int, int] | None:
    if match["iso"]:
        year, month, day = int(match["y1"]), int(match["m1"]), int(match["d1"])
        return _valid(year, month, day)
    if match["mdy"]:
        return _valid(_int(match["y2"]), _month(match["mn2"]), int(match["d2"]))
    if match["dmy"]:
        return _valid(_int(match["y3"]), _month(match["mn3"]), int(match["d3"]))
    first, second, year = int(match["a4"]), int(match["b4"]), int(match["y4"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    if first > 12:
        return _valid(year, second, first)
    # 06/01/2018 may be June or January: told apart only where one part is over twelve,
    # or a zone of the United States, where the month comes first, stands behind
    return _valid(year, first, second) if second > 12 or first == second or american else None


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _valid(year: int | None, month: int, day: int) -> tuple[int | None, int, int] | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return year, month, day


def _clock_beside(before: str, after: str) -> tuple[str | None, str | None]:
    weekday = rf"(?:\s*,?\s*{WEEKDAY})?"
    following = re.match(rf"(?:T|[\s,|@•·-]{{0,4}}(?:at\s+)?)(?={_CLOCK})", after, re.IGNORECASE)
    found = TIME.match(after, following.end()) if following else None
    if found is None:
        earlier = re.search(
            rf"(?:{_CLOCK})\s*(?:{_ZONE})?\s*[,|]?{weekday}[\s,|"
            rf"@]*(?:on\s+)?$",
            before,
            re.IGNORECASE,
        )
        found = TIME.match(before, earlier.start()) if earlier else None
    return (_clock(found["clock"]), _zone(found["zone"])) if found else (None, None)


def _clock(text: str) -> str | None:
    match = _PARTS.match(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _zone(text: str | None) -> str | None:
    if not text:
        return None
    if text[0] in "+-":
        return f"{text[:3]}:{text[-2:]}"
    minutes = _ZONES.get(text.lower())
    if minutes is None:
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
