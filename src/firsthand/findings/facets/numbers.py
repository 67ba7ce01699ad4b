"""Numbers: amounts of the same thing that no rounding, bound or unit explains."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import combinations

from ...model import Bound, FindingKind, Quantity, Severity, Span
from ...text.embeddings import embed
from ...text.names import NameRelation, compare_names
from ...text.quantities import base_amount, find_quantities
from ..agreement import Agreement, Comparison, Difference
from ..material import Material
from ..slots import Filler, apart, claims_of, filler, heads_alike, of_other_days, opposed, side, slots
from ..updates import is_update
from .wording import listed

ABOUT = Decimal("0.1")  # "about 50" reaches from 45 to 55; "nearly 50" from 45 to 50
ROUND = Decimal(
    "0.025"
)  # 612 printed as 600, 58 km as 36 miles: differences that editors of the shared stories let pass
COMPARED = frozenset({"count", "money", "measure", "percent", "age"})


def compare(left: Quantity, right: Quantity) -> Comparison:
    """Whether two amounts of one thing can both hold."""
    left, right = _in_celsius(left, right), _in_celsius(right, left)
    if left.role != right.role:
        return Comparison(Agreement.UNRELATED, "the two count different kinds of things")
    scales = _scaled(left, right)
    if scales is None:
        return Comparison(Agreement.UNRELATED, "the two have different units")
    (low, high), (least, most) = _interval(left, scales[0]), _interval(right, scales[1])
    if left.amount * scales[0] == right.amount * scales[1] and left.bound is right.bound and left.high == right.high:
        return Comparison(Agreement.SAME, "the amounts are equal")
    if low <= most and least <= high:
        return Comparison(Agreement.COMPATIBLE, "rounding, bounds or units explain the difference")
    if _rounds_to(left, right) or _rounds_to(right, left) or _written_to(left, right) or _written_to(right, left):
        return Comparison(Agreement.COMPATIBLE, "one amount is the other one, rounded")
    if _total_of(left, right) or _total_of(right, left):
        return Comparison(Agreement.COMPATIBLE, "one amount is a part of the other")
    return Comparison(Agreement.DIFFERENT, "neither rounding nor bounds nor units explain the difference")


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each thing that the accounts count differently."""
    fillers = [
        filler(material, key, quantity.start, quantity.end, quantity)
        for key, article in material.articles.items()
        for quantity in find_quantities(article.text)
        if quantity.role in COMPARED
    ]
    fillers = [one for one in _with_others(fillers) if not one.general]
    fits = partial(_fits, contrasts=_contrasts(fillers))
    for group in slots(fillers, fits, LEAST):
        differing = opposed(
            group,
            _differ,
            lambda left, right: fits(left, right) >= (LEAST if left.span.article != right.span.article else WITHIN),
        )
        if differing:
            yield _difference(material, differing)


def _with_others(fillers: Sequence[Filler[Quantity]]) -> Iterator[Filler[Quantity]]:
    """Each amount with the other counts of its sentence."""
    counts: dict[Span, list[Filler[Quantity]]] = defaultdict(list)
    for one in fillers:
        if one.value.role == "count":
            counts[one.sentence].append(one)
    for one in fillers:
        others = frozenset(other.value.amount for other in counts[one.sentence] if other is not one)
        yield replace(one, others=others)


# Logistic regression over 5,218 pairs of amounts in 18 hand-judged stories: amounts that are equal or that an editor
# laid side by side, against all others. The best fit of each sentence at LEAST or above is compared.
MEANING, COUNTED, HEADS, APART, INTERCEPT = 4.0, 0.8, 1.6, -1.0, -4.2
LEAST = 0.28
WITHIN = 0.7  # the same inside one article, where two amounts are most often of two things


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
    of_events = left.value.role == "count" or left.value.unit == MAGNITUDE
    if compared is Agreement.UNRELATED or of_other_days(left, right, of_events=of_events):
        return 0.0
    if _rest(left.value) != _rest(right.value):
        return 0.0
    if left.value.role == "age":
        return OF_ONE if _of_one_person(left.value, right.value) else 0.0
    if left.value.unit == right.value.unit == MAGNITUDE:
        return OF_ONE if _of_one_quake(left, right) else 0.0
    if _is_slip(left, right) or _of_one_measure(left, right):
        return OF_ONE
    meaning = float(left.surroundings.vector @ right.surroundings.vector)
    score = (
        INTERCEPT
        + MEANING * meaning
        + COUNTED * _counted_alike(left.value, right.value)
        + HEADS * heads_alike(left, right)
        + APART * apart(left, right)
        + (
            compared is not Agreement.DIFFERENT
        )  # of several amounts in a sentence, the one that agrees is the likeliest
    )
    return 1.0 / (1.0 + math.exp(-score))


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


