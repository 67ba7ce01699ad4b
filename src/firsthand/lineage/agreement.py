"""Whether the sides of a claim bear each other out: the same said by both, and by neither after the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ..model import Article, Span, Statement
from ..text.embeddings import embed
from .citations import who_words
from .facts import tells_of_fact
from .families import families_of
from .offices import OFFICE
from .parties import Party
from .roles import Role
from .words import FUNCTION_WORDS, SAID, read_words

ALIKE = 0.55
"""Cosine of two that say the same thing. On the 18 shared stories (in-sample) .4, .45, .5 and .55 call 1, 0, 0 and 0
of 140 one-origin claims corroborated and find 7 of 22 each; of the editor's own claims none, and 10, 9, 9 and 9."""
LEAST_SAID = 2
"""Telling words of a statement that can bear another out."""
# What a witness told an office may be all that the office knows.
TOLD_OFFICE = re.compile(rf"\btold\s(?:[\w’'-]+\s){{0,3}}?(?:{OFFICE.pattern})", re.IGNORECASE)
CITED = (
    rf"\b(?:according\sto|by|from|citing|quoting|quoted|cited|told|asked)\s(?:[\w’'-]+\s){{{{0,4}}}}?{{name}}\b|"
    rf"\b{{name}}(?:[’']s?)?,?\s(?:[\w’'-]+\s){{{{0,2}}}}?(?:{SAID}|tells?|admit(?:s|ted)|testified)\b"
)
"""How a sentence has something from whom it names, after the name or before it."""

# An embedded question says nothing. What somebody thinks, feels, plans or has told has one origin, whoever passes it on
# (closed classes).
QUESTION = re.compile(r"(?:whether|if|why|how|what|who|whose|where|when|which)\b", re.IGNORECASE)
MIND = re.compile(
    r"\b(?:he|she|they|I|we|[A-Z][\w’'-]+)\s(?:\w+ly\s|also\s|had\s|has\s|have\s|was\s|is\s|were\s)?(?:believe[sd]?|"
    r"th(?:inks?|ought)|feels?|felt|wants?|wanted|hope[sd]?|fear(?:s|ed)?|wish(?:es|ed)?|intend(?:s|ed)?|plan(?:s|ned)|"
    r"regret(?:s|ted)?|sad|sorry|happy|afraid|proud|glad|disappointed|told|admitted|confessed|acknowledged|claim(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|"
    r"maintain(?:s|ed)?|contend(?:s|ed)?|allege[sd]?|boast(?:s|ed)?)\b"
)
GUESS = re.compile(r"\b(?:might|may|could|perhaps|possibly|probably|maybe|should|must|ought)\b", re.IGNORECASE)
"""Words of a guess or a demand."""
# "Undersea", "unit" and "university" deny nothing (closed class: what begins with under- or is made of "one").
NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|un(?!der|t(?:il|o)|less|i(?:on|t|vers|qu|form|fy|son|lateral))"
    r"\w{5,})\b|n[’']t\b",
    re.IGNORECASE,
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

SPEAKING = (Role.AUTHORITY, Role.PARTY)
"""Who tells for a side; what an article says itself goes with a side and proves nothing for it."""
Side = tuple[str, tuple[int, ...]]
"""A side of the case by name, with the numbers of its statements."""


def agreeing(
    sides: Sequence[Side],
    statements: Sequence[Statement],
    parties: Sequence[Party | None],
    texts: Mapping[str, Article],
    points: Sequence[Span] = (),
) -> list[Side]:
    """The largest set of sides that say the same thing in accounts of their own.

    Statements put together under one claim may still speak of two things; sides prove each other only if a statement of
    the one and a statement of the other, from two articles, share what they say, and neither has it from the other.
    `points` are the words of each statement that speak to the claim, where it has more.
    """
    said = [_sentence(s, texts.get(s.span.article)) for s in statements]
    spans = points or [statement.span for statement in statements]
    words = [texts[span.article].text[span.start : span.end] for span in spans]
    told = [party is not None and party.role in SPEAKING and is_checkable(statement, point)
            for party, statement, point in zip(parties, statements, words, strict=True)]  # fmt: skip

    def proves(x: int, y: int) -> bool:
        if not (told[x] and told[y]) or _cites(said[x], parties[y]) or _cites(said[y], parties[x]):
            return False
        if not _alike(statements[x], statements[y], words[x], words[y]):
            return False
        return all(tells_of_fact(texts[spans[n].article].text, spans[n]) for n in (x, y))

    joins = [(m, n) for n in range(len(sides)) for m in range(n)
             if any(proves(x, y) for x in sides[m][1] for y in sides[n][1])]  # fmt: skip
    groups = families_of(len(sides), joins)
    best = max(groups, key=lambda group: (len(group), [-n for n in group]), default=())
    return [sides[n] for n in best] if len(best) > 1 else []


def is_checkable(statement: Statement, point: str) -> bool:
    """Whether a statement asserts a fact that somebody else could know too; `point` are its words on the claim."""
    asks = QUESTION.match(statement.quote.lstrip("\"“‘' "))  # a clause of it may begin with a "when" of time
    return not asks and not MIND.search(statement.quote) and not GUESS.search(point)


def _sentence(statement: Statement, article: Article | None) -> str:
    """The sentence that a statement stands in, as far as it is known."""
    return article.text[statement.sentence.start : statement.sentence.end] if article else statement.quote


def _cites(sentence: str, party: Party | None) -> bool:
    """Whether a sentence cites the other side: what it tells may come from there ("Brill told police").

    Who is only told of is no source: the police speak of the driver, and the driver of the police.
    """
    if party is None:
        return False
    if party.role is Role.AUTHORITY and TOLD_OFFICE.search(sentence):
        return True
    parts = re.findall(r"[\w&’'-]+", party.called)
    if not parts:
        return False
    name = re.escape(parts[-1] if party.person else " ".join(parts))
    return bool(re.search(CITED.format(name=name), sentence, re.IGNORECASE))


def _alike(a: Statement, b: Statement, left: str, right: str) -> bool:
    """Whether two statements of two articles say much the same, and more than a word: in their words on the point,
    `left` and `right`, or as a whole. A clause alone may lack what it speaks of."""
    if a.span.article == b.span.article or min(len(telling_words(a)), len(telling_words(b))) < LEAST_SAID:
        return False
    one, other = (set(NUMBER.findall(words)) for words in (left, right))
    if (one and other and not one & other) or bool(NEGATION.search(left)) != bool(NEGATION.search(right)):
        return False
    return any(_cosine(one, other) >= ALIKE for one, other in ((left, right), (a.quote, b.quote)))


@lru_cache(maxsize=4096)
def _cosine(left: str, right: str) -> float:
    """The cosine of two sentences."""
    one, other = embed([left, right]).tolist()
    total: float = sum(x * y for x, y in zip(one, other, strict=True))
    return total


def telling_words(statement: Statement) -> frozenset[str]:
    """What a statement says, as words, without its speaker's name."""
    return telling_in(statement.quote, statement.source.name if statement.source else None)


@lru_cache(maxsize=8192)
def telling_in(quote: str, speaker: str | None) -> frozenset[str]:
    """The telling words of what somebody says, without his name."""
    names = who_words(speaker) if speaker else frozenset()
    words = read_words("", quote)
    return frozenset(
        f for f, w in zip(words.folded, words.surface, strict=True) if w not in FUNCTION_WORDS and f not in names
    )
