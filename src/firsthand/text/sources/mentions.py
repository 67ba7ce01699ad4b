"""What a mention of a source consists of: its head word, and the name in it that is meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..names import find_names
from .kinds import DEFINITE, ROLES
from .resolved import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from ..names.reader import Name

LOOSE = frozenset({"ADP", "PUNCT", "SPACE", "SCONJ", "CCONJ", "DET"})
LONGEST_MENTION = 300
"""Code points of a mention that are looked at; longer ones are slips of the tagger."""

DESCRIBING = frozenset({"ADJ", "DET", "NOUN", "NUM", "PART", "PROPN"})
JOINED = re.compile(r",? (?:and|&) ")
LONGEST_TITLE = 10
"""Words of an office and its holder's name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with its head. `name` names whom it means; `is_bare` says that it is "the" and a noun alone."""

    start: int
    text: str
    head: Token
    name: Name | None
    is_bare: bool
    together: tuple[Name, ...] = ()
    """The people whom it names, where they are several."""

    @property
    def lemma(self) -> str:
        """The head word in its basic form, lower case; with the letter that a hyphen joins to it: "e-mail"."""
        word = self.head.lemma_.lower()
        if self.head.tag_ == "NNPS":  # which the pipeline leaves in the plural
            word = word.removesuffix("s")
        before = self.head.doc[max(0, self.head.i - 2) : self.head.i]
        joined = len(before) == 2 and before.text[1:] == "-" and not before[1].whitespace_
        return f"{before.text.lower()}{word}" if joined else word

    @property
    def is_definite(self) -> bool:
        """Whether it goes back to something the reader knows."""
        return self.text.split()[0].lower() in DEFINITE or self.text.split()[0].lower().endswith(("'s", "’s"))

    @property
    def is_plural(self) -> bool:
        """Whether it means several."""
        return self.head.tag_ in ("NNS", "NNPS") or bool(self.together)

    @property
    def is_people(self) -> bool:
        """Whether its name is no one's own, but that of all who are of a party, nation or kin: "Norlanders"."""
        name = self.name
        if name is None or self.head.tag_ not in ("NNS", "NNPS") or not name.start <= self.head.idx < name.end:
            return False
        if self.head.ent_type_ == "NORP":
            return True
        return name.kind == "person" and self.head.ent_type_ != "PERSON" and " " not in name.key


