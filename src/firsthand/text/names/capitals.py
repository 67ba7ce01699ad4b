"""Which capital letters speak for a name: not those that open a sentence, a quotation or a headline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lexicon import NAMES_TOO, NOT_NAMES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

FUNCTION_WORDS = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "ADV")
NUMBERS = ("CARDINAL", "QUANTITY", "PERCENT", "MONEY")
HEADLINE = 0.7
"""Share of capitalised words from which a sentence without a full stop is a headline: capitals there say nothing."""
CAPITAL = re.compile(r"[^\W\d_a-z]|(?:al|el|ul|d|e|i|mc)[-'’][A-Z]|[a-z][A-Z]")
OPENERS = frozenset(('"', "“", "‘", "'", "``", ":", "-", "–", "—", "•", "...", "*", "|"))


def is_headline(sentence: Span) -> bool:
    """Whether nearly all words of a sentence are capitalised and no full stop ends it."""
    words = [t for t in sentence if t.is_alpha and len(t) > 3]
    if len(words) < 4 or str(sentence).rstrip().endswith((".", "!", '."', ".”")):
        return False
    return sum(t.text[0].isupper() for t in words) / len(words) >= HEADLINE


def opens(doc: Doc, at: int, sentence: Span) -> bool:
    """Whether a token stands where any word is capitalised: at the start of a sentence or of a quotation."""
    return at == sentence.start or doc[at - 1].text in OPENERS


def is_capital(token: Token, *, first: bool) -> bool:
    """Whether a token's capital letter speaks for a name; `first`: it stands where any word would have one."""
    if not CAPITAL.match(token.text):
        return False
    word = token.lower_.rstrip(".")
    if word in NOT_NAMES and (first or word not in NAMES_TOO or not _amid_name(token)):
        return False
    if token.ent_type_ in ("DATE", "TIME", "ORDINAL") and word not in TITLES and token.pos_ != "PROPN":
        return False
    if first or token.is_sent_start:
        named = token.ent_type_ not in ("", *NUMBERS) and token.pos_ not in FUNCTION_WORDS
        return token.pos_ == "PROPN" or named
    shouted = token.is_upper and len(token.text) > 1
    return token.pos_ != "PRON" and (shouted or token.pos_ not in ("DET", "CCONJ", "AUX", "PUNCT"))


def _amid_name(token: Token) -> bool:
    """Whether a word that is a month or a weekday too goes on with a name: "Dong Jun", "Theresa May"."""
    if token.is_sent_start or token.i == 0:
        return False
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else None
    named = before.pos_ == "PROPN" and before.text[:1].isupper() and before.lower_ not in NOT_NAMES
    return named and not (after is not None and (after.like_num or after.text[:1].isdigit()))


def modifies_name(token: Token, sentence: Span) -> bool:
    """Whether an opening word that is no name itself belongs to the name behind it: "Former", "Acting" do not."""
    if token.i + 1 >= sentence.end or token.pos_ not in ("NOUN", "ADJ", "VERB", "X") or not token.text[:1].isupper():
        return False
    after = token.nbor()
    linked = token.dep_ in ("compound", "amod", "nmod")
    return linked and after.pos_ == "PROPN" and is_capital(after, first=False)
