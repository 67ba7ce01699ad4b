"""Rules for calendar dates: days, months, years, in every order, with or without their weekday."""

from __future__ import annotations

import re
from datetime import date

from firsthand.model import TimeType

from .calendar import existing, months, part
from .lexicon import (
    DECADES,
    HOLIDAYS,
    MONTH_ANY,
    MONTH_NAMES,
    MONTHS,
    SEASONS,
    SMALL,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAYS,
    count,
)
from .reading import Reading, Rule, Scene, nearest_year

D = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
Y = r"(?P<year>1[4-9]\d\d|20\d\d)"
WD = rf"(?:(?P<weekday>{WEEKDAY})\b(?:\.?,?[ ]|[.,]{{0,2}}[ ]?[(\[]))?"
WD_AFTER = rf"(?:,?[ ][(\[]?(?P<weekday2>{WEEKDAY})\b[)\]]?)?"
MONTH_DAY = re.compile(
    rf"(?<![\w-])(?:[Ll]ast )?{WD}(?P<month>{MONTH_ANY})\b\.?[ ](?:the )?{D}(?:[ ]?(?:-|–|to|and)[ ]?"
    rf"(?P<until>[12]?\d|3[01])(?:st|nd|rd|th)?)?"
    rf"(?![\d\w%]|[.,:]\d)(?:,?[ ]{Y}(?![\d\w%]))?{WD_AFTER}"
)
DAY_MONTH = re.compile(
    rf"(?<![\w.$£€:/-]){WD}(?:the )?{D}(?:[ ]?(?:-|–|to|and)[ ]?(?P<until>[12]?\d|3[01])(?:st|nd|rd|th)?)?[ -]"
    rf"(?:of )?(?P<month>{MONTH_ANY})\b"
    rf"\.?(?:,?[ -]{Y}(?![\d\w%]))?{WD_AFTER}"
)
ISO = re.compile(r"(?<![\w.-])(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)")
COMPACT = re.compile(r"(?<![\w.-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
SLASHED = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/])")
MONTH_YEAR = re.compile(
    rf"(?<![\w-])(?:(?P<which>[Ee]arly|[Ll]ate|[Mm]id|the (?:beginning|start|end|middle) of)[ -])?(?:in )?"
    rf"(?P<month>{MONTH_ANY})\b\.?"
    rf"(?:,?[ ](?:of )?|['’-])(?P<year>1[4-9]\d\d|20\d\d|(?<=['’])\d\d)(?![\d\w])"
)
MONTH_ONLY = re.compile(
    rf"(?<![\w-])(?:(?P<cue>[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil|[Oo]f|[Ff]rom|[Tt]o|[Tt]hrough|[Bb]efore"
    rf"|[Aa]fter|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Ee]very|[Ee]ach|[Ff]or|and|or|[Bb]etween)[ ])?"
    rf"(?:(?P<which>[Ee]arly|[Ll]ate|[Mm]id|the (?:beginning|start|end|middle) of)[ -](?:last |next |this )?)?"
    rf"(?P<month>{MONTH_ANY})\b\.?(?:[ ](?P<rel>last|this|next) year\b)?"
)
YEAR = re.compile(
    r"(?<![\w$£€₹.,/:#-])(?P<lead>(?:(?:[Ee]arly|[Ll]ate|[Mm]id|the (?:beginning|start|end|middle) of|fiscal"
    r"|calendar|the year)[ -])*)"
    r"(?P<year>1[4-9]\d\d|2[01]\d\d)(?:(?P<sep>[-–/])(?P<until>\d{2}|20\d\d))?(?![\w%]|[-–]\w|,\d|\.\d|:\d|/\d)"
)
DECADE = re.compile(
    r"(?<![\w$£€-])(?:the )?(?P<which>(?:early|late|mid)[ -])?(?:the )?(?P<century>1[5-9]|20)?['’]?"
    r"(?P<ten>\d)0['’]?s\b|"
    rf"\bthe (?P<which2>(?:early|late|mid)[ -])?(?:(?P<nineteen>nineteen)[ -])?(?P<words>{'|'.join(DECADES)})\b"
)
CENTURY = re.compile(r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?P<n>\d{1,2})(?:st|nd|rd|th)[ -][Cc]entury\b")
SEASON = re.compile(
    r"\b(?P<cue>[Ii]n|[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat|[Dd]uring|[Bb]y|[Ss]ince|[Oo]f|[Ee]arly|[Ll]ate|[Tt]he"
    r"|[Uu]ntil)[ ]"
    r"(?:the )?(?:early |late )?(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b(?:,? (?:of )?"
    r"(?P<year>(?:19|20)\d\d))?"
    r"|\b(?P<season2>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:,? (?:of )?)(?P<year2>(?:19|20)\d\d)\b"
)
HOLIDAY = re.compile(
    rf"\b(?P<name>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})\b"
    r"(?:,? (?:(?:in|of) )?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
AMOUNT_BEFORE = re.compile(
    r"(?:more than|less than|fewer than|at least|nearly|almost|about|some|over|under|up to|approximately|roughly"
    r"|only|just|exactly|total of|[$£€₹]|No\.|killed|killing)[ ]?$", re.IGNORECASE
)  # fmt: skip
YEAR_CUE = re.compile(r"\b(?:in|since|of|by|until|from|before|after|between|and|to|circa|c\.|year)[ ]$", re.IGNORECASE)
"""Years far from our own need a preposition before them: "in 1815", not "1520 men"."""
AMOUNT_AFTER = re.compile(
    r"[ -](?:people|sq\b|cubic|percent|per cent|%|points?|miles?|km|kilomet|met(?:er|re)s?|feet|foot|yards?|tons?"
    r"|tonnes?|pounds?|dollars?|euros?|rupees?|men|women"
    r"|children|jobs|homes|houses|workers|troops|soldiers|employees|students|shares|votes|customers|units|square"
    r"|million|billion|rpm|hours|days|years|times)\b", re.IGNORECASE
)  # fmt: skip


def _day(match: re.Match[str], scene: Scene) -> Reading | None:
    month, day = MONTHS[match["month"].lower()], int(match["day"])
    if not match["year"] and AMOUNT_AFTER.match(scene.text, match.end()) and match.end("day") == match.end():
        return None  # "in May 26 people died"
    named = match["weekday"] or match["weekday2"]
    weekday = WEEKDAYS[named.lower()] if named else None
    if match["year"]:
        year: int | None = int(match["year"])
    else:
        year = nearest_year(month, day, scene, match.start())
        year = _year_of_weekday(year, month, day, weekday, scene)
    basis = "explicit" if match["year"] else "anchor"
    if year is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{month:02}-{day:02}", basis=basis, precision="day")
    there = existing(year, month, day)
    if there is None:
        return None
    last = existing(year, month, int(match["until"])) if match["until"] else None
    return Reading(
        type=TimeType.DATE, value=there.isoformat(), basis=basis, first=there,
        last=last if last and last > there else there, conflict=_conflict(there, weekday),
    )  # fmt: skip


FAR = 60
"""Days. A weekday beside a date is written near the day; further off, the year that fits the weekday is meant."""


def _year_of_weekday(year: int | None, month: int, day: int, weekday: int | None, scene: Scene) -> int | None:
    if year is None or weekday is None or scene.anchor is None:
        return year
    there = existing(year, month, day)
    if there is None or there.weekday() == weekday or abs((there - scene.anchor).days) <= FAR:
        return year
    for other in (year - 1, year + 1):
        near = existing(other, month, day)
        if near is not None and near.weekday() == weekday:
            return other
    return year


def _conflict(day: date, weekday: int | None) -> str | None:
    if weekday is None or day.weekday() == weekday:
        return None
    written = f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"
    return f"{written} is a {WEEKDAY_NAMES[day.weekday()]}, not a {WEEKDAY_NAMES[weekday]}"


def _iso(match: re.Match[str], scene: Scene) -> Reading | None:
    day = existing(int(match[1]), int(match[2]), int(match[3]))
    return Reading(type=TimeType.DATE, value=day.isoformat(), basis="explicit") if day else None


def _slashed(match: re.Match[str], scene: Scene) -> Reading | None:
    """Day and month may stand in either order; where both are days, the value is the one nearest to the anchor."""
    if match[2] == "." and len(match[4]) == 2:
        return None
    year = int(match[4]) if len(match[4]) == 4 else _century(int(match[4]), scene)
    one, two = int(match[1]), int(match[3])
    days = sorted({d for d in (existing(year, one, two), existing(year, two, one)) if d})
    if not days:
        return None
    anchor = scene.anchor
    best = min(days, key=lambda d: (abs((d - anchor).days) if anchor else 0, d))
    return Reading(type=TimeType.DATE, value=best.isoformat(), basis="explicit", first=days[0], last=days[-1])


def _century(two: int, scene: Scene) -> int:
    limit = (scene.anchor.year if scene.anchor else 2030) % 100 + 10
    base = (scene.anchor.year if scene.anchor else 2030) // 100 * 100
    return base + two if two <= limit else base - 100 + two


def _month(match: re.Match[str], scene: Scene) -> Reading | None:
    groups = match.groupdict()
    month = MONTHS[match["month"].lower()]
    written = groups.get("year")
    which = _which(groups.get("which"))
    if written:
        year: int | None = int(written) if len(written) == 4 else _century(int(written), scene)
    elif groups.get("rel"):
        year = scene.anchor.year + {"last": -1, "this": 0, "next": 1}[match["rel"]] if scene.anchor else None
    elif (groups.get("cue") or "").lower() in ("every", "each"):
        return Reading(type=TimeType.SET, value=f"XXXX-{month:02}", basis="explicit", precision="month")
    elif not _is_month(match):
        return None
    else:
        year = _month_year(match, month, scene)
    basis = "explicit" if written else "anchor"
    if year is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{month:02}", basis=basis, precision="month")
    first, last = months(year, month, 1)
    first, last = part(first, last, which) if which else (first, last)
    return Reading(type=TimeType.DATE, value=f"{year:04}-{month:02}", basis=basis, first=first, last=last)


CLEAR = frozenset(
    ("january", "february", "july", "september", "october", "november", "december", "sept", "oct", "nov", "dec")
)
"""Months that are no other word; the rest ("may", "march", "april", "jun") need a cue."""
NAME_AFTER = re.compile(r"[ ][A-Z][a-z]+")
NAME_BEFORE = re.compile(r"[A-Z][\w'’-]*[ ]$")


def _is_month(match: re.Match[str]) -> bool:
    """Whether a month's name without day or year is one: "May", "March", "April", "Jun" are names and words too."""
    text, cue = match.string, (match["cue"] or "").lower()
    if match["which"] or cue in ("last", "next", "this", "since", "during", "until", "by"):
        return True
    named = NAME_AFTER.match(text, match.end()) is not None
    if cue in ("in", "from", "through", "before", "after", "between"):
        return not named or match["month"].lower() in CLEAR
    if NAME_BEFORE.search(text[max(0, match.start() - 24) : match.start("month")]) and not cue:
        return False
    return match["month"].lower() in CLEAR or (bool(cue) and not named)


def _month_year(match: re.Match[str], month: int, scene: Scene) -> int | None:
    anchor, cue = scene.anchor, (match["cue"] or "").lower()
    if anchor is None:
        return None
    if cue == "last":
        return anchor.year if month < anchor.month else anchor.year - 1
    if cue == "next":
        return anchor.year if month > anchor.month else anchor.year + 1
    if month == anchor.month:
        return anchor.year
    return nearest_year(month, 15, scene, match.start())


def _which(written: str | None) -> str | None:
    word = (written or "").lower()
    if not word:
        return None
    if "early" in word or "beginning" in word or "start" in word:
        return "early"
    if "late" in word or "end" in word:
        return "late"
    return "mid" if "mid" in word else None


def _year(match: re.Match[str], scene: Scene) -> Reading | None:
    text, year = scene.text, int(match["year"])
    if not 1900 <= year < 2060 and not YEAR_CUE.search(text[max(0, match.start() - 12) : match.start()]):
        return None
    if AMOUNT_BEFORE.search(text[max(0, match.start() - 16) : match.start()]) or AMOUNT_AFTER.match(text, match.end()):
        return None
    first, last = date(year, 1, 1), date(year, 12, 31)
    which = _which(match["lead"])
    first, last = part(first, last, which) if which else (first, last)
    if match["until"]:
        until = int(match["until"]) if len(match["until"]) == 4 else year // 100 * 100 + int(match["until"])
        if not year < until <= year + 60:
            return None
        last = date(until, 12, 31)
    return Reading(type=TimeType.DATE, value=f"{year:04}", basis="explicit", first=first, last=last)


def _decade(match: re.Match[str], scene: Scene) -> Reading | None:
    century = int(match["century"]) if match["century"] else 19
    if match["words"]:
        ten = DECADES[match["words"]] // 10
    else:
        ten = int(match["ten"])
        if not match["century"] and not re.match(r"(?:the )?(?:(?:early|late|mid)[ -])?(?:the )?['’]|the ", match[0]):
            return None
        if not match["century"] and ten in (0, 1):
            century = 20
    return Reading(type=TimeType.DATE, value=f"{century}{ten}", basis="explicit")


def _in_century(match: re.Match[str], scene: Scene) -> Reading | None:
    number = int(match["n"])
    return Reading(type=TimeType.DATE, value=f"{number - 1:02}", basis="explicit") if 1 <= number <= 22 else None


def _season(match: re.Match[str], scene: Scene) -> Reading | None:
    word = (match["season"] or match["season2"]).lower()
    written, cue, anchor = match["year"] or match["year2"], (match["cue"] or "").lower(), scene.anchor
    if word == "fall" and cue == "the" and not written and not re.match(r"\s*[,.;]", scene.text[match.end() :][:2]):
        return None
    code = SEASONS[word]
    if written:
        return Reading(type=TimeType.DATE, value=f"{written}-{code}", basis="explicit")
    if anchor is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{code}", precision="season")
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = anchor.year
    if cue == "last":
        year -= int(anchor.month < start + 3)
    elif cue == "next":
        year += int(anchor.month >= start)
    elif cue != "this":
        year = nearest_year(start + 1 if start < 12 else 12, 15, scene, match.start()) or year
    return Reading(type=TimeType.DATE, value=f"{year:04}-{code}", basis="anchor")


def _holiday(match: re.Match[str], scene: Scene) -> Reading | None:
    month, day = HOLIDAYS[match["name"].lower()]
    year = int(match["year"]) if match["year"] else nearest_year(month, day, scene, match.start())
    value = f"{year:04}-{month:02}-{day:02}" if year else f"XXXX-{month:02}-{day:02}"
    return Reading(type=TimeType.DATE, value=value, basis="explicit" if match["year"] else "anchor", precision="day")


SPELLED = re.compile(
    r"\b(?:nineteen|twenty)[ -](?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three"
    r"|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
    r"|nineteen)\b(?! (?:people|percent|years|days))",
    re.IGNORECASE,
)


def _spelled(match: re.Match[str], scene: Scene) -> Reading | None:
    """A year as it is spoken: "nineteen ninety-six"."""
    words = re.split(r"[ -]", match[0].lower())
    if len(words) == 2 and words[0] == "twenty" and words[1] == "twenty":
        return Reading(type=TimeType.DATE, value="2020", basis="explicit")
    rest = count("-".join(words[1:]))
    return Reading(type=TimeType.DATE, value=f"{SMALL[words[0]]}{int(rest):02}", basis="explicit") if rest else None


CALENDAR: tuple[Rule, ...] = (
    (ISO, _iso), (COMPACT, _iso), (SLASHED, _slashed), (MONTH_DAY, _day), (DAY_MONTH, _day), (MONTH_YEAR, _month),
    (DECADE, _decade), (CENTURY, _in_century), (YEAR, _year), (SPELLED, _spelled), (HOLIDAY, _holiday),
)  # fmt: skip
"""Rules whose digits belong to a date whatever the anchor."""
RULES: tuple[Rule, ...] = (*CALENDAR, (MONTH_ONLY, _month), (SEASON, _season))
