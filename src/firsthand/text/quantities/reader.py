"""From amounts to quantities: what is no quantity is left out, the rest gets a role and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from firsthand.model import Bound, Quantity

from ..times import calendar_spans
from ..tokens import Tokens, tokens_of
from . import words
from .amounts import Amount, find_amounts
from .counted import counted_phrase, name_before
from .designators import is_designator, masked

AGE_AFTER = re.compile(
    r"(?:-| )?(?:years?|months?|weeks?|days?|yr)s?(?:-| )olds?\b|[ ]?(?:yo|y/o|y\.o\.)(?!\w)|[ ]years of age\b",
    re.IGNORECASE,
)
AGE_BEFORE = re.compile(
    r"\b(?:aged?|aging|ages|age of|ages of|turned|turns|turning)(?: (?:about|around|between|just|from))?[ ]$",
    re.IGNORECASE,
)
AGE_COMMA = re.compile(r"[A-Z][\w'’.-]*[\"”]?, $")
AGE_CLOSE = re.compile(r"[,.;)]|[ ](?:of|from|who|was|and|told|said|has|had|is|were)\b")
OLD = re.compile(r"[ -]olds?\b", re.IGNORECASE)
ORDINAL = re.compile(
    rf"\b(?:(\d{{1,3}}(?:,\d{{3}})*)(st|nd|rd|th)|((?:(?:{'|'.join(words.TENS)})-)?(?:{'|'.join(words.ORDINALS)})))\b",
    re.IGNORECASE,
)
OLDEST = 120


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in order."""
    amounts = find_amounts(text)
    closed = _merged([*masked(text), *calendar_spans(text)])
    amounts = [amount for amount in amounts if not _within(closed, amount.number_start)]
    tokens = tokens_of(text) if amounts or ORDINAL.search(text) else None
    if tokens is None:
        return ()
    found = [quantity for amount in amounts if (quantity := _quantity(text, tokens, amount))]
    found.extend(_ordinals(text, tokens, closed, found))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    number = bisect_right(spans, (at, len(spans) and spans[-1][1] + 1)) - 1
    return number >= 0 and spans[number][0] <= at < spans[number][1]


def _quantity(text: str, tokens: Tokens, amount: Amount) -> Quantity | None:
    token = tokens.at(amount.number_end - 1)
    if amount.score:
        return _score(text, amount)
    if is_designator(text, amount, token) or _is_pronoun(text, tokens, amount):
        return None
    aged = _age(text, tokens, amount)
    if aged is not None:
        return aged
    place = counted_phrase(tokens, amount.number_start, amount.core)
    return Quantity(
        start=amount.start, end=amount.end, text=text[amount.start : amount.end], amount=amount.low, high=amount.high,
        unit=amount.unit, bound=amount.bound, of=amount.of, counted=text[place[0] : place[1]] if place else None,
        role=_role(amount),
    )  # fmt: skip


def _score(text: str, amount: Amount) -> Quantity:
    return Quantity(
        start=amount.number_start, end=amount.number_end, text=text[amount.number_start : amount.number_end],
        amount=amount.low, high=amount.high, unit=None, bound=Bound.EXACT, of=None, counted=None, role="score",
    )  # fmt: skip


def _role(amount: Amount) -> str:
    if amount.money:
        return "money"
    if amount.unit is None:
        return "count"
    if amount.unit == "%" or amount.unit.startswith("%/"):
        return "percent"
    return "measure"


def _is_pronoun(text: str, tokens: Tokens, amount: Amount) -> bool:
    """ "no one", "this one", "one of us", "one might say": "one" that counts nothing."""
    if text[amount.number_start : amount.number_end].lower() not in ("one", "zero") or amount.unit or amount.of:
        return False
    token = tokens.at(amount.number_start)
    if token is None:
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    if before in (
        "no",
        "this",
        "that",
        "any",
        "every",
        "each",
        "another",
        "which",
        "some",
        "the",
        "only",
        "same",
        "last",
        "first",
        "next",
    ):
        return token.dep_ != "nummod"
    return token.tag_ != "CD" or token.dep_ not in (
        "nummod",
        "nsubj",
        "pobj",
        "dobj",
        "attr",
        "conj",
        "nsubjpass",
        "appos",
    )


def _age(text: str, tokens: Tokens, amount: Amount) -> Quantity | None:
    if amount.money or (amount.unit not in (None, "year", "month", "week", "day")):
        return None
    start, end, place = amount.start, amount.end, None
    after = AGE_AFTER.match(text, amount.number_end)
    if amount.scaled and not after:
        return None
    head = text[max(0, amount.start - 24) : amount.start]
    if after:
        end = after.end()
        place = counted_phrase(tokens, amount.number_start, end)
    elif AGE_BEFORE.search(head) and amount.low <= OLDEST and amount.unit in (None, "year"):
        place = None
    elif not (AGE_COMMA.search(head) and _fits_age(text, amount) and (place := name_before(tokens, amount.start - 2))):
        return None
    unit = amount.unit or "year"
    if after and (named := re.search(r"month|week|day", after[0], re.IGNORECASE)):
        unit = named[0].lower()
    return Quantity(
        start=start, end=end, text=text[start:end], amount=amount.low, high=amount.high, unit=unit, bound=amount.bound,
        of=None, counted=text[place[0] : place[1]] if place else None, role="age",
    )  # fmt: skip


def _fits_age(text: str, amount: Amount) -> bool:
    whole = amount.low == int(amount.low) and 0 < amount.low <= OLDEST
    return bool(whole and amount.unit is None and amount.kind == "digits" and AGE_CLOSE.match(text, amount.number_end))


def _ordinals(text: str, tokens: Tokens, closed: list[tuple[int, int]], found: list[Quantity]) -> list[Quantity]:
    taken = _merged([*closed, *((q.start, q.end) for q in found)])
    ordinals = []
    for match in ORDINAL.finditer(text):
        token = tokens.at(match.end() - 1)
        if _within(taken, match.start()) or token is None or (match[3] and token.pos_ not in ("ADJ", "ADV")):
            continue
        if match[3] and token.pos_ == "ADV":
            continue
        place = counted_phrase(tokens, match.start(), match.end())
        ordinals.append(Quantity(
            start=match.start(), end=match.end(), text=match[0], amount=_rank(match), high=None, unit=None,
            bound=Bound.EXACT, of=None, counted=text[place[0] : place[1]] if place else None, role="ordinal",
        ))  # fmt: skip
    return ordinals


def _rank(match: re.Match[str]) -> Decimal:
    if match[1]:
        return Decimal(match[1].replace(",", ""))
    parts = match[3].lower().split("-")
    return Decimal(sum(words.TENS.get(part, 0) or words.ORDINALS.get(part, 0) for part in parts))
