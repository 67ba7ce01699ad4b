"""What a mention says of the kind of its name: its words, the parser's label, and what stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from ..places import is_place
from .lexicon import (
    EVENT_FIRST,
    EVENT_HEADS,
    ORGANISATION_FIRST,
    ORGANISATION_HEADS,
    OWNED,
    PERSON_VERBS,
    PLACE_FIRST,
    PLACE_HEADS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from .runs import Run


class NameKind(StrEnum):
    """What a name names. In a tie of votes, the kind that stands first here."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    PRODUCT = "product"
    OTHER = "other"


LABELS = {
    "PERSON": NameKind.PERSON, "ORG": NameKind.ORGANISATION, "GPE": NameKind.PLACE, "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE, "EVENT": NameKind.EVENT, "PRODUCT": NameKind.PRODUCT, "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER, "NORP": NameKind.OTHER,
}  # fmt: skip
PLACE_WORDS = frozenset(
    ("in", "at", "near", "from", "outside", "across", "toward", "towards", "off", "around", "via", "into")
)
COMPASS = frozenset(("new", "east", "west", "north", "south"))
AGE_OR_WHO = re.compile(r", \d{1,2}[,.]|,? who\b")


def votes(run: Run) -> Counter[NameKind]:
    """How strongly one mention speaks for each kind."""
    counted: Counter[NameKind] = Counter()
    words = [token.lower_ for token in run.tokens()]
    if run.titled:
        counted[NameKind.PERSON] += 4
    label = LABELS.get(run.last.ent_type_)
    if label:
        counted[label] += 2 if run.name.ent_type_ == run.last.ent_type_ else 1
    counted.update(_by_words(words, run))
    counted.update(_by_surroundings(run, words))
    return counted


def winner(counted: Counter[NameKind]) -> NameKind:
    """The kind most votes speak for."""
    if not counted or max(counted.values()) == 0:
        return NameKind.OTHER
    order = list(NameKind)
    return max(order, key=lambda kind: (counted[kind], -order.index(kind)))


def _by_words(words: Sequence[str], run: Run) -> Counter[NameKind]:
    counted: Counter[NameKind] = Counter()
    first, last, several = words[0], words[-1].rstrip("."), len(words) > 1
    if any(character.isdigit() for word in words for character in word):
        counted[NameKind.PRODUCT] += 3
    if last in ORGANISATION_HEADS | OWNED or (several and first in ORGANISATION_FIRST):
        counted[NameKind.ORGANISATION] += 4
    if several and (last in PLACE_HEADS or first in PLACE_FIRST - COMPASS):
        counted[NameKind.PLACE] += 3
    if several and (first in EVENT_FIRST or last in EVENT_HEADS):
        counted[NameKind.EVENT] += 4
    if not several and run.last.is_upper and first.isalpha() and 2 <= len(first) <= 6 and not is_place(first):
        counted[NameKind.ORGANISATION] += 2
    return counted


def _by_surroundings(run: Run, words: Sequence[str]) -> Counter[NameKind]:
    counted: Counter[NameKind] = Counter()
    doc = run.first.doc
    known = is_place(run.written)
    if known:
        counted[NameKind.PLACE] += 2
    if run.first.i and doc[run.first.i - 1].lower_ in PLACE_WORDS and not run.titled:
        counted[NameKind.PLACE] += 2 if known else 1
    if len(words) <= 4 and _speaks(run.last):
        counted[NameKind.PERSON] += 2
    if run.last.ent_type_ != "NORP" and AGE_OR_WHO.match(str(doc[run.last.i : run.last.i + 4]), len(run.last)):
        counted[NameKind.PERSON] += 3
    return counted


def _speaks(token: Token) -> bool:
    return token.tag_ != "NNPS" and token.dep_ == "nsubj" and token.head.lemma_.lower() in PERSON_VERBS
