"""Who a claim's sources are to each other: whether two can be one, and whose officials they are."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Article, Source, SourceKind
from ..text.names import NameRelation, compare_names
from .citations import who_words
from .offices import FORCE, OFFICE, office_of
from .roles import CAPITAL, DETERMINER, Role, role_of

REPORTS = re.compile(r"\breport(?:s|ed|ing)?\b", re.IGNORECASE)
PLEADS = re.compile(r"\bple(?:d|ad)", re.IGNORECASE)
WHOLE_NAME = 8
"""Letters of a name that stands in another by no accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A source as a side of the case."""

    name: str
    role: Role
    person: bool
    office: str | None = None
    """By which words the article introduces a person's public office."""

    @property
    def called(self) -> str:
        """The name without what is said about its bearer."""
        parts = self.name.split(",")
        named = [part for part in parts if CAPITAL.search(DETERMINER.sub("", part.strip()))]
        if not self.person:
            return parts[0]
        return next((part for part in named if not OFFICE.search(part)), named[0] if named else self.name).strip()

    @property
    def is_force(self) -> bool:
        """Whether this is police, prosecution, a court or an army."""
        return self.role is Role.AUTHORITY and bool(FORCE.search(f"{self.name} {self.office or ''}"))

    @property
    def is_civil(self) -> bool:
        """Whether this is a named official of no force, court or prosecution, whose office is told."""
        named = self.person and self.office is not None and len(CAPITAL.findall(self.called)) >= 2
        return named and self.role is Role.AUTHORITY and not self.is_force

    def is_one_with(self, other: Party) -> bool:
        """Whether the two can be one: one name holds the other, a surname agrees, initials, or a slip of spelling."""
        left, right = who_words(self.called), who_words(other.called)
        if not left or not right:
            return False
        if _in_letters(self.called, other.called):
            return True
        if left <= right or right <= left or _initials(self.called, other.called):
            return True
        if self.office and other.office and who_words(self.office) == who_words(other.office):
            return True
        if self.person and other.person:
            if CAPITAL.findall(self.called)[-1:] == CAPITAL.findall(other.called)[-1:]:
                return True  # two who share a surname may be two, which is no proof that they are
            return _alike(self.called, other.called)
        return bool(left & right)


def party_of(source: Source, cue: str, article: Article | None) -> Party:
    """The party a source is, by its words, by its verb, and by how its article introduces it.

    Whoever is not a person and "reports" passes on what others said; who pleads to a charge does not tell of it.
    """
    person = source.kind is SourceKind.PERSON
    role = role_of(source.name, source.kind, article)
    if role is Role.PARTY and not person and REPORTS.search(cue):
        role = Role.OUTLET
    if role is Role.PARTY and PLEADS.search(cue):
        role = Role.UNNAMED
    office = office_of(source.name, article.text) if article and person and role is Role.AUTHORITY else None
    return Party(name=source.name, role=role, person=person, office=office)


def _alike(a: str, b: str) -> bool:
    """Whether two people's names, or their surnames, can be spellings of one."""
    surnames = [CAPITAL.findall(name)[-1] for name in (a, b) if CAPITAL.findall(name)]
    pairs = [(a, b), (surnames[0], surnames[1])] if len(surnames) == 2 else [(a, b)]
    return any(compare_names(*pair).relation is not NameRelation.DIFFERENT for pair in pairs)


def _in_letters(a: str, b: str) -> bool:
    """Whether one name holds the other when neither is cut into words ("Irannejad", "iran-nejad")."""
    left, right = ("".join(c for c in name.lower() if c.isalpha()) for name in (a, b))
    short, long = sorted((left, right), key=len)
    return len(short) >= WHOLE_NAME and short in long


def _initials(a: str, b: str) -> bool:
    for short, long in ((a, b), (b, a)):
        letters = "".join(w if w.isupper() else w[0] for w in CAPITAL.findall(DETERMINER.sub("", long)))
        plain = DETERMINER.sub("", short).replace(".", "")
        if plain.isupper() and len(plain) >= 2 and letters.startswith(plain):
            return True
    return False
