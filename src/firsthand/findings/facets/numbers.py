"""Numbers: amounts of the same thing that no rounding, bound or unit explains."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations

from ...model import Bound, FindingKind, Quantity, Severity, Span
from ...text.embeddings import embed
from ...text.names import NameRelation, compare_names
from ...text.places import directions
from ...text.quantities import find_quantities
from ...text.times.lexicon import MONTHS, WEEKDAYS
from ..actors import other_actors
from ..agreement import Agreement, Difference
from ..amounts import compare
from ..material import Material
from ..slots import (
    LIGHT,
    Filler,
    apart,
    claims_of,
    filler,
    heads_alike,
    of_other_days,
    of_others,
    opposed,
    side,
    slots,
)
from ..updates import is_update
from .tolls import HURTING, KILLING, harm_of, of_one_toll
from .wording import listed

COMPARED = frozenset({"count", "money", "measure", "percent", "age"})


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each thing that the accounts count differently."""
    fillers = [
        filler(material, key, quantity.start, quantity.end, quantity)
        for key, article in material.articles.items()
        for found in find_quantities(article.text)
        for quantity in (found, *_whole(found))
        if quantity.role in COMPARED
    ]
    told = [one for one in _with_others(material, fillers) if one.harm or not _is_whole(one.value)]
    fillers = [one for one in _with_tolls(told) if not one.general]
    fits = partial(_fits, contrasts=_contrasts(fillers))
    for group in slots(fillers, fits, LEAST):
        differing = opposed(
            group,
            _differ,
            lambda left, right: fits(left, right) >= _enough(left, right),
        )
        if differing:
            yield _difference(material, differing)


def _whole(part: Quantity) -> Iterator[Quantity]:
    """What an amount is a part of: in "30 of the 80 wounded" 80 were wounded."""
    if part.role == "count" and part.of is not None and part.of > part.amount:
        yield replace(part, amount=part.of, of=part.of, bound=Bound.EXACT, high=None)


def _is_whole(quantity: Quantity) -> bool:
    return quantity.of == quantity.amount


def _with_others(material: Material, fillers: Sequence[Filler[Quantity]]) -> Iterator[Filler[Quantity]]:
    """Each amount with what else its sentence says of it: the other counts, what harm it is of, of what it is a part,
    from where it is a distance."""
    by_sentence: dict[Span, list[Filler[Quantity]]] = defaultdict(list)
    told: dict[str, list[Quantity]] = defaultdict(list)
    strengths: dict[str, list[Quantity]] = defaultdict(list)
    for one in fillers:
        by_sentence[one.sentence].append(one)
        told[one.span.article].append(one.value)
        if one.value.unit == MAGNITUDE:
            strengths[one.span.article].append(one.value)
    for one in fillers:
        beside = [other for other in by_sentence[one.sentence] if other is not one]
        text, counts = material.articles[one.span.article].text, one.value.role == "count"
        own = material.readings[one.span.article].doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        harm = harm_of(text, own.root, one.value) if counts and own is not None else None
        yield replace(
            one,
            told=tuple(other for other in told[one.span.article] if other is not one.value),
            others=frozenset(other.value.amount for other in beside if other.value.role == "count"),
            row=tuple(other.value for other in beside if other.value.role not in ("age", "ordinal")),
            strengths=tuple(
                [other.value for other in beside if other.value.unit == MAGNITUDE] or strengths[one.span.article]
            ),
            governor=harm or one.governor,
            harm=harm,
            part=counts and ((one.value.of is not None and not _is_whole(one.value)) or _is_part(text, one)),
            reference=_reference(text, one),
            summed=bool(SUMMED.search(text[max(one.sentence.start, one.span.start - LOOK_BACK) : one.span.end])),
        )


