"""Public office: the words of it, and who an article says holds one."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.names import NameRelation, compare_names
from ..text.names.lexicon import OFFICES, TITLES
from ..text.places import find_place
from .nations import is_national
from .words import FUNCTION_WORDS, SAID

# Words of public office in English (closed class; they name the office, not who holds it). Legislators are left out:
# a member of parliament speaks for himself, a police officer for the police.
_TITLES = r"""police|constable|const|sheriff|undersheriff|deputy|sergeant|sgt|lieutenant|lt|captain|capt|detective|det|
commissioner|marshal|trooper|investigator|prosecutor|attorney general|district attorney|judge|officer|minister|
secretary|governor|gov|mayor|president|prime minister|premier|chancellor|king|queen|ambassador|admiral|adm|
general(?!\s(?:manager|assembly|election))|gen|colonel|col|major|maj|commander|
fire chief|chief of police|chief of staff|safety director|counsel|coroner|
ministry|department|government|navy|army|military|white house|kremlin|pentagon|attorney's office|da"""
_PUBLIC = """cops|detectives|deputies|marshals|troopers|investigators|prosecutors|court|courts|authorities|authority|
officials?|officers|administration|ministers|dept|commission|seismolog\\w*|geological|embassy|federal|state|county|city|
town|province|provincial|municipal|naval|air force|coast guard|firefighters?|public safety|vessel|regulators?|congress|
parliament|senate"""
_COMMON = "office|committee|council|agency|bureau|survey|observatory|cent(?:re|er)|trustees"
"""What companies, lobbies and states have alike: by itself it tells of no public body, and of no private one."""
TITLE = re.compile(rf"\b(?:{_TITLES.replace(chr(10), '')})\b", re.IGNORECASE)
PUBLIC = re.compile(rf"\b(?:{_TITLES}|{_PUBLIC})\b".replace(chr(10), ""), re.IGNORECASE)
"""Words that by themselves tell of a public office or body."""
OFFICE = re.compile(rf"\b(?:{_TITLES}|{_PUBLIC}|{_COMMON})\b".replace(chr(10), ""), re.IGNORECASE)
"""Words of what may be a public office or body."""
PRIVATE = re.compile(
    r"\b(?:union|labou?r|company|corporate|party|league|team|club|bank|airline|church|industry|campaign)\s(?:officials?|"
    r"officers?|executives?|administrators?|representatives?)\b",
    re.IGNORECASE,
)
"""Officials of nothing public."""
PARTISAN = re.compile(
    r"\b(?:GOP|party|republicans?|democrats?|democratic|labou?r|tory|conservatives?)\b", re.IGNORECASE
)
CHAIRS = re.compile(r"\bchair(?:man|woman|person)?\b", re.IGNORECASE)
"""Who chairs a party holds no public office."""
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
_NAME = r"[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)*"
PRESIDES = re.compile(rf"\b(?:president|chair\w*|director|secretary)\s(?:of|at|for)\s(?:the\s)?({_NAME})")
OWNS = re.compile(
    rf"\b(?:({_NAME})|([a-z][\w-]*)[’']s)\s(?i:(?:vice|former)[\s-])?(?i:president|director|chair\w*)\b|"
    r"\b(?i:president|director|chair\w*)\s(?:of|at|for)\s(?:the\s)?((?:[a-z][\w’'-]*\s?){1,4})"
)
"""Whose president or director somebody is, where it is no name after the office. There are such of anything."""
NATION = re.compile(r"\b(?:country|nation|state|republic)\b", re.IGNORECASE)
PAST = re.compile(r"\b(?:former|retired|ex|late|then)\b", re.IGNORECASE)
"""Words before an office that its bearer holds no more."""
_NO_BODY = FUNCTION_WORDS | {"vice", "acting", "deputy"}
TITLED = 48
"""Characters before a name, and after it, in which a title or a description of office stands."""
MOST_MENTIONS = 20
_SPEAKING = re.compile(rf"\b{SAID}\b")
_CAPITALS_BEFORE = re.compile(
    rf"(?:\b(?:[A-Z][\w.’'-]*|of|the|island|spokes\w+|chief|director|(?i:{TITLE.pattern}))\s)+$"
)
_TITLE_AND_COMMA = re.compile(
    rf"(?:(?:[A-Z][\w&.’'-]*\s)+|\b[\w-]+[’']s\s)?(?i:{TITLE.pattern})(?:\s(?:of|for|at|in|the|and|[A-Z][\w’'-]*)){{0,7}},\s(?:[A-Z][\w.’'-]*\s){{0,3}}$"
)
_BODY_AND_COMMA = re.compile(
    r"\b(?:police|army|navy|military|government|ministry|department|white house|kremlin|pentagon),\s"
    r"(?:[A-Z][\w.’'-]*\s){0,3}$",
    re.IGNORECASE,
)
"""A body before a comma is no title of who is named after it: "to call police, Mr. Ali said"."""
_APPOSITION = re.compile(r",\s(?:an?\s|the\s)?([^,.;:\n]{3,60})")
_COMPLEMENT = re.compile(
    r"\s(?:of|for|to|in|at|with|from|on|by|under|over|and|who|which|that|whose|when|while)\b", re.IGNORECASE
)
_ADVISES = re.compile(r"\b(?:advis[eo]r|attorney)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"\n|\b(\w*[a-z]{3})[.!?]\s")
_CLAUSE = re.compile(r"(?:who|whose|which|and|but|when|while|where|as|after|before|police)\b")


@lru_cache(maxsize=1024)
def office_of(name: str, text: str, *, sure: bool = True) -> str | None:
    """The public office that the article puts straight before the name or in apposition after it.

    `sure`: no office of a body that may as well be a company's or a lobby's.
    """
    surname = name.split()[-1]
    for number, match in enumerate(re.finditer(rf"\b{re.escape(surname)}\b", text)):
        if number == MOST_MENTIONS:
            break
        told = _since_last_sentence(text[max(0, match.start() - 2 * TITLED) : match.start()])
        if not _is_bearer(name, told):
            continue
        before = _CAPITALS_BEFORE.search(told[-TITLED:])
        comma = _TITLE_AND_COMMA.search(told)
        after = _APPOSITION.match(text[match.end() : match.end() + 2 * TITLED])
        if comma and not _BODY_AND_COMMA.search(comma.group()) and is_office(comma.group(), sure=sure):
            return comma.group()
        if before and is_office(before.group(), sure=sure):
            return before.group()
        if after and not _CLAUSE.match(after.group(1)) and _is_headed_by_office(after.group(1), sure=sure):
            return after.group(1)
    return None


def _since_last_sentence(told: str) -> str:
    """What stands before a name in its own sentence; a title's stop ends none."""
    ends = [m.end() for m in _SENTENCE_END.finditer(told) if not m.group(1) or not _is_titular(m.group(1))]
    return told[ends[-1] :] if ends else told


def _is_bearer(name: str, told: str) -> bool:
    """Whether a surname behind these words can be that of who has the whole name: "Vice President Ivo" Holm is not Ada
    Holm."""
    given = _GIVEN.search(told)
    *given_names, surname = name.split()
    bare = " ".join((*(word for word in given_names if not _is_titular(word)), surname))
    words = given.group().split() if given and len(bare.split()) > 1 else []
    last = next((n for n in range(len(words), 0, -1) if _is_titular(words[n - 1])), 0)
    own = [word for word in words[last:] if len(word.rstrip(".")) > 1 and word[:1].isupper()]
    if not own or own[-1].lower() in bare.lower().split():
        return True
    return compare_names(f"{own[-1]} {bare.split()[-1]}", bare).relation is not NameRelation.DIFFERENT


_GIVEN = re.compile(r"(?:\b[^\W\d_a-z][\w.’'-]*\s(?:(?:van|von|de|der|den|al|bin|da|di)\s){0,2}){1,3}$")


def _is_titular(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bare in TITLES or bare in OFFICES or bool(TITLE.fullmatch(bare) or HEAD.fullmatch(bare))


def _is_headed_by_office(words: str, *, sure: bool) -> bool:
    """Whether what is set beside a name is an office by its head noun: a "critic of the president" holds none."""
    head = _COMPLEMENT.split(words, maxsplit=1)[0]
    if any(match.end() == len(head) for match in TITLE.finditer(head)):
        return is_office(words, sure=sure)
    ends = any(match.end() == len(head) for match in HEAD.finditer(head)) or _ADVISES.search(head)
    return bool(ends) and is_office(words, sure=sure)


def is_office(words: str, *, sure: bool = True) -> bool:
    """Whether words before or after a name say that its bearer holds a public office now."""
    if PAST.search(words) or _SPEAKING.search(words) or EXECUTIVE.search(words):
        return False
    if PARTISAN.search(words) and CHAIRS.search(words):
        return False
    known = PUBLIC if sure else OFFICE
    company = PRESIDES.search(words)
    if company and not _is_public(company.group(1), known):
        return False
    owner = OWNS.search(words) if sure and not company else None
    if owner and not _is_public(next(name for name in owner.groups() if name), known):
        return False
    return bool(TITLE.search(words) or (HEAD.search(words) and known.search(words)))


def _is_public(body: str, known: re.Pattern[str]) -> bool:
    """Whether a body that has a president or director is a state or an office of one."""
    bare = re.sub(r"[’']s?$", "", " ".join(w for w in body.split() if w.lower() not in _NO_BODY))
    if not bare or known.search(bare) or NATION.search(bare) or is_national(bare):
        return True
    return not OFFICE.search(bare) and bool(find_place(bare))
