"""Whether two amounts are of one thing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from ...model import Quantity, Span
from ...text.actors import other_actors
from ...text.names import NameRelation, compare_names
from ...text.times.lexicon import MONTHS, WEEKDAYS
from ..agreement import Agreement
from ..amounts import compare, log_ratio, of_other_sizes
from ..slots import LIGHT, Filler, apart, heads_alike, matched, of_other_days, of_others
from .tolls import of_one_quake, of_one_toll

# Logistic regression over 5,218 pairs of amounts in 18 hand-judged stories: amounts that are equal or that an editor
# laid side by side, against all others. The best fit of each sentence at LEAST or above is compared.
MEANING, COUNTED, HEADS, APART, INTERCEPT = 4.0, 0.8, 1.6, -1.0, -4.2
SHARED_THING = (
    2.0  # set by hand: distances from one place, in sentences that share another name, are seldom of two things
)
LEAST = 0.2
ENOUGH = 0.35
"""What two amounts that differ must reach by themselves. Of 58 labelled pairs that do 45 are of one thing, which
flatters, as the rules were mended on them; a slot asks for more: each is the other's best. Of
nine findings on other events below 0.4 two were right, but most of what the shared stories have there."""


NEVER = 2.0  # no likelihood reaches it


def enough(left: Filler[Quantity], right: Filler[Quantity]) -> float:
    """From what likelihood two differing amounts are shown. Within one account only the kind of value ties two
    together: an account that gives two amounts mostly tells of two things."""
    if left.span.article == right.span.article:
        return OF_ONE if _kinds_told(left, right) else NEVER
    return ENOUGH


def contrasts_of(fillers: Sequence[Filler[Quantity]]) -> frozenset[frozenset[str]]:
    """Pairs of verbs that the story itself sets apart, by giving each its own amount in one sentence: "killing 10 and
    injuring 80". Whatever one of them governs is not what the other governs, in any account."""
    by_sentence: dict[Span, list[str]] = defaultdict(list)
    for one in fillers:
        if one.governor:
            by_sentence[one.sentence].append(one.governor)
    return frozenset(
        frozenset({mine, theirs})
        for verbs in by_sentence.values()
        for mine, theirs in combinations(verbs, 2)
        if mine != theirs
    )


def likely_one(left: Filler[Quantity], right: Filler[Quantity], contrasts: frozenset[frozenset[str]]) -> float:
    """The likelihood that two amounts are of one thing."""
    if left.value.role == "count" and frozenset({left.governor, right.governor}) in contrasts:
        return 0.0
    compared = compare(left.value, right.value).agreement
    if left.value.role == "count" and (left.beside != right.beside or _parts_of(left, right) or _parts_of(right, left)):
        return 0.0
    if compared is Agreement.DIFFERENT and not _kinds_told(left, right) and other_actors(left.actors, right.actors):
        return 0.0
    of_events = left.value.role == "count" or left.value.unit == MAGNITUDE
    if compared is Agreement.UNRELATED or of_other_days(left, right, of_events=of_events):
        return 0.0
    if compared is Agreement.DIFFERENT and (
        _told_too(left, right) or _told_too(right, left) or _days_apart(left, right) or _of_other_rows(left, right)
    ):
        return 0.0
    if counts_times(left.value) != counts_times(right.value):
        return 0.0
    if _rest(left.value) != _rest(right.value) or left.summed != right.summed or left.averaged != right.averaged:
        return 0.0
    if compared is Agreement.DIFFERENT and left.aside != right.aside:
        return 0.0
    if left.value.role == "age":
        older = compared is Agreement.DIFFERENT and _years_between(left, right)
        return OF_ONE if _of_one_person(left.value, right.value) and not older else 0.0
    if left.value.unit == right.value.unit == MAGNITUDE:
        return OF_ONE if of_one_quake(left.value, right.value) else 0.0
    if left.part != right.part and compared is Agreement.DIFFERENT:
        return 0.0
    if compared is Agreement.DIFFERENT and (
        left.stretch
        or right.stretch
        or _several(left, right)
        or _of_shares_apart(left, right)
        or bool(left.roles) != bool(right.roles)
        or (left.roles and not left.roles & right.roles)
        or _of_other_nouns(left, right)
        or _of_other_measures(left, right)
    ):
        return 0.0
    if compared is Agreement.DIFFERENT and left.polled and right.polled and _of_other_polls(left, right):
        return 0.0
    if left.reference or right.reference:
        if not _of_one_place(left.reference, right.reference):
            return 0.0
    elif _is_slip(left, right) or _of_one_measure(left, right):
        return OF_ONE
    if compared is Agreement.DIFFERENT and of_one_toll(
        left, right, [_head(one.value.counted) for one in (left, right)]
    ):
        return OF_ONE
    if compared is Agreement.DIFFERENT and _of_one_act(left, right):
        return OF_ONE
    if compared is Agreement.DIFFERENT and of_other_sizes(left.value, right.value):
        return 0.0
    meaning = float(left.surroundings.vector @ right.surroundings.vector)
    score = (
        INTERCEPT
        + MEANING * meaning
        + COUNTED * _counted_alike(left.value, right.value)
        + HEADS * heads_alike(left, right)
        + APART * apart(left, right)
        + SHARED_THING * _of_one_thing(left, right)
        + (
            compared is not Agreement.DIFFERENT
        )  # of several amounts in a sentence, the one that agrees is the likeliest
    )
    return 1.0 / (1.0 + math.exp(-weighed(left, right, score)))


