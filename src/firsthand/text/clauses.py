"""Clauses: the smallest stretch around a word that says something by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "csubj", "parataxis"})
"""Dependency labels (ClearNLP) whose token heads a clause of its own, where it is a verb."""


def clause_around(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The clause that holds a stretch of the text, with its own verb: offsets, end exclusive."""
    own = doc.char_span(start, end, alignment_mode="expand")
    return clause_of(own.root) if own is not None else (start, end)


def clause_of(token: Token) -> tuple[int, int]:
    """The smallest clause around a token that has a verb of its own: offsets in the text, end exclusive."""
    head = token
    while head.dep_ not in CLAUSES and head.head.i != head.i:
        head = head.head
    inside = sorted(other.i for other in head.subtree if not _in_deeper_clause(other, head)) or [token.i]
    while inside[-1] > token.i and token.doc[inside[-1]].pos_ in ("CCONJ", "PUNCT", "SPACE"):
        inside.pop()
    first, last = token.doc[inside[0]], token.doc[inside[-1]]
    return first.idx, last.idx + len(last)


def _in_deeper_clause(token: Token, head: Token) -> bool:
    while token.i != head.i and token.head.i != token.i:
        if token.dep_ in CLAUSES and token.pos_ in ("VERB", "AUX"):
            return True
        token = token.head
        if token.i == head.i:
            return False
    return False


def governor(token: Token) -> str:
    """The lemma of the nearest verb above a token; empty where there is none."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ == "VERB":
            return token.lemma_.lower()
    return token.lemma_.lower() if token.pos_ in ("VERB", "AUX") else ""


def modified(token: Token) -> Token:
    """The noun that a numeral or another modifier belongs to; the token itself where it modifies none."""
    while token.dep_ in MODIFIERS and token.head.i != token.i:
        token = token.head
    return token


MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod"})
"""Dependency labels (ClearNLP) of what stands before a noun."""
