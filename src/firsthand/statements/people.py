"""What a text says of the people it names: their offices, their last names, their honorifics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .kinds import ROLES
from .mentions import Names, root_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from firsthand.text.names.reader import Name

OLDEST = 110
"""Years. A number behind a name that is higher is no age."""
MALE, FEMALE = frozenset({"mr", "sir", "shri"}), frozenset({"mrs", "ms", "miss", "smt", "dame"})


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
    return {key.split()[-1]: key for key in people if key.split()[-1] in others}


def honorifics(names: Names) -> dict[str, frozenset[str]]:
    """The honorifics that a name bears and that tell "he" from "she"."""
    found: dict[str, frozenset[str]] = {}
    for name in names.all:
        title = name.text[: len(name.text) - len(name.name)].lower().replace(".", " ").split()
        found[name.key] = found.get(name.key, frozenset()) | (set(title) & (MALE | FEMALE))
    return found


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
