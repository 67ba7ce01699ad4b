"""What a mention of a source consists of: its head word, and the name in it that is meant."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.text.names import find_names

from .attributions import Piece
from .kinds import DEFINITE, ROLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from firsthand.text.names.reader import Name

LOOSE = frozenset({"ADP", "PUNCT", "SPACE", "SCONJ", "CCONJ", "DET"})
LONGEST_MENTION = 300
"""Code points of a mention that are looked at; longer ones are slips of the tagger."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with its head. `name` names whom it means; `is_bare` says that it is "the" and a noun alone."""

    start: int
    text: str
    head: Token
    name: Name | None
    is_bare: bool

    @property
    def lemma(self) -> str:
        """The head word in its basic form, lower case."""
        return self.head.lemma_.lower()

    @property
    def is_definite(self) -> bool:
        """Whether it goes back to something the reader knows."""
        return self.text.split()[0].lower() in DEFINITE or self.text.split()[0].lower().endswith(("'s", "’s"))

    @property
    def is_plural(self) -> bool:
        """Whether it means several."""
        return self.head.tag_ in ("NNS", "NNPS")


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
    if (head.dep_ == "pobj" and head.head.i in range(span.start, span.end)) or head.pos_ == "ADP":
        head = next((t for t in span if t.pos_ in ("NOUN", "PROPN", "PRON")), head)
    words = [t for t in span if not (t.is_punct or t.is_space)]
    bare = len(words) == 2 and words[0].lower_ in DEFINITE
    text = " ".join(names.text[start : _without_loose_end(span, end)].split()).strip(" ,;:–—-") or span.text
    return Mention(start, text, head, _meant(head, names, start, end), bare)


def _without_loose_end(span: Span, end: int) -> int:
    """The end of a mention without the beginning of a clause that goes on: "the report, by", "a memo detailing"."""
    tokens = [t for t in span if t.idx < end]
    while len(tokens) > 1 and (tokens[-1].pos_ in LOOSE or tokens[-1].tag_ in ("VBG", "WP", "WDT")):
        tokens.pop()
    return min(end, tokens[-1].idx + len(tokens[-1]))


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
        after = [n for n in inside if n.kind == "person" and n.start > head.idx and _next_to(head, n, names)]
        return after[0] if after else None
    return own


def _next_to(head: Token, name: Name, names: Names) -> bool:
    return not any(ch.isalnum() for ch in names.text[head.idx + len(head) : name.start])


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
