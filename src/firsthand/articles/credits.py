"""Credits: whom an article and the lines around it name as behind its text or pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.model import Credit, CreditKind, Dateline
from firsthand.text.agencies import canonical, is_known
from firsthand.text.outlets import is_agency, outlet_name

from .crediting import credits_in_line, credits_in_text

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}\s*)?(?:by\s+)?(?:the\s+)?(?P<name>[A-Z][\w &.'’-]{1,40}?)"
    r"(?=[.,;]| All|$)",
    re.IGNORECASE,
)
_MAKER = re.compile(
    r"(?:^|[(|/]|via |Photo[:/ ]|Credit:?\s?|Image:\s?)\s*(?P<name>[A-Z][\w&.’' -]{1,40}?)\s*(?:\)|/|\||$)"
)
_IMAGE_FROM = re.compile(
    r"\b(?:image|photo|picture|pic)\b.{0,30}\b(?:taken from|courtesy(?: of)?|from|credit|source|by|:)\s*:?\s*"
    r"(?P<name>[A-Z][\w&.’' -]{1,40}?)\s*[.)]?$",
    re.IGNORECASE,
)
_FILE_IMAGE = re.compile(r"(?P<name>[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3}) (?:file )?(?:image|photo|picture|pic)\s*$")
LONGEST = 60_000
_LAST = 1 << 60


def credits_of(
    text: str, dateline: Dateline | None, bylines: Iterable[str], beside: Iterable[tuple[str, str]]
) -> tuple[Credit, ...]:
    """Credits in the text, those that bylines name, and those in the page's lines `beside` it (label, words)."""
    found: list[Credit] = []
    if dateline is not None and dateline.agency:
        found.append(Credit(name=dateline.agency, kind=CreditKind.AGENCY, start=dateline.start, end=dateline.end))
    found += credits_in_text(text[:LONGEST])
    for name in bylines:
        bare = outlet_name(name)
        if bare:
            found.append(_outside(bare, CreditKind.AGENCY if is_agency(bare) else CreditKind.PUBLISHER))
    for label, line in beside:
        found += _in_line(label, line[:600])
    return _once(found)


def _in_line(label: str, line: str) -> Iterator[Credit]:
    if label in {"caption", "disclaimer"}:
        image = _IMAGE_FROM.search(line) or _FILE_IMAGE.match(line)
        names = (
            [image["name"]]
            if image
            else [match["name"] for match in _MAKER.finditer(line[-120:])] * (label == "caption")
        )
        for name in names[-2:]:
            yield _outside(name.strip(), CreditKind.IMAGE)
        if image:
            return
    if label != "caption":
        yield from credits_in_line(line)
    if label == "rights":
        owner = _COPYRIGHT.search(line)
        if owner and is_known(owner["name"]):
            yield _outside(canonical(owner["name"]), CreditKind.AGENCY)


def _outside(name: str, kind: CreditKind) -> Credit:
    return Credit(name=name, kind=kind, start=None, end=None)


def _once(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """One credit a name and kind, the first that stands in the text; in order of place."""
    best: dict[tuple[str, CreditKind], Credit] = {}
    for credit in found:
        key = (re.sub(r"\W+", "", credit.name.lower()), credit.kind)
        known = best.get(key)
        if known is None or (credit.start is not None and (known.start is None or credit.start < known.start)):
            best[key] = credit
    return tuple(sorted(best.values(), key=lambda c: (_LAST if c.start is None else c.start, c.kind.value, c.name)))
