"""What a text says of the people it names: their offices and their last names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from ..names.keys import surname
from .kinds import BODIES, ROLES
from .mentions import Names, root_of
from .sexes import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from ..names.reader import Name

OLDEST = 110
"""Years. A number behind a name that is higher is no age."""


def roles_of_people(doc: Doc, names: Names) -> dict[str, list[Name]]:
    """For each word of office, the people who are given it, by title or beside their name, in order."""
    roles: dict[str, list[Name]] = {}
    for name in names.all:
        span = doc.char_span(name.start, name.end, alignment_mode="expand") if name.kind == "person" else None
        if span is None:
            continue
        for token in _beside(root_of(span), span.start, span.end):
            if (lemma := token.lemma_.lower()) in ROLES:
                roles.setdefault(lemma, []).append(name)
    return roles


def last_names(names: Names) -> dict[str, str]:
    """Names taken for no person's that are somebody's last name, with the key of the somebody."""
    people = [name.key for name in names.all if name.kind == "person" and len(name.key.split()) > 1]
    others = {name.key for name in names.all if name.kind != "person"}
    return {surname(key): key for key in people if surname(key) in others}


def bodies(doc: Doc, names: Names) -> frozenset[str]:
    """Names of one word that were taken for people's, and that the text itself treats as bodies': "Tarnix, which",
    "Tarnix, a company", "Tarnix said its". A person of that name would have a title, or be "he" or "who"."""
    votes: Counter[str] = Counter()
    for name in names.all:
        span = doc.char_span(name.start, name.end, alignment_mode="expand") if name.kind == "person" else None
        if span is not None and " " not in name.key:
            votes[name.key] += TITLED if name.text != name.name else _for_a_body(span)
    return frozenset(key for key, total in votes.items() if total > 0)


TITLED = -100
"""Outweighs all else: what bears a title is a person."""


def _for_a_body(span: Span) -> int:
    """1 where what stands beside a name speaks for a body, -1 where it speaks for a person, else 0."""
    root = root_of(span)
    clauses = [t for t in root.children if t.dep_ == "relcl"]
    relatives = {t.lower_ for clause in clauses for t in clause.children} & {"which", "who", "whose", "whom"}
    if relatives:
        return 1 if relatives == {"which"} else -1
    if any(t.dep_ == "appos" and t.lemma_.lower() in BODIES for t in root.children):
        return 1
    if root.dep_ not in ("nsubj", "nsubjpass"):
        return 0
    behind = takewhile(lambda t: not t.is_sent_start, root.doc[root.i + 1 : root.i + FARTHEST])
    first = next((t.lower_ for t in behind if t.lower_ in OWN), "")
    return 1 if first == "its" else -1 if first else 0


FARTHEST = 60
"""Words behind a name in which a pronoun is looked for."""
OWN = frozenset({"its", "he", "his", "him", "she", "her"})


def _beside(root: Token, start: int, end: int) -> Iterator[Token]:
    """The words of a name's title and of what is set beside it: "Robert Bauer, the White House counsel"."""
    yield from root.doc[start:end]
    yield from (t for t in root.children if t.dep_ in ("appos", "compound", "amod"))
    if root.dep_ in ("appos", "compound") and root.head.i not in range(start, end):
        yield root.head
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lemma_ == "be":
        yield from (t for t in root.head.children if t.dep_ == "attr")


def unread_person(head: Token) -> str | None:
    """A name that the name reader passed over, where only a person can be meant."""
    if not _is_human(head):
        return None
    first = next(t for t in head.doc[head.left_edge.i : head.i + 1] if t.pos_ == "PROPN")
    name: str = head.doc[first.i : head.i + 1].text
    return name


def _is_human(head: Token) -> bool:
    """Whether what stands behind a name can only stand behind a person's: "who …", "45,", "a resident of …"."""
    for child in head.children:
        if child.dep_ == "relcl" and any(t.lower_ in ("who", "whose", "whom") for t in child.children):
            return True
        if child.dep_ == "appos" and child.lemma_.lower() in ROLES:
            return True
        if child.i > head.i and child.pos_ == "NUM" and child.text.isdigit() and 4 < int(child.text) < OLDEST:
            return True
    return False


def lone_names(doc: Doc) -> frozenset[str]:
    """Words that are somebody's name even where the parser takes them for plural nouns ("Lyons warned"): with a capital
    inside sentences, never without one, never of several or one of them ("the Norlanders", "Norlanders say", "a
    Norlander"), and no people or party by the name reader."""
    inside: set[str] = set()
    common: set[str] = set()
    for token in doc:
        if token.dep_ in ("det", "nummod", "amod"):
            common.add(token.head.lower_)
        several = token.dep_ in SUBJECTS and _is_of_several(token.head)
        if several or not token.text[:1].isupper() or token.ent_type_ == "NORP":
            common.add(token.lower_)
        elif not token.is_sent_start and (doc[token.i - 1].is_lower or doc[token.i - 1].text == ","):
            inside.add(token.text)
    words = {token.lower_ for token in doc}
    return frozenset(
        word
        for word in inside
        if word.lower() not in common and (not word.endswith("s") or word.lower().removesuffix("s") not in words)
    )


def _is_of_several(verb: Token) -> bool:
    return verb.tag_ == "VBP" or any(t.tag_ == "VBP" and t.dep_ in ("aux", "auxpass") for t in verb.lefts)
