"""What an amount counts: the head noun phrase beside it, from the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tokens import Tokens, same_sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 8
"""Tokens of one counted phrase."""
NOUNS = ("NOUN", "PROPN")


def counted_phrase(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """Where the phrase that an amount (its number and unit) counts stands, or None.

    Read right of the amount first: "two remaining S-400 squadrons", "75 percent of traffic", "a $5 billion deal".
    """
    last, following = tokens.at(end - 1), tokens.after(end)
    if last is None or following is None or not same_sentence(last, following):
        return None
    if following.lower_ == "of":
        return _object(following)
    if following.is_punct and following.text == "-" and following.i + 1 < len(tokens.doc):
        following = tokens.doc[following.i + 1]
    return _phrase(following, last)


def _object(of: Token) -> tuple[int, int] | None:
    if of.i + 1 >= len(of.doc):
        return None
    first = of.doc[of.i + 1]
    while (
        first.pos_ in ("DET", "PRON")
        and first.i + 1 < len(of.doc)
        and first.nbor().pos_ not in ("VERB", "AUX", "PUNCT")
    ):
        if first.pos_ == "PRON" and first.tag_ != "PRP$":
            break
        first = first.nbor()
    return _phrase(first, of)


def _phrase(first: Token, before: Token) -> tuple[int, int] | None:
    """The noun phrase that starts at a token: modifiers, then its head noun."""
    head = None
    token = first
    for _ in range(LONGEST):
        if token.pos_ in NOUNS and token.tag_ != "POS":
            head = token
            if not _leads_on(token):
                break
        elif token.tag_ == "POS":
            pass
        elif token.pos_ not in ("ADJ", "ADV", "VERB", "NUM", "PUNCT", "PART", "CCONJ", "ADP") or not _inside(token):
            break
        if token.i + 1 >= len(token.doc) or token.nbor().is_sent_start:
            break
        token = token.nbor()
    if head is None:
        return None
    return first.idx, _with_contents(head)


CONTAINERS = frozenset(
    ("unit", "batch", "set", "piece", "pair", "group", "type", "kind", "member", "count", "case", "team", "shipment")
)
"""Nouns that say little of what is counted without the "of …" behind them."""


def _with_contents(head: Token) -> int:
    """Where the phrase ends, with the "of …" behind a head such as "units"."""
    end = head.idx + len(head)
    if head.lemma_.lower() not in CONTAINERS or head.i + 2 >= len(head.doc) or head.nbor().lower_ != "of":
        return end
    inner = _object(head.nbor())
    return inner[1] if inner is not None else end


def _leads_on(token: Token) -> bool:
    """Whether a noun only opens a longer phrase: "missile systems", "India's assets", "surface-to-air missiles"."""
    if token.head.i > token.i and token.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod"):
        return True
    return token.whitespace_ == "" and token.i + 1 < len(token.doc) and token.nbor().text == "-"


def _inside(token: Token) -> bool:
    """Whether a token that is no noun stands inside a noun phrase that goes on to the right."""
    if token.pos_ == "PUNCT":
        return token.text in "-–'\"“‘’”/" and token.whitespace_ == ""
    if token.text in "-–/":
        return True
    return (
        token.dep_
        in ("amod", "advmod", "nummod", "compound", "nmod", "quantmod", "case", "poss", "punct", "acl", "npadvmod")
        and token.head.i > token.i
    )


def measured_phrase(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """What an amount that stands for itself measures, told by the subject: "turnout reached 93 percent"."""
    token = tokens.at(at)
    for _ in range(LONGEST):
        if token is None or token.pos_ in ("VERB", "AUX"):
            break
        if token.dep_ not in ("nummod", "quantmod", "attr", "dobj", "acomp", "npadvmod", "compound", "advmod", "pobj"):
            return None
        if token.dep_ == "pobj" and token.head.lower_ not in ("at", "to"):
            return None
        token = token.head.head if token.dep_ == "pobj" else token.head
    if token is None or token.pos_ not in ("VERB", "AUX"):
        return None
    subject = next((child for child in token.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), None)
    if subject is None:
        return None
    first = subject
    while first.i > 0 and first.nbor(-1).head.i == subject.i and first.nbor(-1).dep_ in ("compound", "amod"):
        first = first.nbor(-1)
    return first.idx, subject.idx + len(subject)


def name_before(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The capitalised run that ends right before a comma at `at`: "Holm" in "Holm, 43,"."""
    token = tokens.at(at)
    if token is None or token.i == 0:
        return None
    first = last = token.nbor(-1)
    while (
        first.i > 0 and first.nbor(-1).text[:1].isupper() and first.nbor(-1).pos_ == "PROPN" and not first.is_sent_start
    ):
        first = first.nbor(-1)
    return first.idx, last.idx + len(last)
