"""Furniture inside a paragraph: what scraping glued to the sentences around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .calendar import DATE

# an advert box: opens with a name that scraping doubled ("by X by X") or a label, closes with its button soon after
_ADVERT = re.compile(
    r"(?:\bby ([A-Z][\w-]{2,20}) by \1\b|"
    r"\bSponsored Links?\b|\bPromoted Links?\b|\bAdvertisement\b(?= )|"
    r"\bADVERTISEMENT\b|"
    r"\bYou May (?:Also )?Like\b)(?=[ .])"
)
_BUTTON = re.compile(
    r"\b(?:Undo|Learn More|Read More|Shop Now|Click Here|Install Now|Sign Up|Get Offer|Play Now|Search Ads)\b\s*"
)
_BOX_LABELS = re.compile(
    r"(?:\s*(?:by ([A-Z][\w-]{2,20}) by \1|"
    r"Sponsored Links?|Promoted Links?|Advertisement|ADVERTISEMENT|"
    r"You May (?:Also )?Like|"
    r"Story continues below(?: advertisement)?|Article continues below(?: advertisement)?))+\s*"
)
_STAMP = re.compile(r"(?:date|published|updated|posted)(?: on)?\s*:?\s+(?=\d|[A-Z])", re.IGNORECASE)
_PICTURE = re.compile(
    r"(?:[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3} )?(?:file|representative|representational|handout)\s(?:image|photo|"
    r"picture|pic)\s(?=[A-Z\"“'‘])"
    r"|(?:Image|Photo)(?: Source| Credit| courtesy)?\s?: ?[\w/ .]{2,40}?\s(?=[A-Z]{3,})",
)
_MORE = re.compile(
    r"\s*(?:(?:\.\.\.|…)\s*)(?:Read|See|Show|View) (?:More|Less|Full Article)\W*$|\s+(?:Read|Show) More\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch of a block that is no article text."""

    start: int
    end: int
    label: str


def cuts_in(text: str) -> list[Cut]:
    """The furniture inside one block, in order, offsets in the block."""
    cuts = [*_at_head(text), *_adverts(text)]
    tail = _MORE.search(text, max(0, len(text) - 60))
    if tail:
        cuts.append(Cut(tail.start(), tail.end(), "related"))
    return _disjoint(cuts)


def _at_head(text: str) -> list[Cut]:
    stamp = _STAMP.match(text)
    if stamp:
        day = DATE.match(text, stamp.end())
        if day and len(text) > day.end() + 20:
            return [Cut(0, day.end() + len(text[day.end() :]) - len(text[day.end() :].lstrip(" |-–:,")), "date")]
    picture = _PICTURE.match(text)
    return [Cut(0, picture.end(), "caption")] if picture else []


def _adverts(text: str) -> list[Cut]:
    cuts: list[Cut] = []
    at = 0
    while opening := _ADVERT.search(text, at):
        labels = _BOX_LABELS.match(text, opening.start())
        after = labels.end() if labels else opening.end()
        button = _BUTTON.search(text, after, after + 400)
        if button and (button.end() >= len(text) or text[button.end()] in "\"“'‘(" or text[button.end()].isupper()):
            cuts.append(Cut(opening.start(), button.end(), "advert"))
            after = button.end()
        elif labels and labels.end() - labels.start() > 10 and _stands_alone(text, opening.start(), labels.end()):
            cuts.append(Cut(opening.start(), labels.end(), "advert"))
        at = max(after, opening.end())
    return cuts


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether labels stand between two sentences rather than in one."""
    before = text[max(0, start - 40) : start].rstrip()
    return (not before or before[-1] in '.!?"”’)') and (end >= len(text) or not text[end].islower())


def _disjoint(cuts: list[Cut]) -> list[Cut]:
    kept: list[Cut] = []
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if not kept or cut.start >= kept[-1].end:
            kept.append(cut)
    return kept
