"""The hour of one event: clock times side by side, and beside parts of the day."""

from __future__ import annotations

import re

from ...model import TimeExpression
from ..agreement import Agreement, Comparison

SLACK = 20  # minutes between two clock times that rounding explains: 3:33 and 3:30, "around 4 p.m." and "just past 4"


def by_clock(left: TimeExpression, right: TimeExpression) -> Comparison | None:
    """The outcome by the time of day alone; None where one has none, or the hours agree."""
    if left.clock is None or right.clock is None or _other_zone(left, right):
        return None
    if left.first and right.first and abs((left.clock - right.clock).total_seconds()) <= SLACK * 60:
        return None  # across midnight
    minutes = abs((left.clock.hour * 60 + left.clock.minute) - (right.clock.hour * 60 + right.clock.minute))
    if minutes <= SLACK:
        near = left.first and right.first and abs((left.first - right.first).days) == 1
        return Comparison(Agreement.COMPATIBLE, "one hour; the days are told beside it") if near else None
    if left.precision != right.precision and minutes < 60:
        return Comparison(Agreement.COMPATIBLE, "one hour is given roughly")
    return Comparison(Agreement.DIFFERENT, f"{left.text} is not {right.text}")


def _other_zone(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether one clock time names a zone and the other does not, or names another."""
    zones = [time.clock.utcoffset() if time.clock else None for time in (left, right)]
    return zones[0] != zones[1]


PART = re.compile(r"T(MO|AF|EV|NI)$")

HOURS = {"MO": (0, 13), "AF": (11, 19), "EV": (16, 24), "NI": (17, 30)}
"""From which hour to which a part of the day (TIMEX3) is said of, generously; a night runs on to six."""


def by_part(left: TimeExpression, right: TimeExpression) -> Comparison | None:
    """The outcome of a part of a day beside an hour, or another part, of a day that can be the same; None where there
    is no part, or they fit."""
    if left.first and left.last and right.first and right.last and (left.last < right.first or right.last < left.first):
        return None
    mine, theirs = hours_of(left), hours_of(right)
    if not (mine and theirs) or not (PART.search(left.value) or PART.search(right.value)):
        return None
    if any(a <= d and c <= b for a, b in mine for c, d in theirs):
        return None
    return Comparison(Agreement.DIFFERENT, f"{left.text} is not {right.text}")


def hours_of(time: TimeExpression) -> list[tuple[int, int]]:
    """The hours of the day that a time may mean, none where it tells none or counts them in a zone of its own."""
    part = PART.search(time.value)
    if part is not None:
        first, last = HOURS[part[1]]
        return [(first, last), (0, last - 24)] if last > 24 else [(first, last)]
    if time.clock is None or time.clock.tzinfo is not None:
        return []
    return [(time.clock.hour, time.clock.hour)]
