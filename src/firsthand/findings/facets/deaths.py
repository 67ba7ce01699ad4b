"""Deaths: one person who died at the scene in one account, on the way to a hospital or in one in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from ...model import FindingKind, Severity, Side, Span
from ..actors import other_actors
from ..agreement import Difference
from ..material import Material, Said
from .wording import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

WEIGHT = 0.6
SAME_POINT = 0.4  # likelihood of one point, where the dead are not named in both
SCENE = frozenset({"scene", "spot"})
HOSPITAL = frozenset({"hospital", "infirmary", "clinic"})
WAY = frozenset({"way", "route", "ambulance"})
PLACES = {"at the scene": SCENE, "on the way": WAY, "in a hospital": HOSPITAL}
"""Where news has people die, each by the nouns that say it. Who is only pronounced dead in a hospital may have died
before."""


@dataclass(frozen=True, slots=True, eq=False)
class Death:
    """One death in one account: where, and the words of the name of who died, if it is told."""

    said: Said
    verb: Token
    where: str
    focus: Span
    who: frozenset[str]


def differences(material: Material) -> Iterator[Difference]:
    """One difference for the first two accounts of each death that have it in two places."""
    deaths = [death for one in material.said for death in _deaths(material, one)]
    told: dict[str, set[str]] = defaultdict(set)
    for death in deaths:
        told[death.said.statement.span.article].add(death.where)
    seen: set[frozenset[str]] = set()
    for left, right in combinations(deaths, 2):
        articles = [death.said.statement.span.article for death in (left, right)]
        several = any(len(told[article]) > 1 for article in articles)  # then of several dead
        if left.where == right.where or articles[0] == articles[1] or several or not _of_one(material, left, right):
            continue
        places = frozenset({left.where, right.where})
        if places not in seen:
            seen.add(places)
            yield _difference(left, right)


def _of_one(material: Material, left: Death, right: Death) -> bool:
    if left.who and right.who:
        return not other_actors(left.who, right.who)
    return left.said.claim == right.said.claim or material.related(left.said, right.said) >= SAME_POINT


def _deaths(material: Material, one: Said) -> Iterator[Death]:
    span = one.statement.span
    doc = material.readings[span.article].doc
    inside = doc.char_span(span.start, span.end, alignment_mode="contract")
    for verb in inside or ():
        pronounced = verb.lemma_ in ("pronounce", "declare") and any(child.lower_ == "dead" for child in verb.subtree)
        if verb.pos_ != "VERB" or not (verb.lemma_ == "die" or pronounced):
            continue
        found = _place(verb)
        if found is not None and not (pronounced and found[0] != "at the scene"):
            where, first, last = found
            yield Death(one, verb, where, Span(span.article, first.idx, last.idx + len(last)), _who(verb))


def _place(verb: Token) -> tuple[str, Token, Token] | None:
    """Where a verb has it happen, from the preposition to the noun: "on the way", "at the scene", "in hospital"."""
    for child in verb.children:
        if child.dep_ not in ("prep", "advmod"):
            continue
        for noun in child.children:
            for where, words in PLACES.items():
                if noun.lemma_.lower() in words:
                    return where, child, noun
    return None


def _who(verb: Token) -> frozenset[str]:
    """The words of the name of who died."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return frozenset()
    parts = [subject, *(part for part in subject.children if part.dep_ in ("compound", "appos", "flat"))]
    return frozenset(part.lower_ for part in parts if part.pos_ == "PROPN")


def _difference(left: Death, right: Death) -> Difference:
    return Difference(
        kind=FindingKind.PLACE,
        severity=Severity.MAJOR,
        why=f"The accounts have one person die in two places: {listed([left.where, right.where])}.",
        sides=tuple(
            Side(span=death.said.statement.span, quote=death.said.statement.quote, value=death.where, focus=death.focus)
            for death in (left, right)
        ),
        claims=tuple(dict.fromkeys(death.said.claim for death in (left, right))),
        weight=WEIGHT,
    )
