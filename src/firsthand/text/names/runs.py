"""Runs of capitalised words that may be names, titles before them told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..places import is_place
from .capitals import FUNCTION_WORDS, is_capital, is_headline, modifies_name, opens
from .lexicon import (
    OFFICES,
    ORGANISATION_FIRST,
    ORGANISATION_HEADS,
    OWNED,
    PARTICLES,
    PLACE_FIRST,
    PLACE_HEADS,
    RANKS,
    TITLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

TAKES_OF = ORGANISATION_HEADS | ORGANISATION_FIRST | PLACE_FIRST | PLACE_HEADS
INITIAL = re.compile(r"[A-Z]")
STOPPED = re.compile(r"[A-Z]\.")
MOST_INITIALS = 4
"""Initials in a row that are looked through: bounds the work on a hostile text."""
DESIGNATOR = re.compile(r"[A-Z]{1,4}-?")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens first..last (inclusive). `name` is where the name starts behind titles."""

    first: Token
    last: Token
    name: Token
    headline: bool
    opening: bool
    """It starts where any word is capitalised."""
    written: str
    """The name without its titles."""

    @property
    def titled(self) -> bool:
        """Whether a title stands before the name."""
        return self.name.i > self.first.i

    def tokens(self) -> list[Token]:
        """The tokens of the name without its titles."""
        return list(self.first.doc[self.name.i : self.last.i + 1])

    @property
    def end(self) -> int:
        """Where the name ends: a full stop that only ends the sentence is no part of it."""
        place = self.last.idx + len(self.last)
        return place - 1 if _stops(self.last) else place

    def part(self, start: int, end: int) -> Run:
        """Some of its tokens, by number in the document, end exclusive."""
        doc = self.first.doc
        opening = self.opening and start == self.first.i
        return Run(doc[start], doc[end - 1], doc[start], self.headline, opening, _written(doc, start, end - 1))


def find_runs(doc: Doc) -> Iterator[Run]:
    """All runs of a parsed text in order."""
    for sentence in doc.sents:
        headline = is_headline(sentence)
        at = sentence.start
        while at < sentence.end:
            end = _run_end(doc, at, sentence)
            if end is None:
                at += 1
                continue
            run = _without_titles(doc, at, end, headline=headline, opening=opens(doc, at, sentence))
            if run is not None:
                yield run
            at = end + 1


def _run_end(doc: Doc, at: int, sentence: Span) -> int | None:
    first = doc[at]
    opening = opens(doc, at, sentence)
    if not is_capital(first, first=opening) and not (opening and modifies_name(first, sentence)):
        return None
    goes_on = at + 1 < sentence.end and is_capital(doc[at + 1], first=False)
    if first.ent_type_ == "NORP" and first.pos_ == "ADJ" and not goes_on:
        return None
    end = at
    while (following := _next(doc, end, sentence)) is not None:
        end = following
    return end


def _next(doc: Doc, end: int, sentence: Span) -> int | None:
    """The last token of the run when it goes on behind `end`, or None."""
    if end + 1 >= sentence.end:
        return None
    here, token = doc[end], doc[end + 1]
    if _stops(here) and here.lower_.rstrip(".") not in TITLES and not _is_initial(here, sentence):
        return None
    amid = end + 2 < sentence.end and here.pos_ == "PROPN" and _is_initial(token, sentence)
    if (is_capital(token, first=False) and token.tag_ != "POS") or amid:
        return end + 1
    if token.text[:1].isdigit() and here.whitespace_ == "" and DESIGNATOR.fullmatch(here.text):
        return end + 1
    return _over_one(here, token, end, sentence) or _over_two(doc, here, token, end, sentence)


def _over_one(here: Token, token: Token, end: int, sentence: Span) -> int | None:
    """The run goes on over one joining token: "M. Ali", "Al-Qaida", "Ministry of Defence", "Minister's Office"."""
    if end + 2 >= sentence.end:
        return None
    after = token.nbor()
    if token.text in ("-", "/") and here.whitespace_ == token.whitespace_ == "":
        return end + 2 if after.text[:1].isupper() or after.text[:1].isdigit() else None
    if not is_capital(after, first=False):
        return None
    inside = token.ent_iob_ == after.ent_iob_ == "I"  # of one entity: "Varga's Harbour Trust", "Lund - Berg"
    joined = (
        (token.text == "." and INITIAL.fullmatch(here.text) is not None)
        or (token.lower_ in PARTICLES and token.pos_ != "VERB")
        or token.text == "&"
        or (token.lower_ in ("of", "for") and _takes_of(here))
        or (token.tag_ == "POS" and after.lower_ in OWNED and here.lower_.removesuffix("s") in OFFICES)
        or (inside and token.tag_ == "POS" and token.ent_type_ == "ORG")
        or (inside and token.text == "-" and token.ent_type_ == "PERSON")
    )
    return end + 2 if joined else None


