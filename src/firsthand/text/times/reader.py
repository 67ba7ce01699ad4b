"""All rules over one text: the longest match stands, and each is resolved in the order of the text."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from firsthand.model import TimeExpression, TimeType

from ..letters import plain_letters
from . import calendar, clocks, dates, durations, relative
from .reading import Reading, Rule, Scene

RULES: tuple[Rule, ...] = (*dates.RULES, *clocks.RULES, *relative.RULES, *durations.RULES)
Found = tuple[re.Match[str], Rule]


def read_times(written: str, anchor: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression of a text, resolved against the anchor."""
    text = plain_letters(written)
    found: list[TimeExpression] = []
    taken: list[tuple[int, int]] = []
    named: str | None = None
    named_to = 0
    for match, (_, read) in _candidates(text, RULES):
        start, end = _trimmed(match)
        if taken and start < taken[-1][1]:
            continue
        try:
            reading = read(match, Scene(text, anchor, named, named_to))
        except OverflowError:
            continue  # the day after the last that there is
        if reading is None:
            continue
        taken.append((start, end))
        found.append(_expression(written, start, end, reading))
        if _names_a_day(match[0], reading):
            named, named_to = reading.value.split("T")[0], end
    return tuple(found)


def _names_a_day(words: str, reading: Reading) -> bool:
    """Whether later words ("the same day", "a year earlier") may point back to this expression."""
    if reading.type not in (TimeType.DATE, TimeType.TIME) or relative.AGO.fullmatch(words):
        return False
    return calendar.interval(reading.value.split("T")[0]) is not None


def calendar_places(text: str) -> list[tuple[int, int]]:
    """Where the text writes calendar dates and clock times: digits there are no quantities."""
    text = plain_letters(text)
    scene = Scene(text, None, None)
    return [
        match.span() for match, rule in _candidates(text, (*dates.CALENDAR, *clocks.RULES)) if rule[1](match, scene)
    ]


@lru_cache(maxsize=64)
def _candidates(text: str, rules: tuple[Rule, ...]) -> list[Found]:
    """Kept for a while: a text is read against its own day, against the story's, and against none."""
    found: list[tuple[int, int, int, Found]] = []
    for order, rule in enumerate(rules):
        for match in rule[0].finditer(text):
            start, end = _trimmed(match)
            found.append((start, -end, order, (match, rule)))
    found.sort(key=lambda item: item[:3])
    return [item[3] for item in found]


CUE = re.compile(
    r"(?i:in|since|during|by|until|of|from|to|through|before|after|for|and|or|between|at|around|about|on|over"
    r"|within|that)[ ](?!the (?:beginning|start|end|middle|same|day|close|rest))"
    r"|(?:every|each)[ ](?=[A-Z])"
)  # fmt: skip


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The match without the preposition that only served to recognise it, and without what trails."""
    start, end = match.span()
    cue = CUE.match(match[0])
    if cue and match[0][: cue.end()].lower().strip() != "that":
        start += cue.end()
    text = match.string
    possessive = POSSESSIVE.search(text[start:end])
    if possessive:
        end = start + possessive.start()
    while end > start and text[end - 1] in " ,":
        end -= 1
    if text[end - 1] == "." and FULL_MONTH.search(text[start : end - 1]):
        end -= 1
    if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
        end += 1
    return start, end


POSSESSIVE = re.compile(r"['’]s?$")
FULL_MONTH = re.compile(r"\b(?!Sept$|Tues$|Thur$|Thurs$|Weds$)[A-Z][a-z]{3,}$|\bMay$")


def _expression(text: str, start: int, end: int, reading: Reading) -> TimeExpression:
    days = calendar.interval(reading.value) if reading.first is None and reading.last is None else None
    return TimeExpression(
        start=start, end=end, text=text[start:end], type=reading.type, value=reading.value,
        first=days[0] if days else reading.first, last=days[1] if days else reading.last, clock=reading.clock,
        precision=reading.precision or calendar.precision(reading.value), basis=reading.basis,
        conflict=reading.conflict,
    )  # fmt: skip
