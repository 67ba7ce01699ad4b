"""Whose a citation is: read from the parse of its sentence, and from who is meant by the words for its author.

"Said in a statement" is whoever is the subject of "said", "a statement by the board" the board's, "her tweet" that of
whom "her" means. What only looks like a citation is none: who "posted 15 points" has posted nothing, nor does a
"post-game" interview stand in a post.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from ..model import OriginKind as Kind
from ..model import SourceKind
from ..text.actors import agent_of, who_acts
from ..text.english import parse
from ..text.names import find_names
from ..text.outlets import outlet_name
from ..text.parts import SUBJECTS
from ..text.places import is_place
from ..text.sources import Piece, Reach, Resolved, Sources
from ..text.sources.kinds import FIRST_PERSON, PERSONAL
from .grammar import (
    ONLINE,
    TOLD,
    bears,
    between_commas,
    body_spoken_for,
    has_happened,
    is_beside,
    is_cited,
    is_posted,
    issued_by,
    made_by,
    names_somebody,
    verb_of,
)
from .offices import OFFICE
from .quotation import quoted_stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from ..text.names.reader import Name

LONGEST = 120  # code points of the words for an author
BETWEEN = 60  # the same of what is told more of him at a time


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words for an author stand, and those for the outlet that he spoke to. `no`: this cites nothing."""

    author: Piece | None = None
    outlet: Piece | None = None
    no: bool = False


NONE = Found(no=True)


