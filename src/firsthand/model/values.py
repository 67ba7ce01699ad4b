"""Values read from text. Offsets are code points of the text they were read from, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Bound(StrEnum):
    """How an amount bounds the true one."""

    EXACT = "="
    ABOUT = "~"
    MORE = ">"
    """more than, over, at least"""
    LESS = "<"
    """less than, under, at most, up to, nearly"""
    RANGE = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount with its unit and what is counted.

    `high` is set for ranges only. `of` is the M in "three of the five". `counted` is the head phrase as written
    ("civilians", "S-400 squadrons"), `unit` normalised (`USD`, `INR`, `%`, `km`, `year`, or None for plain counts),
    `role` tells amounts apart that must not be compared: `count`, `money`, `measure`, `percent`, `age`, `ordinal`.
    """

    start: int
    end: int
    text: str
    amount: Decimal
    high: Decimal | None
    unit: str | None
    bound: Bound
    of: Decimal | None
    counted: str | None
    role: str
    of_subject: bool = False
    """Whether `counted` is what the amount is said of ("turnout was 61 percent"), and not what stands behind it."""


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time expression resolved to an interval.

    `value` is TIMEX3 (`2025-06-26`, `2025-06-26T10:00`, `2025-06`, `P3D`, `PRESENT_REF`). `first` and `last` bound the
    days it may mean (inclusive; None where the text and anchor cannot tell). `clock` is set for times of day.
    `weekday_given` and `conflict` serve "Thursday (June 27)" where the weekday does not fit the date.
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    first: date | None
    last: date | None
    clock: datetime | None
    precision: str
    """`minute`, `hour`, `part-of-day`, `day`, `week`, `month`, `season`, `year`, `vague`"""
    basis: str
    """`explicit` (all parts written), `anchor` (completed from the anchor), `relative` ("on Thursday", "last week")"""
    conflict: str | None
    """In plain words, where the parts contradict each other."""
