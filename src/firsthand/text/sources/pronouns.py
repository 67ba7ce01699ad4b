"""Whom a cited pronoun goes back to: somebody in its reach, of its number and sex."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ...model.statements import SourceKind
from ..names.keys import surname
from ..names.lexicon import FEMALE, MALE
from .kinds import FIRST_PERSON, ROLES
from .mentions import Names, root_of
from .reach import Reach
from .resolved import Earlier, Piece, Resolved
from .sexes import PRONOUNS, SUBJECTS, Sex, sexes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from ..names.reader import Name

SENTENCES_BACK = 3
"""How many sentences back a pronoun's person is looked for (Hobbs 1978: 98% stand in the same or the last sentence)."""
ONE = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED)
BODIES = (SourceKind.ORGANISATION, SourceKind.CROWD)
MAIN = ("ROOT", "conj")
ACTING = (*SUBJECTS, "attr")
CLIMB = 40
"""Steps up a sentence in search of its main verb: bounds the work on a hostile one."""
HUMAN = ROLES | MALE | FEMALE
RECENT = 100
"""Sources cited before a pronoun that are looked at, and people or bodies named: bounds the work on a hostile text."""
THINGS = (SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.POST)


def _is_human(one: Earlier) -> bool:
    """Whether a source is one human being for sure."""
    if one.who.kind is SourceKind.UNNAMED:
        return not one.is_plural and (one.tells or one.head in HUMAN)
    return one.who.kind in ONE and not one.is_plural and one.head not in FIRST_PERSON


def _is_several(one: Earlier) -> bool:
    """Whether a source may be called "they": several, or a body."""
    return one.who.kind in BODIES or (one.is_plural and one.who.kind is not SourceKind.PERSON)


def _ends_in_surname(name: Name) -> bool:
    """Whether a name stands for the person whose key it has, and not for a body that the key begins with."""
    return surname(name.key) in name.name.lower().split()[-2:]


def _last_of(names: Sequence[Name], since: int, before: int) -> list[Name]:
    """The last names of a list that stand between two places."""
    end = bisect_left(names, before, key=lambda name: name.start)
    return [name for name in names[max(0, end - RECENT) : end] if name.end > since]