HARMING = frozenset({
    "kill", "murder", "slay", "slaughter", "massacre", "execute", "assassinate", "die", "perish", "drown",
    "injure", "hurt", "wound", "maim", "poison",
})  # fmt: skip
"""Verbs of killing, dying and harm (VerbNet 42.1, 42.2, 48.2, 40.8.3)."""
VICTIMS = ("people were killed or injured", "The attack killed several men.")
VICTIM_LIKE = 0.42  # cosine: "two villagers slightly injured" .45, "killed seven traders" .53; "Nine rifles seized" .39
LARGE = 1_000_000
"""An amount of money, in any currency, from which a difference is major."""


def _scaled(left: Quantity, right: Quantity) -> tuple[Decimal, Decimal] | None:
    """Factors that bring both amounts to one unit; None where their units measure different things."""
    if left.unit == right.unit:
        return Decimal(1), Decimal(1)
    if left.unit is None or right.unit is None:
        return None
    first, second = base_amount(Decimal(1), left.unit), base_amount(Decimal(1), right.unit)
    if first is None or second is None or first[1] != second[1]:
        return None
    return first[0], second[0]


def _interval(value: Quantity, scale: Decimal) -> tuple[Decimal, Decimal]:
    """The amounts that a quantity admits, in base units."""
    low, high = value.amount, value.high if value.high is not None else value.amount
    if value.bound is Bound.MORE:
        return low * scale, Decimal("Infinity")
    if value.bound is Bound.LESS:
        return low * (1 - ABOUT) * scale, high * scale
    if value.bound is Bound.ABOUT:
        return low * (1 - ABOUT) * scale, high * (1 + ABOUT) * scale
    low_slack, high_slack = (_half_unit(low), _half_unit(high)) if scale == 1 else (_last_half(low), _last_half(high))
    return (low - low_slack) * scale, (high + high_slack) * scale


def _last_half(amount: Decimal) -> Decimal:
    """Half of the last digit: what a conversion into another unit may round away."""
    exponent = amount.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return min(half, abs(amount) * ABOUT)


def _half_unit(amount: Decimal) -> Decimal:
    """How far a rounded amount may lie from the true one: half of its last digit that is not 0, but for whole numbers
    below 100 (people are counted) nothing, and never more than ROUND of it: 600 reaches from 570 to 630."""
    if amount < 100 and amount == amount.to_integral_value():
        return Decimal(0)
    return min(_last_half(amount), amount * ROUND)


def _rounds_to(fine: Quantity, coarse: Quantity) -> bool:
    """Whether the one amount, rounded half up at the other's last decimal, is the other."""
    if fine.unit != coarse.unit or fine.high is not None or coarse.high is not None:
        return False
    exponent = coarse.amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > 0:
        return False
    return fine.amount.quantize(Decimal(1).scaleb(exponent), ROUND_HALF_UP) == coarse.amount


def _written_to(fine: Quantity, coarse: Quantity) -> bool:
    """Whether "1.24 million", rounded to the decimals that "1.2 million" is written with, is that."""
    written = SCALED.search(coarse.text)
    if written is None or fine.unit != coarse.unit or fine.high is not None or coarse.high is not None:
        return False
    mantissa = Decimal(written[0])
    if not mantissa or (scale := coarse.amount / mantissa) < SMALLEST_SCALE:
        return False
    last = Decimal(1).scaleb(-len(written[1]))
    return (fine.amount / scale).quantize(last, ROUND_HALF_UP) == mantissa


SCALED = re.compile(r"\d{1,9}\.(\d{1,6})(?![\d.,])")
SMALLEST_SCALE = 1000


def _in_celsius(value: Quantity, beside: Quantity) -> Quantity:
    """A temperature in degrees Celsius, to a tenth, where it stands beside one in another unit: no factor leads from
    one scale to the other."""
    if value.unit is None or beside.unit in (None, value.unit) or value.high is not None:
        return value
    based = base_amount(value.amount, value.unit)
    if based is None or based[1] != "temperature":
        return value
    tenths = based[0].quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = tenths.to_integral_value() if value.unit != CELSIUS else tenths
    return replace(value, amount=whole, unit=CELSIUS)


CELSIUS = "°C"


def _total_of(part: Quantity, whole: Quantity) -> bool:
    """Whether "three of the five" stands beside "five"."""
    return part.of is not None and part.of == whole.amount


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
