"""Ages: "a 43-year-old man", "Holm, 43,", "aged 43", "two women, 68 and 48 years old"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from firsthand.model import Quantity

from ..tokens import Tokens
from .amounts import Amount
from .counted import counted_phrase, name_before

AFTER = re.compile(
    r"(?: ?- ?| )?(?:years?|months?|weeks?|days?|yr)s?(?: ?- ?| )olds?\b|[ ]?(?:yo|y/o|y\.o\.)(?!\w)|[ ]years of age\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"\b(?:aged?|aging|ages|age of|ages of|turned|turns|turning)(?: (?:about|around|between|just|from))?[ ]$",
    re.IGNORECASE,
)
COMMA = re.compile(r"[A-Z][\w'’.-]*[\"”]?, $")
CLOSE = re.compile(r"[,.;)]|[ ](?:[-–—]{1,2}[ ]|(?:of|from|who|was|and|told|said|has|had|is|were)\b)")
JOINED = re.compile(r"(?:,? and|,|,? or)[ ]")
TENS_OF_YEARS = re.compile(r"month|week|day", re.IGNORECASE)
OLDEST = 120
"""Years. A larger number behind a name and a comma is no age."""


def read_age(text: str, tokens: Tokens, amount: Amount) -> Quantity | None:
    """The amount as somebody's age, or None."""
    if amount.money or amount.unit not in (None, "year", "month", "week", "day"):
        return None
    start, end, place = amount.start, amount.end, None
    after = AFTER.match(text, amount.number_end)
    if amount.scaled and not after:
        return None
    head = text[max(0, start - 24) : start]
    if after:
        end = after.end()
        place = counted_phrase(tokens, amount.number_start, end)
    elif not (BEFORE.search(head) and amount.low <= OLDEST and amount.unit in (None, "year")):
        place = name_before(tokens, start - 2) if COMMA.search(head) and _fits(text, amount) else None
        if place is None:
            return None
    unit = amount.unit or "year"
    if after and (named := TENS_OF_YEARS.search(after[0])):
        unit = named[0].lower()
    return Quantity(
        start=start, end=end, text=text[start:end], amount=amount.low, high=amount.high, unit=unit, bound=amount.bound,
        of=None, counted=text[place[0] : place[1]] if place else None, role="age",
    )  # fmt: skip


def _fits(text: str, amount: Amount) -> bool:
    whole = amount.low == int(amount.low) and 0 < amount.low <= OLDEST
    return bool(whole and amount.unit is None and amount.kind == "digits" and CLOSE.match(text, amount.number_end))


def share_ages(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """In "68 and 48 years old" the first is an age too, and in "ages 6 and 16" the second."""
    shared = list(found)
    for number, this in enumerate(shared[1:], 1):
        before = shared[number - 1]
        listed = before.role == "age" and BEFORE.search(text[max(0, before.start - 24) : before.start])
        bare = this.role == "count" and this.unit is None and this.counted is None and this.of is None
        if bare and listed and this.amount <= OLDEST and JOINED.fullmatch(text[before.end : this.start]):
            shared[number] = replace(this, role="age", unit=before.unit)
    for number in range(len(shared) - 2, -1, -1):
        this, following = shared[number], shared[number + 1]
        bare = this.role == "count" and this.unit is None and this.counted is None and this.of is None
        if bare and following.role == "age" and JOINED.fullmatch(text[this.end : following.start]):
            shared[number] = replace(this, role="age", unit=following.unit, counted=following.counted)
    return shared