def weighed(left: Filler[Quantity], right: Filler[Quantity], score: float) -> float:
    """The log odds that two amounts are of one thing, given what they stand in says by itself (`score`)."""
    told = further(left, right) if score >= LEFT_OUT else None
    if told is None:
        return score
    return OWN * score + sum(weight * figure for weight, figure in zip(WEIGHTS, told, strict=True)) + TOGETHER


def further(left: Filler[Quantity], right: Filler[Quantity]) -> tuple[float, ...] | None:
    """What the matcher says of two amounts, how far they lie apart, and whether one verb governs both; None where the
    matcher cannot tell."""
    met = matched(left, right)
    if met is None:
        return None
    verb = left.governor == right.governor and left.governor not in LIGHT and bool(left.governor) and not left.harm
    return met, _gap(left.value, right.value), float(verb)


def _gap(left: Quantity, right: Quantity) -> float:
    """How far two amounts of one kind lie apart: the natural logarithm of how many times the one is the other, 3 at
    most, as with amounts of two kinds ("nine points", "nine rebounds")."""
    if left.role == "count" and _counted_alike(left, right) == 0:
        return WIDE
    return min(WIDE, log_ratio(left, right))


WIDE = 3.0
LEFT_OUT = -3.2
"""Log odds below which nothing more is asked."""
OWN, WEIGHTS, TOGETHER = 1.05, (1.5, -0.7, 1.65), 1.8
"""What all of this weighs: logistic regression over 915 labelled pairs of different amounts, 74 of them of one thing,
in 177 sets of accounts, none of the shared stories (`training/findings/fit_values.py`). Average precision, each set by
weights of others: 0.44, by what the amounts stand in alone 0.26. Whether one verb governs both was hardly seen of
victims, whose verb is their kind, and so does not count there."""


