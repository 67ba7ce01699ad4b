"""From amounts to quantities: what is no quantity is left out, the rest gets a role and what it counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from firsthand.model import Bound, Quantity

from ..times import calendar_spans
from ..tokens import Tokens, tokens_of
from .ages import read_age, share_ages
from .amounts import Amount, find_amounts
from .counted import counted_phrase, measured_phrase
from .designators import is_designator, masked
from .ordinals import ORDINAL, read_ordinals

MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?: of| at| was| is|-)?(?: about| around)?[ -]?$|\bmeasur(?:ing|ed) $", re.IGNORECASE
)
MAGNITUDE_AFTER = re.compile(
    r"[ -](?:magnitude|strength)\b|(?: degrees?| points?)? on the (?:open-ended )?(?:Richter|moment|magnitude)"
    r"|[ -]degree[ ](?=(?:earth)?quake\b)", re.IGNORECASE
)  # fmt: skip
QUAKE_AFTER = re.compile(r"[ ](?:(?:earth)?quake|temblor|tremor|aftershock)\b", re.IGNORECASE)
NOT_COUNTING = frozenset(
    ("no", "this", "that", "any", "every", "each", "another", "which", "some", "the", "only", "same", "last", "next")
)


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in order."""
    closed = _Stretches([*masked(text), *calendar_spans(text)])
    amounts = [amount for amount in find_amounts(text) if not closed.cover(amount.number_start)]
    if not amounts and ORDINAL.search(text) is None:
        return ()
    tokens = tokens_of(text)
    found = share_ages(text, [quantity for amount in amounts if (quantity := _quantity(text, tokens, amount))])
    found = _share_magnitude(text, found)
    taken = _Stretches([*closed.spans, *((q.start, q.end) for q in found)])
    return tuple(sorted([*found, *read_ordinals(text, tokens, taken.cover)], key=lambda q: (q.start, q.end)))


SENTENCE_ENDS = re.compile(r"(?<![A-Z])[.!?][\"”]?[ ]+[A-Z]|\n")


def _share_magnitude(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """In "put the magnitude at 5.9, but the survey said it was 6.1" the second is a magnitude too."""
    shared = list(found)
    for number, (before, this) in enumerate(pairwise(found), 1):
        bare = this.role == "count" and this.counted is None and this.amount < 10 and "." in this.text
        if bare and shared[number - 1].unit == "magnitude" and not SENTENCE_ENDS.search(text, before.end, this.start):
            shared[number] = replace(this, unit="magnitude", role="measure")
    return shared


class _Stretches:
    """Stretches of text, joined where they overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self.spans and start <= self.spans[-1][1]:
                self.spans[-1] = (self.spans[-1][0], max(end, self.spans[-1][1]))
            else:
                self.spans.append((start, end))
        self._starts = [start for start, _ in self.spans]

    def cover(self, at: int) -> bool:
        """Whether a place lies in one of them."""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self.spans[number][1]


def _quantity(text: str, tokens: Tokens, amount: Amount) -> Quantity | None:
    if amount.score:
        return _score(text, amount)
    if is_designator(text, amount, tokens.at(amount.number_end - 1)) or _is_pronoun(text, tokens, amount):
        return None
    aged = read_age(text, tokens, amount)
    if aged is not None:
        return aged
    place = counted_phrase(tokens, amount.number_start, amount.core)
    unit, role = _measured(text, amount)
    of_subject = place is None and role in ("percent", "measure")
    if of_subject:
        place = measured_phrase(tokens, amount.number_start)
    return Quantity(
        start=amount.start, end=amount.end, text=text[amount.start : amount.end], amount=amount.low, high=amount.high,
        unit=unit, bound=amount.bound, of=amount.of, counted=text[place[0] : place[1]] if place else None, role=role,
        of_subject=of_subject and place is not None,
    )  # fmt: skip


def _score(text: str, amount: Amount) -> Quantity:
    return Quantity(
        start=amount.number_start, end=amount.number_end, text=text[amount.number_start : amount.number_end],
        amount=amount.low, high=amount.high, unit=None, bound=Bound.EXACT, of=None, counted=None, role="score",
    )  # fmt: skip


def _measured(text: str, amount: Amount) -> tuple[str | None, str]:
    """Unit and role. The strength of an earthquake is written in many ways and is one measure."""
    if amount.unit in (None, "degree") and amount.low < 11:
        before = MAGNITUDE_BEFORE.search(text[max(0, amount.start - 14) : amount.start])
        after = MAGNITUDE_AFTER.match(text, amount.number_end) or (
            amount.low != int(amount.low) and QUAKE_AFTER.match(text, amount.number_end)
        )
        if after or (before and before[0].lower().startswith("magnitude")):
            return "magnitude", "measure"
    if amount.money:
        return amount.unit, "money"
    if amount.unit is None:
        return None, "count"
    return amount.unit, "percent" if amount.unit.partition("/")[0] == "%" else "measure"


def _is_pronoun(text: str, tokens: Tokens, amount: Amount) -> bool:
    """ "no one", "this one", "one might say": "one" that counts nothing."""
    if text[amount.number_start : amount.number_end].lower() not in ("one", "zero") or amount.unit or amount.of:
        return False
    token = tokens.at(amount.number_start)
    if token is None or token.dep_ == "nummod":
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    after = token.nbor().lower_ if token.i + 1 < len(tokens.doc) else ""
    return before in NOT_COUNTING or token.tag_ != "CD" or after != "of"
