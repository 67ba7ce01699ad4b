"""Sources resolved inside an article: "Singh", "he" and "Defence Minister Rajnath Singh" are one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.model.statements import SourceKind

from .attributions import Piece
from .kinds import ROLES, kind_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PERSONAL = frozenset({"he", "she", "i", "his", "her", "him", "who", "himself", "herself", "me", "my"})
PLURAL = frozenset({"they", "we", "their", "them", "our", "us"})
NEUTER = frozenset({"it", "its", "which", "that"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our"})
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Resolved:
    """A source once it is known who it is: fullest name, kind, and a key equal for all its mentions."""

    name: str
    kind: SourceKind
    key: str


@dataclass(frozen=True, slots=True)
class _Mention:
    text: str
    head: Token | None
    name: tuple[str, ...]
    """The words of the proper name that the mention holds."""
    roles: frozenset[str]


def resolved(doc: Doc, mentions: list[Piece]) -> dict[Piece, Resolved]:
    """Each mention (in text order) with whom it names."""
    found: dict[Piece, Resolved] = {}
    people = _people(doc)
    named: dict[str, Resolved] = {}
    recent: list[tuple[Resolved, frozenset[str]]] = []
    for piece in sorted(set(mentions)):
        mention = _mention(doc, piece)
        who = _antecedent(mention, recent) or _fresh(mention, people, named, piece)
        found[piece] = who
        if who.key not in named:
            named[who.key] = who
        recent.append((who, mention.roles))
    return found


def _people(doc: Doc) -> dict[str, tuple[str, ...]]:
    """Each person's last name with the fullest name that the text has for it."""
    people: dict[str, tuple[str, ...]] = {}
    for entity in doc.ents:
        if entity.label_ != "PERSON":
            continue
        words = tuple(t.text for t in entity if t.pos_ == "PROPN" and t.text[:1].isupper())
        if words and len(words) <= 5 and len(words) > len(people.get(words[-1].lower(), ())):
            people[words[-1].lower()] = words
    return people


def _mention(doc: Doc, piece: Piece) -> _Mention:
    span = doc.char_span(*piece, alignment_mode="expand")
    text = " ".join(doc.text[piece[0] : piece[1]].split())[:LONGEST_NAME]
    if span is None:
        return _Mention(text, None, (), frozenset())
    head = span.root
    runs: list[list[str]] = [[]]
    for token in span:
        if token.pos_ == "PROPN" and token.text[:1].isupper():
            runs[-1].append(token.text)
        elif runs[-1]:
            runs.append([])
    name = max(runs, key=len)
    holder = next((run for run in runs if head.text in run), name)
    roles = frozenset(t.lemma_.lower() for t in span) & ROLES
    return _Mention(text, head, tuple(holder), roles)


def _antecedent(mention: _Mention, recent: list[tuple[Resolved, frozenset[str]]]) -> Resolved | None:
    """The earlier source that a pronoun or a "the minister" goes back to."""
    word = mention.text.lower()
    head = mention.head
    wanted: frozenset[SourceKind] | None = None
    if word in PERSONAL:
        wanted = frozenset({SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED})
    elif word in PLURAL:
        wanted = frozenset({SourceKind.CROWD, SourceKind.UNNAMED, SourceKind.ORGANISATION})
    elif word in NEUTER:
        wanted = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.POST})
    if wanted is not None:
        return next((who for who, _ in reversed(recent) if who.kind in wanted), None)
    if head is None or mention.name or mention.text.split()[0].lower() not in DEFINITE:
        return None
    lemma = head.lemma_.lower()
    for who, roles in reversed(recent):
        if lemma in roles or who.name.lower().split()[-1:] == [head.text.lower()]:
            return who
    return None


def _fresh(mention: _Mention, people: dict[str, tuple[str, ...]], named: dict[str, Resolved], piece: Piece) -> Resolved:
    name = mention.name
    full = people.get(name[-1].lower()) if name else None
    if full is not None and (len(name) == 1 or name[-1].lower() == full[-1].lower()):
        best = full if len(full) >= len(_bare(name)) else name
        key = "person:" + full[-1].lower()
        return named.get(key) or Resolved(" ".join(best), SourceKind.PERSON, key)
    head = mention.head
    if head is None:
        return Resolved(mention.text, SourceKind.UNNAMED, f"unnamed:{piece[0]}")
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in PLURAL
    definite = mention.text.split()[0].lower() in DEFINITE
    kind = kind_of(head.lemma_.lower(), plural, definite, head.ent_type_ == "PERSON", head.pos_ == "PROPN")
    if head.lower_ in PERSONAL:
        kind = SourceKind.PERSON
    text = _without_article(mention.text)
    if kind in (SourceKind.UNNAMED, SourceKind.CROWD):
        return Resolved(mention.text, kind, f"{kind.value}:{text.lower()}:{piece[0]}")
    return Resolved(text, kind, f"{kind.value}:{text.lower()}")


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in name if word.lower().rstrip(".") not in ROLES and not word.endswith("."))


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else text
