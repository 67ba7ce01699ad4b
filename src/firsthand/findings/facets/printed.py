"""The words of a printed quotation, without what no reader can hear: contractions, figures, titles, spellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from ...text.names.compare import british_form

WORD = re.compile(r"\w+(?:['’.]\w+)*")

CONTRACTED = tuple(
    (re.compile(short, re.IGNORECASE), long)
    for short, long in (
        (r"\bcan't\b|\bcannot\b", "can not"), (r"\bwon't\b", "will not"), (r"n't\b", " not"), (r"(?<=\w)'m\b", " am"),
        (r"(?<=\w)'re\b", " are"), (r"(?<=\w)'ve\b", " have"), (r"(?<=\w)'ll\b", " will"),
        (r"\b(it|he|she|that|there|what|who)'s\b", r"\1 is"),
    )
)  # fmt: skip
"""Contractions and what they stand for: whether "is not" was said or "isn't", no reader can tell."""

APOSTROPHE = re.compile(r"(?<=\w)[‘’`´ʼ](?=\w)")
"""What stands for an apostrophe within a word: "Dahl‘s" has the mark that an editor's keyboard gave."""

CUT_OFF = re.compile(r"(?<=\w['’]) (?=(?:s|t|d|m|ll|re|ve)\b)")
"""The gap that scraping leaves in "we’ ll"."""

TITLES = {
    "sen": "senator", "rep": "representative", "gov": "governor", "pres": "president", "prof": "professor",
    "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "sec": "secretary",
    "rev": "reverend", "atty": "attorney", "supt": "superintendent", "mister": "mr", "doctor": "dr",
}  # fmt: skip
"""Titles as they are abbreviated before names."""

ORDINALS = {
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
    "8th": "eighth", "9th": "ninth", "10th": "tenth", "11th": "eleventh", "12th": "twelfth",
}  # fmt: skip

CARDINALS = {
    "0": "zero", "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight",
    "9": "nine", "10": "ten", "11": "eleven", "12": "twelve",
}  # fmt: skip
"""Numbers that one outlet writes in words and another in figures."""

SHORT = {**TITLES, **ORDINALS, **CARDINALS, "ok": "okay"}


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a printed quotation, as they are compared."""
    whole = APOSTROPHE.sub("'", CUT_OFF.sub("", text)).replace("’", "'")
    for short, long in CONTRACTED:
        whole = short.sub(long, whole)
    words = WORD.findall(whole)
    bare = (word.casefold().replace("'", "").replace(".", "") for word in words)  # "the populations'", "population's"
    return tuple(SHORT.get(word, word) for word in bare)


def by_length(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The shorter one first; of two that are equally long the same one, whichever stands left."""
    return (left, right) if (len(left), left) <= (len(right), right) else (right, left)


SPELT_FROM = 5  # letters of a word that two spellings can be told of


def alike(left: str, right: str) -> bool:
    """Whether two words are one, in one spelling or two."""
    if left == right:
        return True
    if min(len(left), len(right)) < SPELT_FROM:
        return False
    ends = {left[-2:], right[-2:]} == {"er", "re"} and left[:-2] == right[:-2]  # "fiber", "fibre"
    return ends or british_form(left) == british_form(right)


TURNED = {"er": "re", "re": "er"}


@lru_cache(maxsize=2048)
def _places(words: tuple[str, ...]) -> tuple[dict[str, int], dict[str, int]]:
    """Where each word and each spelling first stands."""
    exact: dict[str, int] = {}
    spelt: dict[str, int] = {}
    for place, word in enumerate(words):
        exact.setdefault(word, place)
        if len(word) >= SPELT_FROM:
            spelt.setdefault(british_form(word), place)
    return exact, spelt


def first_alike(word: str, words: Sequence[str]) -> str | None:
    """The first of some words that is `alike`, without asking it of each."""
    exact, spelt = _places(tuple(words))
    found = [exact.get(word)]
    if len(word) >= SPELT_FROM:
        found += [spelt.get(british_form(word)), exact.get(word[:-2] + TURNED.get(word[-2:], word[-2:]))]
    return words[min(places)] if (places := [place for place in found if place is not None]) else None


def kept_of(short: Sequence[str], long: Sequence[str]) -> int:
    """Words of the one that the other has in the same order; spelling variants count as one word."""
    long = tuple(long)
    return int(LCSseq.similarity([first_alike(word, long) or word for word in short], long))


def telling_of(short: Sequence[str], long: Sequence[str]) -> list[str]:
    """Words that both have and that are more than grammar."""
    from spacy.lang.en.stop_words import STOP_WORDS

    long = tuple(long)
    common = {word for word in short if first_alike(word, long) is not None}
    return [word for word in sorted(common) if word not in STOP_WORDS]


def window_of(short: Sequence[str], long: Sequence[str]) -> tuple[str, ...]:
    """The stretch of the longer quotation that the shorter one is taken from, in the shorter one's spelling."""
    short = tuple(short)
    spelt = [first_alike(word, short) or word for word in long]
    known = set(short)
    if known.isdisjoint(spelt):
        return ()
    best = max(range(len(spelt)), key=lambda i: (kept_of(short, spelt[i : i + len(short)]), -i))
    first = best
    last = min(len(spelt), best + len(short))
    while last < len(spelt) and kept_of(short, spelt[first : last + 1]) > kept_of(short, spelt[first:last]):
        last += 1
    while spelt[first] not in known:
        first += 1
    return tuple(spelt[first:last])
