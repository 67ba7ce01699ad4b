"""Two names side by side: one name, a variant of it, a misspelling of it, or another name.

Rules over the parts of the names decide, not one similarity: "Iran" and "Iraq" are closer in letters than "Catherine"
and "Kathryn". Checked on the pairs of tests/text/test_names.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..places import Place, find_place
from .lexicon import OFFICES, ORGANISATION_HEADS, PARTICLES, PLACE_HEADS, TITLES


class NameRelation(StrEnum):
    """How one name stands to another."""

    SAME = "same"
    VARIANT = "variant"
    MISSPELLING = "misspelling"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameComparison:
    """A relation, and in plain words why."""

    relation: NameRelation
    why: str


SOUND_ALIKE = 0.7
"""Share of letters kept. Parts that sound alike are one name misspelt from here on: Robyn/Robin .8, Brian/Brown .6."""
LONG_SOUND_ALIKE = 0.5
"""The same where the longer has as many letters as LONG: Kathryn/Catherine .56."""
LONG = 8
"""Letters. From this length two letters may be wrong, below it one: Independence/Independent, Miliote/Milliote."""
SLIP = 20
"""Times as many people. A large place and a namesake this much smaller: the smaller is taken for a slip of the pen."""


@lru_cache(maxsize=8192)
def compare_names(left: str, right: str) -> NameComparison:
    """How two names relate, and why."""
    one, two = _parts(left), _parts(right)
    if not one or not two:
        return _answer(NameRelation.DIFFERENT, "nothing but a title")
    if one == two:
        return _same(left, right)
    if _one_shouted(left, right) and _acronym(one, two) is None:
        return _answer(NameRelation.DIFFERENT, "an abbreviation and another name")
    for rule in (_joined, _acronym, _numbers, _places, _initials, _shorter, _reordered, _by_part):
        answer = rule(one, two)
        if answer is not None:
            return answer
    return _answer(NameRelation.DIFFERENT, "no part of one name fits the other")


def _answer(relation: NameRelation, why: str) -> NameComparison:
    return NameComparison(relation=relation, why=why)


_LETTERS = str.maketrans("łøđıəŁØĐİƏ", "lodieLODIE") | {ord("ß"): "ss"}
"""Letters that Unicode does not take apart into a plain one and its mark."""


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """Lower case, without diacritics, full stops and possessive endings."""
    name = re.sub(r"['’]s?\b(?!\w)", "", name.replace("’", "'"))
    letters = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return letters.translate(_LETTERS).lower()


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['.-][^\W_]+)*", plain(name))


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, without titles before it, particles and "the"."""
    words = [word.replace(".", "") for word in _words(name)]
    while len(words) > 1 and words[0] in TITLES | {"the", "former", "late"}:
        words = words[1:]
    kept = [part for word in words for part in word.split("-") if part]
    return tuple(kept)


SHOUTED = re.compile(r"[A-Z]{2,5}")


def _one_shouted(left: str, right: str) -> bool:
    """Whether one of two single words is an abbreviation: "IRNA" and "Iran"."""
    single = " " not in left.strip() and " " not in right.strip()
    if find_place(left) and find_place(right):
        return False
    return single and bool(SHOUTED.fullmatch(left)) != bool(SHOUTED.fullmatch(right)) and left.lower() != right.lower()


def _same(left: str, right: str) -> NameComparison:
    if left.casefold() == right.casefold():
        return _answer(NameRelation.SAME, "the same name")
    if _words(left) != _words(right):
        return _answer(NameRelation.VARIANT, "the same name, with another title")
    return _answer(NameRelation.VARIANT, "the same name, written with other marks")


