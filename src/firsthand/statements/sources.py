"""Sources resolved inside an article: "Singh", "he" and "Defence Minister Rajnath Singh" are one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model.statements import SourceKind

from .attributions import Piece
from .kinds import BODIES, COMMON_BODIES, NEUTER, PERSONAL, PLURAL, ROLES, kind_of
from .mentions import Mention, Names, mention_at, root_of
from .people import FEMALE, MALE, honorifics, last_names, roles_of_people, unread_person

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from firsthand.text.names.reader import Name

SENTENCES_BACK = 3
"""How many sentences back a pronoun's person is looked for (Hobbs 1978: 98% stand in the same or the last sentence)."""
NAMED = {"person": SourceKind.PERSON, "organisation": SourceKind.ORGANISATION, "place": SourceKind.ORGANISATION}
"""Kinds of names as kinds of sources: a place that speaks is its government or its people's body."""
SINGLE = (SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED)
BESIDE = 60
"""Code points before a name, and behind it where it is set off by a comma, in which its bearer is described."""
HE, SHE = frozenset({"he", "his", "him", "himself"}), frozenset({"she", "her", "herself"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A source once it is known who it is: fullest name, kind, and a key equal for all its mentions."""

    name: str
    kind: SourceKind
    key: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Earlier:
    start: int
    head: str
    who: Resolved


class Sources:
    """The sources of one text, resolved in the order in which they are mentioned."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.names = doc, Names(doc)
        self.sentence_starts = [s.start_char for s in doc.sents]
        self.last_names, self.honorifics = last_names(self.names), honorifics(self.names)
        self.roles = roles_of_people(doc, self.names)
        self.roles_of: dict[str, tuple[str, ...]] = {}
        for role, people in sorted(self.roles.items()):
            for key in sorted({name.key for name in people}):
                self.roles_of[key] = (*self.roles_of.get(key, ()), role)
        self.earlier: list[_Earlier] = []

    def resolve(self, pieces: Iterable[Piece]) -> dict[Piece, Resolved]:
        """Each mention with whom it names."""
        found: dict[Piece, Resolved] = {}
        for piece in sorted(set(pieces)):
            mention = mention_at(self.doc, self.names, piece)
            if mention is None:
                text = " ".join(self.names.text[piece[0] : piece[1]].split())
                who = Resolved(text, SourceKind.UNNAMED, f"unnamed:{piece[0]}")
            else:
                who = self._who(mention)
                self.earlier.append(_Earlier(piece[0], mention.lemma, who))
            found[piece] = who
        return found

    def _who(self, mention: Mention) -> Resolved:
        word = mention.text.lower()
        if mention.head.dep_ in ("nsubj", "nsubjpass") and word in ("who", "which", "that"):
            return self._relative(mention) or self._described(mention)
        if word in HE | SHE:
            return self._person_before(mention, word) or self._described(mention)
        if word in PLURAL:
            return self._last_of(SourceKind.CROWD, SourceKind.UNNAMED, SourceKind.ORGANISATION) or self._described(
                mention
            )
        if word in NEUTER:
            return self._last_of(SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.POST) or self._described(
                mention
            )
        if mention.name is not None:
            return self._named(mention.name)
        return self._the_one_before(mention) or self._unread(mention) or self._described(mention)

    def _named(self, name: Name) -> Resolved:
        full = self.last_names.get(name.key)
        if full is not None:
            return Resolved(self.names.fullest[full], SourceKind.PERSON, f"person:{full}", self.roles_of.get(full, ()))
        kind = NAMED.get(name.kind.value, SourceKind.ORGANISATION)
        roles = self.roles_of.get(name.key, ())
        return Resolved(self.names.fullest[name.key], kind, f"{kind.value}:{name.key}", roles)

    def _relative(self, mention: Mention) -> Resolved | None:
        """Whom "who" stands for: the noun that its clause belongs to."""
        clause = mention.head.head
        if clause.dep_ != "relcl":
            return None
        noun = clause.head
        phrase = mention_at(self.doc, self.names, (noun.left_edge.idx, noun.idx + len(noun)))
        return self._who(phrase) if phrase is not None and phrase.text.lower() != mention.text.lower() else None

    def _person_before(self, mention: Mention, word: str) -> Resolved | None:
        """The person a "he" goes back to: who acts in the sentence, else the last one cited, else the last named."""
        barred = FEMALE if word in HE else MALE
        since = self._sentence_back(mention.start, SENTENCES_BACK)
        inside = [
            name
            for name in self.names.within(since, mention.start)
            if name.kind == "person"
            and since <= name.start < mention.start
            and not self.honorifics.get(name.key, frozenset()) & barred
        ]
        acting = [name for name in inside if self._acts(name)]
        here = self._sentence_back(mention.start, 0)
        if acting and acting[-1].start >= here:
            return self._named(acting[-1])
        cited = [one.who for one in self.earlier if one.start >= since and one.who.kind in SINGLE]
        if cited:
            return cited[-1]
        if inside:
            return self._named(acting[-1] if acting else inside[-1])
        return self._last_of(SourceKind.PERSON, SourceKind.OFFICE)

    def _acts(self, name: Name) -> bool:
        span = self.doc.char_span(name.start, name.end, alignment_mode="expand")
        return span is not None and root_of(span).dep_ in ("nsubj", "nsubjpass")

    def _sentence_back(self, at: int, back: int) -> int:
        before = bisect_right(self.sentence_starts, at)
        return self.sentence_starts[before - 1 - back] if before > back else 0

    def _last_of(self, *kinds: SourceKind) -> Resolved | None:
        return next((one.who for one in reversed(self.earlier) if one.who.kind in kinds), None)

    def _the_one_before(self, mention: Mention) -> Resolved | None:
        """Whom "the minister", "the ministry", "the company" or "the source" goes back to."""
        if not mention.is_definite or mention.is_plural:
            return None
        if mention.lemma in ROLES:
            people = [name for name in self.roles.get(mention.lemma, ()) if self._fits(mention, name)]
            if people:
                return self._named(self._likeliest(people, mention.start))
        if not mention.is_bare:
            return None
        same = [
            one.who
            for one in self.earlier
            if one.head == mention.lemma or one.who.name.lower().split()[-1] == mention.lemma
        ]
        if same:
            return same[-1]
        if mention.lemma in BODIES:
            named = [
                n for n in self.names.all if n.start < mention.start and n.name.lower().split()[-1] == mention.lemma
            ]
            return self._named(named[-1]) if named else self._body_before(mention)
        return None

    def _likeliest(self, people: list[Name], at: int) -> Name:
        """Of those who bear an office: the last one named if that is not long ago, else the one named most before."""
        earlier = [name for name in people if name.start <= at]
        recent = [name for name in earlier if name.start >= self._sentence_back(at, SENTENCES_BACK)]
        if recent or not earlier:
            return recent[-1] if recent else people[0]
        counted = Counter(name.key for name in self.names.all if name.start <= at)
        return max(earlier, key=lambda name: (counted[name.key], name.start))

    def _fits(self, mention: Mention, name: Name) -> bool:
        """Whether "the Norland minister" can be the person named: the other words are said of them where they are."""
        others = [
            t.lower_ for t in mention.head.children if t.dep_ in ("amod", "compound") and t.idx < mention.head.idx
        ]
        behind = BESIDE if self.names.text[name.end : name.end + 1] in ",(" else 0
        near = self.names.text[max(0, name.start - BESIDE) : name.end + behind].lower()
        return all(word in near for word in others)

    def _body_before(self, mention: Mention) -> Resolved | None:
        """The body that "the company" means: the last one cited, if it is an organisation by name."""
        if mention.lemma not in COMMON_BODIES:
            return None
        return next(
            (
                one.who
                for one in reversed(self.earlier)
                if one.who.kind is SourceKind.ORGANISATION and one.who.name[:1].isupper()
            ),
            None,
        )

    def _unread(self, mention: Mention) -> Resolved | None:
        """Who bears a name that the name reader passed over: somebody's last name, or a name of a human being."""
        head = mention.head
        if head.pos_ != "PROPN" or mention.lemma in BODIES:
            return None
        full = next((n for n in self.names.all if n.kind == "person" and n.key.split()[-1:] == [head.lower_]), None)
        if full is not None:
            return self._named(full)
        name = unread_person(head)
        return Resolved(name, SourceKind.PERSON, f"person:{name.lower()}") if name else None

    def _described(self, mention: Mention) -> Resolved:
        """A source that has no name in the text: called by what it is described as."""
        is_proper = mention.head.pos_ == "PROPN"
        kind = kind_of(
            mention.lemma, mention.is_plural, mention.is_definite, mention.head.ent_type_ == "PERSON", is_proper
        )
        if mention.text.lower() in PERSONAL:
            kind = SourceKind.PERSON
        text = _without_article(mention.text)
        key = f"{kind.value}:{text.lower()}"
        if kind in (SourceKind.UNNAMED, SourceKind.CROWD):
            key += f":{mention.start}"  # two "officials" are two sources until something says otherwise
        return Resolved(text, kind, key)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text
