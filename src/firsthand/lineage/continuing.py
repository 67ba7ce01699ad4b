"""Sentences that go on with a citation: "it added", "the authority said", a quotation that follows straight on.

A pronoun takes up the citation of the sentence before; a common noun takes up a release of the same article whose
author's name has that noun ("the authority" of the Harbour Authority). Who speaks under another name goes on with
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .citations import LONGEST_SENTENCE, NAME, RELEASE, Citation, who_words
from .words import FUNCTION_WORDS, SAID, fold

ADDED = rf"(?:also\s|further\s|then\s|\w+ly\s)?(?:{SAID}|continued|went\son)\b"
PRONOUN = re.compile(rf"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s{ADDED}")
PERSONAL = re.compile(r"(?:he|she)\b", re.IGNORECASE)
NOUN = re.compile(
    rf"\b[Tt]he\s((?:[a-z]+\s){{0,2}}[a-z]+)\s{ADDED}|\b[Aa]ccording\sto\sthe\s((?:[a-z]+\s){{0,2}}[a-z]+)"
)
NAMED = re.compile(rf"(?:^|[\s“”\"‘(])(?:[Tt]he\s)?({NAME})\s{ADDED}|\b(?:{SAID})\s({NAME})\s*[.,]")
BODY = re.compile(
    r"\b(?:authority|ministry|department|government|office|administration|commission|committee|council|agency|bureau|"
    r"board|company|group|union|party|court|university|institute|association|foundation|service|bank|corporation|inc|"
    r"ltd|plc|corp)\b",
    re.IGNORECASE,
)
"""Head nouns of the names of bodies: "he" is never one."""
_OWN = ("press", "news", "media", "statement", "release", "communique", "communiqué", "document", "text")
OWN_WORDS = frozenset(fold(word) for word in _OWN)
"""Common nouns for a release itself."""
ANY_BODY = frozenset(fold(w) for w in ("company", "firm", "group", "organisation", "organization", "body", "agency"))
"""Common nouns that take up any body's name from the sentence before."""
OCCASION = re.compile(
    r"\btold\b|\bby\s(?:tele)?phone\b|\binterview|\bconference\b|\bbriefing\b|\breporters\b|\btestif|\bspeech\b|"
    r"\be-?mail\b|\bon\s(?:X|Twitter|Facebook|Instagram|Telegram|Weibo)\b"
)
"""Words that name another occasion than a release."""
WHOLLY = 0.9
"""Share of a sentence inside quotation marks that makes it nothing but a quotation."""


def continued(citations: Sequence[Citation], sentences: Sequence[tuple[int, int]], own: str) -> list[Citation]:
    """The citations with those that take one of them up; `own` is the text with quoted words blanked."""
    if not citations:
        return []
    by_sentence: dict[int, Citation] = {}
    for citation in citations:
        by_sentence.setdefault(citation.sentence, citation)
    found = list(citations)
    last: Citation | None = None
    for number, (start, end) in enumerate(sentences):
        if number in by_sentence:
            last = by_sentence[number]
        elif last is not None and last.sentence == number - 1:
            sentence = own[start : min(end, start + LONGEST_SENTENCE)]
            cue = taken_up(sentence, last)
            last = replace(last, sentence=number, start=start + cue[0], end=start + cue[1]) if cue else None
            found += [last] if last else []
    return sorted(found, key=lambda c: (c.sentence, c.start, c.kind))


def taken_up(sentence: str, last: Citation) -> tuple[int, int] | None:
    """Where a sentence takes up the citation of the one before."""
    if any(not _is_part(name, last.who) for name in _speakers(sentence)):
        return None
    match = PRONOUN.search(sentence)
    if match and not (PERSONAL.match(match.group()) and BODY.search(last.who or "")):
        return match.span()
    for noun in NOUN.finditer(sentence):
        words = noun_words(noun)
        if words and (words <= who_words(last.who) | OWN_WORDS or words <= ANY_BODY):
            return noun.span()
    return None


def noun_words(match: re.Match[str]) -> frozenset[str]:
    """The telling words of a common noun that is said to say something."""
    return frozenset(fold(w) for w in (match.group(1) or match.group(2)).split() if w not in FUNCTION_WORDS)


def common_nouns(sentence: str, author: frozenset[str]) -> Iterator[re.Match[str]]:
    """Where the author of a release, or the release, is meant by a common noun, and by no other occasion."""
    if OCCASION.search(sentence) or RELEASE.search(sentence):
        return
    for match in NOUN.finditer(sentence):
        words = noun_words(match)
        if words and words <= author | OWN_WORDS:
            yield match


def _speakers(sentence: str) -> Iterator[str]:
    for match in NAMED.finditer(sentence):
        yield match.group(1) or match.group(2)


def _is_part(name: str, who: str | None) -> bool:
    words = who_words(name)
    return not words or words <= who_words(who)


def goes_on(text: str, here: tuple[int, int], there: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the second of two sentences is nothing but a quotation that follows on a quotation of the first."""
    if "\n" in text[here[0] : there[0]]:
        return False
    return inside(here, quoted) > 0 and inside(there, quoted) >= WHOLLY * max(1, there[1] - there[0] - 2)


def inside(stretch: tuple[int, int], quoted: Sequence[tuple[int, int]]) -> int:
    """Code points of a stretch inside quotation marks."""
    return sum(max(0, min(b, stretch[1]) - max(a, stretch[0])) for a, b in quoted)