class Pronouns:
    """The pronouns of one text. `named` says who bears a name."""

    def __init__(self, doc: Doc, names: Names, reach: Reach, named: Callable[[Name], Resolved]) -> None:
        self.doc, self.names, self.reach, self.named = doc, names, reach, named
        by_key = {name.key: name for name in names.all}
        told = sorted(sexes(doc, names, reach).items())
        self.sex_of: dict[str, Sex] = {named(by_key[key]).key: sex for key, sex in told}
        self.sentence_starts = [s.start_char for s in doc.sents]
        self.people = [name for name in names.all if name.kind == "person"]
        self.organisations = [name for name in names.all if name.kind == "organisation"]
        self.verbs: dict[int, Token | None] = {}

    def sentence_back(self, at: int, back: int) -> int:
        """Where the sentence begins that stands so many before the one of a place."""
        before = bisect_right(self.sentence_starts, at)
        return self.sentence_starts[before - 1 - back] if before > back else 0

    def person(self, mention: Piece, word: str, earlier: Sequence[Earlier]) -> Resolved | None:
        """Whom a "he" goes back to: in the nearest sentence who is cited or acts, outside what others are cited for,
        else the last one who acts, is named or was cited long ago."""
        other = "woman" if PRONOUNS[word] == "man" else "man"
        since = self.sentence_back(mention[0], SENTENCES_BACK)
        people = _last_of(self.people, since, mention[0])
        acting = [n for n in people if self._verb_of(n) is not None]
        cited = [(e.start, e.who) for e in earlier[-RECENT:] if _is_human(e)]
        near = [(self.sentence_back(at, 0), True, at, who) for at, who in cited if at >= since]
        heard = [n for n in acting if self._is_heard(mention, n) and not self._is_aside(mention, n)]
        near += [(*self._clause(mention, n), n.start, self.named(n)) for n in heard]
        candidates = [
            *cited,
            *((n.start, self.named(n)) for n in people),
            *((n.start, self.named(n)) for n in acting),
            *((at, who) for _, _, at, who in sorted(near, key=lambda one: one[:3])),
        ]
        found = self._in_reach(mention, candidates, earlier)
        fitting = (who for who in reversed(found) if who.kind in ONE and self.sex_of.get(who.key) != other)
        return next(fitting, None)

    def _clause(self, mention: Piece, name: Name) -> tuple[int, bool]:
        """The sentence in which a name acts, and whether it does so in the main clause or in the mention's sentence."""
        sentence, verb = self.sentence_back(name.start, 0), self._verb_of(name)
        is_here = sentence == self.sentence_back(mention[0], 0)
        return sentence, is_here or (verb is not None and verb.dep_ in MAIN)

    def _is_aside(self, mention: Piece, name: Name) -> bool:
        """Whether a name acts only beside a "he" or "she" that an earlier sentence is about."""
        verb = self._verb_of(name)
        if verb is None or self._clause(mention, name)[1]:
            return False
        for _ in range(CLIMB):
            verb = verb.head
        return any(t.dep_ in SUBJECTS and t.lower_ in PRONOUNS for t in verb.children)

    def _is_heard(self, mention: Piece, name: Name) -> bool:
        """Whether the article, or who is cited for what stands at the mention, speaks of somebody."""
        return self.reach.teller(name.start) in (None, self.reach.teller(mention[0]))

    def several(self, mention: Piece, earlier: Sequence[Earlier]) -> Resolved | None:
        """Whom a "they" goes back to: the last ones who are cited or act, if they are several or a body."""
        return self._body(mention, earlier, [(e.start, e.who) for e in earlier[-RECENT:] if _is_several(e)])

    def thing(self, mention: Piece, earlier: Sequence[Earlier]) -> Resolved | None:
        """What an "it" goes back to: the last body, document or post that is cited, or body that acts."""
        cited = [(e.start, e.who) for e in earlier[-RECENT:] if e.who.kind in THINGS and not e.is_plural]
        return self._body(mention, earlier, cited)

    def _body(
        self, mention: Piece, earlier: Sequence[Earlier], cited: Sequence[tuple[int, Resolved]]
    ) -> Resolved | None:
        since = self.sentence_back(mention[0], SENTENCES_BACK)
        bodies = _last_of(self.organisations, since, mention[0])
        acting = [(n.start, self.named(n)) for n in bodies if self._acts_here(mention, n)]
        near = [one for one in (*cited, *acting) if one[0] >= since]
        return next(reversed(self._in_reach(mention, sorted(near, key=lambda one: one[0]), earlier)), None)

    def _acts_here(self, mention: Piece, name: Name) -> bool:
        return self._verb_of(name) is not None and self._clause(mention, name)[1] and self._is_heard(mention, name)

    def _in_reach(
        self, mention: Piece, candidates: Iterable[tuple[int, Resolved]], earlier: Sequence[Earlier]
    ) -> list[Resolved]:
        """Those whom a mention can go back to: who is named in what it says is not who says it, and whoever speaks does
        not call himself "he"."""
        told = [name for piece in self.reach.said.get(mention, ()) for name in self.names.within(*piece)]
        barred = {self.named(name).key for name in told if name.kind != "person" or _ends_in_surname(name)}
        speaker = self.reach.speaker(mention[0])
        if speaker is not None:
            barred |= {self.named(n).key for n in self.names.within(*speaker)}
            barred |= {one.who.key for one in earlier[-RECENT:] if one.start == speaker[0]}
        return [who for at, who in candidates if who.key not in barred and self.reach.reaches(mention, at)]

    def _verb_of(self, name: Name) -> Token | None:
        if name.start not in self.verbs:
            self.verbs[name.start] = self._read_verb(name)
        return self.verbs[name.start]

    def _read_verb(self, name: Name) -> Token | None:
        """The verb whose subject a name is, or which says who it was: "the winner was Ada Holm"."""
        span = self.doc.char_span(name.start, name.end, alignment_mode="expand")
        root = root_of(span) if span is not None else None
        if root is None or root.dep_ not in ACTING:
            return None
        named = any(t.dep_ in SUBJECTS and t.pos_ == "PROPN" for t in root.head.children)
        return None if root.dep_ == "attr" and named else root.head
