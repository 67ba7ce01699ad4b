"""Whom a citation names, without what is no part of the name; nobody, where the words are no name at all."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from ..model import OriginKind
from ..text.places import is_place
from .citations import PERSONAL, Citation

# "CBS News on Saturday", "Mueller's": days and months (closed classes) and the genitive.
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
TRAILING = re.compile(rf"(?:\s(?:on|for|and|of|the)\b)?(?:\s(?:(?:{_DAYS})day|{_MONTHS}))?$|[’']s?$")
PARTY_MARK = re.compile(r"[A-Z]-[A-Z]")
"""A party and a state: "R-Neb"."""


def trimmed(citation: Citation, named: Set[str]) -> Citation:
    """The citation with its author's name alone; `named` are words that stand capital inside sentences somewhere.

    A single word must be one of them: the first word of a sentence is capital whatever it is. A place says nothing.
    """
    if citation.kind is OriginKind.DOCUMENT:
        return citation  # called by what it is ("court records")
    who = citation.who
    while who and (shorter := TRAILING.sub("", who).rstrip()) != who:
        who = shorter
    if not who or PARTY_MARK.match(who):
        return replace(citation, who=None)
    if (
        " " not in who
        and not who.isupper()
        and (who.lower() not in named or (citation.kind in PERSONAL and is_place(who)))
    ):
        return replace(citation, who=None)
    return replace(citation, who=who)
