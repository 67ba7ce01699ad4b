"""One of two texts made ready to be laid beside the other: its content words, and what it names, counts, dates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Bound, Quantity
from ..names import NameRelation, compare_names, find_names
from ..names.votes import NameKind
from ..phrases import Reading, read_text
from ..quantities import find_quantities
from ..times.lexicon import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME, PLACE = "name", "name of a place"
"""Whether a name is a person's or a body's, one sentence does not tell."""
LONGEST = 1200
"""Code points read of one side; a statement is a sentence, seldom more than 400."""
STEM = 4
"""Names of one word with this many first letters in common are taken for one: Iran, Iranian."""
CLOSE = Decimal("0.02")
"""Amounts this near each other, as a share, are one amount rounded."""
YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """A name, a number or a day: its kind (only things of one kind can take each other's place) and its token."""

    kind: str
    text: str
    token: Token
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A text with its content words, in order, each with its token, and its things."""

    reading: Reading
    tokens: tuple[Token, ...]
    things: tuple[Thing, ...]

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.reading.doc


@lru_cache(maxsize=1024)
def prepared(text: str) -> Prepared:
    """A text made ready; the last 1,024 are kept."""
    text = text[:LONGEST]
    reading = read_text(text)
    at = {token.idx: token for token in reading.doc}
    return Prepared(reading, tuple(at[word.start] for word in reading.words), tuple(_things(text, reading.doc)))


def _things(text: str, doc: Doc) -> list[Thing]:
    found: list[Thing] = []
    for name in find_names(text):
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None:
            found.append(Thing(PLACE if name.kind is NameKind.PLACE else NAME, name.name, span.root))
    for quantity in find_quantities(text):
        span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is not None:
            counted = f"number {quantity.role} {quantity.unit or ''}"
            found.append(Thing(counted, quantity.text, span.root, quantity))
    found += [Thing(kind, token.lower_, token) for token in doc if (kind := _calendar(token))]
    return sorted(found, key=lambda thing: (thing.token.i, thing.kind))


def _calendar(token: Token) -> str | None:
    if token.text[:1].isupper() and token.lower_ in WEEKDAYS:
        return "weekday"
    if token.text[:1].isupper() and token.lower_ in MONTHS and token.ent_type_ == "DATE":
        return "month"
    if token.is_digit and len(token) == YEAR_DIGITS and token.text[:2] in ("18", "19", "20"):
        return "year" if token.ent_type_ == "DATE" else None
    return None


def one_thing(left: Thing, right: Thing) -> bool:
    """Whether two things may be one: a variant of the name, a rounded or bounded number, the same day."""
    if left.quantity is not None and right.quantity is not None:
        return _one_amount(left.quantity, right.quantity)
    if left.kind.startswith("name") and right.kind.startswith("name"):
        one, other = left.text.lower(), right.text.lower()
        alike = " " not in one and " " not in other and len(min(one, other, key=len)) >= STEM
        return (alike and one[:STEM] == other[:STEM]) or (
            compare_names(left.text, right.text).relation is not NameRelation.DIFFERENT
        )
    return left.kind == right.kind and left.text == right.text


def _one_amount(left: Quantity, right: Quantity) -> bool:
    if (left.unit or "") != (right.unit or ""):
        return left.amount == right.amount
    low, high = _range(left)
    other_low, other_high = _range(right)
    return low <= other_high and other_low <= high


def _range(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Between what and what the true amount lies."""
    low, high = quantity.amount, quantity.high or quantity.amount
    give = abs(quantity.amount) * (CLOSE if quantity.bound is not Bound.ABOUT else CLOSE * 5)
    low, high = low - give, high + give
    if quantity.bound is Bound.MORE:
        return low, high * 10
    if quantity.bound is Bound.LESS:
        return Decimal(0), high
    return low, high
