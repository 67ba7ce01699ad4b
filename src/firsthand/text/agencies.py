"""Names of news agencies: known by form, with the world's main agencies as further evidence.

The lexicon holds the members of the three world-wide alliances of agencies and the large national ones as listed in
reference works (Wikipedia, "List of news agencies"), so that a name spelt out ("The Associated Press") and its
abbreviation count as one. It never decides alone what is an agency: an unknown "(XYZ)" after a dateline is one, too.
"""

from __future__ import annotations

import re

FULL_NAMES = {
    "associated press": "AP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "press trust of india": "PTI",
    "asian news international": "ANI",
    "indo-asian news service": "IANS",
    "united news of india": "UNI",
    "united press international": "UPI",
    "deutsche presse-agentur": "dpa",
    "press association": "PA",
    "pa media": "PA",
    "canadian press": "The Canadian Press",
    "australian associated press": "AAP",
    "associated press of pakistan": "APP",
    "islamic republic news agency": "IRNA",
    "korean central news agency": "KCNA",
    "saudi press agency": "SPA",
    "emirates news agency": "WAM",
    "syrian arab news agency": "SANA",
    "thomson reuters": "Reuters",
    "reuters": "Reuters",
    "xinhua": "Xinhua",
    "xinhua news agency": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "yonhap news agency": "Yonhap",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "interfax": "Interfax",
    "tass": "TASS",
    "itar-tass": "TASS",
    "ria novosti": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "bloomberg": "Bloomberg",
    "bernama": "Bernama",
    "antara": "Antara",
    "efe": "EFE",
    "ansa": "ANSA",
    "belga": "Belga",
}
SHORT = frozenset(
    {"AP", "AFP", "PTI", "ANI", "IANS", "UNI", "UPI", "DPA", "PA", "AAP", "APP", "IRNA", "KCNA", "SPA", "WAM"}
    | {"SANA", "EFE", "ANSA", "TASS", "MENA", "NNA", "NAN", "GNA", "BSS", "UNB", "BTA", "CTK", "MTI", "PAP", "ATS"}
)
GENERIC = re.compile(
    r"(?:news\s+)?agenc(?:y|ies)|wires?(?:\s+(?:reports|services?))?|staff|bureau|web\s?desk", re.IGNORECASE
)


def canonical(name: str) -> str:
    """One spelling for one agency; other names lose only their article and outer blanks."""
    bare = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE).strip(" .,")
    known = FULL_NAMES.get(bare.lower())
    if known is not None:
        return known
    return bare.upper() if bare.upper() in SHORT and bare.isupper() else bare


def is_known(name: str) -> bool:
    """Whether the lexicon has the name, short or in full."""
    bare = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE).strip(" .,")
    return bare.lower() in FULL_NAMES or bare in SHORT


def looks_like_one(name: str) -> bool:
    """Whether a name between a dateline's brackets or in a closing bracket has the form of an agency's.

    An abbreviation in capitals (`ANI`, `AP`), a known name, "Agencies", or up to three capitalised words.
    """
    name = name.strip()
    if is_known(name) or GENERIC.fullmatch(name):
        return True
    return bool(re.fullmatch(r"[A-Z][A-Z&.]{1,7}|(?:[A-Z][\w&.’'-]+)(?:[ /](?:[A-Z&][\w&.’'-]*)){0,3}", name))
