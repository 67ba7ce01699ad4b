"""A stretch of text cut into the points it makes: each clause that tells something, with the subject that it lacks.

"Police arrested a man, who was charged on Monday, and searched his house" makes three points. Cut are coordinated
predicates, relative clauses, participles and appositions behind a comma, and clauses of time and reason; conditions
stay with what they condition. What would say too little by itself stays where it stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .phrases import is_content

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
"""Tags of verbs that make a clause (Penn Treebank)."""
RELATIVE = frozenset({"WDT", "WP"})
"""Tags of relative pronouns (Penn Treebank)."""
AUXILIARY = frozenset({"aux", "auxpass"})
BREAKS = frozenset({",", ";", "–", "—", "-", "--", "("})
BEHIND = frozenset({"relcl", "acl", "appos"})
"""Dependency labels (ClearNLP) of what tells more of a noun before it."""
CONDITIONS = frozenset({"if", "unless", "whether"})
BESIDE = frozenset({"compound", "amod", "nummod", "nmod", "poss", "det"})
"""Dependency labels (ClearNLP) of the words before a noun that say which one it is."""
LEAST = 2
"""Content words of the shortest part."""
LEAST_NAMED = 3
"""Content words of the shortest apposition that is told apart: "a 42-year-old nurse", not "the nurse"."""
CLIMB = 6
"""Steps up a sentence in search of a subject: bounds the work on a hostile one."""


@dataclass(frozen=True, slots=True)
class Part:
    """One point's own words, its head word, and the subject that it takes from the rest of its sentence."""

    head: Token
    words: tuple[Token, ...]
    subject: tuple[Token, ...]


def parts_within(doc: Doc, spans: Sequence[tuple[int, int]]) -> list[Part]:
    """The parts of a stretch in the order of the text; together they hold all its words."""
    inside = [token for start, end in spans for token in _tokens(doc, start, end)]
    by_sentence: dict[int, list[Token]] = defaultdict(list)
    for token in inside:
        by_sentence[token.sent.start].append(token)
    found = [part for tokens in by_sentence.values() for part in _parts(tokens)]
    return sorted(found, key=lambda part: part.words[0].i)


def whole(doc: Doc, spans: Sequence[tuple[int, int]]) -> Part | None:
    """A stretch as one part; None where it holds no word. Of several sentences the first has the head."""
    words = tuple(token for start, end in spans for token in _tokens(doc, start, end))
    if not words:
        return None
    head = _top(list(words))
    return Part(head, words, () if words[0].sent.start != words[-1].sent.start else _lacking(head, words, False))


def _tokens(doc: Doc, start: int, end: int) -> list[Token]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return [t for t in span if start <= t.idx < end and not t.is_space] if span is not None else []


def _parts(tokens: list[Token]) -> list[Part]:
    doc = tokens[0].doc
    heads = {token.i for token in tokens if _tells(token)}
    groups = _grouped(tokens, heads)
    while heads and (idle := _idle(doc, groups, heads)):
        heads -= idle
        groups = _grouped(tokens, heads)
    parts = []
    for number, group in groups.items():
        words = _trimmed(group)
        if words:
            is_cut = number in heads
            head = doc[number] if is_cut else _top(words)
            parts.append(Part(head, tuple(words), _lacking(head, words, is_cut)))
    return parts


def _grouped(tokens: list[Token], heads: set[int]) -> dict[int, list[Token]]:
    """The words of each clause, by its head."""
    groups: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        up = token
        while up.i not in heads and up.head.i != up.i:
            up = up.head
        groups[up.i].append(token)
    return groups


def _idle(doc: Doc, groups: dict[int, list[Token]], heads: set[int]) -> set[int]:
    """The clauses that say too little, or the first of those that leave too little behind."""
    small = {number for number, group in groups.items() if sum(map(is_content, group)) < LEAST}
    if small & heads:
        return small & heads
    left = small - heads
    under = [number for number in sorted(heads) if _holder(doc[number].head, heads) in left]
    return set(under[:1])


def _holder(token: Token, heads: set[int]) -> int:
    while token.i not in heads and token.head.i != token.i:
        token = token.head
    return token.i


def _tells(token: Token) -> bool:
    """Whether a word heads a clause that tells something of its own."""
    if token.dep_ == "appos":
        listed = token.head.dep_ == "conj" or any(c.dep_ == "conj" for c in [*token.children, *token.head.children])
        return not listed and _behind_break(token) and sum(map(is_content, token.subtree)) >= LEAST_NAMED
    if token.pos_ not in VERBAL:
        return False
    if token.dep_ == "conj":
        return token.head.pos_ in VERBAL
    if token.dep_ in ("relcl", "acl"):
        return _behind_break(token)
    if token.dep_ == "advcl":
        marks = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod")}
        return not marks & CONDITIONS and (bool(marks) or token.tag_ == "VBG" or _behind_break(token))
    return token.dep_ == "parataxis"


def _behind_break(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in BREAKS


def _top(words: Sequence[Token]) -> Token:
    """The word that the others hang on; a verb if one is among those that hang on nothing here."""
    own = {word.i for word in words}
    tops = [word for word in words if word.head.i not in own or word.head.i == word.i]
    tops = [t for t in tops if t.pos_ in VERBAL] or [t for t in tops if is_content(t)] or tops
    return max(tops, key=lambda t: (t.right_edge.i - t.left_edge.i, -t.i))


def _lacking(head: Token, words: Sequence[Token], is_cut: bool) -> tuple[Token, ...]:
    """The subject of a clause that has none of its own: what it modifies, or that of the clause it goes on with."""
    if is_cut and head.dep_ in BEHIND:
        return _beyond(head.head, words)
    if head.pos_ not in VERBAL or subject_of(head) is not None:
        return ()
    up = head
    for _ in range(CLIMB):
        if up.head.i == up.i:
            break
        up = up.head
        own = subject_of(up)
        if own is not None and up.pos_ in VERBAL:
            is_pointed = own.tag_ in RELATIVE and up.dep_ == "relcl"  # "the act, which was passed and allows it"
            return _beyond(up.head if is_pointed else own, words)
    return ()


def _beyond(noun: Token, words: Sequence[Token]) -> tuple[Token, ...]:
    own = {word.i for word in words}
    return tuple(word for word in [*noun.lefts, noun] if (word is noun or word.dep_ in BESIDE) and word.i not in own)


def subject_of(verb: Token) -> Token | None:
    """The subject that a verb has of its own."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def is_finite(verb: Token) -> bool:
    """Whether a verb makes a clause, by itself or by its auxiliary. A participle beside a finite verb that has none is
    that verb's like, misread: "stopped two boats and arrested 23 men"; so is one that somebody acts by: "an armed man
    carried out a raid"."""
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and verb.head.tag_ in FINITE:
        return True
    if verb.tag_ == "VBN" and any(child.dep_ == "nsubj" for child in verb.children):
        return True
    return verb.tag_ in FINITE or any(word.dep_ in AUXILIARY and word.tag_ in FINITE for word in verb.children)


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Without conjunctions and commas at the ends, nor the stop of a sentence whose last clause is cut off."""
    first, last = 0, len(tokens)
    if last > 1 and tokens[-1].is_punct and tokens[-1].i > tokens[-2].i + 1:
        last -= 1
    while first < last and _joins(tokens[first]):
        first += 1
    while last > first and _joins(tokens[last - 1]):
        last -= 1
    return tokens[first:last]


def _joins(token: Token) -> bool:
    return token.dep_ == "cc" or token.text in ",;:-–—"
