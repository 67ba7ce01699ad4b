"""Bylines: who wrote an article, in lines of their own and in notes on the author."""

from __future__ import annotations

import re

from firsthand.text.agencies import GENERIC, canonical, is_known, looks_like_one
from firsthand.text.outlets import NAMED, NOUN, OUTLET

from .blocks import words_of
from .calendar import DATE, TIME, WEEKDAY
from .places import is_place

_PART = (
    r"(?:[A-ZÀ-Þ](?:\.(?:[A-ZÀ-Þ]\.)*|[\w'’-]*)|(?:Jr|Sr|St|Dr|Mr|Ms|Mrs)\.|"
    r"(?:de|da|di|la|le|van|von|der|den|bin|al|el|ter|dos|du)\b)"
)
NAME = rf"{_PART}(?:\s+{_PART}){{1,4}}"
_BY = re.compile(
    r"[\W_]*(?:(?:analysis|opinion|reporting|written|reported|posted|story|text|authored|words|edited|published|commentary|"
    r"review|"
    r"perspective|interview|column|report|compiled)\s+)?by\b\s*[:|]?\s*(?P<who>\S.{1,150})$|"
    r"[\W_]*(?:author|writer|reporter|byline|source)s?\s*:\s*(?P<who2>\S.{1,100})$",
    re.IGNORECASE | re.DOTALL,
)
_NOBODY = re.compile(
    r"(?:the\s+)?(?:admin(?:istrator)?|staff|editors?|news\s?(?:room|desk|staff|team)|web\s?(?:desk|team|master)|"
    r"desk|"
    r"correspondent|our .{2,30}|guest|user|online|digital|bureau|agenc(?:y|ies)|wires?|reporter|team|author|"
    r"anonymous|.{0,30}\b"
    r"(?:desk|staff|bureau|editorial board|newsroom|web team|editors|correspondent|reporter)s?)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:staff|senior|chief|political|white house|national|foreign|associate|assistant|deputy|managing|"
    r"contributing|special|"
    r"writers?|reporters?|editors?|correspondents?|columnists?|producer|fellow|contributors?|contact|analyst|"
    r"opinion|special to)\b.*$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    rf"(?P<name>{NAME})\s+(?:is|was|writes|covers|works)\b(?:\s+(?:an?|the|as|for|currently|our|"
    rf"about))*\s[^.]{{0,80}}?"
    r"\b(?:editor|sub-editor|reporter|correspondent|journalist|columnist|staff writer|writer|intern|producer|"
    r"contributor)\b"
)
# "A. Writer, Opinion contributor Published 12:15 a.m. MT July 15, 2018 | Updated …"
_STAMPED = re.compile(r"^[A-Z][^.]{3,80}\b(?:Published|Posted|Updated)\b.{0,40}\d{4}", re.DOTALL)
# "Anna Berg Monday, June 3, 2025"
_DATED = re.compile(rf"\W*[A-Z][^.:;?!\d]{{2,60}}?\s(?:\|\s*)?{WEEKDAY},?\s(?=\S)", re.IGNORECASE)
# "Axios Posted at 1:20 pm": one word before the time is no person's name
_POSTED_BY = re.compile(r"([A-Z][A-Za-z]{2,20}) Posted (?:at|on)\b")
_BOTH = re.compile(r"(?:—|–|-|\||•)\s*By\s+[A-Z]|^By [A-Z]")
_WRITES = re.compile(
    r"\b(?:reporter|editor|writer|columnist|correspondent|journalist|contributor|author of|on (?:Twitter|X)\b|"
    r"@\w{3,}|"
    r"covers|writes (?:about|on|for)|staff)\b|@\w{3,}",
    re.IGNORECASE,
)
_OUTLET_LINE = re.compile(rf"\W{{0,3}}(?:{NAMED}|[A-Z]{{2,5}} News)\W*")
_OUTLET_ALONE = re.compile(rf"(?P<name>{NAMED}|[A-Z]{{2,5}} (?:News|Wires?)|[A-Z]{{2,5}})\W*")
_OUTLET_BEHIND = re.compile(rf"(?:^|\s)(?P<name>(?:[A-Z][\w&’']+ )(?:{NOUN}|Wires?)(?: {NOUN})?)$")
_LATE_BY = re.compile(r",\s+by\s+(?P<who>[A-Z].{2,60})$(?P<who2>)")
_FOR_OUTLET = re.compile(rf"\b(?:for|at|of|with|an?|from|member of)\s+(?:the\s+)?(?P<name>{OUTLET})")
_BOARD = re.compile(rf"\bmember of (?:the )?(?P<name>{OUTLET})[’']s?\s[Bb]oard of [Cc]ontributors\b")
_SPLIT = re.compile(r"\s*(?:,|;|\band\b|&|\||•|/|\bwith\b| - | – | — )\s*")


def is_byline(text: str) -> bool:
    """Whether a line is a byline by its form: "By …", or names and an agency."""
    if len(text) > 220:
        return False
    if _STAMPED.search(text) and len(words_of(text)) <= 28:
        return True
    if _is_dated(text):
        return True
    if _BOTH.search(text) and agencies_in(text):
        return True
    text = TIME.sub(" ", DATE.sub(" ", text))
    if text.rstrip().endswith((".", "?", "!")) and len(words_of(text)) > 8:
        return False
    match = _BY.match(text)
    if match:
        who = match["who"] or match["who2"]
        first = words_of(who)[:1]
        named = bool(first) and (first[0][0].isupper() or bool(_NOBODY.match(who)))
        return named and len(words_of(text)) <= 16 and not _is_sentence(who)
    return text.rstrip().lower() == "by" or (bool(agencies_in(text)) and _names_alone(text))


def _is_dated(text: str) -> bool:
    """Whether a line is names and a full date with its weekday, to the end."""
    match = _DATED.match(text)
    day = DATE.match(text, match.end()) if match else None
    if match is None or day is None or not (day["y1"] or day["y2"] or day["y3"]):
        return False
    names = words_of(text[: match.end()])
    return len(words_of(TIME.sub(" ", text[day.end() :]))) <= 1 and all(word[0].isupper() for word in names[:-1])


def is_outlet_line(text: str) -> bool:
    """Whether a line is the name of an outlet and nothing else, by the form of such names."""
    return len(text) < 40 and bool(_OUTLET_LINE.fullmatch(text))


def _is_sentence(who: str) -> bool:
    """Whether what follows "by" goes on as a sentence: more small words than a list of names has."""
    small = [
        word for word in words_of(who) if word[0].islower() and word not in {"and", "of", "for", "the", "in", "at"}
    ]
    return len(small) > 4


def is_name_line(text: str) -> bool:
    """Whether a line has the form of a person's name and nothing else."""
    return len(text) <= 48 and bool(re.fullmatch(rf"\W*{NAME}\W*", text)) and not is_known(text)


def _names_alone(text: str) -> bool:
    """Names, agencies, dates and little else: "A. Writer, The Associated Press | Sunday, July 15, 2018"."""
    rest = DATE.sub(" ", text)
    small = [
        word for word in words_of(rest) if word[0].islower() and word not in {"and", "by", "for", "the", "am", "pm"}
    ]
    small = [word for word in small if not word.startswith(("a.m", "p.m", "post"))]
    return len(small) == 0 and len(words_of(text)) <= 24


def agencies_in(line: str) -> list[str]:
    """Known agencies, and agency-like abbreviations, that a byline names."""
    found = []
    for part in _parts_of(line):
        bare = re.sub(r"^(?:the|by|news now the)\s+", "", part, flags=re.IGNORECASE)
        glued = re.search(
            r"(?:[a-z]|^|\s)((?:The )?(?:Associated Press|Agence France-Presse|Press Association))$", bare
        )
        if is_known(bare):
            found.append(canonical(bare))
        elif glued:
            found.append(canonical(glued[1]))
    return list(dict.fromkeys(found))


def outlets_in(line: str) -> list[str]:
    """Whose writers a byline names: "By A. Writer, CNN", "By A. Writer Washington Post", "A. Writer | Deadline"."""
    match = _BY.match(line) or _LATE_BY.search(line)
    said = DATE.sub(" | ", TIME.sub(" ", match["who"] or match["who2"] if match else line))
    found = agencies_in(line)
    alone = _POSTED_BY.match(line)
    if alone and not is_place(alone[1]):
        found.append(alone[1])
    for k, part in enumerate(_parts_of(re.sub(r"\bContact Reporter\b", " ", said))):
        # behind a person's name only the word before the outlet's noun is sure to be the outlet's
        outlet = (_OUTLET_ALONE.fullmatch(part) if k or not match else None) or _OUTLET_BEHIND.search(part)
        if outlet and not agencies_in(part):
            found.append(outlet["name"])
        elif k and re.fullmatch(r"[A-Z][A-Z&]{1,5}", part) and looks_like_one(part):
            found.append(part)
    barred = re.search(r"\|\s*([A-Z][\w&.’']*(?: [A-Z][\w&.’']*){0,2})\s*$", said)
    if match and barred and not found and not DATE.search(barred[1]):
        found.append(barred[1])
    return list(dict.fromkeys(re.sub(r" Wires?$", "", name) for name in found))


def outlet_of_note(text: str) -> str | None:
    """The outlet that a note on the author names: "A. Writer is an editor for Fox News"."""
    board = _BOARD.search(text[-900:])
    if board:
        return board["name"]
    note = _NOTE.search(text[-900:])
    outlet = _FOR_OUTLET.search(text[-900:], note.start()) if note else None
    return outlet["name"] if outlet else None


def people_in(line: str) -> list[str]:
    """The persons that a byline names."""
    match = _BY.match(line)
    who = (match["who"] or match["who2"]) if match else line
    people = []
    for part in _parts_of(who):
        bare = re.sub(r"(?:The )?Associated Press$", "", part).strip()
        bare = _ROLE.sub("", bare).strip(" ,")
        bare = " ".join(word.capitalize() if len(word) > 2 and word.isupper() else word for word in bare.split())
        if re.fullmatch(NAMED, bare):
            continue
        if re.fullmatch(NAME, bare) and not _NOBODY.match(bare) and not is_known(bare) and not GENERIC.search(bare):
            people.append(bare)
    return list(dict.fromkeys(people))


def is_author_note(text: str) -> bool:
    """Whether a paragraph presents the author: a name, "is", and a writer's work, or where to follow them."""
    if len(text) > 600:
        return False
    start = re.match(rf"\W*(?:{NAME})(?:,[^.]{{2,120}}?,)?\s+(?:is|was|covers|writes|reports)\b", text)
    return start is not None and bool(_WRITES.search(text))


def author_note(text: str) -> str | None:
    """The author that a note at the end of an article presents: "A. Writer is a senior editor at …"."""
    tail = text[-900:]
    notes = [
        m
        for m in _NOTE.finditer(tail)
        if m.start() == 0 or tail[: m.start()].rstrip()[-1:] in {".", "\n", "”", '"', ""}
    ]
    return notes[-1]["name"] if notes else None


def _parts_of(line: str) -> list[str]:
    return [part.strip(" .()[]:") for part in _SPLIT.split(DATE.sub(" | ", line)[:300]) if part.strip(" .()[]:")]
