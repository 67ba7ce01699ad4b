"""What an article itself names as its origin: "said in a statement", "posted on X", "court records show".

Patterns on the words that English has for such things find where a sentence may cite something; whether it does, and
whose it is, the parse tells (`authors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ..model import OriginKind
from ..text.agencies import canonical, is_known
from ..text.outlets import NOT_OUTLETS, OUTLET
from .authors import Authors, Found
from .quotation import quoted_stretches
from .words import FUNCTION_WORDS, SAID, fold

_CAP = r"[A-Z][\w&’'\-]*(?:\.(?=\s[A-Z]))?"
NAME = rf"{_CAP}(?:\s(?:(?:of|for|and|on|the|de|al|bin)\s){{0,2}}{_CAP}){{0,7}}"
RELEASE = re.compile(
    rf"\b(?:(?:press|news|media)\srelease|(?:[Ii]n|[Vv]ia)\s(?:a|an|its|his|her|their|the\sofficial)\s(?:\w+\s){{0,2}}statement|"
    r"(?:issued|released|published|put\sout)\s(?:a|an|its|his|her|their)\s(?:\w+\s){0,2}statement|"
    rf"statement\s(?:{SAID}|issued|released|from|by)|communiqu[eé]\s{SAID})",
)
POST = re.compile(
    r"\b(?:posted|[Tt]weeted|retweeted)\b|\b(?:[Ii]n|[Oo]n)\s(?:a|an|his|her|its|their)\s(?:[\w’']+\s){0,3}(?:post|tweet|blog)\b|"
    r"\b(?:post|wrote|writing|said|saying|statement|message|account)\son\s(?:X|Twitter|Facebook|Instagram|Telegram|Weibo|"
    r"social\smedia)\b|\bon\ssocial\smedia,?\s(?:saying|writing)\b"
)
DOCUMENT = re.compile(
    r"\b((?:court|charging|police|prison|company|regulatory)\s(?:documents?|records?|papers?|filings?|reports?)|"
    r"criminal\scomplaint|affidavit|indictment)\b",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Dd]uring|told)\s(?:a|an|the|his|her|their)\s(?:\w+\s){0,2}(?:(?:news|press)\sconference|briefing|speech)\b"
)
HEARING = re.compile(r"\btestified\b|\b[Ii]n\s(?:his|her)\stestimony\b|\btestimony\sbefore\b")
INTERVIEW = re.compile(
    rf"\b[Ii]n\s(?:an?|his|her|their|the)\s(?:[\w’'-]+\s){{0,2}}interview\b(?:\s(?:with|on)\s(?:the\s)?{NAME})?|"
    rf"\btold\s(?:the\s)?{NAME}"
)
TOLD = re.compile(r"told\s")
REPORTED = re.compile(
    rf"(?:\b[Tt]he\s)?({NAME})\s(?:has\s|had\s|also\s|first\s)?report(?:ed|s)\b|\b(?:citing|[Aa]s\sper|reported\sby)\s(?:the\s)?({NAME})"
)
LONGEST_SENTENCE = 1500
AUTHORED = (OriginKind.POST, OriginKind.SPEECH, OriginKind.HEARING, OriginKind.INTERVIEW)
"""Kinds of which nothing can be said where nobody can be told to speak."""
PLATFORMS = frozenset({"x", "twitter", "facebook", "instagram", "telegram", "weibo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One sentence of one article that names where its matter comes from."""

    article: int
    sentence: int
    kind: OriginKind
    who: str | None
    start: int
    end: int
    outlet: str | None = None
    """Whom somebody is cited to have spoken to in an interview."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that may cite something; `name` where they themselves say what, or whose."""

    kind: OriginKind
    start: int
    end: int
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The outlets and agencies that the articles of a story show or credit."""

    outlets: tuple[str, ...]
    agencies: tuple[str, ...]

    def is_outlet(self, name: str) -> bool:
        """Whether a name is an outlet's, by what the articles credit or by its form."""
        words = who_words(name)
        if self.is_agency(name) or any(words and words == who_words(outlet) for outlet in self.outlets):
            return True
        return re.fullmatch(OUTLET, name) is not None and name not in NOT_OUTLETS

    def is_agency(self, name: str) -> bool:
        """Whether a name is a news agency's."""
        return is_known(name) or any(who_words(name) == who_words(agency) for agency in self.agencies)


