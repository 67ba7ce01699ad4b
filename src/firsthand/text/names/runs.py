"""Runs of capitalised words that may be names, and what their surroundings say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .lexicon import NOT_NAMES, ORGANISATION_FIRST, ORGANISATION_HEADS, PARTICLES, PLACE_FIRST, PLACE_HEADS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

FUNCTION_WORDS = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "ADV")
HEADLINE = 0.7
"""Share of capitalised words from which a sentence without a full stop is a headline: capitals there say nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens first..last (inclusive). `name` is where the name starts behind titles."""

    first: Token
    last: Token
    name: Token
    headline: bool

    @property
    def titled(self) -> bool:
        """Whether a title stands before the name."""
        return self.name.i > self.first.i

    def words(self) -> list[str]:
        """The words of the name without its titles."""
        return [token.text for token in self.first.doc[self.name.i : self.last.i + 1]]

    def text(self) -> str:
        """The name as written, without its titles."""
        return str(self.first.doc.text[self.name.idx : self.last.idx + len(self.last)])


def find_runs(doc: Doc) -> Iterator[Run]:
    """All runs of a parsed text in order."""
    for sentence in doc.sents:
        headline = _is_headline(sentence)
        token = sentence.start
        while token < sentence.end:
            end = _run_end(doc, token, sentence, headline=headline)
            if end is None:
                token += 1
                continue
            yield from _split(doc, token, end, headline=headline)
            token = end + 1


def _is_headline(sentence: Span) -> bool:
    words = [t for t in sentence if t.is_alpha and len(t) > 3]
    if len(words) < 4 or str(sentence).rstrip().endswith((".", "!", '."', ".”")):
        return False
    return sum(t.text[0].isupper() for t in words) / len(words) >= HEADLINE


def _capital(token: Token, *, first: bool) -> bool:
    text = token.text
    if not text[:1].isupper() and not re.match(r"(?:al|el|ul|d|e|i|mc)[-'’][A-Z]|[a-z][A-Z]", text):
        return False
    if (
        token.lower_.rstrip(".") in NOT_NAMES
        or token.ent_type_ in ("DATE", "TIME", "ORDINAL")
        and token.lower_.rstrip(".") not in TITLES
        and not token.pos_ == "PROPN"
    ):
        return False
    if first or token.i == token.sent.start:
        return (
            token.pos_ == "PROPN"
            or token.ent_type_ not in ("", "CARDINAL", "QUANTITY", "PERCENT", "MONEY")
            and token.pos_ not in FUNCTION_WORDS
        )
    return token.pos_ not in ("PRON", "DET", "CCONJ", "AUX", "PUNCT") or (
        token.is_upper and len(text) > 1 and token.pos_ != "PRON"
    )


def _opens(doc: Doc, at: int, sentence: Span) -> bool:
    """Whether a token stands where any word is capitalised: at the start of a sentence or of a quotation."""
    if at == sentence.start:
        return True
    before = doc[at - 1]
    return before.text in ('"', "“", "‘", "'", "``", ":", "-", "–", "—", "•", "(", "...", "*") and before.text != "("


def _run_end(doc: Doc, at: int, sentence: Span, *, headline: bool) -> int | None:
    first = doc[at]
    opening = _opens(doc, at, sentence)
    if not _capital(first, first=opening):
        if not (
            opening
            and first.text[:1].isupper()
            and first.pos_ in ("NOUN", "ADJ", "VERB", "X")
            and at + 1 < sentence.end
            and _capital(doc[at + 1], first=False)
            and doc[at + 1].pos_ == "PROPN"
            and (first.dep_ in ("compound", "amod", "nmod"))
        ):
            return None
    if (
        first.ent_type_ == "NORP"
        and first.pos_ == "ADJ"
        and not (at + 1 < sentence.end and _capital(doc[at + 1], first=False))
    ):
        return None
    end = at
    while end + 1 < sentence.end:
        step = _next(doc, end, sentence)
        if step is None:
            break
        end = step
    return end


def _next(doc: Doc, end: int, sentence: Span) -> int | None:
    """The last token of the run when it goes on behind `end`, or None."""
    token = doc[end + 1]
    here = doc[end]
    if (
        token.text == "."
        and re.fullmatch(r"[A-Z]", here.text)
        and end + 2 < sentence.end
        and _capital(doc[end + 2], first=False)
    ):
        return end + 2
    if _capital(token, first=False) and token.tag_ != "POS":
        return end + 1
    if token.text in ("-", "/") and here.whitespace_ == "" and token.whitespace_ == "" and end + 2 < sentence.end:
        return end + 2 if doc[end + 2].text[:1].isupper() or doc[end + 2].text[:1].isdigit() else None
    if token.text[:1].isdigit() and re.match(r"[A-Z]{1,4}-?$", here.text) and here.whitespace_ == "":
        return end + 1
    if end + 2 < sentence.end and _capital(doc[end + 2], first=False):
        if token.lower_ in PARTICLES and token.pos_ != "VERB" or token.text == "&":
            return end + 2
        if token.lower_ in ("of", "for") and _takes_of(here):
            return end + 2
    if (
        end + 3 < sentence.end
        and token.lower_ in ("of", "for", "de")
        and doc[end + 2].lower_ in ("the", "la")
        and _takes_of(here)
    ):
        return end + 3 if _capital(doc[end + 3], first=False) else None
    return None


def _takes_of(token: Token) -> bool:
    word = token.lower_
    return (
        word in ORGANISATION_HEADS | ORGANISATION_FIRST | PLACE_FIRST | PLACE_HEADS
        or token.pos_ == "PROPN"
        and word not in TITLES
        and token.ent_type_ in ("ORG", "LOC", "EVENT", "FAC", "LAW")
    )


def _split(doc: Doc, first: int, last: int, *, headline: bool) -> Iterator[Run]:
    """One run, with the titles before its name told apart; a run of titles alone is no name."""
    while (
        last > first
        and (doc[last].pos_ in FUNCTION_WORDS or doc[last].text in ("-", "/", "&", "."))
        and not doc[last].text[:1].isupper()
    ):
        last -= 1
    name = first
    for at in range(first, last + 1):
        if doc[at].lower_.rstrip(".") in TITLES and not _is_part(doc, at, first, last):
            name = at + 1
            if name <= last and doc[name].text == ".":
                name += 1
    if name <= last:
        yield Run(doc[first], doc[last], doc[name], headline)


def _is_part(doc: Doc, at: int, first: int, last: int) -> bool:
    """Whether a title word is part of a longer name: "Air India", "Chief Justice", "Prime Minister's Office"."""
    if at == last:
        return bool(
            at > first and doc[last].lower_ not in ("minister", "president", "secretary", "general", "mantri", "chief")
        )
    tail = doc[last].lower_
    return tail in ORGANISATION_HEADS | PLACE_HEADS and doc[at].lower_ not in ("mr", "mr.", "mrs", "mrs.", "dr", "dr.")
