"""Days behind TIMEX3 values: the interval a value means, its precision, and steps from day to day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(T.*)?")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
MONTH = re.compile(r"(\d{4})-(\d{2})")
QUARTER = re.compile(r"(\d{4})-(Q|H)(\d)")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Meteorological, northern: the first of three months. What a text means may differ, so seasons compare loosely."""


def interval(value: str) -> tuple[date, date] | None:
    """First and last day of a TIMEX3 date value, or None where it names no certain days."""
    try:
        return _interval(value)
    except (ValueError, OverflowError):
        return None


def _interval(value: str) -> tuple[date, date] | None:
    if match := DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := WEEK.fullmatch(value):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if match[3] else 1)
        return first, first + timedelta(days=1 if match[3] else 6)
    if match := MONTH.fullmatch(value):
        return months(int(match[1]), int(match[2]), 1)
    if match := QUARTER.fullmatch(value):
        size = 3 if match[2] == "Q" else 6
        return months(int(match[1]), (int(match[3]) - 1) * size + 1, size)
    if match := SEASON.fullmatch(value):
        return months(int(match[1]), SEASON_MONTHS[match[2]], 3)
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if re.fullmatch(r"\d{3}", value):
        return date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)
    if re.fullmatch(r"\d{2}", value):
        return date(int(value) * 100, 1, 1), date(int(value) * 100 + 99, 12, 31)
    return None


def months(year: int, month: int, number: int) -> tuple[date, date]:
    """First and last day of a run of months."""
    end_year, end_month = year + (month + number - 2) // 12, (month + number - 2) % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def precision(value: str) -> str:
    """How fine a TIMEX3 value is."""
    if "T" in value and not value.startswith("P"):
        clock = value.split("T", 1)[1]
        if clock[:2].isdigit():
            return "minute" if ":" in clock else "hour"
        return "part-of-day"
    for pattern, name in (
        (r".{4}-.{2}-.{2}", "day"), (r".{4}-W.{2}(-WE)?", "week"), (r".{4}-[QH].", "season"),
        (r".{4}-(SP|SU|FA|WI)", "season"), (r".{4}-.{2}", "month"), (r"[\dX]{4}", "year"),
    ):  # fmt: skip
        if re.fullmatch(pattern, value):
            return name
    return "vague"


def step(day: date, number: int, code: str) -> date | None:
    """The day a number of units away; None beyond the calendar."""
    try:
        if code in ("D", "W", "2W", "WE"):
            return day + timedelta(days=number * {"D": 1, "W": 7, "2W": 14, "WE": 7}[code])
        size = {"M": 1, "Q": 3, "6M": 6, "Y": 12, "DE": 120, "CE": 1200}[code] * number
        year, month = divmod(day.year * 12 + day.month - 1 + size, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (KeyError, ValueError, OverflowError):
        return None


def period(day: date, code: str) -> str | None:
    """The TIMEX3 value of the period of a kind that a day lies in."""
    week = day.isocalendar()
    return {
        "D": day.isoformat(), "W": f"{week.year:04}-W{week.week:02}", "WE": f"{week.year:04}-W{week.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}", "Q": f"{day.year:04}-Q{(day.month - 1) // 3 + 1}", "Y": f"{day.year:04}",
        "6M": f"{day.year:04}-H{(day.month - 1) // 6 + 1}", "DE": f"{day.year // 10:03}", "CE": f"{day.year // 100:02}",
    }.get(code)  # fmt: skip


def existing(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part(first: date, last: date, which: str) -> tuple[date, date]:
    """The early, middle or late third of an interval."""
    third = (last - first).days // 3
    if which == "early":
        return first, first + timedelta(days=third)
    if which == "late":
        return last - timedelta(days=third), last
    return first + timedelta(days=third), last - timedelta(days=third)