def _with_tolls(fillers: Sequence[Filler[Quantity]]) -> Iterator[Filler[Quantity]]:
    """Each amount with what else its account counts of people killed, or of people hurt."""
    tolls: dict[tuple[str, str], list[Filler[Quantity]]] = defaultdict(list)
    for one in fillers:
        if one.harm:
            tolls[one.span.article, one.harm].append(one)
    for one in fillers:
        beside = tolls[one.span.article, one.harm] if one.harm else []
        yield replace(one, tolls=tuple(other.value for other in beside if other is not one))


SUMMED = re.compile(r"\b(?:combined|cumulative|aggregate)\b[^.;,]*$", re.IGNORECASE)
"""Words that make an amount the sum of several."""
OF_THEM = re.compile(r"[ ]+(?:[a-z]+[ ])?of (?:them|whom|which|these|those)\b")
INCLUDED = re.compile(r"\b(?:including|among (?:them|whom|these|those)|of (?:them|whom|which)),?[ ](?:[a-z]+[ ]){0,2}$")


def _is_part(text: str, one: Filler[Quantity]) -> bool:
    """Whether the words beside an amount make it a part: "15 of them", "including three", "among them two"."""
    before = text[max(one.sentence.start, one.span.start - LOOK_BACK) : one.span.start]
    return bool(OF_THEM.match(text, one.span.end) or INCLUDED.search(before))


LOOK_BACK = 40  # characters


def _reference(text: str, one: Filler[Quantity]) -> str | None:
    """The place that a length is the distance from: "120 km north of Aden"."""
    if one.value.role != "measure":
        return None
    return next(
        (found.references[0] for found in directions(text) if found.start <= one.span.start + LEAD < found.end), None
    )


LEAD = 12  # characters of "approximately", which belong to the amount and not to the direction


# Logistic regression over 5,218 pairs of amounts in 18 hand-judged stories: amounts that are equal or that an editor
# laid side by side, against all others. The best fit of each sentence at LEAST or above is compared.
MEANING, COUNTED, HEADS, APART, INTERCEPT = 4.0, 0.8, 1.6, -1.0, -4.2
SHARED_THING = (
    2.0  # set by hand: distances from one place, in sentences that share another name, are seldom of two things
)
LEAST = 0.28
NAMED, UNNAMED = 0.36, 0.5
"""What two amounts that differ must reach by themselves, with and without a name that both sentences tell, or a deed.
Of 60 such pairs read on 34 unseen events, 3 in 4 of those below were of two things."""


NEVER = 2.0  # no likelihood reaches it


def _enough(left: Filler[Quantity], right: Filler[Quantity]) -> float:
    """From what likelihood two differing amounts are shown. Within one account only the kind of value ties two
    together: an account that gives two amounts mostly tells of two things."""
    if left.span.article == right.span.article:
        return OF_ONE if _kinds_told(left, right) else NEVER
    deed = left.governor == right.governor and left.governor not in LIGHT and left.deed & right.deed
    return NAMED if left.names & right.names or deed else UNNAMED


def _contrasts(fillers: Sequence[Filler[Quantity]]) -> frozenset[frozenset[str]]:
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


def _fits(left: Filler[Quantity], right: Filler[Quantity], contrasts: frozenset[frozenset[str]]) -> float:
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
    if _rest(left.value) != _rest(right.value) or left.summed != right.summed:
        return 0.0
    if left.value.role == "age":
        return OF_ONE if _of_one_person(left.value, right.value) else 0.0
    if left.value.unit == right.value.unit == MAGNITUDE:
        return OF_ONE if _of_one_quake(left, right) else 0.0
    if left.part != right.part and compared is Agreement.DIFFERENT:
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
    return 1.0 / (1.0 + math.exp(-score))


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
    return any(
        other.role == right.value.role
        and _counted_alike(other, right.value) >= (NOUN_LEFT_OUT if other.amount in left.others else 1.0)
        and compare(other, right.value).agreement is Agreement.SAME
        for other in left.told
    )


NOUN_LEFT_OUT = 0.5
"""How alike what is counted must be within one sentence: "six arrests, compared to 47 the night before"."""


