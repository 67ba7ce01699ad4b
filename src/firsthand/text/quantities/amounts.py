"""Amounts: numerals with their unit, currency, bound, range and "of M", read from the characters alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from firsthand.model import Bound

from . import bounds, currencies
from .numerals import Numeral, find_numerals
from .units import NAMES, PER, WORDS, read_unit
from .words import ABBREVIATED_SCALES

LETTERED_SCALE = re.compile(r"[ ]?(bn|bln|mn|mln|mio|trn|tn|cr)\b|(k|K|m|M|b|B|t|T)(?![\w-])", re.IGNORECASE)
LINK = re.compile(
    r"(?:[ ]?[-–—−][ ]?|[ ](?:to|through|till)[ ](?:as (?:much|many|high) as )?|[ ]or (?:even )?|[ ]and[ ])(?:up to )?",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|from)(?: (?:about|around|roughly|up to|just))?[ ]?$", re.IGNORECASE)
BY = re.compile(r"\bby $", re.IGNORECASE)
OF = re.compile(
    r"[ ](?:out )?(?:of|in)[ ](?:every |the |its |their |those |these |all )?"
    r"(?:(?-i:[A-Z])[\w.-]{1,30}(?:['’]s|s['’])[ ])?$",
    re.IGNORECASE,
)
MINUS = re.compile(r"(?:(?<![\w)])[-−–]|\b(?:minus|negative)[ -])$", re.IGNORECASE)
AFTER_OK = re.compile(r"(?![A-Za-z_]|[:/.]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount before anything is said of what it counts. `core` ends it without bound words behind."""

    start: int
    end: int
    core: int
    number_start: int
    """Where the number itself starts."""
    number_end: int
    low: Decimal
    high: Decimal | None
    unit: str | None
    money: bool
    bound: Bound
    kind: str
    scaled: bool
    of: Decimal | None = None
    of_end: int | None = None
    score: bool = False
    attached: bool = False
    """A letter follows the number directly and is no unit: part of a name ("30MKI")."""


def find_amounts(text: str) -> list[Amount]:
    """All amounts of a text, ranges and "N of M" joined, in order."""
    single = [amount for numeral in find_numerals(text) if (amount := _read(text, numeral))]
    return _joined(text, single)


def _read(text: str, numeral: Numeral) -> Amount | None:
    start, end, low, scaled = numeral.start, numeral.end, numeral.low, numeral.scaled
    indian = bool(
        re.search(
            r"crores?$|lakhs?$|cr$",
            text[start:end] + (text[end : end + 3].strip() if not scaled else ""),
            re.IGNORECASE,
        )
    )
    coin = currencies.before(text, start, indian_scale=indian)
    attached = False
    if numeral.kind == "digits" and not scaled:
        letters = LETTERED_SCALE.match(text, end)
        if letters and _is_scale(letters, coin is not None, text):
            low, end, scaled = low * ABBREVIATED_SCALES[(letters[1] or letters[2]).lower()], letters.end(), True
    money = coin is not None
    unit: str | None = coin[0] if coin else None
    if coin:
        start = coin[1]
        american = currencies.AMERICAN.match(text, end)
        end = american.end() if american and unit == "USD" else end
    closing = currencies.after(text, end, large=scaled)
    if closing and (not coin or closing[0] == unit or unit == "USD"):
        unit, end, money = closing[0], closing[1], True
    measure = None if money else read_unit(text, end, digits=numeral.kind != "words")
    if measure:
        unit, end = measure[0].name, measure[1]
    elif not money and numeral.kind == "digits" and not AFTER_OK.match(text, end):
        attached = True
    if unit is not None:
        unit, end = _per(text, end, unit)
    if unit is None and numeral.kind == "share":
        low, unit = _percent(low), "%"
    start, low = _signed(text, start, low, unit)
    return _bounded(text, Amount(
        start=start, end=end, core=end, number_start=numeral.start, number_end=numeral.end, low=low, high=numeral.high,
        unit=unit, money=money, bound=Bound.ABOUT if numeral.high is not None else Bound.EXACT, kind=numeral.kind,
        scaled=scaled, attached=attached,
    ))  # fmt: skip


def _percent(share: Decimal) -> Decimal:
    return (share * 100).quantize(Decimal("0.1")).normalize()


def _is_scale(match: re.Match[str], money: bool, text: str) -> bool:
    """Whether letters after digits are a scale: "5bn" always; "10m" only for money ("$10m"), else metres."""
    letters = match[1] or match[2]
    if match[1]:
        return letters.lower() not in ("tn", "cr", "mn") or money or match[0][0] != " "
    if letters in ("M", "B") and not money:
        return bool(re.match(r"[ ][a-z]", text[match.end() : match.end() + 2]))
    if letters in ("k", "K"):
        return not re.match(r"[ ]?(?:race|run|walk|marathon|resolution|video|display|TV)\b", text[match.end() :])
    return money