class Authors:
    """The authors that one article cites."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.said: dict[Piece, list[Piece]] = {}
        """What the words for an author are cited for, as far as the sentence tells: nobody calls himself "he" there."""

    @cached_property
    def doc(self) -> Doc:
        """The parse, made when something is cited."""
        return parse(self.text)

    @cached_property
    def quotes(self) -> tuple[Piece, ...]:
        """What stands in quotation marks."""
        return quoted_stretches(self.text)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the text."""
        return find_names(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where these begin."""
        return [name.start for name in self.names]

    def find(self, kind: Kind, start: int, end: int) -> Found:
        """The author of what is cited between two places."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return Found()
        bearer = next((token for token in reversed(span) if bears(kind, token)), None)
        if kind is Kind.DOCUMENT:
            return Found() if bearer is not None and is_cited(bearer) else NONE
        verb = next((token for token in span if token.pos_ == "VERB"), None)
        if kind is Kind.INTERVIEW:
            return self._interview(bearer, verb)
        if span[-1].lower_ in ("by", "from") and (given := next(iter(span[-1].rights), None)) is not None:
            return Found(self._piece(given))  # "knocked a statement by the actor": the parse may have "knocked by"
        if bearer is not None:
            return self._of_noun(bearer, kind)
        if (
            verb is None
            or (verb.lemma_.lower() == "post" and not is_posted(verb))
            or not has_happened(verb, passive=True)
        ):
            return NONE
        if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VBN" and verb.head.pos_ == "NOUN":
            return Found(self._piece(agent_of(verb))) if agent_of(verb) is not None else self._of_noun(verb.head, kind)
        return Found(self._piece(self._teller(verb)))

    def name_within(self, start: int, end: int) -> str | None:
        """The last outlet or other name between two places, else the words there that can be an outlet's name."""
        names = [name.name for name in self._names_near(start, end) if start < name.end <= end]
        return outlet_name(names[-1] if names else self.text[start:end])

    def is_body(self, start: int, end: int) -> bool:
        """Whether a body is named between two places that holds no office."""
        found = [name for name in self._names_near(start, end) if start < name.end <= end]
        return bool(found) and found[-1].kind == "organisation" and not OFFICE.search(found[-1].name)

    def tells(self, start: int, end: int) -> bool:
        """Whether "reports" is what somebody does there, and no noun."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return span is None or all(token.pos_ == "VERB" for token in span if token.lemma_.lower() == "report")

    def resolve(self, pieces: Iterable[Piece]) -> dict[Piece, str]:
        """Whom the words of each author mean, by name or as the text describes them."""
        wanted = sorted(set(pieces))
        if not wanted:
            return {}
        whose = {piece: owner for piece in wanted if (owner := self._owner(piece)) is not None}
        sources = Sources(self.doc, Reach(self.quotes, self.said))
        known = sources.resolve(chain(wanted, whose.values()))
        named = {piece: self._called(piece, who, known.get(whose.get(piece, piece))) for piece, who in known.items()}
        return {piece: name for piece in wanted if (name := named.get(piece))}

    def _interview(self, bearer: Token | None, verb: Token | None) -> Found:
        """Who speaks in an interview, and with whom."""
        if bearer is None:
            if verb is None:
                return NONE
            asked = next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
            return Found(self._piece(self._teller(verb)), self._piece(asked))
        with_whom = (
            child for child in bearer.children if child.dep_ == "prep" and child.lower_ in ("with", "on", "to")
        )
        objects = (found for preposition in with_whom for found in preposition.children if found.dep_ == "pobj")
        asked = next((found for found in objects if names_somebody(found)), None)
        author = self._of_noun(bearer, Kind.INTERVIEW)
        return NONE if author.no else Found(author.author, self._piece(asked))

    def _of_noun(self, noun: Token, kind: Kind) -> Found:
        """Whose a statement, post, speech is: by what hangs on the noun, or as the subject of the verb it goes with."""
        after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
        if after is not None and after.text == "-" and not noun.whitespace_:
            return NONE  # "a post-game interview"
        if kind is not Kind.INTERVIEW and (maker := made_by(noun)) is not None:
            return Found(self._piece(maker))
        verb, holder = verb_of(noun)
        subject = self._teller(verb, noun) if verb is not None and noun.dep_ not in SUBJECTS else None
        owner = next((child for child in noun.children if child.dep_ == "poss"), None)
        spoken = subject is not None and subject.pos_ in ("PROPN", "PRON") and noun.dep_ == "pobj"
        if owner is not None and not (owner.tag_ == "PRP$" and spoken):
            return Found(self._piece(owner))  # but "in his interview with the paper Holm said" is Holm's
        if holder is not None:
            return Found(self._piece(holder))
        passive, denied = kind in (Kind.PRESS_RELEASE, Kind.POST), kind in (Kind.SPEECH, Kind.INTERVIEW)
        if verb is not None and not has_happened(verb, passive=passive, denied=denied):
            return NONE
        if subject is not None:
            return Found(self._piece(body_spoken_for(subject) if kind is Kind.PRESS_RELEASE else subject))
        named = next((child for child in noun.children if child.dep_ in ("compound", "nmod") and names_somebody(child)
                      and child.lower_ not in ONLINE), None)  # fmt: skip
        return Found(self._piece(named if named is not None else issued_by(noun)))

    def _teller(self, verb: Token, noun: Token | None = None) -> Token | None:
        """Who tells: the verb's subject, or, where the parse has given that to something else, the name between commas
        behind a `noun` before it, or in front of it: "“It holds,” Holm, 58, told the paper"."""
        subject = who_acts(verb)
        if subject is not None and subject.i < verb.i and self._quoted(subject) == self._quoted(verb):
            return subject
        if noun is not None and subject is None and (misread := between_commas(noun, verb)) is not None:
            return misread
        before = verb.i - 1
        if before < verb.sent.start:
            return None
        while before > verb.sent.start and (verb.doc[before].text == "," or verb.doc[before].pos_ in ("NUM", "ADV")):
            before -= 1
        name = verb.doc[before]
        if name.text[:1].isupper() and name.ent_type_ not in ("DATE", "TIME") and not self._quoted(name):
            return name
        return subject if subject is not None and self._quoted(subject) == self._quoted(verb) else None

    def _quoted(self, token: Token) -> bool:
        last = bisect_right(self.quotes, (token.idx, len(self.text))) - 1
        return last >= 0 and self.quotes[last][0] <= token.idx < self.quotes[last][1]

    def _piece(self, head: Token | None) -> Piece | None:
        """The words for somebody: his noun with what stands before it, and what "of" or "for" tells of him."""
        if head is None or head.lower_ in FIRST_PERSON:
            return None
        start, end = head.left_edge.idx, head.idx + len(head)
        if head.dep_ == "poss" and head.head.i > head.i:
            start = min(start, head.idx)
        for child in head.rights:
            close = child.right_edge.idx + len(child.right_edge)
            told = child.dep_ in ("appos", "conj") or (child.dep_ == "prep" and child.lower_ in TOLD)
            if close - end > BETWEEN or not (told or child.dep_ in ("cc", "punct", "case")):
                break
            end = close if told else end
        piece = (max(start, end - LONGEST), end)
        told_of = next((child for child in head.head.children if child.dep_ == "ccomp"), None)
        if head.dep_ == "nsubj" and told_of is not None:
            self.said[piece] = [(told_of.left_edge.idx, told_of.right_edge.idx + len(told_of.right_edge))]
        return piece

    def _owner(self, piece: Piece) -> Piece | None:
        """The "his" of "his mother"."""
        span = self._span(piece)
        first = span[0] if span is not None and len(span) > 1 else None
        return (first.idx, first.idx + len(first)) if first is not None and first.tag_ == "PRP$" else None

    def _called(self, piece: Piece, who: Resolved, owner: Resolved | None) -> str | None:
        """What an author is called: by name, else as described, with the article that the text has."""
        words = " ".join(self.text[piece[0] : piece[1]].split())
        words = CLOSED.split(words)[0]
        span = self._span(piece)
        is_noun = span is not None and span.root.pos_ == "NOUN" and who.name == words  # "Police" opens a sentence
        is_named = who.kind in NAMED and who.name[:1].isupper() and not is_noun
        is_named = is_named and not (span is not None and is_beside(who.name, span))
        is_somewhere = who.kind is not SourceKind.PERSON and is_place(who.name) and self._is_place(piece)
        if span is None or is_somewhere or span.root.ent_type_ in ("DATE", "TIME"):
            return None
        if all(token.pos_ in ("PRON", "DET") for token in span):
            return who.name if is_named and who.name.lower() not in PERSONAL else None
        if is_named:
            return who.name
        if owner is not None and self._owner(piece) is not None:
            known = owner.kind is SourceKind.PERSON and owner.name.split()[0].lower() not in PERSONAL
            return f"{owner.name}’s {words.partition(' ')[2]}" if known and owner.name[:1].isupper() else None
        if span[0].pos_ not in COMMON or any(name.start == piece[0] for name in self._names_near(*piece)):
            return words
        return words[:1].lower() + words[1:]

    def _is_place(self, piece: Piece) -> bool:
        return any(name.kind == "place" and name.end == piece[1] for name in self._names_near(*piece))

    def _names_near(self, start: int, end: int) -> Sequence[Name]:
        """The names that begin before the end of a stretch, and not long before it."""
        return self.names[bisect_left(self.starts, start - LONGEST) : bisect_left(self.starts, end)]

    def _span(self, piece: Piece) -> Span | None:
        return self.doc.char_span(*piece, alignment_mode="expand")


COMMON = frozenset({"ADP", "DET", "ADJ", "ADV", "NOUN", "NUM"})
"""Parts of speech that have a capital at the beginning of a sentence alone."""
CLOSED = re.compile(r",|\s\(")
"""Where what is told more of somebody begins."""
NAMED = (SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.CROWD)
