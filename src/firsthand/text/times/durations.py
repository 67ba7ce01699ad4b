"""Rules for how long and how often: "two weeks", "a 12-hour strike", "every day", "annually"."""

from __future__ import annotations

import re

from firsthand.model import TimeType

from .lexicon import NUMBER, UNIT, count, unit_code
from .reading import Reading, Rule, Scene

MEASURED = re.compile(
    rf"(?<![\w$£€.,-])(?:(?:the |these )?(?:last|past|next|first|previous|coming|following|final|prior|preceding) "
    rf"|the |these )?(?:(?:about|at least|nearly|almost|up to|more than|less than|only|another) )?"
    rf"(?P<n>{NUMBER}|several|a few|few|many|a couple of|couple of|half an?)[ -](?:more |consecutive |straight "
    rf"|full |whole )?(?P<unit>{UNIT})\b(?![ -](?:old|olds|of age)\b)(?!-(?!long|end))", re.IGNORECASE
)  # fmt: skip
HYPHENED = re.compile(
    rf"(?<![\w-])(?P<n>{NUMBER}|several|half)-(?P<unit>second|minute|hour|day|night|week|month|year|decade)"
    rf"(?:-long)?\b(?!-old|s)",
    re.IGNORECASE,
)
BARE = re.compile(
    r"\b(?:(?:the |these )?(?:last|past|recent|next|coming|previous|for|in|over|after|within|during|many|the) )"
    r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b(?!-)|\b(?P<alone>decades|centuries)\b(?!-)",
    re.IGNORECASE,
)
LONG = re.compile(r"\b(?P<unit>year|month|week|day|decade|hour|century)[- ]?long\b", re.IGNORECASE)
HALF = re.compile(r"\bhalf[ -](?:an? )?(?P<unit>hour|year|day|century|decade)\b", re.IGNORECASE)
SET = re.compile(
    rf"\b(?:every|each)(?: (?:single|other))? (?:(?P<n>{NUMBER}) )?(?P<unit>{UNIT}|morning|afternoon|evening"
    rf"|night)\b|\b(?P<word>daily|weekly|monthly|yearly|annually|annual|nightly|hourly|biweekly|bimonthly"
    rf"|biannual)\b",
    re.IGNORECASE,
)
WORDS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y",
    "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H", "biweekly": "P2W", "bimonthly": "P2M", "biannual": "P6M",
}  # fmt: skip


def duration(number: str, code: str) -> str:
    """A TIMEX3 duration: "P3D", "PT2H", "PXY"."""
    if code == "2W":
        number, code = (str(int(number) * 2) if number.isdigit() else number), "W"
    if code == "6M":
        number, code = (str(int(number) * 6) if number.isdigit() else number), "M"
    if number.endswith(".5") and code in ("Y", "TH"):
        whole = number.removesuffix(".5")
        return f"P{whole}Y6M" if code == "Y" else f"PT{whole}H30M"
    return f"PT{number}{code[1]}" if code.startswith("T") else f"P{number}{code}"


PRECISIONS = {
    "TS": "minute",
    "TM": "minute",
    "TH": "hour",
    "D": "day",
    "W": "week",
    "2W": "week",
    "M": "month",
    "Q": "season",
    "Y": "year",
}


def _reading(number: str, code: str, type_: TimeType = TimeType.DURATION) -> Reading:
    return Reading(type=type_, value=duration(number, code), basis="explicit", precision=PRECISIONS.get(code, "vague"))


def _measured(match: re.Match[str], scene: Scene) -> Reading | None:
    written = match["n"].lower()
    unit = match["unit"].lower()
    if written in ("a", "an") and unit.startswith(("second", "quarter")):
        return None
    number = "0.5" if written.startswith("half") else "2" if "couple" in written else count(written) or "X"
    return _reading(number, unit_code(unit))


def _hyphened(match: re.Match[str], scene: Scene) -> Reading | None:
    written = match["n"].lower()
    return _reading("0.5" if written == "half" else count(written) or "X", unit_code(match["unit"]))


def _bare(match: re.Match[str], scene: Scene) -> Reading | None:
    return _reading("X", unit_code(match["unit"] or match["alone"]))


def _long(match: re.Match[str], scene: Scene) -> Reading | None:
    return _reading("1", unit_code(match["unit"]))


def _half(match: re.Match[str], scene: Scene) -> Reading | None:
    code = unit_code(match["unit"])
    return _reading("30", "TM") if code == "TH" else _reading("6", "M") if code == "Y" else _reading("0.5", code)


def _set(match: re.Match[str], scene: Scene) -> Reading | None:
    if match["word"]:
        return Reading(type=TimeType.SET, value=WORDS[match["word"].lower()], basis="explicit", precision="vague")
    word = match["unit"].lower()
    if word in ("morning", "afternoon", "evening", "night"):
        code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}[word]
        return Reading(type=TimeType.SET, value=f"XXXX-XX-XX{code}", basis="explicit", precision="part-of-day")
    number = (count(match["n"]) or "X") if match["n"] else "1"
    return _reading(number, unit_code(word), TimeType.SET)


RULES: tuple[Rule, ...] = (
    (MEASURED, _measured), (HYPHENED, _hyphened), (BARE, _bare), (LONG, _long), (HALF, _half), (SET, _set),
)  # fmt: skip
