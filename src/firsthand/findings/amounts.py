"""Two amounts of one thing: whether rounding, bounds or units let both hold."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, getcontext

from ..model import Bound, Quantity
from ..text.quantities import base_amount
from .agreement import Agreement, Comparison

ABOUT = Decimal("0.1")  # "about 50" reaches from 45 to 55; "nearly 50" from 45 to 50
FEW = 10  # what is less than a few is one less at most: "less than two weeks" of twelve days. Stated, not measured
ROUND = Decimal(
    "0.025"
)  # 612 printed as 600, 58 km as 36 miles: differences that editors of the shared stories let pass
SCALED = re.compile(r"\d{1,9}\.(\d{1,6})(?![\d.,])")
SMALLEST_SCALE = 1000
CELSIUS, TEMPERATURE = "°C", "temperature"


def compare(left: Quantity, right: Quantity) -> Comparison:
    """Whether two amounts of one thing can both hold."""
    left, right = _in_celsius(left, right), _in_celsius(right, left)
    if left.role != right.role:
        return Comparison(Agreement.UNRELATED, "the two count different kinds of things")
    scales = _scaled(left, right)
    if scales is None:
        return Comparison(Agreement.UNRELATED, "the two have different units")
    (low, high), (least, most) = _interval(left, scales[0]), _interval(right, scales[1])
    if left.unit != right.unit:
        (low, high), (least, most) = _by_the_calendar(left, low, high), _by_the_calendar(right, least, most)
    if left.amount * scales[0] == right.amount * scales[1] and left.bound is right.bound and left.high == right.high:
        return Comparison(Agreement.SAME, "the amounts are equal")
    if left.bound is right.bound is Bound.MORE and _barely_more(left, right, scales):
        return Comparison(Agreement.DIFFERENT, "who writes “more than” means not much more")
    if left.bound is right.bound is Bound.RANGE and left.unit == right.unit and _overlap_only(left, right):
        return Comparison(Agreement.DIFFERENT, "each says from where to where, and neither lies within the other")
    if low <= most and least <= high and not _side_by_side(left, right, (low, high), (least, most)):
        return Comparison(Agreement.COMPATIBLE, "rounding, bounds or units explain the difference")
    if _rounds_to(left, right) or _rounds_to(right, left) or _written_to(left, right) or _written_to(right, left):
        return Comparison(Agreement.COMPATIBLE, "one amount is the other one, rounded")
    if _total_of(left, right) or _total_of(right, left):
        return Comparison(Agreement.COMPATIBLE, "one amount is a part of the other")
    return Comparison(Agreement.DIFFERENT, "neither rounding nor bounds nor units explain the difference")


def _side_by_side(
    left: Quantity, right: Quantity, mine: tuple[Decimal, Decimal], theirs: tuple[Decimal, Decimal]
) -> bool:
    """Whether what two exact amounts of one unit may be rounded from only meets at an end: what lies midway rounds up,
    so 223 and 224, or 240 and 250, have nothing in common."""
    exact = all(value.bound is Bound.EXACT and value.high is None for value in (left, right))
    return exact and left.unit == right.unit and (mine[0] == theirs[1] or theirs[0] == mine[1])


def _overlap_only(left: Quantity, right: Quantity) -> bool:
    """Whether one range of a unit begins and ends before the other, so that neither makes the other more precise."""
    first, second = sorted((value.amount, value.high or value.amount) for value in (left, right))
    return first[0] < second[0] and first[1] < second[1]


BARELY = Decimal("1.15")  # times: "more than 26,000" is not said of 31,000
LEAST_WORDS = ("at least", "no fewer", "no less", "not less", "not fewer", "a minimum", "minimum")


def _barely_more(left: Quantity, right: Quantity, scales: tuple[Decimal, Decimal]) -> bool:
    """Whether two amounts are both exceeded ("more than", "over") and too far apart for one that just exceeds both.
    "At least" is said of what is not yet fully counted, and reaches further."""
    if any(value.text.lower().startswith(LEAST_WORDS) for value in (left, right)):
        return False
    low, high = sorted((left.amount * scales[0], right.amount * scales[1]))
    return high > low * BARELY


def _in_celsius(value: Quantity, beside: Quantity) -> Quantity:
    """A temperature in degrees Celsius, to a tenth, where it stands beside one in another unit: no factor leads from
    one scale to the other."""
    if value.unit is None or beside.unit in (None, value.unit) or value.high is not None:
        return value
    based = base_amount(value.amount, value.unit)
    if based is None or not _is_temperature(value):
        return value
    tenths = _rounded(based[0], Decimal("0.1"))
    whole = tenths.to_integral_value() if value.unit != CELSIUS else tenths
    return replace(value, amount=whole, unit=CELSIUS)


def _rounds_to(fine: Quantity, coarse: Quantity) -> bool:
    """Whether the one amount, rounded half up at the other's last decimal, is the other."""
    if fine.unit != coarse.unit or fine.high is not None or coarse.high is not None:
        return False
    exponent = coarse.amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent > 0:
        return False
    return _rounded(fine.amount, Decimal(1).scaleb(exponent)) == coarse.amount


