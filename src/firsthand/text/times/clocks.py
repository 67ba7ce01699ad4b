"""Rules for times of day: clock times with zones, noon and midnight, and the day they belong to."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from firsthand.model import TimeType

from .calendar import interval
from .lexicon import WEEKDAY_LONG, WEEKDAYS, ZONE_WORDS, ZONES
from .reading import Reading, Rule, Scene

_ZONE = rf"(?:[ ]?[(]?(?P<zone>{ZONE_WORDS})\b[)]?)?"
TWELVE = re.compile(
    rf"(?<![\w.:$£€-])(?P<hour>0?\d|1[0-2])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?[ \u00a0-]?"
    rf"(?P<half>[ap]\.?[ ]?m\b\.?|[AP]\.?M\b\.?){_ZONE}"
)
COLON = re.compile(
    rf"(?<![\w.:/-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:]|[.,/]\d|-\d)(?:[ ]?(?:hours"
    rf"|hrs|h)\b)?{_ZONE}"
)
MILITARY = re.compile(
    rf"(?<![\w.,:$£€-])(?P<hour>[01]\d|2[0-3])[.:]?(?P<minute>[0-5]\d)[ ]?(?:(?:hours|hrs)\b[ ]?"
    rf"(?P<zone2>{ZONE_WORDS})?|(?P<zone>GMT|UTC|Z|IST|BST|CET|CEST|EST|EDT|PST|PDT)\b)"
)
DOTTED = re.compile(
    rf"\b(?:at|around|about|by|until|till|from|before|after|since)[ ](?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)"
    rf"(?![\w%]|\.\d|,\d|[ ](?!on\b|in the\b|to\b|and\b|local\b|{ZONE_WORDS}|{WEEKDAY_LONG})\w){_ZONE}"
)
OCLOCK = re.compile(
    r"\b(?P<word>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[ ]o['’]?[ ]?clock\b"
    r"(?:[ ](?:in the|at)[ ](?P<part>morning|afternoon|evening|night)\b)?|[ ]in the (?P<part2>morning|afternoon"
    r"|evening)\b)",
    re.IGNORECASE,
)
NOON = re.compile(r"\b(?P<word>noon|midday|midnight)\b", re.IGNORECASE)
NEAR_DAY = re.compile(
    rf"[ ,()]{{1,3}}(?:(?:on|local time|early|late|last|in the (?:morning|afternoon|evening)"
    rf"|[(][^()]{{1,24}}[)])[ ,]{{1,2}}){{0,3}}(?P<day>{WEEKDAY_LONG}|yesterday|today|tomorrow)\b"
)
DAY_BEFORE = re.compile(
    rf"\b(?P<day>{WEEKDAY_LONG}|[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:[ ](?:morning|afternoon|evening|night))?,?[ ]"
    rf"(?:at|around|about|shortly (?:after|before)|by|from|until|before|after|between|just)?(?: about| around"
    rf"| approximately)?[ ]?$"
)
HOURS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
UNKNOWN_DAY = date(1900, 1, 1)
"""The day of a `clock` whose day the text does not give."""


def _clock(match: re.Match[str], scene: Scene) -> Reading | None:
    groups = match.groupdict()
    hour, minute = int(match["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if half and (hour > 23 or int(match["hour"]) == 0):
        return None
    exact = groups.get("minute") is not None
    return _at(match, scene, hour, minute, groups.get("zone") or groups.get("zone2"), exact=exact)


def _oclock(match: re.Match[str], scene: Scene) -> Reading | None:
    hour = int(match["word"]) if match["word"].isdigit() else HOURS[match["word"].lower()]
    if not 1 <= hour <= 24:
        return None
    if (match["part"] or match["part2"] or "").lower() in ("afternoon", "evening", "night") and hour < 12:
        hour += 12
    return _at(match, scene, hour % 24, 0, None, exact=False)


def _noon(match: re.Match[str], scene: Scene) -> Reading | None:
    if re.match(r"[ ](?:mass|meal|oil|blue|sun|express)\b", scene.text[match.end() : match.end() + 9], re.IGNORECASE):
        return None
    return _at(match, scene, 0 if match["word"].lower() == "midnight" else 12, 0, None, exact=False)


def _at(match: re.Match[str], scene: Scene, hour: int, minute: int, zone: str | None, *, exact: bool) -> Reading:
    day = _day_beside(match, scene)
    offset = _zone(zone)
    shown = day.isoformat() if day else "XXXX-XX-XX"
    value = f"{shown}T{hour:02}:{minute:02}"
    return Reading(
        type=TimeType.TIME,
        value=value + ("Z" if offset == timezone(timedelta(0)) else ""), basis="anchor" if day else "explicit",
        first=day, last=day, precision="minute" if exact else "hour",
        clock=datetime(*((day or UNKNOWN_DAY).timetuple()[:3]), hour, minute, tzinfo=offset),
    )  # fmt: skip


def _zone(written: str | None) -> timezone | None:
    return ZONES.get(written.lower().split(" (")[0]) if written else None


def _day_beside(match: re.Match[str], scene: Scene) -> date | None:
    """The day named right beside a clock time ("at 10 a.m. Friday"), else the day named last, in the same sentence or
    near the anchor, else the anchor."""
    anchor, text = scene.anchor, scene.text
    if anchor is None:
        return None
    beside = NEAR_DAY.match(text, match.end()) or DAY_BEFORE.search(text[max(0, match.start() - 40) : match.start()])
    if beside is None:
        named = interval(scene.named) if scene.named else None
        near = named is not None and named[0] == named[1] and abs((named[0] - anchor).days) <= 7
        return scene.beside(match.start()) or (named[0] if named is not None and near else anchor)
    word = beside["day"].lower()
    if word in WEEKDAYS:
        back = (anchor.weekday() - WEEKDAYS[word]) % 7
        if scene.future(match.start()) and back:
            return anchor + timedelta(days=7 - back)
        return anchor - timedelta(days=back)
    return anchor + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[word])


RULES: tuple[Rule, ...] = (
    (TWELVE, _clock), (COLON, _clock), (MILITARY, _clock), (DOTTED, _clock), (OCLOCK, _oclock), (NOON, _noon),
)  # fmt: skip
