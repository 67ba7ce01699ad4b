"""What an article itself names as its origin: "said in a statement", "posted on X", "court records show".

Shallow patterns over one sentence at a time, on the words English has for such things; names are known by capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import OriginKind
from .quotation import quoted_stretches
from .words import FUNCTION_WORDS, fold

_CAP = r"[A-Z][\w&’'\-]*(?:\.(?=\s[A-Z]))?"
NAME = rf"{_CAP}(?:\s(?:(?:of|for|and|on|the|de|al|bin)\s){{0,2}}{_CAP}){{0,7}}"
SAID = (
    r"(?:said|says|saying|stated|states|added|adds|noted|notes|described|describes|announced|announces|confirmed|wrote|"
    r"writes|called|calls|reported|told|insisted|warned|claimed|explained|read|reads|quoted)"
)
RELEASE = re.compile(
    rf"\b(?:(?:press|news|media)\srelease|(?:in|via)\s(?:a|an|its|his|her|their|the\sofficial)\s(?:\w+\s){{0,2}}statement|"
    r"(?:issued|released|published|put\sout)\s(?:a|an|its|his|her|their)\s(?:\w+\s){0,2}statement|"
    rf"statement\s(?:{SAID}|issued|released|from|by)|communiqu[eé]\s{SAID})",
)
POST = re.compile(
    r"\b(?:posted|tweeted|retweeted)\b|\b(?:in|on)\s(?:a|an|his|her|its|their)\s(?:[\w’']+\s){0,3}(?:post|tweet|blog)\b|"
    r"\b(?:post|wrote|writing|said|saying|statement|message|account)\son\s(?:X|Twitter|Facebook|Instagram|Telegram|Weibo|"
    r"social\smedia)\b|\bon\ssocial\smedia,?\s(?:saying|writing)\b"
)
DOCUMENT = re.compile(
    r"\b((?:court|charging|police|prison|company|regulatory)\s(?:documents?|records?|papers?|filings?|reports?)|"
    r"criminal\scomplaint|affidavit|indictment)\b"
)
SPEECH = re.compile(
    r"\b(?:at|in|during|told)\s(?:a|an|the|his|her|their)\s(?:\w+\s){0,2}(?:(?:news|press)\sconference|briefing|speech)\b"
)
HEARING = re.compile(r"\btestified\b|\bin\s(?:his|her)\stestimony\b|\btestimony\sbefore\b")
INTERVIEW = re.compile(rf"\b(?:[Ii]n\san\sinterview\s(?:with|on)|told)\s(?:the\s)?({NAME})")
REPORTED = re.compile(
    rf"(?:\b[Tt]he\s)?({NAME})\s(?:has\s|had\s|also\s|first\s)?report(?:ed|s)\b|\b(?:citing|[Aa]s\sper|reported\sby)\s(?:the\s)?({NAME})"
)
BEFORE = re.compile(rf"({NAME})(?:\s[\w’'-]+){{0,4}}?,?\s{SAID}\b")
AFTER = re.compile(rf"^[^\n]{{0,60}}?\b(?:release|statement|post|tweet)(?:\son\s\w+)?,\s(?:the\s)?({NAME})")
OF = re.compile(
    rf"\b(?:release|statement|post|tweet)\s(?:{SAID}\s)?(?:issued\s|released\s)?(?:by|from|of)\s(?:the\s)?({NAME})"
)
OWNER = re.compile(rf"({NAME})(?:[’']s?)?\s(?:(?:press|news|media)\srelease|statement|post|tweet)\b")
ACCORDING = re.compile(
    r"\b[Aa]ccording\sto\b|\b(?:said|show|shows|showed|say|says|state|stated|allege|alleged|alleges|in)\b"
)
APPOSITION = re.compile(rf",\s(?:an?|the|who|whose)\s(?![^,;]*\b{_CAP}\s{_CAP})[^,;]{{1,80}},(?=\s)")
"""What is told more of a name between commas, without a name of its own of two words."""
LONGEST_SENTENCE = 1500
PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he)\s(?:\w+\s)?(?:{SAID}|posted|tweeted)\b")
PERSONAL = (OriginKind.POST, OriginKind.SPEECH, OriginKind.HEARING)
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


def citations_in(
    article: int, sentences: Sequence[tuple[int, int]], own: str, outlets: Sequence[str]
) -> list[Citation]:
    """All citations of one article, given its text without quotations; `outlets` are those that the articles credit."""
    found: list[Citation] = []
    for number, (start, end) in enumerate(sentences):
        sentence = own[start : min(end, start + LONGEST_SENTENCE)]
        for kind, who, a, b in _cited(sentence, outlets):
            if PRONOUN.search(sentence) and (who is None or kind in PERSONAL):
                who = _last_name(own, sentences, number) or who
            found.append(Citation(article=article, sentence=number, kind=kind, who=who, start=start + a, end=start + b))
    return sorted(found, key=lambda c: (c.sentence, c.start, c.kind))


def without_quotations(text: str) -> str:
    """The text with quoted words blanked, letter for letter: names in them are not who speaks."""
    parts, at = [], 0
    for start, end in quoted_stretches(text):
        parts += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*parts, text[at:]])


def _last_name(text: str, sentences: Sequence[tuple[int, int]], number: int) -> str | None:
    """The first name of the nearest sentence before, within three, that has one."""
    for start, end in reversed(sentences[max(0, number - 3) : number]):
        names = [m.group() for m in re.finditer(NAME, text[start : min(end, start + LONGEST_SENTENCE)])]
        named = next((name for name in names if _is_name(name) and len(name.split()) > 1), None)
        if named:
            return named
    return None


def _cited(sentence: str, outlets: Sequence[str]) -> Iterator[tuple[OriginKind, str | None, int, int]]:
    if (match := POST.search(sentence)) and (who := _whose(sentence, match)):
        yield OriginKind.POST, who, match.start(), match.end()
    elif match := RELEASE.search(sentence):
        yield OriginKind.PRESS_RELEASE, _whose(sentence, match), match.start(), match.end()
    elif (match := DOCUMENT.search(sentence)) and ACCORDING.search(sentence):
        yield OriginKind.DOCUMENT, match.group(1), match.start(), match.end()
    elif match := SPEECH.search(sentence):
        yield OriginKind.SPEECH, _whose(sentence, match), match.start(), match.end()
    elif match := HEARING.search(sentence):
        yield OriginKind.HEARING, _whose(sentence, match), match.start(), match.end()
    for match in INTERVIEW.finditer(sentence):
        if match.group().startswith(("I", "in")) or _known(match.group(1), outlets):
            yield OriginKind.INTERVIEW, match.group(1), match.start(), match.end()
    for match in REPORTED.finditer(sentence):
        name = match.group(1) or match.group(2)
        if name.isupper() or _known(name, outlets) or match.group(2):
            kind = OriginKind.AGENCY if name.isupper() else OriginKind.ARTICLE
            yield kind, name, match.start(), match.end()


def _known(name: str, outlets: Sequence[str]) -> bool:
    words = who_words(name)
    return any(words and words == who_words(outlet) for outlet in outlets)


def _whose(sentence: str, cue: re.Match[str]) -> str | None:
    """The name that goes with a release: "release by NAME", "NAME press release", "NAME said in a release"."""
    for pattern in (OF, OWNER, AFTER):
        match = pattern.search(sentence)
        if match and abs(match.start() - cue.start()) < 80 and _is_name(match.group(1)):
            return match.group(1)
    told = sentence[: cue.end() + 1]
    for words in (APPOSITION.sub("", told), told):  # "John Holt, a Republican, said in a statement"
        before = [m.group(1) for m in BEFORE.finditer(words) if _is_name(m.group(1))]
        if before:
            return before[-1]
    plain = [m.group() for m in re.finditer(NAME, _without_appositions(sentence[: cue.start()])) if _is_name(m.group())]
    return plain[-1] if plain else None


def _without_appositions(words: str) -> str:
    """Without what stands between commas: "Edda Lorn, the mayor of Callow, thanked them in a post"."""
    parts = words.split(", ")
    return ", ".join((parts[0], *parts[2:])) if len(parts) > 2 else words


def _is_name(name: str) -> bool:
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", name)]
    return any(w not in FUNCTION_WORDS and w not in PLATFORMS for w in words)


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
