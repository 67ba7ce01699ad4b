"""Datelines: place, date and agency at the head of a report."""

from __future__ import annotations

import re

from firsthand.model import Dateline

from .agencies import canonical, looks_like_one
from .calendar import DATE, WEEKDAY

LONGEST = 140
_DASH = r"(?:\s*[—–]\s*|\s+--?\s+|\s*--+\s*|\s*:\s+|\s*:(?=[A-Z“\"'‘])|\s*_\s+)"
_END = re.compile(_DASH)
_AGENCY = re.compile(r"\(([^()]{2,40})\)\s*[.,]?\s*$|[,/]\s*([A-Z]{2,6})\s*$|\s([A-Z]{2,6})\s*$")
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
# the part of a place that comes first is in capitals ("NEW YORK", "TURNBERRY, Scotland"), or, with a date or an agency
# behind it, in title case ("Qingdao [China]", "New Delhi")
_LOUD = re.compile(
    rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}(?:,\s*[A-Z][\w.'’ ]{{1,30}}?)?(?:\s*[\[(][A-Z][\w .'’-]{{1,30}}[\])])?$"
)
_TITLED = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][\w.'’-]*)(?:[ /-](?:de|la|of|al|[A-ZÀ-ÖØ-Þ][\w.'’-]*)){0,3}"
    r"(?:,\s*[A-Z][\w.'’ ]{1,30}?)?(?:\s*[\[(][A-Z][\w .'’-]{1,30}[\])])?$"
)


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, offsets in that paragraph; None if there is none."""
    head = text[:LONGEST]
    for end in _END.finditer(head):
        found = _parts(head[: end.start()])
        if found is not None:
            place, day, agency = found
            return Dateline(place=place, date=day, agency=agency, start=0, end=end.start())
        if end.start() > 100:
            break
    return _agency_alone(head)


def _agency_alone(head: str) -> Dateline | None:
    """ "(CNN) Four hours before …": an agency in brackets and nothing else."""
    match = re.match(r"\(([A-Z][A-Za-z ]{1,20})\)\s*(?:[—–-]+\s*)?(?=[A-Z“\"‘'])", head)
    if match and match[1].isupper() and looks_like_one(match[1]):
        return Dateline(
            place=None, date=None, agency=canonical(match[1]), start=0, end=match.start(1) + len(match[1]) + 1
        )
    return None


def _parts(head: str) -> tuple[str | None, str | None, str | None] | None:
    rest, agency = _without_agency(head)
    rest, day = _without_date(rest)
    place = re.sub(rf"[\s,]+(?:{WEEKDAY})?$", "", rest, flags=re.IGNORECASE).strip(" ,")
    if not place:
        return (None, day, agency) if agency and day else None
    if len(place) > 70:
        return None
    if _LOUD.match(place) and any(len(word) > 2 for word in place.split()):
        return place, day, agency
    if (agency or day) and _TITLED.match(place):
        return place, day, agency
    return None


def _without_agency(head: str) -> tuple[str, str | None]:
    match = _AGENCY.search(head)
    name = next((group for group in match.groups() if group), "") if match else ""
    if match is None or not looks_like_one(name) or match.start() == 0:
        return head, None
    if not match[1] and not any(ch.isdigit() for ch in head) and not re.search(r"[,\]]", head):
        return head, None  # "NEW YORK": the last capitals are the place itself
    if match[2] and not any(ch.isdigit() for ch in head):
        return head, None  # "WASHINGTON, DC": a state, not an agency
    return head[: match.start()].rstrip(" ,"), canonical(name)


def _without_date(head: str) -> tuple[str, str | None]:
    dates = list(DATE.finditer(head))
    if not dates or dates[-1].end() < len(head.rstrip(" ,.")):
        return head, None
    return head[: dates[-1].start()].rstrip(" ,"), head[dates[-1].start() : dates[-1].end()].strip()