def _of_other_rows(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether both sentences give a row of amounts of the same things, and none of these agrees: "two catches for 25
    yards", "59 catches for 1,098 yards" are of two games. Tolls go up together."""
    if left.harm or right.harm:
        return False
    rows = [
        compare(mine, theirs).agreement
        for mine in left.row
        for theirs in right.row
        if mine.role == theirs.role and mine.unit == theirs.unit and _head(mine.counted) == _head(theirs.counted)
        if mine.unit or mine.counted
    ]
    return bool(rows) and not {Agreement.SAME, Agreement.COMPATIBLE} & set(rows)


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


def _of_one_quake(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    """Whether two magnitudes can be of one earthquake, told by several observatories: these lie within a few tenths of
    each other, and aftershocks are weaker by one (Båth's law: 1.2 on average)."""
    return abs(left.value.amount - right.value.amount) < 1


OF_ONE = 0.8  # likelihood where the kind of value itself tells that two are of one thing
FULL_NAME = 2  # words
MAGNITUDE = "magnitude"


def _differ(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    return compare(left.value, right.value).agreement is Agreement.DIFFERENT


def _difference(material: Material, group: Sequence[Filler[Quantity]]) -> Difference:
    values = list(dict.fromkeys(shown(one.value) for one in group))
    sides = tuple(side(material, one, shown(one.value)) for one in group)
    people = _of_victims(group, [one.quote for one in sides])
    grave = _gravity(group, people=people)
    risen = people and is_update(group, [material.articles[one.span.article] for one in group])
    why = f"The accounts give {listed(values)} for the same thing, and no rounding or bound explains the difference."
    if risen:
        by_amount = sorted(group, key=lambda one: (one.value.amount, one.span))
        why = f"The figure rises as time goes on: {listed(list(dict.fromkeys(shown(one.value) for one in by_amount)))}."
    return Difference(
        kind=FindingKind.NUMBER,
        severity=Severity.MAJOR if grave >= 0.6 else Severity.MINOR,
        why=why,
        sides=sides,
        claims=claims_of(group),
        weight=grave,
        update=risen,
    )


def shown(value: Quantity) -> str:
    """An amount as a person would write it, with what it counts."""
    counted = value.counted or "" if value.role != "age" else ""
    return " ".join(f"{value.text} {counted}".split()) if counted and counted not in value.text else value.text


def _gravity(group: Sequence[Filler[Quantity]], *, people: bool) -> float:
    """How grave: lives before money before the rest; and a wide gap before a narrow one."""
    amounts = sorted(float(one.value.amount) for one in group if one.value.amount > 0)
    gap = 1 - amounts[0] / amounts[-1] if amounts else 1.0
    large = any(one.value.role == "money" and one.value.amount >= LARGE for one in group)
    return round((0.75 if people else 0.65 if large else 0.5) + 0.2 * gap, 3)


def _of_victims(group: Sequence[Filler[Quantity]], sentences: Sequence[str]) -> bool:
    """Whether people killed or hurt are counted: by the verb that governs an amount, else by what one of the sentences
    means, as no list of words is complete."""
    if any(one.governor in HARMING and one.value.role == "count" for one in group):
        return True
    told = embed([*VICTIMS, *sentences])
    return bool((told[len(VICTIMS) :] @ told[: len(VICTIMS)].T).max() >= VICTIM_LIKE)


HARMING = KILLING | HURTING
VICTIMS = ("people were killed or injured", "The attack killed several men.")
VICTIM_LIKE = 0.42  # cosine: "two villagers slightly injured" .45, "killed seven traders" .53; "Nine rifles seized" .39
LARGE = 1_000_000
"""An amount of money, in any currency, from which a difference is major."""


def _counted_alike(left: Quantity, right: Quantity) -> float:
    """1 where the same noun is counted, 0.5 where one says no noun, 0 where the nouns differ."""
    mine, theirs = _head(left.counted), _head(right.counted)
    if mine is None or theirs is None:
        return 0.5
    return 1.0 if mine == theirs else 0.0


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
