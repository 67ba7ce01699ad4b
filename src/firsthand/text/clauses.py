"""Clauses: the smallest stretch around a word that says something by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

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
    """The lemma of the nearest verb above a token; of the event that stands between, if one does ("was charged after a
    shooting on Friday"); empty where there is neither."""
    verb = _verb_above(token)
    if verb is None:
        return ""
    event = _event_between(verb, token)
    return (event or verb).lemma_.lower()


def behind_event(token: Token) -> bool:
    """Whether another event stands between a token and its verb: "was charged after a shooting on Friday"."""
    verb = _verb_above(token)
    return verb is not None and _event_between(verb, token) is not None


def _verb_above(token: Token) -> Token | None:
    while token.head.i != token.i:
        token = token.head
        if token.pos_ == "VERB":
            return token
    return token if token.pos_ in ("VERB", "AUX") else None


def _event_between(verb: Token, token: Token) -> Token | None:
    """The noun behind an "after" or "before" that stands between a verb and a token."""
    for word in verb.doc[verb.i + 1 : token.i]:
        if word.lower_ in EVENTS_AROUND and word.dep_ == "prep" and word.i != token.head.i:
            noun = next((child for child in word.children if child.dep_ == "pobj" and child.i != token.i), None)
            if noun is not None:
                return noun
    return None


EVENTS_AROUND = frozenset({"after", "before", "following", "since", "amid", "until", "till", "pending"})
"""Prepositions that introduce another event than that of the verb."""


def arguments(token: Token) -> frozenset[str]:
    """Lemmas of the nouns that the nearest verb above a token has as subject, object or behind a preposition, with the
    nouns that modify those: "staffer", "Facebook", "post" of "a staffer apologised on Friday for a Facebook post". None
    where another event stands between: "was charged after a shooting on Friday"."""
    verb = _verb_above(token)
    if verb is None or _event_between(verb, token) is not None:
        return frozenset()
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    own += [noun for child in verb.children if child.dep_ in ("prep", "agent") for noun in child.children]
    nouns = [noun for noun in own if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in ("DATE", "TIME")]
    parts = [part for noun in nouns for part in noun.children if part.dep_ in ("compound", "nmod")]
    return frozenset(noun.lemma_.lower() for noun in [*nouns, *parts])


def modified(token: Token) -> Token:
    """The noun that a numeral or another modifier belongs to; the token itself where it modifies none."""
    while token.dep_ in MODIFIERS and token.head.i != token.i:
        token = token.head
    return token


MODIFIERS = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "npadvmod"})
"""Dependency labels (ClearNLP) of what stands before a noun."""


def with_nouns(token: Token) -> frozenset[str]:
    """Lemmas of the nouns that are joined to a noun and counted with it: "crew" in "420 passengers and crew"."""
    joined = [other for other in token.children if other.dep_ == "conj" and other.pos_ == "NOUN"]
    return frozenset(
        other.lemma_.lower()
        for other in joined
        if token.i + 1 < other.i <= token.i + WITHIN
        and token.nbor().dep_ == "cc"
        and not any(child.dep_ in QUANTIFIERS for child in other.children)
    )


WITHIN = 3  # tokens: "and", an adjective, the noun
QUANTIFIERS = frozenset({"nummod", "det", "quantmod", "poss"})


def tells_in_general(token: Token) -> bool:
    """Whether the clause of a token says what can happen: its verb stands under "can"."""
    head = token
    while head.pos_ not in ("VERB", "AUX") and head.head.i != head.i:
        head = head.head
    return any(child.lower_ == "can" and child.dep_ == "aux" for child in head.children)


def goes_on(sentence: Span) -> bool:
    """Whether a sentence begins with a pronoun or "that quake", which stand for what the one before told of: in the
    same paragraph, or the line before, as many pages break their lines after every sentence."""
    if sentence.start == 0 or sentence[0].lower_ not in ("it", "that", "this", "those", "these", "they"):
        return False
    return "\n\n" not in sentence.doc[sentence.start - 1].text_with_ws