def _joined(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    if "".join(one) == "".join(two):
        return _answer(NameRelation.VARIANT, "the same name, divided otherwise")
    if [british_form(part) for part in one] == [british_form(part) for part in two]:
        return _answer(NameRelation.VARIANT, "the same name in British and American spelling")
    return None


@lru_cache(maxsize=8192)
def british_form(word: str) -> str:
    """A word in British spelling, where British and American spelling differ by rule."""
    word = re.sub(r"(?<=[a-z])z(?=ation|ed\b|ing\b|e[rs]?\b|ers\b)", "s", word)
    word = re.sub(r"(?<=[fp])ense\b", "ence", word)
    word = re.sub(r"(?<=[a-z]{2})our\b", "or", word)
    return re.sub(r"ter\b", "tre", word) if word.startswith(("cen", "thea")) else word


MINOR = PARTICLES | {"of", "the", "for", "and", "in", "on", "&"}


def _acronym(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    for short, full in ((one, two), (two, one)):
        if len(short) == 1 and len(full) > 1 and 2 <= len(short[0]) <= 8 and is_acronym(short[0], full):
            return _answer(NameRelation.VARIANT, f"{short[0].upper()} abbreviates the other name")
    return None


def is_acronym(letters: str, words: Sequence[str]) -> bool:
    """Whether letters are the initials of words, small words counted or not."""
    full = "".join(word[0] for word in words if word)
    major = "".join(word[0] for word in words if word and word not in MINOR)
    return letters.lower() in (full.lower(), major.lower())


def _numbers(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    left, right = (re.findall(r"\d+", " ".join(parts)) for parts in (one, two))
    if left and right and left != right:
        return _answer(NameRelation.DIFFERENT, "the numbers in the names differ")
    return None


def _places(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    """Two names that the gazetteer knows as two places are two places, however alike they look."""
    left, right = find_place(" ".join(one)), find_place(" ".join(two))
    if not left or not right:
        return None
    if any(place in right for place in left):
        return _answer(NameRelation.VARIANT, "two names of one place")
    if _weight(left[0]) >= SLIP * _weight(right[0]) or _weight(right[0]) >= SLIP * _weight(left[0]):
        return None
    return _answer(NameRelation.DIFFERENT, "two places")


def _weight(place: Place) -> int:
    return 10**9 if place.kind in ("country", "state", "continent") else max(1, place.population)


def _initials(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    if one[-1] != two[-1] or len(one) != len(two) or len(one) < 2:
        return None
    pairs = list(zip(one[:-1], two[:-1], strict=True))
    if all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs):
        return _answer(NameRelation.VARIANT, "the same name with an initial")
    return None


def _shorter(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    """One name is the other with parts left out: a surname, a name without its middle part."""
    short, full = (one, two) if len(one) < len(two) else (two, one)
    if len(short) == len(full) or not _in_order(short, full):
        return None
    if find_place(" ".join(short)) and find_place(" ".join(full)):
        return _answer(NameRelation.DIFFERENT, "two places")
    if short[-1] == full[-1] or (short[0] == full[0] and len(short) > 1):
        return _answer(NameRelation.VARIANT, "a shorter form of the name")
    if len(short) == 1 and short[0] == full[0] and full[-1] not in PLACE_HEADS | ORGANISATION_HEADS:
        return _answer(NameRelation.VARIANT, "the first part of the name alone")
    return None


def _in_order(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(_fits(part, other) for other in rest) for part in short)


def _fits(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part))


def _reordered(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    left, right = (sorted(british_form(part) for part in parts if part not in MINOR) for parts in (one, two))
    if left == right:
        return _answer(NameRelation.VARIANT, "the same parts in another order")
    return None


def _by_part(one: Sequence[str], two: Sequence[str]) -> NameComparison | None:
    """Part by part, from the last if one name has more: every part must fit, and at most two may be misspelt."""
    size = min(len(one), len(two))
    if len(one) != len(two) and size < 1:
        return None
    pairs = list(zip(one[-size:], two[-size:], strict=True))
    relations = [_part(a, b) for a, b in pairs]
    if NameRelation.DIFFERENT in relations:
        return None
    if all(r is NameRelation.SAME for r in relations):
        return None
    odd = next((a, b) for (a, b), r in zip(pairs, relations, strict=True) if r is not NameRelation.SAME)
    if NameRelation.MISSPELLING in relations:
        odd = next((a, b) for (a, b), r in zip(pairs, relations, strict=True) if r is NameRelation.MISSPELLING)
        return _answer(
            NameRelation.MISSPELLING, f"{odd[0].title()} and {odd[1].title()} are one name spelt in two ways"
        )
    return _answer(NameRelation.VARIANT, f"{odd[0].title()} and {odd[1].title()} are two forms of one name")


def _part(one: str, two: str) -> NameRelation:
    if one == two:
        return NameRelation.SAME
    if british_form(one) == british_form(two) or _inflected(one, two):
        return NameRelation.VARIANT
    if (HEADS & {one, two} and min(len(one), len(two)) < LONG) or {one, two} <= HEADS:
        return NameRelation.DIFFERENT
    if min(len(one), len(two)) < 3 or any(c.isdigit() for c in one + two):
        return NameRelation.DIFFERENT
    if transcription(one) == transcription(two):
        return NameRelation.VARIANT
    return NameRelation.MISSPELLING if _misspelt(one, two) else NameRelation.DIFFERENT


HEADS = PLACE_HEADS | ORGANISATION_HEADS | OFFICES | {word + "s" for word in OFFICES}
"""Words of the language in names: "Navy" is no misspelling of "Nava", nor "Ministers" of "Ministry"."""
PEOPLE = re.compile(r"s|(?<=a)ns?|is?|ese|ians?")


def _inflected(one: str, two: str) -> bool:
    """ "Democrat" and "Democrats", "Yemen" and "Yemeni": a plural, or the people of a place."""
    short, full = sorted((one, two), key=len)
    ending = PEOPLE.fullmatch(full, len(short)) if full.startswith(short) and len(short) > 3 else None
    return ending is not None and (ending[0] == "s" or bool(find_place(short)))


def _misspelt(one: str, two: str) -> bool:
    from rapidfuzz.distance import OSA

    edits = int(OSA.distance(one, two))
    longest, shortest = max(len(one), len(two)), min(len(one), len(two))
    if _gendered(one, two):
        return False
    if sound(one) == sound(two) and 1 - edits / longest >= (LONG_SOUND_ALIKE if longest >= LONG else SOUND_ALIKE):
        return True
    if shortest < 5 or one[0] != two[0]:
        return False
    if edits == 1:
        return len(one) != len(two) or sorted(one) == sorted(two) or shortest >= LONG
    return edits == 2 and shortest >= LONG


def _gendered(one: str, two: str) -> bool:
    """ "Mario" and "Maria", "Robert" and "Roberta", "Paul" and "Paula": a last vowel makes another name."""
    if one[:-1] == two[:-1]:
        return one[-1] in "aoe" and two[-1] in "aoe"
    short, full = sorted((one, two), key=len)
    return full == short + "a"


_SOUNDS = (
    (r"^(?:kn|gn)", "n"), (r"^wr", "r"), ("ph", "f"), ("sch|sh|tch|ch", "x"), ("th", "0"), ("dg", "j"),
    (r"c(?=[eiy])", "s"),
    ("ck|c|q", "k"), ("z", "s"), ("v|w", "f"), ("x", "x"), (r"g(?=[eiy])", "j"), (r"(?<=.)h", ""), ("y", "i"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """How a word sounds, roughly: consonants in classes, vowels left out save at the start."""
    for pattern, repl in _SOUNDS:
        word = re.sub(pattern, repl, word)
    word = word[:1] + re.sub(r"[aeiou]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", word)


_TRANSCRIPTIONS = (
    ("kh|gh|q|g", "k"), ("dh", "d"), ("bh", "b"), ("dj|dzh|zh", "j"), ("tz|ts", "z"), ("oo|ou", "u"), ("ee|ie", "i"),
    ("aa|ae", "a"), ("ei|ey|ai|ay", "e"), ("yy|iy|ii|y$|i$", "i"), ("w", "v"), ("sch|sj", "sh"),
    ("tch|tsch", "ch"), ("ks", "x"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def transcription(word: str) -> str:
    """A word under the usual differences between transcriptions of Arabic, Russian, Turkic and Indian names."""
    for pattern, repl in _TRANSCRIPTIONS:
        word = re.sub(pattern, repl, word)
    return word
