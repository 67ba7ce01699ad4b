"""Who a claim's sources are to each other: authorities, outlets that pass word on, people nobody names, and parties.

Only a named party can prove a second origin. The authorities of a case (police, prosecutors, charges, a governor) hear
the same things from each other and count as one; outlets and documents relay; the unnamed may be anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ..model import Article, Source, SourceKind
from ..text.names import NameRelation, compare_names
from ..text.places import find_place
from .citations import SAID, who_words

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
OUTLET = re.compile(
    r"\b(?:news(?:paper)?|newspapers|media|journal|times|post|tribune|herald|gazette|press|television|tv|radio|agency|"
    r"daily|paper|magazine|blog|website|broadcasting|channel|network|wire)\b",
    re.IGNORECASE,
)
NEWS = re.compile(r"\b(?:news|newspaper|media|press agency|television|radio)\b", re.IGNORECASE)
PAPER = re.compile(
    r"\b(?:reports?|documents?|records?|charges?|complaint|indictment|affidavit|papers|filings?|study|survey|guidelines|"
    r"memo|transcript|data|figures|law|bill|rules)\b",
    re.IGNORECASE,
)
REPORTS = re.compile(r"\breport(?:s|ed|ing)?\b", re.IGNORECASE)
PLEADS = re.compile(r"\bple(?:d|ad)", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_TITLED = 48
"""Characters before a name, and after it, in which a title or a description of office stands."""


class Role(StrEnum):
    """What a source is to the case."""

    AUTHORITY = "authority"
    OUTLET = "outlet"
    PAPER = "paper"
    UNNAMED = "unnamed"
    PARTY = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source as a side of the case."""

    name: str
    role: Role
    person: bool

    @property
    def called(self) -> str:
        """The name without what is said about its bearer."""
        head = self.name.split(",")[0]
        return head if not self.person or _CAPITAL.search(_ARTICLE.sub("", head)) else self.name

    def is_one_with(self, other: Party) -> bool:
        """Whether the two can be one: one name holds the other, a surname agrees, initials, or a slip of spelling."""
        left, right = who_words(self.called), who_words(other.called)
        if not left or not right:
            return False
        if left <= right or right <= left or _initials(self.called, other.called):
            return True
        if self.person and other.person:
            if _CAPITAL.findall(self.called)[-1:] == _CAPITAL.findall(other.called)[-1:]:
                return True  # two who share a surname may be two, which is no proof that they are
            return compare_names(self.called, other.called).relation is not NameRelation.DIFFERENT
        return bool(left & right)


def party_of(source: Source, cue: str, article: Article | None) -> Party:
    """The party a source is, by its words, by its verb, and by how its article introduces it.

    Whoever is not a person and "reports" passes on what others said; who pleads to a charge does not tell of it.
    """
    person = source.kind is SourceKind.PERSON
    role = _role(source.name, source.kind, article)
    if role is Role.PARTY and not person and REPORTS.search(cue):
        role = Role.OUTLET
    if role is Role.PARTY and PLEADS.search(cue):
        role = Role.UNNAMED
    return Party(name=source.name, role=role, person=person)


def _role(name: str, kind: SourceKind, article: Article | None) -> Role:
    bare = _ARTICLE.sub("", name)
    if kind is SourceKind.PERSON and not WARSHIP.match(bare) and len(_CAPITAL.findall(bare)) >= 1:
        return _role_of_person(bare, article)
    if NEWS.search(name):
        return Role.OUTLET
    if WARSHIP.match(bare):
        return Role.AUTHORITY
    if kind is SourceKind.ORGANISATION and _ONE_NAME.fullmatch(bare) and article and _holds_office(bare, article.text):
        return Role.AUTHORITY  # a surname taken for a body's name
    if kind in (SourceKind.UNNAMED, SourceKind.CROWD) and PRIVATE.search(name):
        return Role.UNNAMED
    if OFFICE.search(name) or kind is SourceKind.OFFICE or _is_country(bare):
        return Role.AUTHORITY
    if kind is SourceKind.DOCUMENT or PAPER.search(name):
        return Role.PAPER
    if kind in (SourceKind.UNNAMED, SourceKind.CROWD) or not _CAPITAL.search(bare):
        return Role.UNNAMED
    return Role.OUTLET if OUTLET.search(name) else Role.PARTY


def _is_country(name: str) -> bool:
    """A country that is said to say something is its government."""
    return any(place.kind == "country" for place in find_place(name))


def _role_of_person(name: str, article: Article | None) -> Role:
    """A person speaks for an office, or for himself; one of whom only a surname is known may be either."""
    if TITLE.search(name) or (article is not None and _holds_office(name, article.text)):
        return Role.AUTHORITY
    if OUTLET.search(name):
        return Role.OUTLET
    return Role.PARTY if len(_CAPITAL.findall(name)) >= 2 else Role.UNNAMED


def _holds_office(name: str, text: str) -> bool:
    """Whether the article puts an office straight before the name or in apposition after it."""
    surname = name.split()[-1]
    for number, match in enumerate(re.finditer(rf"\b{re.escape(surname)}\b", text)):
        if number == MOST_MENTIONS:
            break
        before = _CAPITALS_BEFORE.search(text[max(0, match.start() - _TITLED) : match.start()])
        after = _APPOSITION.match(text[match.end() : match.end() + 2 * _TITLED])
        if _TITLE_AND_COMMA.search(text[max(0, match.start() - 2 * _TITLED) : match.start()]):
            return True
        if before and _is_office(before.group()):
            return True
        if after and _is_office(after.group(1)) and not _CLAUSE.match(after.group(1)):
            return True
    return False


def _is_office(words: str) -> bool:
    """Whether words before or after a name say that its bearer holds a public office now."""
    if PAST.search(words) or _SPEAKING.search(words):
        return False
    return bool(TITLE.search(words) or (HEAD.search(words) and OFFICE.search(words)))


_SPEAKING = re.compile(rf"\b{SAID}\b")
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Oo]ther)\s")
_CAPITALS_BEFORE = re.compile(r"(?:\b(?:[A-Z][\w.’'-]*|of|the|police|spokes\w+|chief|director|minister|officer)\s)+$")
_TITLE_AND_COMMA = re.compile(
    rf"(?i:{TITLE.pattern})(?:\s(?:of|for|at|in|the|and|[A-Z][\w’'-]*)){{0,7}},\s(?:[A-Z][\w.’'-]*\s){{0,3}}$"
)
WARSHIP = re.compile(r"(?:INS|USS|HMS|HMAS|HMCS|USNS)\s[A-Z]")
"""Prefixes of navy ships: what the ship is said to say, the navy says."""
PAST = re.compile(r"\b(?:former|retired|ex|late|then)\b", re.IGNORECASE)
"""Words before an office that its bearer holds no more."""
_ONE_NAME = re.compile(r"[A-Z][a-z][\w’'-]+")
_APPOSITION = re.compile(r",\s(?:an?\s|the\s)?([^,.;:\n]{3,60})")
MOST_MENTIONS = 20
_CLAUSE = re.compile(r"(?:who|which|and|but|when|while|where|as|after|before|police)\b")


def _initials(a: str, b: str) -> bool:
    for short, long in ((a, b), (b, a)):
        letters = "".join(w if w.isupper() else w[0] for w in _CAPITAL.findall(_ARTICLE.sub("", long)))
        plain = _ARTICLE.sub("", short).replace(".", "")
        if plain.isupper() and len(plain) >= 2 and letters.startswith(plain):
            return True
    return False
