"""Sources resolved inside an article: "Singh", "he" and "Defence Minister Rajnath Singh" are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ...model.statements import SourceKind
from ..names.keys import surname
from .kinds import BODIES, COMMON_BODIES, NEUTER, PERSONAL, PLURAL, ROLES, WE, kind_of
from .mentions import Mention, Names, mention_at
from .people import bodies, last_names, lone_names, roles_of_people, unread_person
from .pronouns import RECENT, SENTENCES_BACK, Pronouns
from .reach import Reach
from .resolved import Earlier, Piece, Resolved
from .sexes import PRONOUNS, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from ..names.reader import Name

NAMED = {"person": SourceKind.PERSON, "organisation": SourceKind.ORGANISATION, "place": SourceKind.ORGANISATION}
"""Kinds of names as kinds of sources: a place that speaks is its government or its people's body."""
RELATIVE = ("who", "which", "that")
BESIDE = 60
"""Code points before a name, and behind it where it is set off by a comma, in which its bearer is described."""


class Sources:
    """The sources of one text, resolved in the order in which they are mentioned."""

    def __init__(self, doc: Doc, reach: Reach | None = None) -> None:
        self.doc, self.names = doc, Names(doc)
        self.last_names, self.bodies = last_names(self.names), bodies(doc, self.names)
        self.surnames = {surname(name.key): name for name in reversed(self.names.all) if name.kind == "person"}
        self.roles = roles_of_people(doc, self.names)
        self.roles_of: dict[str, tuple[str, ...]] = {}
        for role, people in sorted(self.roles.items()):
            for key in sorted({name.key for name in people}):
                self.roles_of[key] = (*self.roles_of.get(key, ()), role)
        self.pronouns = Pronouns(doc, self.names, reach or Reach(), self._named)
        self.earlier: list[Earlier] = []

    @cached_property
    def lone_names(self) -> frozenset[str]:
        """See `people.lone_names`."""
        return lone_names(self.doc)

    def resolve(self, pieces: Iterable[Piece]) -> dict[Piece, Resolved]:
        """Each mention with whom it names. One that can name nobody ("it is clear that …") is not among them."""
        found: dict[Piece, Resolved] = {}
        for piece in sorted(set(pieces)):
            mention = mention_at(self.doc, self.names, piece)
            if mention is None:
                text = " ".join(self.names.text[piece[0] : piece[1]].split())
                found[piece] = Resolved(text, SourceKind.UNNAMED, f"unnamed:{piece[0]}")
            elif (who := self._who(mention, piece)) is not None:
                tells = piece in self.pronouns.reach.tellers
                self.earlier.append(Earlier(piece[0], mention.lemma, mention.is_plural, tells, who))
                found[piece] = who
        return found

    def _who(self, mention: Mention, piece: Piece) -> Resolved | None:
        word = mention.text.lower()
        found = self._relative(mention) if word in RELATIVE and mention.head.dep_ in SUBJECTS else None
        if found is not None:
            return found
        if word in PRONOUNS:
            found = self.pronouns.person(piece, word, self.earlier)
        elif word in PLURAL:
            found = self.pronouns.several(piece, self.earlier)
        elif word in NEUTER:
            return self.pronouns.thing(piece, self.earlier)
        elif mention.text in WE:
            found = None
        elif mention.together:
            found = self._joint(mention)
        elif mention.name is not None and not mention.is_people:
            found = self._named(mention.name)
        else:
            found = self._the_one_before(mention) or self._unread(mention)
        return found or self._described(mention)

    def _named(self, name: Name) -> Resolved:
        full = self.last_names.get(name.key)
        if full is not None:
            return Resolved(self.names.fullest[full], SourceKind.PERSON, f"person:{full}", self.roles_of.get(full, ()))
        kind = NAMED.get(name.kind.value, SourceKind.ORGANISATION)
        if name.key in self.bodies:
            kind = SourceKind.ORGANISATION
        roles = self.roles_of.get(name.key, ())
        return Resolved(self.names.fullest[name.key], kind, f"{kind.value}:{name.key}", roles)

    def _joint(self, mention: Mention) -> Resolved:
        """Several people who are cited together."""
        people = {one.key: one.name for one in map(self._named, mention.together)}
        *first, last = people.values()
        name = f"{', '.join(first)} and {last}"
        return Resolved(name, SourceKind.CROWD, f"crowd:{' '.join(sorted(people))}")

    def _relative(self, mention: Mention) -> Resolved | None:
        """Whom "who" stands for: the noun that its clause belongs to. No person is called "which"."""
        clause = mention.head.head
        if clause.dep_ != "relcl":
            return None
        noun = clause.head
        phrase = mention_at(self.doc, self.names, (noun.left_edge.idx, noun.idx + len(noun)))
        if phrase is None or phrase.text.lower() == mention.text.lower():
            return None
        if mention.text.lower() == "which" and phrase.name is not None and noun.ent_type_ == "PERSON":
            return None
        return self._who(phrase, (phrase.start, noun.idx + len(noun)))

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
        for one in self.earlier[: -RECENT - 1 : -1]:
            if one.head == mention.lemma or one.who.name.lower().split()[-1] == mention.lemma:
                return one.who
        if mention.lemma in BODIES:
            named = [
                n for n in self.names.all if n.start < mention.start and n.name.lower().split()[-1] == mention.lemma
            ]
            return self._named(named[-1]) if named else self._body_before(mention)
        return None

    def _likeliest(self, people: list[Name], at: int) -> Name:
        """Of those who bear an office: the last one named if that is not long ago, else the one named most before."""
        earlier = [name for name in people if name.start <= at]
        recent = [name for name in earlier if name.start >= self.pronouns.sentence_back(at, SENTENCES_BACK)]
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
        end = head.idx + len(head)
        stands_alone = mention.text.endswith(head.text) or self.names.text[end : end + 1] in (",", "(")
        full = self.surnames.get(head.lower_)
        lone = mention.is_plural and mention.text == head.text
        lone = lone and (head.text in self.lone_names or (full is not None and " " in full.key))
        if (
            not head.text[:1].isupper()
            or mention.lemma in BODIES
            or not stands_alone
            or (mention.is_people and not lone)
        ):
            return None
        if full is not None:
            return self._named(full)
        name = head.text if lone else unread_person(head) if head.pos_ == "PROPN" else None
        return Resolved(name, SourceKind.PERSON, f"person:{name.lower()}") if name else None

    def _described(self, mention: Mention) -> Resolved:
        """A source that has no name in the text: called by what it is described as."""
        is_proper = mention.head.pos_ == "PROPN"
        kind = kind_of(
            mention.lemma, mention.is_plural, mention.is_definite, mention.head.ent_type_ == "PERSON", is_proper
        )
        if mention.text.lower() in PERSONAL:
            kind = SourceKind.PERSON
        elif mention.text in WE:
            kind = SourceKind.CROWD
        text = _without_article(mention.text)
        key = f"{kind.value}:{text.lower()}"
        if kind in (SourceKind.UNNAMED, SourceKind.CROWD):
            key += f":{mention.start}"  # two "officials" are two sources until something says otherwise
        return Resolved(text, kind, key)


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text
