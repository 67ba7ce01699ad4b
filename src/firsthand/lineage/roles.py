"""What a source is to the case, read from its words and from how its article introduces it.

Only a named party can prove a second origin. The authorities of a case (police, prosecutors, charges, a governor) hear
the same things from each other and count as one; outlets and documents relay; the unnamed may be anybody. A committee,
a centre or its head may be a state's, a company's or a lobby's: it is not called an authority, and proves nothing.
"""

from __future__ import annotations

import re
from enum import StrEnum

from ..model import Article, SourceKind
from ..text.places import find_place
from .nations import is_national
from .offices import OFFICE, PAST, PRIVATE, PUBLIC, TITLE, is_office, office_of

OUTLET = re.compile(
    r"\b(?:news(?:paper)?|newspapers|media|journal|times|post|tribune|herald|gazette|press|television|tv|radio|agency|"
    r"daily|paper|magazine|blog|website|broadcasting|channel|network|wire|inquirer|enquirer|examiner|observer|chronicle|"
    r"courier|bulletin|dispatch|sentinel|globe|register|broadcaster)\b",
    re.IGNORECASE,
)
"""Words for what brings news, and the common head nouns of newspapers' names. A body that is taken for an outlet by
mistake proves nothing, which is the safe side."""
NEWS = re.compile(r"\b(?:news|newspaper|media|press agency|television|radio)\b", re.IGNORECASE)
PAPER = re.compile(
    r"\b(?:reports?|documents?|records?|charges?|complaint|indictment|affidavit|papers|filings?|study|survey|guidelines|"
    r"memo|transcript|data|figures|law|bill|rules)\b",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
DETERMINER = re.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome|[Oo]ther)\s")
LEGAL = re.compile(r"\b(?:charges|complaint|indictment|affidavit|warrant|plea)\b", re.IGNORECASE)
"""Papers of a case that its authorities write."""
SPOKESMAN = re.compile(r"spokes\w+|sources?|aides?", re.IGNORECASE)
SPOKEN_FOR = re.compile(r"(?:[A-Z][\w.&’'-]*\s)+spokes\w+$|spokes\w+\s(?:for|of)\s(?:the\s)?[A-Z]")
"""A body's spokeswoman, named or not, speaks for the body."""
OFFICIAL = re.compile(r"officials?|executives?", re.IGNORECASE)
MERCHANT = re.compile(r"(?:MV|M/V|MT|SS|RMS|FV)\s[A-Z]")
"""Prefixes of merchant ships: who on board spoke, and through whom, is not said."""
WARSHIP = re.compile(r"(?:INS|USS|HMS|HMAS|HMCS|USNS)\s[A-Z]")
"""Prefixes of navy ships: what the ship is said to say, the navy says."""
SURNAMES = frozenset({"king", "major", "marshal", "judge", "constable", "prince"})
"""Words of office that are surnames as well."""
_BEFORE_HEAD = re.compile(r"\s(?:of|in|at|for|from|with|on|who|which|that)\s|,")
_ONE_NAME = re.compile(r"[A-Z][a-z][\w’'-]+")


class Role(StrEnum):
    """What a source is to the case."""

    AUTHORITY = "authority"
    OUTLET = "outlet"
    PAPER = "paper"
    BODY = "body"
    UNNAMED = "unnamed"
    PARTY = "party"


def role_of(name: str, kind: SourceKind, article: Article | None) -> Role:
    """The role of a source by its name and kind."""
    bare = DETERMINER.sub("", name)
    if MERCHANT.match(bare) or (_is_town(bare) and not OFFICE.search(bare)):
        return Role.UNNAMED  # a ship, or the dateline's town, speaks for nobody that could be told
    if WARSHIP.match(bare):
        return Role.AUTHORITY
    if kind is SourceKind.PERSON and CAPITAL.search(bare):
        return _role_of_person(bare, article)
    if NEWS.search(name):
        return Role.OUTLET
    if kind is SourceKind.ORGANISATION and _ONE_NAME.fullmatch(bare) and article and office_of(bare, article.text):
        return Role.AUTHORITY  # a surname taken for a body's name
    if kind in (SourceKind.UNNAMED, SourceKind.CROWD) and PRIVATE.search(name):
        return Role.UNNAMED
    return Role.AUTHORITY if _speaks_for_office(bare, kind) else _role_of_other(name, bare, kind)


def _role_of_person(name: str, article: Article | None) -> Role:
    """A person speaks for an office, or for himself; one of whom only a surname is known may be either."""
    given, _, last = name.rpartition(" ")
    titled = given if given and last.lower() in SURNAMES and not is_national(given) else name
    if (TITLE.search(titled) and is_office(titled)) or (article is not None and office_of(name, article.text)):
        return Role.AUTHORITY
    if OUTLET.search(name):
        return Role.OUTLET
    likely = article is not None and office_of(name, article.text, sure=False)
    if likely or (TITLE.search(titled) and is_office(titled, sure=False)):
        return Role.BODY
    return Role.PARTY if len(CAPITAL.findall(name)) >= 2 else Role.UNNAMED


def _role_of_other(name: str, bare: str, kind: SourceKind) -> Role:
    """The role of what holds no office: papers, spokespeople, bodies."""
    if kind is SourceKind.DOCUMENT or PAPER.search(name):
        return Role.AUTHORITY if LEGAL.search(name) else Role.PAPER
    if SPOKEN_FOR.match(bare):
        return Role.BODY if OFFICE.search(bare) else Role.PARTY
    unnamed = not bare.split() or not CAPITAL.match(bare.split()[-1])
    if kind in (SourceKind.UNNAMED, SourceKind.CROWD) or unnamed:
        return Role.UNNAMED
    if OFFICE.search(bare):
        return Role.BODY
    return Role.OUTLET if OUTLET.search(name) else Role.PARTY


def _speaks_for_office(bare: str, kind: SourceKind) -> bool:
    """Whether a source is a public office or its people: of somebody unnamed the head noun must say so."""
    if _is_country(bare):
        return True
    if PAST.search(bare):
        return False
    if kind not in (SourceKind.UNNAMED, SourceKind.CROWD, SourceKind.OFFICE):
        return bool(PUBLIC.search(bare))
    head = _BEFORE_HEAD.split(bare, maxsplit=1)[0].split() or [bare]
    if OFFICIAL.fullmatch(head[-1]) and len(head) > 1:
        return _is_public(" ".join(head[:-1]))
    return bool(PUBLIC.search(head[-1]) or (SPOKESMAN.fullmatch(head[-1]) and PUBLIC.search(bare)))


def _is_public(before: str) -> bool:
    """Whether what stands before "officials" leaves them public ones; a bare name may be a company's."""
    state = any(place.kind in ("country", "state") for place in find_place(before))
    return state or not CAPITAL.search(before) or bool(PUBLIC.search(before))


def _is_country(name: str) -> bool:
    """A country that is said to say something is its government."""
    return any(place.kind == "country" for place in find_place(name))


def _is_town(name: str) -> bool:
    """A town that is said to say something is the dateline's."""
    shown = name.title() if name.isupper() else name
    return name[:1].isupper() and any(place.kind == "city" for place in find_place(shown)[:1])
