"""The baseline of `statements.py`: a verb of saying, its subject and its complement, and quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from firsthand.statements.attributions import Attribution, Piece
from firsthand.statements.quotes import quoted_stretches
from firsthand.statements.reading import SUBJECTS, piece_of
from firsthand.text.english import parse

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    "accuse acknowledge add admit advise affirm agree allege announce answer argue ask assert assure believe "
    "blame call caution charge claim comment complain concede conclude confirm consider contend contradict "
    "counter criticise criticize declare decline demand deny describe disclose dismiss dispute doubt emphasise "
    "emphasize estimate exclaim expect explain express find hint hope imply indicate inform insist joke know "
    "maintain mention note observe order pledge point post praise predict promise propose question quip quote "
    "read recall reckon recommend recount refuse refute reiterate reject remark remember remind repeat reply "
    "report request respond reveal say shout show speculate state stress suggest suspect swear tell testify think "
    "threaten tweet urge vow want warn welcome whisper wonder worry write "
)
"""Verbs with a source as subject and what it says or holds as complement (Levin 1993, classes 29, 33, 37)."""
COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def attributions_by_grammar(text: str) -> tuple[Attribution, ...]:
    """One attribution a verb of saying, or "according to", that has a complement or a quotation beside it."""
    quotes = quoted_stretches(text)
    found = []
    for sentence in parse(text).sents:
        inside = [q for q in quotes if q[0] < sentence.end_char and sentence.start_char < q[1]]
        for token in sentence:
            read = _said(token, sentence, inside) if token.lemma_ in SAYING else _according(token, sentence)
            if read is not None:
                found.append(read)
    return tuple(sorted(found, key=lambda a: (a.content, a.cue or (0, 0))))


def _said(verb: Token, sentence: Sentence, quotes: list[Piece]) -> Attribution | None:
    if verb.pos_ not in ("VERB", "AUX") or any(a <= verb.idx < b for a, b in quotes):
        return None
    source = next((piece_of(t) for t in verb.children if t.dep_ in SUBJECTS), None)
    complement = next((piece_of(t) for t in verb.children if t.dep_ in COMPLEMENTS), None)
    pieces = list(quotes) if quotes else [complement] if complement else []
    if complement and quotes and not any(a < complement[1] and complement[0] < b for a, b in quotes):
        pieces = [complement]
    elif complement and quotes:
        pieces = [(min(complement[0], quotes[0][0]), max(complement[1], quotes[-1][1]))]
    cue = (verb.idx, verb.idx + len(verb))
    kept = tuple(p for p in pieces if not (p[0] <= cue[0] < p[1]))
    if not kept:
        kept = tuple(_without(p, source, cue) for p in pieces)
    kept = tuple(p for p in kept if p[1] > p[0])
    return Attribution(source=source, cue=cue, content=kept) if kept and source else None


def _without(piece: Piece, source: Piece | None, cue: Piece) -> Piece:
    """A complement that runs round its own verb of saying ("Prices fell, he said."): the longer side of it."""
    start, end = min(cue[0], source[0] if source else cue[0]), max(cue[1], source[1] if source else cue[1])
    before, after = (piece[0], min(start, piece[1])), (max(end, piece[0]), piece[1])
    return before if before[1] - before[0] >= after[1] - after[0] else after


def _according(token: Token, sentence: Sentence) -> Attribution | None:
    if token.lower_ != "according":
        return None
    to = next((t for t in token.children if t.lower_ == "to"), None)
    named = next((t for t in to.children if t.dep_ == "pobj"), None) if to is not None else None
    if named is None or to is None:
        return None
    source, cue = piece_of(named), (token.idx, to.idx + len(to))
    leads = cue[0] - sentence.start_char < 3
    content = (source[1], sentence.end_char) if leads else (sentence.start_char, cue[0])
    return Attribution(source=source, cue=cue, content=(content,)) if content[1] - content[0] > 2 else None
