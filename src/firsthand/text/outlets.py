"""Names of outlets, known by the form that such names have in English text."""

from __future__ import annotations

import re

from .agencies import GENERIC, canonical, is_known

_CAP = r"[A-Z][\w&’'-]*"
# the common nouns that names of outlets are made of
NOUN = (
    r"(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Chronicle|Guardian|Telegraph|Observer|Examiner|Express|"
    r"Mail|Mirror|"
    r"Standard|Star|Sun|Globe|Review|Magazine|Press|Wire|Broadcasting|Television|TV|Radio|Network|Daily|Weekly|"
    r"Today|TODAY|"
    r"Dispatch|Courier|Inquirer|Bulletin|Register|Record|Sentinel|Reporter|Agency)"
)
AGENCY = (
    r"(?:(?:The )?Associated Press|Agence France-Presse|Press Trust of India|Reuters|Bloomberg(?: News)?|Xinhua|"
    r"Interfax|"
    r"Yonhap|Kyodo(?: News)?|Anadolu(?: Agency)?|TASS)"
)
NAMED = rf"(?:{AGENCY}|(?:[Tt]he )?(?:{_CAP} ){{1,4}}{NOUN}\b(?: {NOUN}\b)?|USA TODAY)"
"""A name spelt out: an agency, or capitalised words that end in an outlet's noun."""
OUTLET = rf"(?:{NAMED}|[A-Z]{{2,6}}(?: News)?\b)"
"""A name spelt out, or an abbreviation in capitals."""
NOT_OUTLETS = frozenset(
    {"US", "UK", "EU", "UN", "FBI", "CIA", "NSA", "NATO", "WHO", "IMF", "DOJ", "GOP", "IRS", "CDC", "FDA", "GDP", "CEO"}
    | {
        "PM",
        "IAEA",
        "OECD",
        "ICE",
        "DHS",
        "NHS",
        "MP",
        "SEC",
        "NASA",
        "EPA",
        "ACLU",
        "OPEC",
        "UNHCR",
        "NOAA",
        "USGS",
        "FAA",
    }
)
"""Abbreviations of bodies that publish reports of their own (governments, world organisations), not news."""
_SENTENCE_START = frozenset(
    {"He", "She", "They", "It", "But", "And", "As", "In", "The", "This", "That", "When", "While", "On"}
)


def outlet_name(name: str) -> str | None:
    """The name as it is credited: without article and without the end of a sentence before it; None if it is none."""
    bare = name.rpartition(". ")[2] if ". " in name and not is_known(name) else name
    words = bare.split()
    while len(words) > 1 and words[0] in _SENTENCE_START:
        words = words[1:]
    bare = canonical(" ".join(words)).removesuffix("’s").removesuffix("'s")
    if bare in NOT_OUTLETS or re.fullmatch(NOUN, bare) or bare in _SENTENCE_START:
        return None
    return bare


def is_agency(name: str) -> bool:
    """Whether a credited name is an agency's: a known one, a generic word, an abbreviation."""
    return is_known(name) or bool(GENERIC.fullmatch(name)) or (name.isupper() and " " not in name)
