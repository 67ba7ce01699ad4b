"""What is written with digits but is no amount: names and designators, addresses, dates, clock times, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .amounts import Amount

if TYPE_CHECKING:
    from spacy.tokens import Token

LINK = re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,64}@\S{1,100}\.\w+", re.IGNORECASE)
PHONE = re.compile(
    r"(?<![\w.])(?:\+?\d{1,3}[ .-])?\(?\d{3,4}\)?[ .-]\d{3,4}(?:[ .-]\d{3,4})(?!\w|\.\d)"
    r"|(?<![\w.])\(?0\d{2,4}\)?[ -]\d{3,8}(?:[ -]\d{2,6}){0,3}(?!\w|\.\d)"
)
BROKEN = re.compile(
    r"(?<![\w.,])\d{1,2}:[ ]\d{2}(?!\d)|(?<![\w.,])\d{1,4}[ ]/[ ]\d{1,4}(?!\d)"
    r"|(?<![\w.,])\d{1,3}(?:,[ ]\d{3})*,[ ]000(?!\d)"
    r"|(?<![\w.,])\d{1,3}\.[ ]\d{1,2}(?=[ ]?(?:%|percent|per cent|(?:milli|billi|trilli)on))"
)
"""What a tokeniser broke: clock times ("3: 30"), fractions and mixed numbers ("41 / 2"), thousands ("2, 000"), decimals
("46. 8 percent")."""
LABELLED = re.compile(
    r"\b(?:article|section|chapter|clause|page|pages|pp\.|room|unit|channel|flight|route|highway|interstate|exit|gate"
    r"|phase|round|stage|level|grade|type|class|group|lot|block|sector|district|ward|division|act|bill|resolution|rule"
    r"|title|part|volume|vol\.|episode|season|series|version|model|platform|terminal|runway|box|case|formula"
    r"|junction|number|no\.|world war"
    r"|apollo|game|week|day|figure|table|appendix|proposition|prop|amendment|category|tier|zone|area)[ ]$",
    re.IGNORECASE,
)
COUNTED_AFTER = re.compile(r"[ -](?:people|years?|days?|hours?|minutes?|men|women|children|times)\b", re.IGNORECASE)


def masked(text: str) -> list[tuple[int, int]]:
    """Links, addresses, telephone numbers and numbers in pieces: no digit in them is an amount."""
    spans = [m.span() for pattern in (LINK, PHONE, BROKEN) for m in pattern.finditer(text)]
    return sorted(spans)


def is_designator(text: str, amount: Amount, token: Token | None) -> bool:
    """Whether a bare number is part of a name: "S-400", "Boeing 737", "Article 5", "iPhone 11"."""
    at, end = amount.number_start, amount.number_end
    head = text[max(0, at - 24) : at]
    if amount.attached or (
        re.search(r"[A-Za-z][-–/]$|[A-Za-z_#@]$|[\d][.:/]$|\bNo\.? ?$|\bNos\.? ?$|[£$€]-$", head) and not amount.money
    ):
        return (
            not re.search(r"\b(?:minus|mid|per|and|or|to|non|pre|post|now|then|sub|[Mm]agnitude)-$", head)
            or amount.attached
        )
    if amount.unit is not None or amount.money or amount.of is not None or amount.scaled or amount.high is not None:
        return False
    if re.match(r"(?:[-–]|, ?)?[A-Z]{1,4}\d|-[A-Z]{2,}\b|/\d", text[end:]):
        return True
    if amount.bound.value != "=" or COUNTED_AFTER.match(text, end):
        return False
    if LABELLED.search(head) and not re.match(r"[ ][a-z]+s\b", text[end:]):
        return True
    return token is not None and (_inside_name(text, amount, token) or _opens_name(amount, token))


def _opens_name(amount: Amount, token: Token) -> bool:
    """Digits right before a singular name: "787 Dreamliner", "49 Zorro Ranch Road", "iPhone 11 Pro"."""
    if amount.kind != "digits" or amount.low == 1 or token.i + 1 >= len(token.doc):
        return False
    last = token.nbor()
    if last.tag_ != "NNP" or not last.text[:1].isupper() or (last.is_upper and len(last) <= 4):
        return False
    while last.i + 1 < len(last.doc) and last.nbor().tag_ in ("NNP", "NNPS", "NN", "NNS") and last.i - token.i < 6:
        last = last.nbor()
    return last.tag_ in ("NNP", "NN") or (token.i > 0 and token.nbor(-1).tag_ in ("CD", "JJ"))


def _inside_name(text: str, amount: Amount, token: Token) -> bool:
    """A number right after a capitalised word, that the parse does not put before a noun it counts."""
    before = token.nbor(-1) if token.i > 0 else None
    if before is None or before.whitespace_ == "" or (not before.text[:1].isupper() and not before.text[1:2].isupper()):
        return False
    if before.is_sent_start or before.pos_ not in ("PROPN", "NOUN", "X") or before.text in ("US", "UK"):
        return False
    if amount.kind == "words" and text[amount.number_start].islower():
        return False
    counts = (
        token.dep_ == "nummod" and token.head.i > token.i and token.head.pos_ == "NOUN" and token.head.tag_ == "NNS"
    )
    return not (counts and token.head.i - token.i <= 3)