def _kinds_told(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether the kind of value tells whose it is: an age that of the person beside it, a magnitude that of the quake,
    a count of victims that of the event; then it does not matter who acts."""
    return (
        left.value.role == "age"
        or left.value.unit == right.value.unit == MAGNITUDE
        or bool(left.harm and left.harm == right.harm)
    )


def _told_too(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether an account that gives one amount gives the other elsewhere, of the same thing counted: then it knows
    both, and they are of two things."""
    if left.span.article == right.span.article:
        return False
    breath = frozenset(left.row)
    return any(
        other.role == right.value.role
        and _counted_alike(other, right.value) >= (NOUN_LEFT_OUT if other in breath else _telling(other))
        and compare(other, right.value).agreement is Agreement.SAME
        for other in left.told
    )


def _telling(value: Quantity) -> float:
    """How alike what is counted must be: a length of time needs no noun ("seven years in prison", "a 12-year term")."""
    return NOUN_LEFT_OUT if value.role == "measure" and value.unit in TIME_UNITS else 1.0


TIME_UNITS = frozenset({"hour", "day", "week", "month", "year"})
NOUN_LEFT_OUT = 0.5
"""How alike what is counted must be within one sentence: "six arrests, compared to 47 the night before"."""


def _of_other_rows(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether both sentences give a row of amounts of the same things, and none of these agrees: "two catches for 25
    yards", "59 catches for 1,098 yards" are of two games. Tolls go up together."""
    if left.harm or right.harm:
        return False
    rows = [
        compare(replace(mine, role=theirs.role, unit=theirs.unit), theirs).agreement  # "793 total yards" has no unit
        for mine in left.row
        for theirs in right.row
        if _kinds(mine) & _kinds(theirs)
    ]
    return bool(rows) and not {Agreement.SAME, Agreement.COMPATIBLE} & set(rows)


def _kinds(value: Quantity) -> frozenset[str]:
    """By what words an amount tells of what kind it is: its unit, and the noun it counts."""
    return frozenset(word for word in (value.unit, _head(value.counted)) if word)


def _several(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether a sentence counts the same twice: of "two touchdowns rushing and four receiving" nobody can tell by the
    noun alone which another sentence means. Of people killed and hurt the verb tells."""
    if left.harm or right.harm or left.value.role != "count":
        return False
    return any(
        other.role == "count"
        and other.amount not in (one.value.amount, one.value.of)
        and other.of != one.value.amount
        and _head(other.counted) == _head(one.value.counted)
        for one in (left, right)
        if one.value.counted
        for other in one.row
    )


def _of_other_nouns(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two counts are of two nouns that nothing but the likeness of their sentences ties: of one verb and one
    more noun that it is said of, "rifles" may be "weapons"."""
    if left.value.role != "count" or left.harm or right.harm or _counted_alike(left.value, right.value) > 0:
        return False
    heads = {_head(left.value.counted), _head(right.value.counted)}
    deed = {noun for noun in left.deed & right.deed if _head(noun) not in heads}
    return left.governor != right.governor or left.governor in LIGHT or not deed


def _of_other_measures(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two lengths or weights stand under verbs of which one does something: who "rushed for 63 yards" may have
    had 102 in all. Of what stands still ("is", "weighs", "stretches") the unit tells enough."""
    if left.value.role != "measure" or left.value.unit in TIME_UNITS or left.reference or right.reference:
        return False
    governors = {one.governor for one in (left, right) if one.governor}
    return len(governors) > 1 and not governors <= STILL


STILL = frozenset({
    "be", "weigh", "measure", "stand", "span", "stretch", "run", "reach", "extend", "cover", "put", "locate", "lie",
    "situate", "estimate", "say", "report", "give",
})  # fmt: skip
"""Verbs that tell how large something is, or where it lies, and those of telling it."""


def _of_shares_apart(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two shares are not told of one subject and under one verb: every poll, state and group of people has
    shares of its own, and their sentences are alike."""
    if left.value.role != "percent" or _of_one_measure(left, right):
        return False
    return left.governor != right.governor or not (left.deed & right.deed) - {"percent", "%", "cent"}


def _of_one_act(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two counts of the same noun stand under one verb that is said of the same nouns or names: "the steelworks
    will cut 1,200 jobs"."""
    if left.span.article == right.span.article or left.value.role != "count" or left.harm or right.harm:
        return False
    if _counted_alike(left.value, right.value) < 1.0 or not (left.deed & right.deed) or left.governor in LIGHT:
        return False
    names = (left.names & right.names) - MONTHS.keys() - WEEKDAYS.keys()
    shared = (left.deed & right.deed) | {f"name {name}" for name in names}
    return left.governor == right.governor and len(shared) > 1 and not of_others(left, right)


def _of_other_polls(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two shares are of polls that each bear a name the other does not."""
    return bool(left.names - right.names and right.names - left.names)


def _days_apart(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two counts are told with days of their own that do not meet: two nights of unrest."""
    if left.value.role != "count" or left.harm or right.harm or not left.when or not right.when:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in left.when for b in right.when)


def _is_slip(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two long figures are one but for a digit, in sentences that share a name: "$5,687.75", "$5,587.75"."""
    mine, theirs = (re.sub(r"\D", "", one.value.text) for one in (left, right))
    if len(mine) != len(theirs) or min(len(mine.rstrip("0")), len(theirs.rstrip("0"))) < LONG_FIGURE:
        return False
    if not left.names & right.names:
        return False
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1


def _of_one_measure(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two percentages are told of one subject: "turnout reached 93 percent", "turnout was almost 90%"."""
    mine, theirs = left.value, right.value
    if mine.role != "percent" or not mine.counted or not theirs.counted or not mine.of_subject or not theirs.of_subject:
        return False
    return mine.counted.casefold() == theirs.counted.casefold()


def _of_one_place(left: str | None, right: str | None) -> bool:
    """Whether two distances are from one place."""
    return left is not None and right is not None and compare_names(left, right).relation is not NameRelation.DIFFERENT


def _of_one_thing(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two distances from one place stand in sentences that share another name: of what lies there."""
    if not left.reference or not right.reference:
        return False
    return bool((left.names & right.names) - {word.lower() for word in f"{left.reference} {right.reference}".split()})


LONG_FIGURE = 5  # digits but for the zeros at the end: round figures are alike by chance


def _parts_of(part: Filler[Quantity], whole: Filler[Quantity]) -> bool:
    """Whether the amounts of one sentence add up to the other: "12 Somali and 11 Yemeni pirates", "23 pirates"."""
    return whole.value.amount - part.value.amount in part.others


def _of_one_person(left: Quantity, right: Quantity) -> bool:
    """Whether two ages stand beside the full name of one person: an age belongs to whom it stands beside."""
    if not left.counted or not right.counted or min(len(left.counted.split()), len(right.counted.split())) < FULL_NAME:
        return False
    return compare_names(left.counted, right.counted).relation is not NameRelation.DIFFERENT


def _years_between(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two ages of one person differ as the days do on which they were told: 27 in 2005, 29 in 2007. An account
    without a date may be of any day of the story."""
    born = []
    for one in (left, right):
        if one.told_from is None or one.told_to is None or one.value.amount % 1 or one.value.high is not None:
            return False
        age = int(one.value.amount)
        born.append((one.told_from.toordinal() - YEAR * (age + 1), one.told_to.toordinal() - YEAR * age))
    return min(born[0][1], born[1][1]) - max(born[0][0], born[1][0]) > BIRTHDAY


YEAR = 365.25
BIRTHDAY = 45  # days; a birthday between two accounts explains a year more in the later, if these lie well apart


OF_ONE = 0.8  # likelihood where the kind of value itself tells that two are of one thing
FULL_NAME = 2  # words
MAGNITUDE = "magnitude"


def _counted_alike(left: Quantity, right: Quantity) -> float:
    """1 where the same noun is counted, 0.5 where one says no noun, 0 where the nouns differ."""
    mine, theirs = _head(left.counted), _head(right.counted)
    if mine is None or theirs is None:
        return 0.5
    return 1.0 if mine == theirs else 0.0


def counts_times(value: Quantity) -> bool:
    """Whether an amount tells how often, and not how many: "arrested seven times". Of nine labelled pairs of one of
    each, in five sets of accounts, one is of one thing."""
    return value.role == "count" and _head(value.counted) == "time"


def _rest(value: Quantity) -> bool:
    """Whether an amount is of what is left over: "three other", "two more", "the remaining five"."""
    around = f"{value.text} {value.counted or ''}".lower().replace("more than", "").split()
    return bool(OTHERS & set(around))


OTHERS = frozenset({"other", "others", "another", "more", "additional", "remaining", "further", "extra", "else"})


def _head(counted: str | None) -> str | None:
    if not counted:
        return None
    word = counted.lower().split()[-1]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
