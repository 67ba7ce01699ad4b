"""Datelines: place, date and agency at the head of a report."""

from __future__ import annotations

import re

from firsthand.model import Dateline
from firsthand.text.agencies import canonical, looks_like_one
from firsthand.text.outlets import NAMED

from .calendar import DATE, WEEKDAY
from .places import is_place

LONGEST = 140
_STOCK = re.compile(
    r"(?:FILE|PHOTOS?|UPDATED?|WATCH|VIDEO|BREAKING|LIVE|EXCLUSIVE|OPINION|ANALYSIS|CORRECTION|ADVISORY|"
    r"PICTURED?|ABOVE|"
    r"BELOW|NEWS|STORY|NOTE|EDITOR|FLASHBACK|REPORT)\b"
)
_WEEKDAY_LEFT = re.compile(rf"[\s,]+(?:{WEEKDAY})?$", re.IGNORECASE)
_ALONE = re.compile(r"([A-Z][\w .,'’-]{0,40}|)\(([A-Z]{2,6})\)")
_BRACKET = re.compile(r"\(([A-Z][A-Za-z ]{1,20})\)\s*(?:[—–-]+\s*)?(?=[A-Z“\"‘'])")
_DASH = r"(?:\s*[—–]\s*|\s+--?\s+|\s*--+\s*|\s*:\s+|\s*:(?=[A-Z“\"'‘])|\s*_\s+)"
_END = re.compile(_DASH)
_AGENCY = re.compile(r"\(([^()]{2,40})\)\s*[.,*]{0,2}\s*$|[,/]\s*([A-Z]{2,6})\s*$|\s([A-Z]{2,6})\s*$")
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
    alone = _ALONE.fullmatch(text) if len(text) < 60 else None
    if alone and looks_like_one(alone[2]) and (not alone[1].strip() or is_place(alone[1].strip())):
        return Dateline(place=alone[1].strip() or None, date=None, agency=canonical(alone[2]), start=0, end=len(text))
    for end in _END.finditer(head):
        found = _parts(head[: end.start()], ":" in end[0])
        if found is not None:
            place, day, agency = found
            return Dateline(place=place, date=day, agency=agency, start=0, end=end.start())
        if end.start() > 100:
            break
    return _agency_alone(head)


def _agency_alone(head: str) -> Dateline | None:
    """ "(CNN) Four hours before …": an agency in brackets and nothing else; in "(HELSINKI) — …" it is the place."""
    match = _BRACKET.match(head)
    if match is None or not ((match[1].isupper() and looks_like_one(match[1])) or re.fullmatch(NAMED, match[1])):
        return None
    end = match.end(1) + 1
    if is_place(match[1]):
        return Dateline(place=match[1], date=None, agency=None, start=0, end=end)
    return Dateline(place=None, date=None, agency=canonical(match[1]), start=0, end=end)


def _parts(head: str, colon: bool) -> tuple[str | None, str | None, str | None] | None:
    rest, agency = _without_agency(head)
    rest, day = _without_date(rest)
    place = _WEEKDAY_LEFT.sub("", rest).strip(" ,")
    if not place:
        return (None, day, agency) if agency and day else None
    if len(place) > 70 or is_stock(place):
        return None
    certain = bool(agency or day)
    if _LOUD.match(place) and any(len(word) > 2 for word in place.split()):
        # capitals before a dash or colon may be any heading ("BLACK CAR: …"): then the place must be a known one
        return (place, day, agency) if certain or is_place(place) or _explained(place, colon) else None
    return (place, day, agency) if certain and _TITLED.match(place) else None


def is_stock(place: str) -> bool:
    """Whether the words before the dash are a label that newsrooms put there."""
    return bool(_STOCK.match(place))


def _explained(place: str, colon: bool) -> bool:
    """ "TURNBERRY, Scotland —": the wider place after the comma or in brackets says what it is."""
    wider = re.search(r"(?:,\s*|[\[(])([A-Z][\w.'’ ]+)[\])]?$", place)
    return wider is not None and (is_place(wider[1]) or (not colon and "." in wider[1]))


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