def citations_in(
    article: int,
    sentences: Sequence[tuple[int, int]],
    own: str,
    authors: Authors,
    known: Known,
) -> list[Citation]:
    """All citations of one article, given its text without quotations."""
    found: list[tuple[int, Cue, Found]] = []
    for number, (start, end) in enumerate(sentences):
        sentence = own[start : min(end, start + LONGEST_SENTENCE)]
        cues = [replace(cue, start=start + cue.start, end=start + cue.end) for cue in _cues(sentence)]
        found += [(number, cue, read) for cue, read in _valid(cues, authors)]
        found += [(number, cue, Found()) for cue in _reported(sentence, start, authors, known)]
    pieces = (piece for _, _, read in found for piece in (read.author, read.outlet) if piece is not None)
    called = authors.resolve(pieces)
    made = []
    for number, cue, read in found:
        who = cue.name or (called.get(read.author) if read.author is not None else None)
        outlet = called.get(read.outlet) if read.outlet is not None else None
        if cue.kind in AUTHORED and not (who or outlet):
            continue
        if cue.kind is OriginKind.INTERVIEW and TOLD.match(own, cue.start) and not (outlet and known.is_outlet(outlet)):
            continue
        if cue.kind is OriginKind.INTERVIEW and outlet and not known.is_outlet(outlet):
            who, outlet = (outlet, who) if who and known.is_outlet(who) else (who or outlet, None)
        made.append(Citation(article=article, sentence=number, kind=cue.kind, who=who, outlet=outlet,
                             start=cue.start, end=cue.end))  # fmt: skip
    return sorted(made, key=lambda c: (c.sentence, c.start, c.kind))


def _valid(cues: Iterable[Cue], authors: Authors) -> Iterator[tuple[Cue, Found]]:
    """The first kind of cue, in the order of `PATTERNS`, by which a sentence cites something, and all its interviews,
    with their authors."""
    taken = False
    for cue in cues:
        is_interview = cue.kind is OriginKind.INTERVIEW
        if taken and not is_interview:
            continue
        read = authors.find(cue.kind, cue.start, cue.end)
        if read.no or (cue.kind in AUTHORED and read.author is None and read.outlet is None):
            continue
        taken = taken or not is_interview
        yield cue, read


def without_quotations(text: str) -> str:
    """The text with quoted words blanked, letter for letter: names in them are not who speaks."""
    parts, at = [], 0
    for start, end in quoted_stretches(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


PATTERNS = (
    (OriginKind.POST, POST),
    (OriginKind.PRESS_RELEASE, RELEASE),
    (OriginKind.DOCUMENT, DOCUMENT),
    (OriginKind.SPEECH, SPEECH),
    (OriginKind.HEARING, HEARING),
    (OriginKind.INTERVIEW, INTERVIEW),
)


def _cues(sentence: str) -> Iterator[Cue]:
    """Where a sentence may cite something."""
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(sentence):
            name = match.group(1).lower() if kind is OriginKind.DOCUMENT else None
            yield Cue(kind, match.start(), match.end(), name)


def _reported(sentence: str, start: int, authors: Authors, known: Known) -> Iterator[Cue]:
    """Where a sentence has something from an agency or outlet that it names."""
    for match in REPORTED.finditer(sentence):
        first, last = match.span(1 if match.group(1) else 2)
        name = authors.name_within(start + first, start + last)
        is_outlet = name and (
            known.is_outlet(name) or (match.group(2) and authors.is_body(start + first, start + last))
        )
        if name and is_outlet and authors.tells(start + match.start(), start + match.end()):
            kind = OriginKind.AGENCY if known.is_agency(name) else OriginKind.ARTICLE
            yield Cue(kind, start + match.start(), start + match.end(), canonical(name))


@lru_cache(maxsize=8192)
def who_words(name: str | None) -> frozenset[str]:
    """The telling words of a name, folded: "India’s Ministry of Defence" and "the Defense Ministry" share two."""
    words = re.findall(r"[^\W\d_]+", (name or "").replace("’s", "").replace("'s", ""))
    return frozenset(fold(w) for w in words if w.lower() not in FUNCTION_WORDS and w.lower() not in PLATFORMS)


def same_who(left: str | None, right: str | None) -> bool:
    """Whether two names can be one body's: all words of the shorter stand in the longer."""
    a, b = who_words(left), who_words(right)
    return bool(a and b) and (_held(a, b) or _held(b, a))


def _held(few: frozenset[str], many: frozenset[str]) -> bool:
    """Whether each word has its like: the same, or one the beginning of the other ("India", "Indian")."""
    return all(
        w in many or any(len(w) > 3 and len(o) > 3 and (o.startswith(w) or w.startswith(o)) for o in sorted(many))
        for w in sorted(few)
    )
