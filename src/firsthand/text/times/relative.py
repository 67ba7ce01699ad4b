"""Rules for times told from the text's own date: weekdays, yesterday, last week, two weeks ago, now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from firsthand.model import TimeType

from .calendar import interval, part, period, step
from .lexicon import (
    MONTH,
    NUMBER,
    ORDINALS,
    PART,
    PARTS_OF_DAY,
    UNIT,
    WEEKDAY_LONG,
    WEEKDAY_SHORT,
    WEEKDAYS,
    count,
    unit_code,
)
from .reading import Reading, Rule, Scene

_PERIOD = r"(?:week|weekend|month|quarter|year|decade|century|fortnight)"
WEEKDAY = re.compile(
    rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his past|[Pp]ast|[Cc]oming|[Tt]his coming|[Ff]ollowing"
    rf"|[Pp]revious|[Ee]arly|[Ll]ate)[ ])?(?:(?:early|late|on)[ ])?"
    rf"(?:(?P<day>{WEEKDAY_LONG})|(?P<short>{WEEKDAY_SHORT}(?=\.?[ ,]|$))\b\.?|(?<=[Oo]n )(?P<weekend>Sat"
    rf"|Sun)\b\.?)(?P<possessive>['’]s)?"
    rf"(?:,?[ ](?:in the[ ])?(?P<part>{PART})\b)?(?![.,]{{0,2}}[ ]?[(\[](?:{MONTH}|\d))"  # "(March 10)" dates it
)
AHEAD_OF = re.compile(r"\b(?:for|before|until|ahead of)[ ](?:the )?$", re.IGNORECASE)
"""Before "Monday's meeting": what it is told of leads up to it, in whatever tense."""
SETS_WEEKDAY = re.compile(
    rf"\b(?:(?:[Ee]very|[Ee]ach) (?P<day>{WEEKDAY_LONG})s?|(?:[Oo]n )?(?P<days>{WEEKDAY_LONG})s\b(?!['’]))"
)
DAYS = re.compile(
    rf"\b(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow|overnight"
    rf"|last night)\b(?P<possessive>['’]s)?(?:[ ](?P<part>{PART})\b)?",
    re.IGNORECASE,
)
THIS_PART = re.compile(rf"\b(?:earlier )?(?P<which>this|that|the) (?P<part>{PART})\b(?:[ ]of (?=\w))?", re.IGNORECASE)
PERIOD = re.compile(
    rf"\b(?:(?P<stage>(?:much )?earlier|later|early|late|mid|(?:the )?(?:beginning|start|end|middle|rest|close"
    rf"|first half|second half) of)[ -])?"
    rf"(?:(?:the )?(?P<which>last|past|previous|preceding|prior|next|coming|following|this|current|latest|the same"
    rf"|that|each)|(?P<the>the))[ ](?:(?P<kind>fiscal|calendar|school|financial)[ ])?"
    rf"(?P<unit>{_PERIOD})\b(?!s)(?!-)(?:['’]s)?",
    re.IGNORECASE,
)
QUARTER = re.compile(
    r"\b(?:the (?=\w+ (?:quarter|half)))?(?:(?:latest|fiscal|last year's|this year's|year-earlier|year-ago) )?"
    r"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<unit>quarter|half)\b"
    r"(?!-?final|[ -](?:century|time))(?:[ ]of (?:(?P<year>(?:19|20)\d\d)|(?P<rel>last|this|next) year))?(?:,? "
    r"(?P<year2>(?:19|20)\d\d))?|\bQ(?P<q>[1-4])\b(?:[ ](?P<year3>20\d\d))?",
    re.IGNORECASE,
)
GOES_ON = re.compile(r"[ ][\"“‘']?[^\W\d]")
"""Behind "a day before" and "the day after": what it is before or after, of which the text gives no date."""
AGO = re.compile(
    rf"\b(?:(?:about|some|around|nearly|almost|over|more than|less than) )?(?P<n>{NUMBER}|several|a few|few|many"
    rf"|a couple of)[ -](?:short )?(?P<unit>{UNIT})[ -](?:ago\b|back\b(?! to)|earlier\b|before\b(?! the)"
    rf"|previously\b)",
    re.IGNORECASE,
)
AGO_VAGUE = re.compile(rf"\b(?:long ago|(?P<unit>{UNIT})s? ago|(?:a )?(?:while|moments?) ago)\b", re.IGNORECASE)
AFTER = re.compile(rf"\b(?P<n>{NUMBER})[ ](?P<unit>{UNIT})[ ](?:later\b|from now\b|hence\b)", re.IGNORECASE)
SAME_DAY = re.compile(
    r"\b(?P<which>the (?:same|following|next|previous) day|that (?:same )?day|the day (?:before|after)(?! "
    r"(?:yesterday|tomorrow)))\b",
    re.IGNORECASE,
)
YEAR_AGO = re.compile(
    r"\b(?:the )?(?:comparable )?year-(?:ago|earlier)\b(?: (?:quarter|period|figure))?|\b(?:the )?same (?:quarter"
    r"|period) (?:last year|a year (?:ago|earlier))",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:now(?! that\b)|right now|currently|at present|presently|at the moment|nowadays|these days|at this time"
    r"|to date|so far this year|current(?=\s[a-z]+))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:recently|lately|(?:more |most )?recent(?= \w)|the (?:recent )?past|in the past|in recent (?P<many>years"
    r"|months|weeks|days))\b",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:soon|shortly(?! (?:after|before|thereafter))|the (?:near |foreseeable |not-too-distant )?future|"
    r"(?:near |foreseeable )future)\b",
    re.IGNORECASE,
)
BARE_PART = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ll]ate|[Ee]arly|[Mm]id|[Aa]t)[ -](?:the (?:early |late )?)?(?P<part>morning"
    r"|afternoon|evening|night|dawn|dusk)\b"
)


def _weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    name = (match["day"] or match["short"] or match["weekend"]).lower().rstrip(".")
    which, anchor = (match["which"] or "").lower(), scene.anchor
    code = PARTS_OF_DAY[match["part"]] if match["part"] else None
    if anchor is None:
        return Reading(
            type=TimeType.TIME if code else TimeType.DATE,
            value="XXXX-WXX-" + str(WEEKDAYS[name] + 1) + (f"T{code}" if code else ""),
            precision="part-of-day" if code else "day",
        )
    day = _that_weekday(WEEKDAYS[name], which, scene, match.start(), anchor)
    return _on(day, code)


def _that_weekday(weekday: int, which: str, scene: Scene, at: int, anchor: date) -> date:
    back = (anchor.weekday() - weekday) % 7
    ahead = (weekday - anchor.weekday()) % 7
    if which == "next" or which.endswith("coming") or which == "following":
        return anchor + timedelta(days=ahead or 7)
    if which in ("last", "past", "previous", "this past"):
        return anchor - timedelta(days=back or 7)
    if which == "this":
        return (
            anchor + timedelta(days=ahead)
            if scene.future(at) or (ahead <= 3 and back > 3)
            else anchor - timedelta(days=back)
        )
    if scene.text[at : at + 14].find("’s") + scene.text[at : at + 14].find("'s") > -2:
        if ahead > 3:
            return anchor - timedelta(days=back)  # "Wednesday's ruling" lies behind, unless it is nearer ahead
        if AHEAD_OF.search(scene.text[max(0, at - 16) : at]):
            return anchor + timedelta(days=ahead)
    return anchor + timedelta(days=ahead) if scene.future(at) else anchor - timedelta(days=back)


def _on(day: date, code: str | None) -> Reading:
    if code:
        return Reading(type=TimeType.TIME, value=f"{day.isoformat()}T{code}", first=day, last=day)
    return Reading(type=TimeType.DATE, value=day.isoformat(), first=day, last=day)


def _every(match: re.Match[str], scene: Scene) -> Reading | None:
    name = (match["day"] or match["days"]).lower()
    return Reading(type=TimeType.SET, value=f"XXXX-WXX-{WEEKDAYS[name] + 1}", precision="day")


SHIFTS = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
    "overnight": 0, "last night": -1,
}  # fmt: skip


def _days(match: re.Match[str], scene: Scene) -> Reading | None:
    word = match["word"].lower()
    code = PARTS_OF_DAY[match["part"].lower()] if match["part"] else None
    if word in ("tonight", "last night", "overnight"):
        code = "NI"
    if scene.anchor is None:
        return Reading(
            type=TimeType.TIME if code else TimeType.DATE,
            value="XXXX-XX-XX" + (f"T{code}" if code else ""),
            precision="part-of-day" if code else "day",
        )
    return _on(scene.anchor + timedelta(days=SHIFTS[word]), code)


def _this_part(match: re.Match[str], scene: Scene) -> Reading | None:
    if match[0].endswith("of ") or match["which"].lower() == "the":
        return None
    code = PARTS_OF_DAY[match["part"].lower()]
    day = scene.anchor
    if match["which"].lower() == "that" and scene.named and (found := interval(scene.named)):
        day = found[0] if found[0] == found[1] else day
    if day is None:
        return Reading(type=TimeType.TIME, value=f"XXXX-XX-XXT{code}", precision="part-of-day")
    return _on(day, code)


def _bare_part(match: re.Match[str], scene: Scene) -> Reading | None:
    code = PARTS_OF_DAY[match["part"].lower()]
    day = scene.anchor.isoformat() if scene.anchor else "XXXX-XX-XX"
    return Reading(
        type=TimeType.TIME, value=f"{day}T{code}", precision="part-of-day", first=scene.anchor, last=scene.anchor
    )


def _period(match: re.Match[str], scene: Scene) -> Reading | None:
    code = unit_code(match["unit"])
    which, stage = (match["which"] or "").lower(), (match["stage"] or "").lower()
    if (match["the"] and not (code in ("WE", "Q") or stage)) or which == "each" or (which == "latest" and code != "Q"):
        return None
    if scene.anchor is None:
        return Reading(
            type=TimeType.DATE,
            value="XXXX" if code == "Y" else "XXXX-WXX" if code in ("W", "WE") else "XXXX-XX",
            precision="week" if code in ("W", "WE") else "month" if code == "M" else "year" if code == "Y" else "vague",
        )
    base = scene.anchor
    if code == "Q" and (match["the"] or which in ("latest", "that", "the same")):
        return _the_quarter(scene)
    if (
        which in ("that", "the same", "following", "previous", "preceding", "prior")
        and scene.named
        and (known := interval(scene.named))
    ):
        base = known[0]
    number = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "preceding": -1,
        "prior": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
    }.get(which, 0)
    if code == "WE" and number == 0:
        number = -1 if base.weekday() < 5 and not scene.future(match.start()) else 0
    if code == "WE" and number == -1 and base.weekday() >= 5 and which in ("last", "past"):
        number = -1
    there = step(base, number, "2W" if code == "2W" else code)
    value = period(there, "W" if code == "2W" else code) if there else None
    return _staged(value, stage, scene) if value else None


def _the_quarter(scene: Scene) -> Reading | None:
    """ "the quarter", "the latest quarter": the one named before, else the last that had ended."""
    if scene.named and "-Q" in scene.named:
        return Reading(type=TimeType.DATE, value=scene.named)
    before = step(scene.anchor, -1, "Q") if scene.anchor else None
    value = period(before, "Q") if before else None
    return Reading(type=TimeType.DATE, value=value) if value else None


def _staged(value: str, stage: str, scene: Scene) -> Reading:
    days = interval(value)
    first, last = days or (None, None)
    anchor = scene.anchor
    if first and last and anchor and first <= anchor <= last and ("earlier" in stage or "later" in stage):
        first, last = (first, anchor) if "earlier" in stage else (anchor, last)
    elif first and last and stage:
        which = (
            "early"
            if re.search(r"early|beginning|start|first", stage)
            else "late"
            if re.search(r"late|end|close|second", stage)
            else "mid"
        )
        if not re.search("rest", stage):
            first, last = part(first, last, which)
    return Reading(type=TimeType.DATE, value=value, first=first, last=last)


def _quarter(match: re.Match[str], scene: Scene) -> Reading | None:
    number = int(match["q"]) if match["q"] else ORDINALS[match["n"].lower()]
    letter = "Q" if match["q"] or match["unit"].lower() == "quarter" else "H"
    if letter == "H" and (number > 2 or not (match["year"] or match["rel"] or match["year2"])):
        return None
    written = match["year"] or match["year2"] or match["year3"]
    if written:
        return Reading(type=TimeType.DATE, value=f"{written}-{letter}{number}", basis="explicit")
    if scene.anchor is None:
        return Reading(type=TimeType.DATE, value=f"XXXX-{letter}{number}", precision="season")
    year = scene.anchor.year + {"last": -1, "next": 1}.get((match["rel"] or "").lower(), 0)
    if not match["rel"]:
        now = (scene.anchor.month - 1) // 3 + 1
        if number > now and not scene.future(match.start()):
            year -= 1
        elif number < now and scene.future(match.start()) and number == 1:
            year += 1
    return Reading(type=TimeType.DATE, value=f"{year:04}-{letter}{number}", basis="anchor")


def _ago(match: re.Match[str], scene: Scene) -> Reading | None:
    code, number = unit_code(match["unit"]), count(match["n"])
    backward = -1
    base = scene.anchor
    word = match[0].lower()
    quarter = re.fullmatch(r"(\d{4})-Q(\d)", scene.named or "")
    if code == "Y" and number == "1" and quarter:
        return Reading(type=TimeType.DATE, value=f"{int(quarter[1]) - 1:04}-Q{quarter[2]}")
    if word.endswith("before") and GOES_ON.match(scene.text, match.end()):
        return Reading(type=TimeType.DATE, value="PAST_REF", last=base, precision="vague")
    if ("earlier" in word or word.endswith("before")) and scene.named and (known := interval(scene.named)):
        base = known[0] if _is_fine(known, code) else None
    if base is not None and base == scene.anchor and code in ("TS", "TM"):
        return _on(base, None)
    if number is None or base is None or code.startswith("T"):
        return Reading(type=TimeType.DATE, value="PAST_REF", last=base, precision="vague")
    there = _steps(base, number, backward, code)
    if there is None:
        return Reading(type=TimeType.DATE, value="PAST_REF", last=base, precision="vague")
    return Reading(type=TimeType.DATE, value=_granular(there, code), basis="relative")


def _is_fine(known: tuple[date, date], code: str) -> bool:
    """Whether a period is short enough to count days, weeks or months from: "a day before" is none of a year."""
    return (known[1] - known[0]).days <= {"D": 0, "W": 6, "2W": 6, "WE": 6, "M": 30}.get(code, 366)


def _after(match: re.Match[str], scene: Scene) -> Reading | None:
    code, number = unit_code(match["unit"]), count(match["n"])
    base = scene.anchor
    if match[0].lower().endswith("later") and scene.named and (known := interval(scene.named)):
        base = known[0] if _is_fine(known, code) else None
    if number is None or base is None or code.startswith("T"):
        return Reading(type=TimeType.DATE, value="FUTURE_REF", precision="vague")
    there = _steps(base, number, 1, code)
    return Reading(type=TimeType.DATE, value=_granular(there, code)) if there else None


def _steps(base: date, number: str, sign: int, code: str) -> date | None:
    try:
        whole = round(float(number))
    except ValueError:
        return None
    return step(base, sign * whole, code)


def _granular(day: date, code: str) -> str:
    return (
        period(day, {"D": "D", "W": "W", "2W": "W", "WE": "WE", "M": "M", "Q": "Q", "6M": "M"}.get(code, code))
        or day.isoformat()
    )


def _ago_vague(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(type=TimeType.DATE, value="PAST_REF", last=scene.anchor, precision="vague")


def _same_day(match: re.Match[str], scene: Scene) -> Reading | None:
    known = interval(scene.named) if scene.named else None
    which = match["which"].lower()
    if which.endswith(("before", "after")) and GOES_ON.match(scene.text, match.end()):
        return None
    if known is None or known[0] != known[1]:
        return Reading(type=TimeType.DATE, value="XXXX-XX-XX", precision="day") if "same" in which else None
    shift = (
        1
        if "following" in which or "next" in which or "after" in which
        else -1
        if "previous" in which or "before" in which
        else 0
    )
    return _on(known[0] + timedelta(days=shift), None)


def _year_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    quarter = re.fullmatch(r"(\d{4})-Q(\d)", scene.named or "")
    if quarter:
        return Reading(type=TimeType.DATE, value=f"{int(quarter[1]) - 1:04}-Q{quarter[2]}")
    return Reading(type=TimeType.DATE, value=f"{scene.anchor.year - 1:04}") if scene.anchor else None


def _now(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(type=TimeType.DATE, value="PRESENT_REF", first=scene.anchor, last=scene.anchor, precision="vague")


def _past(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(type=TimeType.DATE, value="PAST_REF", last=scene.anchor, precision="vague")


def _future(match: re.Match[str], scene: Scene) -> Reading | None:
    return Reading(type=TimeType.DATE, value="FUTURE_REF", first=scene.anchor, precision="vague")


RULES: tuple[Rule, ...] = (
    (SETS_WEEKDAY, _every), (WEEKDAY, _weekday), (DAYS, _days), (THIS_PART, _this_part), (PERIOD, _period),
    (QUARTER, _quarter), (AGO, _ago), (AGO_VAGUE, _ago_vague), (AFTER, _after),
    (SAME_DAY, _same_day), (YEAR_AGO, _year_ago), (NOW, _now),
    (PAST, _past), (FUTURE, _future), (BARE_PART, _bare_part),
)  # fmt: skip