def _over_two(doc: Doc, here: Token, token: Token, end: int, sentence: Span) -> int | None:
    """The run goes on over two joining tokens: "Gulf of the …", "Rio de la Plata"."""
    if end + 3 >= sentence.end or token.lower_ not in ("of", "for", "de") or doc[end + 2].lower_ not in ("the", "la"):
        return None
    return end + 3 if _takes_of(here) and is_capital(doc[end + 3], first=False) else None


def _is_initial(token: Token, sentence: Span) -> bool:
    """Whether a letter with a stop stands inside a name, alone or in a row: "Ada J. Holm", "Ada J. R. Holm"."""
    row = token.doc[token.i : min(token.i + MOST_INITIALS + 1, sentence.end)]
    after = next((t for t in row if not STOPPED.fullmatch(t.text)), token)
    return after.i > token.i and after.pos_ == "PROPN" and len(after) > 2


def _takes_of(token: Token) -> bool:
    word = token.lower_
    named = token.pos_ == "PROPN" and token.ent_type_ in ("ORG", "LOC", "EVENT", "FAC", "LAW")
    return word in TAKES_OF or (named and word not in TITLES)


def _without_titles(doc: Doc, first: int, last: int, *, headline: bool, opening: bool) -> Run | None:
    """One run, with the titles before its name told apart; a run of titles alone is no name."""
    while last > first and not doc[last].text[:1].isupper() and _joins(doc[last]):
        last -= 1
    name = first
    if not is_place(str(doc[first : last + 1])):
        for at in range(first, last + 1):
            if _is_title(doc[at]) and not _is_part(doc, at, first, last):
                name = at + 1 if at + 1 > last or doc[at + 1].text != "." else at + 2
        while name < last and doc[name].ent_type_ == "NORP" and doc[last].ent_type_ == "PERSON":
            name += 1  # "Republican Ada Holm"
        if name == first and _after_office(doc, first):
            name = next((at for at in range(first, last + 1) if doc[at].ent_type_ == "PERSON"), first)
    if name > last:
        return None
    return Run(doc[first], doc[last], doc[name], headline, opening, _written(doc, name, last))


def _written(doc: Doc, first: int, last: int) -> str:
    words = str(doc[first : last + 1])
    return words[:-1] if _stops(doc[last]) else words


def _after_office(doc: Doc, first: int) -> bool:
    """Whether "of" and a title stand before: "Secretary of State Ann Poe"."""
    return first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ in TITLES


def _joins(token: Token) -> bool:
    return token.pos_ in FUNCTION_WORDS or token.text in ("-", "/", "&", ".")


def _stops(token: Token) -> bool:
    """Whether the full stop that the tokenizer left on a word ends the sentence: "Ada Holm.", not "Inc." or "U.S."."""
    word = token.lower_
    return word.endswith(".") and "." not in word[:-1] and len(word) > 1 and word[:-1] not in ABBREVIATIONS


ABBREVIATIONS = frozenset(("inc", "ltd", "co", "corp", "jr", "sr", "st", "bros", "no", "rd", "ave", "mt", "ft"))
LAST_TITLES = frozenset(("minister", "president", "secretary", "general", "mantri", "chief", "ministers"))


def _is_title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in TITLES or (token.tag_ in ("NNS", "NNPS") and word.removesuffix("s") in RANKS)


def _is_part(doc: Doc, at: int, first: int, last: int) -> bool:
    """Whether a title word is part of a longer name: "Air India", "Chief Justice", "Prime Minister's Office", "Center
    for Tidal Research"."""
    if at == last:
        return at > first and doc[last].lower_ not in LAST_TITLES
    if doc[at + 1].lower_ in ("of", "for"):
        return True
    owned = doc[last].lower_ in ORGANISATION_HEADS | PLACE_HEADS | OWNED
    return owned and doc[at].lower_.rstrip(".") not in ("mr", "mrs", "ms", "dr")
