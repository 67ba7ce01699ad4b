"""Two forms that only their setting shows to be one name: neither account has both, and what differs is what slips.

"Brian Dalton" and "Bryant Dalton" may be brothers; if no account knows both and both are the third victim, they are one
man. So with a firm that is "Distribution" here and "Distributors" there, and a street that is a road elsewhere.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from ...text.names.compare import british_form, plain
from ...text.names.lexicon import OFFICES, ORGANISATION_HEADS, PLACE_HEADS

SLIPS = (
    2  # letters by which two given names beside one surname may differ: Brian/Bryant 2; one in names of four letters
)
STEM = 5  # letters that two words of one stem begin with, at least; Distribution/Distributors share nine
STEM_SHARE = 0.6  # of the longer word; Democrat/Democratic .8, Nation/National .75, Maritime/Market .33
LONG_FORM = 3  # words from which a name may be another one's beginning
LEGAL = {"ltd": "limited", "inc": "incorporated", "corp": "corporation", "co": "company", "plc": "plc", "llc": "llc"}
"""Abbreviations of a firm's legal form. Those say nothing of its name."""
STREETS = {
    "st": "street", "rd": "road", "ave": "avenue", "av": "avenue", "blvd": "boulevard", "ln": "lane", "dr": "drive",
    "hwy": "highway", "sq": "square", "pl": "place",
    **{word: word for word in ("street", "road", "avenue", "boulevard", "lane", "drive", "highway", "square", "place",
                               "way", "terrace", "court", "crescent", "close", "row")},
}  # fmt: skip
"""What a street's name ends in, abbreviated and in full."""
HEADS = ORGANISATION_HEADS | PLACE_HEADS | OFFICES | {word + "s" for word in OFFICES}


def like_given_names(left: str, right: str) -> bool:
    """Whether two full names share the surname, and the given names are one but for a slip: no short form, no other
    sex."""
    one, two = plain(left).split(), plain(right).split()
    if min(len(one), len(two)) < 2 or one[-1] != two[-1] or one[0] == two[0] or one[0][0] != two[0][0]:
        return False
    short, long = sorted((one[0].rstrip("."), two[0].rstrip(".")), key=len)
    if len(short) < 4 or long.startswith((short, re.sub(r"(?:ie|[ey])$", "", short))):
        return False
    if short + "a" == long or (short[:-1] == long[:-1] and {short[-1], long[-1]} <= set("aeo")):
        return False
    return int(OSA.distance(short, long)) <= (SLIPS if len(long) > 4 else 1)


def like_firms(left: str, right: str) -> bool:
    """Whether two names of several words are one but for the ending of one word, the legal form aside."""
    one, two = (_without_legal_form(name) for name in (left, right))
    size = min(len(one), len(two))
    if size < 2 or (len(one) != len(two) and size < LONG_FORM):
        return False
    differing = [place for place in range(size) if british_form(one[place]) != british_form(two[place])]
    if len(differing) != 1:
        return False
    last = (differing[0] == size - 1 and len(one) == len(two)) or size < LONG_FORM
    return _one_stem(one[differing[0]], two[differing[0]], plural_too=not last)


def like_streets(left: str, right: str) -> bool:
    """Whether two names of streets are one but for what kind of street it is: "Philip Street", "Phillips Road"."""
    one, two = plain(left).replace(".", "").split(), plain(right).replace(".", "").split()
    if min(len(one), len(two)) < 2 or len(one) != len(two):
        return False
    heads = STREETS.get(one[-1]), STREETS.get(two[-1])
    mine, theirs = "".join(one[:-1]), "".join(two[:-1])
    if None in heads or heads[0] == heads[1] or not (mine.isalpha() and theirs.isalpha()):
        return False
    if mine.endswith(("th", "st", "nd", "rd", "second")) or min(len(mine), len(theirs)) < STEM:
        return False  # "Fifth Street" and "Fifth Avenue" are two
    return int(OSA.distance(mine, theirs)) <= SLIPS and mine[0] == theirs[0]


def _without_legal_form(name: str) -> list[str]:
    words = plain(name).replace(".", "").replace("'", "").split()
    return [word for word in words if word not in LEGAL and word not in LEGAL.values()]


def _one_stem(left: str, right: str, *, plural_too: bool) -> bool:
    """Whether two words are made of one stem; a plural alone counts only where a plural is a slip."""
    if not (left.isalpha() and right.isalpha()):
        return False
    short, long = sorted((left, right), key=len)
    ending = long.removeprefix(short)
    if long.startswith(short) and ending in INFLECTIONS:
        return plural_too and ending in ("s", "es")
    if {left, right} & HEADS:
        return False
    shared = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(short))
    return shared >= STEM and shared >= STEM_SHARE * len(long)


INFLECTIONS = frozenset({"s", "es", "i", "is", "n", "ns", "an", "ans", "ian", "ians", "ese", "ish"})
"""English endings that make a plural, an adjective or an inhabitant of a name."""


def derived(left: str, right: str) -> bool:
    """Whether two words are one stem with two endings, of which one makes an adjective, an inhabitant or a member:
    "Athens", "Athenians"; "Germany", "German"; "Party", "Partiers"."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    if {left, right} <= HEADS:
        return False
    for stem in range(shared, LEAST_STEM - 1, -1):
        endings = {left[stem:], right[stem:]}
        if len(endings) == 2 and endings <= ENDINGS | DERIVING and endings & DERIVING:
            return True
    return False


LEAST_STEM = 4  # letters
ENDINGS = frozenset({"", "a", "e", "es", "i", "ia", "ies", "o", "os", "s", "y"})
DERIVING = frozenset({
    "an", "ans", "ian", "ians", "ean", "eans", "ese", "ish", "ic", "ics", "ier", "iers", "er", "ers", "ist", "ists",
    "ite", "ites", "ine", "ines",
})  # fmt: skip
"""English endings of names of places and bodies, and those that derive an adjective, an inhabitant or a member."""
