"""Dates and times: one event put on several days or at several hours; a weekday that its date does not have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...model import Article, FindingKind, Quantity, Severity, TimeExpression, TimeType
from ...text.clauses import MODIFIERS
from ...text.phrases import liken
from ...text.quantities import find_quantities
from ..agreement import Agreement, Comparison, Difference
from ..material import BORROWED, Material
from ..slots import APART as APART_DAYS
from ..slots import Filler, apart, claims_of, filler, heads_alike, of_one_deed, of_others, opposed, side, slots
from .deeds import (
    after_the_other,
    both_counted_from_writing,
    gap,
    of_one_fate,
    of_other_deeds,
    of_other_sums,
    span_of,
)
from .hours import by_clock, by_part, hours_of
from .wording import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

FINE = frozenset({"minute", "hour", "part-of-day", "day", "week", "month", "year"})
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
CALENDAR = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?$")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def compare(left: TimeExpression, right: TimeExpression) -> Comparison:
    """Whether two expressions can mean one time."""
    told = by_clock(left, right) or by_part(left, right)
    if told is not None:
        return told
    left, right = _with_its_eves(left), _with_its_eves(right)
    if left.first and left.last and right.first and right.last:
        if left.last < right.first or right.last < left.first:
            if _one_calendar_day(left, right):
                return Comparison(Agreement.SAME, "one day, of which only one year is written")
            if _deictic(left, right):
                return Comparison(Agreement.COMPATIBLE, "the days hang on when the accounts were written")
            return Comparison(Agreement.DIFFERENT, f"{_day(left)} is not {_day(right)}")
        same = left.value == right.value
        return Comparison(Agreement.SAME if same else Agreement.COMPATIBLE, "one time can be meant")
    mine, theirs = WEEKDAY.match(left.value), WEEKDAY.match(right.value)
    if mine and theirs:
        if mine[1] != theirs[1]:
            return Comparison(Agreement.DIFFERENT, f"{DAYS[int(mine[1]) - 1]} is not {DAYS[int(theirs[1]) - 1]}")
        return Comparison(Agreement.SAME, "the same day of the week")
    one, other = CALENDAR.match(left.value), CALENDAR.match(right.value)
    if one and other and not (left.clock or right.clock):
        return _by_calendar(left, right, one, other)
    return Comparison(Agreement.UNRELATED, "the texts do not say enough to compare")


def _with_its_eves(time: TimeExpression) -> TimeExpression:
    """A weekend with the Friday before it and the Monday after, which are often counted to it; a week told from the day
    of writing with the days around it: where weeks begin on Sunday, Sunday's "last week" is the one just over."""
    if time.first is None or time.last is None:
        return time
    if time.precision == "week" and time.basis == "relative":
        return replace(time, first=time.first - timedelta(days=1), last=time.last + timedelta(days=6))
    if "weekend" not in time.text.lower():
        return time
    return replace(time, first=time.first - timedelta(days=1), last=time.last + timedelta(days=1))


