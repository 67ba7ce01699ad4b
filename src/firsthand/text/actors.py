"""Who is told to do or to suffer something, by name: the subject of the verb that a value or a deed stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from .names import find_names
from .names.compare import is_acronym, plain
from .names.lexicon import OFFICES, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
PARTS = frozenset({"compound", "poss", "conj", "nmod", "appos", "amod"})
"""Dependency labels (ClearNLP) of what belongs to a subject's name, and not to something told of it."""
HE, SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
BACK = 3  # sentences over which "he" and "she" point back
SPELT_ALIKE = 80  # letters kept (rapidfuzz ratio) of two spellings of one name
LEAST = 4  # letters of a name that can be misspelt


def actors_of(token: Token) -> frozenset[str]:
    """The words, in lower case, of the names that the subject of the nearest verb above a token bears; for "he" and
    "she", those of the person last told of. Empty where the subject is told by no name."""
    held = _in_brackets(token)
    if held is not None:
        return _named(held)
    subject = who_acts(token)
    if subject is None or subject.left_edge.i <= token.i <= subject.right_edge.i:
        return frozenset()
    return _named(subject)


def names_of(nouns: Iterable[Token]) -> frozenset[str]:
    """The words, in lower case, of the names that some nouns bear; of "he" and "she", whose name is a guess, none."""
    return frozenset(word for noun in nouns if noun.lower_ not in HE | SHE for word in _named(noun))


def _in_brackets(token: Token) -> Token | None:
    """The name right before the brackets that a token stands in: "Huckabee (14 percent)"."""
    for at in range(token.i - 1, max(token.sent.start, token.i - IN_BRACKETS) - 1, -1):
        word = token.doc[at]
        if word.text == "(":
            before = token.doc[at - 1] if at > token.sent.start else None
            return before if before is not None and before.pos_ == "PROPN" else None
        if word.text == ")":
            return None
    return None


IN_BRACKETS = 3  # tokens between an opening bracket and the noun of what stands in it


def who_acts(token: Token) -> Token | None:
    """Who acts by the nearest verb above a token: its subject, or that of the verb that it hangs on without one of its
    own; of a passive, whom "by" names."""
    verb: Token | None = token
    while verb is not None and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head if verb.head.i != verb.i else None
    below: Token | None = None
    while verb is not None:
        passive = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
        if passive is not None:
            return _who_goes_on(verb, passive, below) if below is not None else agent_of(verb)
        own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if own is not None and own.tag_ in ("WDT", "WP"):
            return verb.head if verb.dep_ == "relcl" else None
        if own is not None:
            return own
        if verb.dep_ == "acl":
            return verb.head
        below, verb = verb, _verb_above(verb)
    return None


def _verb_above(verb: Token) -> Token | None:
    """The verb whose subject is that of one without a subject: "died after slipping and falling 60 metres"."""
    if verb.head.i == verb.i:
        return None
    if verb.dep_ in ("conj", "xcomp", "advcl"):
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in ADJOINING and verb.head.head.pos_ in ("VERB", "AUX"):
        return verb.head.head
    return None


ADJOINING = frozenset({"after", "before", "since", "without", "while", "upon"})
"""Prepositions behind which the subject of the main clause goes on acting; who is accused "of" something is another."""


def _who_goes_on(passive: Token, subject: Token, verb: Token) -> Token | None:
    """Who acts by a verb that hangs on a passive: who "was hurt and missed two games" missed them, who "was shot and
    killed by Dahl" killed nobody, and who "was shot by Dahl, killing two" neither."""
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        return agent_of(verb) or agent_of(passive)
    return (agent_of(passive) or subject) if verb.dep_ == "advcl" else subject


def agent_of(verb: Token) -> Token | None:
    """Whom "by" names behind a passive."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def other_actors(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether both are told by name and can be no one: no word in common, in no spelling, and neither abbreviates the
    other."""
    if not left or not right or left & right:
        return False
    if any(
        min(len(a), len(b)) >= LEAST and fuzz.ratio(a, b) >= SPELT_ALIKE
        for a, b in product(sorted(left), sorted(right))
    ):
        return False
    return not any(
        len(short) == 1 and is_acronym(min(short), sorted(full)) for short, full in ((left, right), (right, left))
    )


def _named(subject: Token) -> frozenset[str]:
    words: set[str] = set()
    for part in _parts(subject):
        if part.pos_ == "PROPN" and part.ent_type_ not in ("DATE", "TIME"):
            words.add(plain(part.text))
        elif part.lower_ in HE | SHE:
            words |= _last_told(part)
    return frozenset(word for word in words if word and word not in TITLES | OFFICES)


def _parts(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in PARTS:
            yield from _parts(child)


def _last_told(pronoun: Token) -> set[str]:
    """The words of the name of the person that a pronoun likely stands for: the last subject of its own sentence before
    it, or else the last subject, or at all the last person, of the nearest sentence before that tells of one."""
    people = _people(pronoun.doc.text)
    sentence = pronoun.sent
    before = [token for token in sentence.doc[sentence.start : pronoun.i] if _is_person(token, people)]
    told = [token for token in before if _is_subject(token)][-1:]
    for _ in range(BACK):
        if told or sentence.start == 0:
            break
        sentence = sentence.doc[sentence.start - 1].sent
        inside = [token for token in sentence if _is_person(token, people)]
        told = ([token for token in inside if _is_subject(token)] or inside)[-1:]
    return {
        plain(part.text) for token in told for part in token.sent if _is_person(part, people) and _one_name(part, token)
    }


def _is_person(token: Token, people: frozenset[int]) -> bool:
    return token.pos_ == "PROPN" and token.idx in people


def _is_subject(token: Token) -> bool:
    while token.dep_ == "compound":
        token = token.head
    return token.dep_ in SUBJECTS


def _one_name(left: Token, right: Token) -> bool:
    low, high = sorted((left.i, right.i))
    return all(token.pos_ == "PROPN" for token in left.doc[low : high + 1])


@lru_cache(maxsize=256)
def _people(text: str) -> frozenset[int]:
    """Where the words of people's names begin in a text."""
    return frozenset(
        name.start + word.start()
        for name in find_names(text)
        if name.kind == "person"
        for word in WORD.finditer(text[name.start : name.end])
    )


WORD = re.compile(r"[^\W_]+")