def _signed(text: str, start: int, low: Decimal, unit: str | None) -> tuple[int, Decimal]:
    match = MINUS.search(text[max(0, start - 10) : start])
    if match is None or (match[0] in "-−–" and unit is None and text[start - 2 : start - 1].isalnum()):
        return start, low
    if match[0] in "–-" and unit is None:
        return start, low
    return start - len(match[0]), -low


def _per(text: str, end: int, unit: str) -> tuple[str, int]:
    match = PER.match(text, end)
    if match is None:
        return unit, end
    word = match[1].lower().replace("-", " ")
    known = WORDS.get(word) or NAMES.get(word)
    explicit = "per" in match[0].lower() or match[0][0] == "/"
    if re.match(r"[ ](?:ago|earlier|later|before|old|or two)\b", text[match.end() :]):
        return unit, end
    if known is None and not (explicit and word.isalpha() and len(word) > 2):
        return unit, end
    if not explicit and unit == "%":
        return unit, end
    return f"{unit}/{known.name if known else word}", match.end()


def _bounded(text: str, amount: Amount) -> Amount:
    lead = bounds.before(text, amount.start)
    if lead:
        amount = replace(amount, bound=lead[0], start=lead[1])
    tail = bounds.after(text, amount.end)
    if tail and not lead:
        amount = replace(amount, bound=tail[0], end=tail[1])
    return amount


def _joined(text: str, single: Sequence[Amount]) -> list[Amount]:
    joined: list[Amount] = []
    at = 0
    while at < len(single):
        here = single[at]
        following = single[at + 1] if at + 1 < len(single) else None
        both = None
        if following is not None and following.start - here.core <= 24:
            both = _range(text, here, following) or _of(text, here, following)
        joined.append(both or here)
        at += 2 if both else 1
    return joined


def _range(text: str, left: Amount, right: Amount) -> Amount | None:
    gap = text[left.core : right.start] if right.start >= left.core else ""
    link = LINK.fullmatch(gap + " " if gap and not gap.endswith(("-", "–", "—", " ", "−")) else gap)
    if link is None or left.high is not None or right.high is not None:
        return None
    word = link[0].strip().lower()
    opened = BETWEEN.search(text[max(0, left.start - 24) : left.start])
    if word == "and" and not (opened and opened[0].lower().startswith("between")):
        return None
    if not _same_unit(left, right):
        return None
    low = _shared_scale(text, left, right)
    if left.unit and right.unit and word == "to" and BY.search(text[max(0, left.start - 4) : left.start]):
        return None  # "rose by $3 million to $20 million" tells two amounts
    tight = word in ("-", "–", "—", "−")
    if low >= right.low or (word.startswith("or") and right.low > low * 4):
        if tight and left.unit is None and right.unit is None and right.low < 400 and left.low < 400:
            return replace(
                left, end=right.core, core=right.core, score=True, high=right.low, number_end=right.number_end
            )
        return None
    if tight and left.attached:
        return None
    start = left.start if opened is None else left.start - len(opened[0])
    return replace(
        right, start=start, number_start=left.number_start, low=low, high=right.low, bound=Bound.RANGE,
        money=left.money or right.money, unit=right.unit or left.unit, attached=right.attached,
    )  # fmt: skip


def _same_unit(left: Amount, right: Amount) -> bool:
    if left.unit and right.unit and right.unit.startswith(left.unit + "/"):
        return True
    return left.unit == right.unit or left.unit is None or (right.unit is None and left.money)


def _shared_scale(text: str, left: Amount, right: Amount) -> Decimal:
    """In "3 to 5 billion" the scale belongs to both."""
    if right.scaled and not left.scaled:
        bare = find_bare(text, right)
        if bare is not None and bare != 0 and left.low < right.low and left.low < bare * 10:
            return left.low * (right.low / bare)
    return left.low


def find_bare(text: str, amount: Amount) -> Decimal | None:
    """The digits of a scaled amount without the scale."""
    match = re.match(r"[\d,]*\.?\d+", text[amount.number_start : amount.number_end])
    return Decimal(match[0].replace(",", "")) if match else None


def _of(text: str, left: Amount, right: Amount) -> Amount | None:
    gap = text[left.core : right.start]
    if not OF.fullmatch(gap) or left.unit or right.unit or left.high is not None or right.high is not None:
        return None
    if not 0 < left.low <= right.low or (right.low >= 1900 and " in" in gap):
        return None
    return replace(left, of=right.low, of_end=right.core, end=right.core, core=right.core, number_end=right.number_end)