def _written_to(fine: Quantity, coarse: Quantity) -> bool:
    """Whether "1.24 million", rounded to the decimals that "1.2 million" is written with, is that."""
    written = SCALED.search(coarse.text)
    if written is None or fine.unit != coarse.unit or fine.high is not None or coarse.high is not None:
        return False
    mantissa = Decimal(written[0])
    if not mantissa or (scale := coarse.amount / mantissa) < SMALLEST_SCALE:
        return False
    last = Decimal(1).scaleb(-len(written[1]))
    return _rounded(fine.amount / scale, last) == mantissa


def _rounded(amount: Decimal, last: Decimal) -> Decimal:
    """The amount, rounded half up at a decimal; as it is where that takes more digits than decimals are reckoned with
    (pages have amounts of any length)."""
    if amount.adjusted() - last.adjusted() + 2 > getcontext().prec:
        return amount
    return amount.quantize(last, ROUND_HALF_UP)


def _total_of(part: Quantity, whole: Quantity) -> bool:
    """Whether "three of the five" stands beside "five"."""
    return part.of is not None and part.of == whole.amount


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
        return (low - 1 if 1 <= low <= FEW else low * (1 - ABOUT)) * scale, high * scale
    if value.bound is Bound.ABOUT:
        return low * (1 - ABOUT) * scale, high * (1 + ABOUT) * scale
    low_slack, high_slack = (_half_unit(low), _half_unit(high)) if scale == 1 else (_last_half(low), _last_half(high))
    return (low - low_slack) * scale, (high + high_slack) * scale


def _by_the_calendar(value: Quantity, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """An interval of months, beside one of another unit, as wide as months are long: of 28 to 31 days."""
    return (low * SHORTEST_MONTH, high * LONGEST_MONTH) if value.unit == "month" else (low, high)


SHORTEST_MONTH, LONGEST_MONTH = Decimal(28) / Decimal("30.44"), Decimal(31) / Decimal("30.44")


def _last_half(amount: Decimal) -> Decimal:
    """Half of the last digit: what a conversion into another unit may round away."""
    exponent = amount.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
    return min(half, abs(amount) * ABOUT)


def _half_unit(amount: Decimal) -> Decimal:
    """How far a rounded amount may lie from the true one: half of its last digit that is not 0, but for whole numbers
    below 100 (people are counted) nothing, and never more than ROUND of it: 600 reaches from 585 to 615."""
    if amount < 100 and amount == amount.to_integral_value():
        return Decimal(0)
    return min(_last_half(amount), amount * ROUND)


def log_ratio(left: Quantity, right: Quantity) -> float:
    """How many times the greater amount is the lesser, in one unit where both measure one thing: its natural logarithm,
    infinite where one is none."""
    one, other = (base_amount(value.amount, value.unit) if value.unit else None for value in (left, right))
    amounts = (one[0], other[0]) if one and other else (left.amount, right.amount)
    return float((max(amounts) / min(amounts)).ln()) if min(amounts) > 0 else math.inf


def of_other_sizes(left: Quantity, right: Quantity) -> bool:
    """Whether one amount is many times the other, and not by a slip of its scale ("5.5 million", "5.5 billion"). Of a
    range, a temperature, or none against some that says nothing."""
    if left.high is not None or right.high is not None or _is_temperature(left) or _is_temperature(right):
        return False
    ratio = log_ratio(left, right)
    if not math.log(TIMES) < ratio < math.inf:
        return False
    thousands = ratio / math.log(SMALLEST_SCALE)
    return round(thousands) == 0 or abs(thousands - round(thousands)) > SLIP


TIMES = 10
"""Of 66 labelled pairs of different amounts that were shown none of the 45 of one thing is so far apart, five of the 21
others are, of three events."""
SLIP = 0.01
"""How near to a power of a thousand, as one of the two may be rounded: "1.24 million", "1.2 billion". Stated."""


def _is_temperature(value: Quantity) -> bool:
    based = base_amount(value.amount, value.unit) if value.unit else None
    return based is not None and based[1] == TEMPERATURE
