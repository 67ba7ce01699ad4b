"""Whether a sentence looks forward: from the verb that governs a time expression in the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..clauses import modified
from ..tokens import tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Token

MODALS = frozenset(
    ("will", "shall", "would", "'ll", "’ll", "wo", "may", "might", "could", "should", "must", "can", "ca")
)
PAST_AUXILIARIES = frozenset(("was", "were", "had", "has", "have", "'ve", "’ve", "did", "'d", "got"))
_PLANS = (
    "plan expect schedule slate set intend hope want agree vote decide promise vow pledge prepare aim propose "
    "due likely"
    " order invite ask urge call ready able threaten continue begin need try be go have"
)
PLANS = frozenset(_PLANS.split())
"""Verbs and adjectives before "to …" that put what follows ahead of them."""
UNTIL = re.compile(
    r"\b(?:until|till|due|scheduled for|set for|planned for|deadline of|starting|beginning|effective)[ ](?:the )?$",
    re.IGNORECASE,
)
HIGHEST = 12
"""Steps up the tree; deeper sentences are none."""


def looks_forward(text: str, at: int) -> bool:
    """Whether the verb over the words at a place is in the future, or in the present of a timetable."""
    token = tokens_of(text).at(at)
    if token is None:
        return False
    verb = _verb(token)
    ahead = _ahead(verb) if verb is not None and not _of_a_noun(token, verb) else False
    if not ahead and UNTIL.search(text[max(0, at - 16) : at]):
        return verb is None or not any(child.lower_ == "had" for child in verb.children)
    return ahead


def _plans(verb: Token) -> bool:
    """Whether a verb puts what follows ahead of it: "was due", "was to open"; "the last one was in May" does not."""
    lemma = verb.lemma_.lower()
    return lemma in PLANS and (lemma != "be" or any(child.dep_ in ("xcomp", "acomp") for child in verb.children))


def _of_a_noun(token: Token, verb: Token) -> bool:
    """Whether the words say which event is meant, and the verb over them is in the plain present: "is a suspect in the
    Friday afternoon robbery"."""
    if verb.lemma_ in PLANS - {"be", "have"}:
        return False
    noun = modified(token)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    ahead = noun.dep_ == "pobj" and noun.head.lower_ in ("for", "by", "until")  # "is due for the Monday hearing"
    return noun.i != token.i and noun.pos_ == "NOUN" and verb.tag_ in ("VBZ", "VBP") and not helpers and not ahead


def looks_back(text: str, at: int) -> bool:
    """Whether the verb over the words at a place tells of the past, and of no plan ("was due in January")."""
    token = tokens_of(text).at(at)
    verb = _verb(token) if token is not None else None
    if verb is None or _plans(verb) or UNTIL.search(text[max(0, at - 16) : at]):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return not helpers & MODALS and (verb.tag_ == "VBD" or bool(helpers & PAST_AUXILIARIES - {"has", "have"}))


def _verb(token: Token) -> Token | None:
    for _ in range(HIGHEST):
        if token.pos_ in ("VERB", "AUX") and not _of_a_row(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_a_row(verb: Token) -> bool:
    """Whether a verb only tells which of a row is meant: "the last storm to hit the island" has hit it."""
    infinitive = verb.head.pos_ == "NOUN" and any(child.lower_ == "to" for child in verb.children)
    return infinitive and any(child.lower_ in IN_A_ROW for child in verb.head.children)


IN_A_ROW = frozenset({"first", "last", "latest", "only", "second", "third"})


def _ahead(verb: Token, depth: int = 0) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & MODALS:
        return True
    if helpers & PAST_AUXILIARIES or verb.tag_ == "VBD":
        return False
    if "to" in helpers:
        return _planned(verb)
    if verb.tag_ in ("VBZ", "VBP"):
        return verb.lemma_ not in ("say", "tell", "report", "have", "show")
    if verb.tag_ == "VBG":
        return True if helpers & {"is", "are", "'s", "’s", "'re", "be"} else _above(verb, depth)
    if verb.tag_ == "VBN":
        return bool(helpers & {"is", "are", "be", "being"}) and _planning(verb)
    return verb.tag_ == "VB" and _above(verb, depth)


def _planning(verb: Token) -> bool:
    return verb.lemma_ in PLANS


def _planned(verb: Token) -> bool:
    head = verb.head
    return head.i == verb.i or head.lemma_.lower() in PLANS or head.lower_ in PLANS or head.pos_ in ("NOUN", "ADJ")


def _above(verb: Token, depth: int) -> bool:
    above = _verb(verb.head) if verb.head.i != verb.i else None
    return above is not None and depth < HIGHEST and _ahead(above, depth + 1)