class Names:
    """The names of a text by place, with the fullest form of each."""

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text  # spaCy puts it together anew at each call
        self.all = find_names(self.text)
        self.starts = [name.start for name in self.all]
        self.fullest: dict[str, str] = {}
        for name in self.all:
            if len(name.name) > len(self.fullest.get(name.key, "")):
                self.fullest[name.key] = name.name

    def within(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that overlap a stretch (none is longer than a mention may be)."""
        first = bisect_left(self.starts, start - LONGEST_MENTION)
        last = bisect_left(self.starts, end)
        return tuple(name for name in self.all[first:last] if name.end > start)


def mention_at(doc: Doc, names: Names, piece: Piece) -> Mention | None:
    """The mention at a stretch of the text; where the stretch has no noun, that of the phrase it belongs to."""
    start, end = piece[0], min(piece[1], piece[0] + LONGEST_MENTION)
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    head = root_of(span)
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON", "NUM") for t in span) and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
        start, end = head.left_edge.idx, head.idx + len(head)
        span = doc.char_span(start, end, alignment_mode="expand") or span
    if (head.dep_ == "pobj" and head.head.i in range(span.start, span.end)) or _is_loose(head):
        head = next((t for t in span if t.pos_ in ("NOUN", "PROPN", "PRON")), head)
    while head.i + 2 < span.end and head.nbor().text == "-" and not (head.whitespace_ or head.nbor().whitespace_):
        head = head.nbor(2)  # of "e-mails" the pipeline may make three heads
    words = [t for t in span if not (t.is_punct or t.is_space)]
    bare = len(words) == 2 and words[0].lower_ in DEFINITE
    text = " ".join(names.text[start : _without_loose_end(span, end)].split()).strip(" ,;:–—-") or span.text
    name = _meant(head, names, start, end)
    return Mention(start, text, head, name, bare, _together(head, span, names, name))


def _is_loose(head: Token) -> bool:
    """Whether the head of a mention is no noun that the parser took for something else."""
    return head.pos_ == "ADP" or (head.pos_ == "VERB" and head.text.islower())


def _without_loose_end(span: Span, end: int) -> int:
    """The end of a mention without the beginning of what goes on: "the report, by", "a memo detailing", "sent last"."""
    tokens = [t for t in span if t.idx < end]
    while len(tokens) > 1 and (
        tokens[-1].pos_ in LOOSE or tokens[-1].tag_ in ("VBG", "WP", "WDT") or _describes_what_follows(tokens[-1], end)
    ):
        tokens.pop()
    return min(end, tokens[-1].idx + len(tokens[-1]))


def _describes_what_follows(token: Token, end: int) -> bool:
    return token.pos_ == "ADJ" and token.dep_ == "amod" and token.head.idx >= end


def _meant(head: Token, names: Names, start: int, end: int) -> Name | None:
    """The name that the head stands in, or that is set beside it ("the governor of Tarn, Ada Holm")."""
    inside = names.within(start, end)
    own = next((name for name in inside if name.start <= head.idx < name.end), None)
    if own is not None and own.kind == "person":
        return own
    is_role = head.lemma_.lower() in ROLES
    near = ("appos", "compound", "flat", "nmod") if is_role else ("appos",)  # "the Solberg administration" is no person
    beside = [t for t in head.children if t.dep_ in near]
    people = [n for n in inside if n.kind == "person" and any(n.start <= t.idx < n.end for t in beside)]
    if people:
        return people[-1] if own is None or is_role else own
    if own is None and is_role:
        after = [n for n in inside if n.kind == "person" and n.start > head.idx]
        if after and (_next_to(head, after[0], names) or _closes_title(head, after[0])):
            return after[0]
    return _described_before(head, names, start, end) or own


def _together(head: Token, span: Span, names: Names, name: Name | None) -> tuple[Name, ...]:
    """The people whom a mention names side by side: "Ada Holm and Ivo Krantz"."""
    own = span.doc.char_span(name.start, name.end, alignment_mode="expand") if name is not None else None
    if name is None or own is None or name.kind != "person":
        return ()
    beside = [t.idx for t in root_of(own).conjuncts if span.start <= t.i < span.end]
    people = [n for n in names.within(span.start_char, span.end_char) if n.kind == "person"]
    found = {n.start for n in people if n is name or any(n.start <= at < n.end for at in beside)}
    for before, after in pairwise(people):
        if {before.start, after.start} & found and JOINED.fullmatch(names.text, before.end, after.start):
            found |= {before.start, after.start}
    named = tuple(n for n in people if n.start in found)
    of_people = head.lemma_.lower() in ROLES or any(n.start <= head.idx < n.end for n in named)
    return named if of_people and len({n.key for n in named}) > 1 else ()


def _described_before(head: Token, names: Names, start: int, end: int) -> Name | None:
    """The full name that is led up to by nothing but what its bearer is: "Harbour Trust adviser Ada Holm"."""
    comma = names.text.find(",", start, end)
    stop = comma if comma >= 0 else end
    name = next((n for n in names.within(start, stop) if n.kind == "person" and n.end == stop), None)
    words = head.doc.char_span(start, name.start, alignment_mode="contract") if name is not None else None
    if name is None or not words or " " not in name.name or not words[-1].is_lower:
        return None
    return name if all(t.pos_ in DESCRIBING or t.i == words.end - 1 for t in words) else None


def _next_to(head: Token, name: Name, names: Names) -> bool:
    return not any(ch.isalnum() for ch in names.text[head.idx + len(head) : name.start])


def _closes_title(head: Token, name: Name) -> bool:
    """Whether a name follows the words that an office is held of: "Director of Tidal Research Ada Holm"."""
    behind = [t for t in head.doc[head.i + 1 : head.i + LONGEST_TITLE] if t.idx < name.end]
    of, rest = behind[:1], behind[1:]
    own = [t for t in rest if t.idx + len(t) > name.end - len(name.name)]
    return bool(of) and of[0].lower_ == "of" and 0 < len(own) < len(rest) and all(t.pos_ == "PROPN" for t in rest)


def root_of(span: Span) -> Token:
    """The word that the others of a phrase hang on (spaCy's own way looks through the whole text at every call)."""
    inside = [t for t in span if t.head.i == t.i or not span.start <= t.head.i < span.end]
    words = [t for t in inside if not (t.is_punct or t.is_space)]
    if len(words) == 1:
        return words[0]
    return min(words, key=_depth) if words else span[0]


def _depth(token: Token) -> int:
    """How many words stand between a word and the top of its sentence."""
    depth = 0
    while token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth
