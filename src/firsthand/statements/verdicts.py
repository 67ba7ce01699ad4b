"""Which words of a content are what it says itself, and which stand in what it only tells of.

"He doubts that it held" doubts; "he is hurt by those who doubt that it held" tells of doubt. Words of denial and doubt
count where they stand in the main clause of what is said, by the parse, and judge as predicates do.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from firsthand.text.parts import SUBJECTS
from firsthand.text.sources import Piece

from .reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLD_OF = frozenset({"relcl", "acl", "advcl", "pcomp", "csubj", "csubjpass", "ccomp", "xcomp"})
"""Clauses that hang on another (ClearNLP labels): what stands in them is not what the sentence itself says."""
BESIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
"""Those of them that stand beside the main clause, and not in it as its object."""
RAISING = frozenset({"seem", "appear", "remain", "be", "continue", "keep", "begin", "start", "have"})
"""Verbs whose infinitive is their own predicate: "remains to be seen", "continues to doubt"."""
PREDICATES = frozenset({"acomp", "attr", "oprd", "ROOT", "ccomp"})
MINDS = frozenset({"doubt", "question", "believe", "know", "sure", "certain", "positive", "convinced", "say",
                   "skeptical", "sceptical"})  # fmt: skip
"""Words for what goes on in a mind: the doubt is that of whose mind it is."""
CLIMB = 40
"""Steps up a sentence: bounds the work on a hostile one."""


class Verdicts:
    """The words of one content, asked where they stand."""

    def __init__(self, reading: Reading, pieces: tuple[Piece, ...], source: Piece | None = None) -> None:
        self.tokens = [token for piece in pieces for token in reading.tokens_within(piece)]
        self._ordered = sorted(self.tokens, key=lambda token: token.idx)
        self._offsets = [token.idx for token in self._ordered]
        self._inside = {token.i for token in self.tokens}
        self._names = {token.lower_ for token in reading.tokens_within(source)} if source is not None else set()
        self._starts: list[Piece] = []
        at = 0
        for start, end in pieces:
            self._starts.append((at, start))
            at += end - start + 1

    def word_at(self, offset: int) -> Token | None:
        """The word at an offset of the content's words, in which one space stands between two pieces."""
        place = self._place(offset)
        return next(iter(self._between(place, place)), None)

    def _place(self, offset: int) -> int:
        number = bisect_right(self._starts, offset, key=lambda piece: piece[0])
        base, start = self._starts[number - 1] if number else (0, 0)
        return start + offset - base

    @property
    def heads(self) -> str:
        """The nouns that a content is of, where it is no clause: "rumours" in "on the rumours of a sale"."""
        top = next(
            (token for token in self.tokens if token.head.i not in self._inside or token.head.i == token.i), None
        )
        while top is not None and top.pos_ in ("ADP", "SCONJ"):
            top = next((child for child in top.children if child.i in self._inside and child.dep_ == "pobj"), None)
        return " ".join(token.text for token in (top, *top.conjuncts)) if top is not None else ""

    def says(self, offset: int) -> bool:
        """Whether the word there stands in a main clause of the content. Where there is no parse, it does."""
        token = self.word_at(offset)
        return token is None or self._top(token) is not None

    def doubts(self, start: int, end: int) -> bool:
        """Whether words of doubt are those of who is cited: in a main clause, not denied, in nobody else's mind."""
        words = self._words(start, end)
        if not words:
            return True
        first = words[0]
        if self._top(first) is None or self._denied(words) or first.dep_ == "amod":
            return False
        if first.pos_ == "ADP" and first.head.pos_ not in ("VERB", "AUX"):
            return False  # "the house in question"
        return not any(self._in_anothers_mind(token) for token in words)

    def leaves_open(self, start: int, end: int) -> bool:
        """The same of what an account says in its own voice: whoever doubts, it tells no more; and a clause of which a
        clause is doubted may be doubted by that."""
        words = self._words(start, end)
        if not words:
            return True
        first = words[0]
        if first.dep_ == "advmod" and first.head.dep_ == "amod":
            return False  # "an allegedly drunk driver"
        return not self._denied(words) and self._top(first, BESIDE) is not None

    def judges(self, start: int, end: int) -> bool:
        """Whether words of judgement are a predicate: "the report is false", not "the false report says so"."""
        words = self._words(start, end)
        if not words:
            return True
        last = words[-1]
        top = self._top(words[0])
        if top is None or (len(words) == 1 and last.pos_ == "VERB" and last.tag_ != "VBN"):
            return False  # "the fault lies in the lock"
        if len(words) > 1:
            return True
        while last.dep_ in ("conj", "advmod") and last.head.i in self._inside:
            last = last.head
        return last.dep_ in PREDICATES or last.i == top.i

    def _words(self, start: int, end: int) -> list[Token]:
        return self._between(self._place(start), self._place(max(start, end - 1)))

    def _between(self, low: int, high: int) -> list[Token]:
        """The words from one place in the text to another; that at the first may begin before it."""
        first = max(0, bisect_right(self._offsets, low) - 1)
        words = self._ordered[first : bisect_right(self._offsets, high)]
        return [token for token in words if low < token.idx + len(token)]

    @staticmethod
    def _denied(words: list[Token]) -> bool:
        """Whether a word of doubt is itself denied: "never questioned"."""
        here = {token.i for token in words}
        return any(
            child.dep_ == "neg" and child.i not in here
            for token in words
            if token.pos_ in ("VERB", "NOUN", "AUX")
            for child in token.children
        )

    def _top(self, token: Token, between: frozenset[str] = TOLD_OF) -> Token | None:
        """The head of the content's clause that a word stands in, if no other clause lies between."""
        for _ in range(CLIMB):
            if token.head.i == token.i or token.head.i not in self._inside:
                return token
            if token.dep_ in between and not self._is_held(token):
                return None
            token = token.head
        return None

    def _is_held(self, verb: Token) -> bool:
        """Whether a clause is what "I think" or "we can assure you" says, or the predicate of a verb of seeming."""
        head = verb.head
        if verb.dep_ == "xcomp":
            return head.lemma_ in RAISING
        if verb.dep_ != "ccomp":
            return False
        if verb.i < head.i:
            return True  # "It is a lie, he says": the clause in front is the sentence
        own = any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in head.children)
        return own and not any(child.dep_ == "neg" for child in head.children)

    def _in_anothers_mind(self, token: Token) -> bool:
        if token.lemma_.lower() not in MINDS and not any(t.lemma_.lower() in MINDS for t in token.children):
            return False
        for _ in range(CLIMB):
            subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
            if subject is not None:
                named = {t.lower_ for t in subject.subtree if t.pos_ == "PROPN"}
                return subject.pos_ in ("NOUN", "PROPN") and not (named and named & self._names)
            if token.head.i == token.i or token.head.i not in self._inside:
                return False
            token = token.head
        return False