def _one_calendar_day(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two days have one month and day, and the year of one is neither written nor known: "March 20" in an
    account without a date. Likewise with months."""
    guessed = [time.basis in ("anchor", BORROWED) for time in (left, right)]
    if not (all(guessed) or BORROWED in (left.basis, right.basis)) or not (left.first and right.first):
        return False
    if "month" in (left.precision, right.precision) and {left.precision, right.precision} <= {"month", "day"}:
        return left.first.month == right.first.month
    days = [(time.first.month, time.first.day) for time in (left, right) if time.first and time.first == time.last]
    return len(days) == 2 and days[0] == days[1]


def _by_calendar(left: TimeExpression, right: TimeExpression, one: re.Match[str], other: re.Match[str]) -> Comparison:
    """The outcome of two dates of which nobody knows the year: "November 18", "in November"."""
    if one["month"] != other["month"] or (one["day"] and other["day"] and one["day"] != other["day"]):
        return Comparison(Agreement.DIFFERENT, f"{left.text} is not {right.text}")
    return Comparison(Agreement.SAME if one[0] == other[0] else Agreement.COMPATIBLE, "one time can be meant")


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each event put at several times; and each weekday that does not fit its date."""
    fillers = [
        filler(material, key, time.start, time.end, time)
        for key, article in material.articles.items()
        for time in material.times(key)
        if not in_dateline(article, time)
        and time.type in (TimeType.DATE, TimeType.TIME)
        and time.precision in FINE
        and is_of_a_deed(material, key, time)
    ]
    fillers = [
        replace(
            one,
            told=tuple(other.value for other in fillers if other.span.article == one.span.article),
            row=_amounts_beside(material, one),
        )
        for one in fillers
    ]
    told: set[tuple[str, int]] = set()
    for group in slots(fillers, likely_one_event, LEAST):
        differing = opposed(group, _differ, _likely)
        if differing:
            told.update((one.span.article, one.span.start) for one in differing)
            yield _difference(material, differing)
    for one in fillers:
        if one.value.conflict and (one.span.article, one.span.start) not in told:
            yield _misfit(material, one, _beside(one, fillers))


# Logistic regression over 3,057 pairs of times in 18 hand-judged stories (equal times, and those an editor laid side by
# side, against all others); the meaning of the whole is left out, since all sentences of one day are alike.
COVERED, COVERS, HEADS, VERBS, APART, INTERCEPT = 2.6, 1.6, 5.5, 0.8, -0.6, -6.0
LEAST = 0.4
WITHIN = 0.8  # the same inside one article


def likely_one_event(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> float:
    """The likelihood that two times are given to one event."""
    compared = compare(left.value, right.value).agreement
    if compared is Agreement.DIFFERENT and (
        _told_too(left, right) or _told_too(right, left) or _of_writing(left, right)
    ):
        return 0.0
    if compared is Agreement.UNRELATED or _bare(left) or _bare(right) or left.aside != right.aside:
        return 0.0
    if "relative" in (left.value.basis, right.value.basis) and of_others(left, right):
        return 0.0
    if compared is Agreement.DIFFERENT and (of_other_deeds(left, right) or after_the_other(left, right)):
        return 0.0
    if compared is Agreement.DIFFERENT and (span_of(left) != span_of(right) or of_other_sums(left, right)):
        return 0.0
    like = liken(left.surroundings, right.surroundings)
    verbs = (left.governor == right.governor) - 0.5 if left.governor and right.governor else 0.0
    if verbs < 0:  # other deeds, other days; a weekday says less than a date
        verbs *= 4 if "relative" in (left.value.basis, right.value.basis) else 2
    score = (
        INTERCEPT
        + COVERED * like.covered
        + COVERS * like.covers
        + HEADS * heads_alike(left, right)
        + VERBS * verbs
        + APART * apart(left, right)
        + (compared is not Agreement.DIFFERENT)
    )
    likely = 1.0 / (1.0 + math.exp(-score))
    one = of_one_deed(left, right) or of_one_fate(left, right)
    if compared is Agreement.DIFFERENT and both_counted_from_writing(left.value, right.value) and not one:
        return 0.0
    return max(likely, OF_ONE) if one and _near(left.value, right.value) else likely


def _amounts_beside(material: Material, one: Filler[TimeExpression]) -> tuple[Quantity, ...]:
    text = material.articles[one.span.article].text
    return tuple(q for q in find_quantities(text) if one.sentence.start <= q.start < one.sentence.end)


def is_of_a_deed(material: Material, article: str, time: TimeExpression) -> bool:
    """Whether a time can be when something happened: not a year that tells one edition of a thing from another ("the
    2013 awards", "Server 2008"), and not the time of what only follows if something else does."""
    own = material.readings[article].doc.char_span(time.start, time.end, alignment_mode="expand")
    if own is None:
        return True
    if own.root.dep_ == "poss":
        return False  # "for Monday's meeting": of the meeting, whatever is told of it
    if time.precision == "year" and own.root.dep_ in MODIFIERS and own.root.head.pos_ in ("NOUN", "PROPN"):
        return False
    verb = own.root
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    if not any(token.pos_ in ("VERB", "AUX") for word in own for token in word.sent):
        return False  # the stamp of a post, a heading
    return not any(
        token.lower_ in CONDITIONS and token.dep_ == "mark" and _hangs_on(token.head, verb) for token in verb.sent
    )


def _hangs_on(clause: Token, verb: Token) -> bool:
    """Whether a clause is a verb's own, or one beside it."""
    while clause.i != verb.i and clause.dep_ in ("advcl", "conj") and clause.head.i != clause.i:
        clause = clause.head
    return clause.i == verb.i


CONDITIONS = frozenset({"if", "unless"})


def _told_too(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether an account that gives one date gives the other elsewhere: then it knows both days, of two deeds."""
    return left.span.article != right.span.article and any(
        _is_same(other, right.value) for other in left.told if other.precision == right.value.precision
    )


def _is_same(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two dates, or two clock times, are written as one."""
    if left.clock is not None and right.clock is not None:
        return left.clock.time() == right.clock.time()
    return (
        left.precision == "day"
        and left.basis != "relative"
        and left.clock is right.clock
        and compare(left, right).agreement is Agreement.SAME
    )


def _of_writing(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    """Whether both are days on which somebody spoke: "announced today"; who speaks twice has two days."""
    return left.governor in SPEAKING and right.governor in SPEAKING


SPEAKING = frozenset(
    {"say", "tell", "announce", "report", "state", "add", "write", "post", "tweet", "confirm", "release"}
)
"""Verbs of saying (VerbNet 37.7 and 37.1), and of giving out."""


def _near(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two times can be meant for one deed: told alike ("in 2009", "in 2010"), or not far apart."""
    if left.precision == right.precision or not (left.first and right.first):
        return left.precision == right.precision
    return gap(left, right) <= APART_DAYS


OF_ONE = 0.7  # likelihood where one deed on one thing is told of both days


def _bare(one: Filler[TimeExpression]) -> bool:
    """Whether the time stands alone, as in a dateline: it is no event's."""
    return len(one.surroundings.words) < 3


def _deictic(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether the days differ only as the days of writing do: "Wednesday" a week later, "today" beside "Monday"."""
    if left.basis != "explicit" and left.text.casefold() == right.text.casefold():
        return True
    if "relative" not in (left.basis, right.basis) or not (left.first and right.first):
        return False
    apart = abs((left.first - right.first).days)
    if apart and apart % 7 == 0 and apart <= FORTNIGHT and (_weekday(left) or _weekday(right)):
        return True  # "Saturday" beside "Saturday, 8 June", a week later: the account took over the word
    if left.basis != right.basis:
        return False
    return apart % 7 == 0 or (apart == 1 and not (_weekday(left) and _weekday(right)))


FORTNIGHT = 14  # days


def _weekday(time: TimeExpression) -> bool:
    return any(day in time.text for day in DAYS)


def in_dateline(article: Article, time: TimeExpression) -> bool:
    """Whether a time stands in an article's dateline."""
    return article.dateline is not None and article.dateline.start <= time.start < article.dateline.end


def _differ(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    return compare(left.value, right.value).agreement is Agreement.DIFFERENT


def _likely(left: Filler[TimeExpression], right: Filler[TimeExpression]) -> bool:
    return likely_one_event(left, right) >= (LEAST if left.span.article != right.span.article else WITHIN)


def _difference(material: Material, group: Sequence[Filler[TimeExpression]]) -> Difference:
    days = list(dict.fromkeys(_shown(one.value) for one in group))
    clock = all(hours_of(one.value) or one.value.clock for one in group)
    misfit = next((one.value.conflict for one in group if one.value.conflict), None)
    why = f"The accounts put one event at {listed(days)}." if clock else f"The accounts date one event {listed(days)}."
    exact = all(one.value.basis != "relative" for one in group)
    return Difference(
        kind=FindingKind.TIME if clock else FindingKind.DATE,
        severity=Severity.MAJOR if misfit or (exact and not clock) else Severity.MINOR,
        why=f"{why} {misfit}." if misfit else why,
        sides=tuple(side(material, one, _shown(one.value)) for one in group),
        claims=claims_of(group),
        weight=0.8 if misfit else 0.6 if exact else 0.5,
    )


def _beside(misfit: Filler[TimeExpression], fillers: Sequence[Filler[TimeExpression]]) -> list[Filler[TimeExpression]]:
    """What other accounts give for the event whose weekday does not fit."""
    return [
        one
        for one in fillers
        if one.span.article != misfit.span.article
        and one.value.first
        and one.value.conflict is None
        and likely_one_event(one, misfit) >= LEAST
    ]


def _misfit(material: Material, one: Filler[TimeExpression], others: Sequence[Filler[TimeExpression]]) -> Difference:
    return Difference(
        kind=FindingKind.DATE,
        severity=Severity.MAJOR,
        why=f"The weekday does not fit the date: {one.value.conflict}.",
        sides=tuple(side(material, each, _shown(each.value)) for each in (one, *others)),
        claims=claims_of([one, *others]),
        weight=0.75,
    )


def _day(time: TimeExpression) -> str:
    return _shown(time)


def _shown(time: TimeExpression) -> str:
    """A time as it is written, with the day it comes to."""
    if time.clock is not None:
        return time.text
    if time.first and time.last and time.first == time.last and not re.search(r"\d", time.text):
        return f"{time.text} ({_written(time.first)})"
    return time.text


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
