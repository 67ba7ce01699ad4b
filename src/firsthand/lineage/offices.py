"""Public office: the words of it, and who an article says holds one."""

from __future__ import annotations

import re

from ..text.places import find_place
from .citations import SAID

# Words of public office in English (closed class; they name the office, not who holds it). Legislators are left out:
# a member of parliament speaks for himself, a police officer for the police.
_TITLES = """police|constable|const|sheriff|undersheriff|deputy|sergeant|sgt|lieutenant|lt|captain|capt|detective|det|
commissioner|marshal|trooper|investigator|prosecutor|attorney general|district attorney|judge|officer|minister|
secretary|governor|gov|mayor|president|prime minister|premier|chancellor|king|queen|ambassador|admiral|adm|
general|gen|colonel|col|major|maj|commander|fire chief|chief of police|chief of staff|safety director|counsel|coroner|
ministry|department|government|navy|army|military|white house|kremlin|pentagon|attorney's office|da"""
_BODIES = """cops|detectives|deputies|marshals|troopers|investigators|prosecutors|court|courts|authorities|authority|
officials?|officers|office|administration|ministers|dept|commission|committee|council|agency|bureau|survey|observatory|
seismolog\\w*|geological|cent(?:re|er)|embassy|federal|state|county|city|town|province|provincial|municipal|naval|
air force|coast guard|firefighters?|public safety|vessel|regulators?|trustees|congress|parliament|senate"""
TITLE = re.compile(rf"\b(?:{_TITLES.replace(chr(10), '')})\b", re.IGNORECASE)
OFFICE = re.compile(rf"\b(?:{_TITLES}|{_BODIES})\b".replace(chr(10), ""), re.IGNORECASE)
PRIVATE = re.compile(
    r"\b(?:union|labou?r|company|corporate|party|league|team|club|bank|airline|church|industry|campaign)\s(?:officials?|"
    r"officers?|executives?|administrators?|representatives?)\b",
    re.IGNORECASE,
)
"""Officials of nothing public."""
HEAD = re.compile(r"\b(?:director|chief|head|administrator|chair(?:man|woman)?|spokes\w+)\b", re.IGNORECASE)
# Offices that hear of one case from each other: police, prosecutors, courts, prisons, forces (closed class).
FORCE = re.compile(
    r"\b(?:police\w*|constable|const|(?:under)?sheriff\w*|sergeant|sgt|lieutenant|lt|captain|capt|detectives?|det|marshals?|"
    r"troopers?|investigators?|prosecut\w+|attorneys?|judge|courts?|officers?|deputy|deputies|coroner|da|cops|"
    r"safety|law enforcement|justice|prisons?|corrections|crim\w+|army|navy|naval|military|air force|coast guard|"
    r"defen[cs]e|admiral|adm|general|gen|colonel|col|major|maj|commander|pentagon)\b",
    re.IGNORECASE,
)
EXECUTIVE = re.compile(
    r"\b(?:CEO|chief\s\w+\sofficer|chief\sexecutive|vice[\s-]president\s(?:of|for)|owner)\b|"
    r"\b(?:company|firm|bank|group|airline|carrier|operator|manufacturer|retailer|chain|club|union|charity)[’']s\s",
    re.IGNORECASE,
)
"""Offices of companies: by their names, or by whose they are ("head of the company's operations centre")."""
PRESIDES = re.compile(
    r"\b(?:president|chair\w*|director|secretary)\s(?:of|at|for)\s(?:the\s)?([A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)*)"
)
PAST = re.compile(r"\b(?:former|retired|ex|late|then)\b", re.IGNORECASE)
"""Words before an office that its bearer holds no more."""
TITLED = 48
"""Characters before a name, and after it, in which a title or a description of office stands."""
MOST_MENTIONS = 20
_SPEAKING = re.compile(rf"\b{SAID}\b")
_CAPITALS_BEFORE = re.compile(
    rf"(?:\b(?:[A-Z][\w.’'-]*|of|the|island|spokes\w+|chief|director|(?i:{TITLE.pattern}))\s)+$"
)
_TITLE_AND_COMMA = re.compile(
    rf"(?i:{TITLE.pattern})(?:\s(?:of|for|at|in|the|and|[A-Z][\w’'-]*)){{0,7}},\s(?:[A-Z][\w.’'-]*\s){{0,3}}$"
)
_BODY_AND_COMMA = re.compile(
    r"\b(?:police|army|navy|military|government|ministry|department|white house|kremlin|pentagon),\s"
    r"(?:[A-Z][\w.’'-]*\s){0,3}$",
    re.IGNORECASE,
)
"""A body before a comma is no title of who is named after it: "to call police, Mr. Ali said"."""
_APPOSITION = re.compile(r",\s(?:an?\s|the\s)?([^,.;:\n]{3,60})")
_CLAUSE = re.compile(r"(?:who|which|and|but|when|while|where|as|after|before|police)\b")


def office_of(name: str, text: str) -> str | None:
    """The public office that the article puts straight before the name or in apposition after it."""
    surname = name.split()[-1]
    for number, match in enumerate(re.finditer(rf"\b{re.escape(surname)}\b", text)):
        if number == MOST_MENTIONS:
            break
        before = _CAPITALS_BEFORE.search(text[max(0, match.start() - TITLED) : match.start()])
        comma = _TITLE_AND_COMMA.search(text[max(0, match.start() - 2 * TITLED) : match.start()])
        after = _APPOSITION.match(text[match.end() : match.end() + 2 * TITLED])
        if comma and not _BODY_AND_COMMA.search(comma.group()):
            return comma.group()
        if before and is_office(before.group()):
            return before.group()
        if after and is_office(after.group(1)) and not _CLAUSE.match(after.group(1)):
            return after.group(1)
    return None


def is_office(words: str) -> bool:
    """Whether words before or after a name say that its bearer holds a public office now."""
    if PAST.search(words) or _SPEAKING.search(words) or EXECUTIVE.search(words):
        return False
    company = PRESIDES.search(words)
    if company and not find_place(company.group(1)) and not OFFICE.search(company.group(1)):
        return False
    return bool(TITLE.search(words) or (HEAD.search(words) and OFFICE.search(words)))
