"""Places: one thing put in two places of which neither lies in the other, or in opposite directions of one place."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...model import FindingKind, Severity
from ...text.names import NameRelation, compare_names, find_names
from ...text.phrases import liken
from ...text.places import directions, find_place, opposed, same_place, within
from ..agreement import Agreement, Comparison, Difference
from ..material import Material
from ..slots import Filler, claims_of, filler, heads_alike, of_other_days, side, slots
from ..slots import opposed as against
from . import regions
from .wording import listed


@dataclass(frozen=True, slots=True)
class Where:
    """A place as an account gives it: "in Qingdao", or "150 nautical miles east of Aden"."""

    name: str
    words: str
    preposition: str
    direction: str | None
    distance: str | None = None
    resident: str | None = None
    """Whom the place is the home of: "Lars Vik, 36, of Bergen"."""


def compare(left: Where, right: Where) -> Comparison:
    """Whether two places can be meant for one thing. Places that the gazetteer does not tell apart are not compared."""
    if left.resident or right.resident:
        return _homes(left, right)
    if left.direction or right.direction:
        if (
            not (left.direction and right.direction)
            or compare_names(left.name, right.name).relation is NameRelation.DIFFERENT
        ):
            return Comparison(Agreement.UNRELATED, "directions from other places")
        if opposed(left.direction, right.direction):
            return Comparison(Agreement.DIFFERENT, "opposite directions")
        return Comparison(Agreement.COMPATIBLE, "one direction")
    if compare_names(left.name, right.name).relation is not NameRelation.DIFFERENT or same_place(left.name, right.name):
        return Comparison(Agreement.SAME, "one place")
    if within(left.name, right.name) or within(right.name, left.name):
        return Comparison(Agreement.COMPATIBLE, "one place lies in the other")
    if within(left.name, right.name) is None and within(right.name, left.name) is None:
        return Comparison(Agreement.UNRELATED, "the gazetteer does not know how the two lie")
    return Comparison(Agreement.DIFFERENT, "neither place lies in the other")


def _homes(left: Where, right: Where) -> Comparison:
    """Whether two homes can be one: nobody is of two towns in one story, however near they lie."""
    if not (left.resident and right.resident):
        return Comparison(Agreement.UNRELATED, "a home and a place of something else")
    if compare_names(left.resident, right.resident).relation is NameRelation.DIFFERENT:
        return Comparison(Agreement.UNRELATED, "the homes of two people")
    if compare_names(left.name, right.name).relation is not NameRelation.DIFFERENT or same_place(left.name, right.name):
        return Comparison(Agreement.SAME, "one place")
    kinds = [{place.kind for place in find_place(name)[:1]} for name in (left.name, right.name)]
    if kinds[0] == kinds[1] and within(left.name, right.name) is not True:
        return Comparison(Agreement.DIFFERENT, "one person is said to be of two places")
    return Comparison(Agreement.COMPATIBLE, "one place may lie in the other")


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each thing that the accounts put in several places."""
    fillers = [
        filler(material, key, start, end, where)
        for key, article in material.articles.items()
        for start, end, where in _places(material, key, article.text)
    ]
    for group in slots(fillers, _fits, LEAST):
        differing = against(group, _differ, _likely)
        if differing:
            yield _difference(material, differing)
    yield from regions.differences(material)


def _places(material: Material, key: str, text: str) -> Iterator[tuple[int, int, Where]]:
    """Places that something is said to happen at: those that follow a preposition of place, and directions."""
    read = directions(text)
    for one in read:
        yield one.start, one.end, Where(one.references[0], text[one.start : one.end], "", one.direction, one.distance)
    doc = material.readings[key].doc
    people = {name.end: name.name for name in find_names(text) if name.kind == "person"}
    dateline = material.articles[key].dateline
    for name in find_names(text):
        inside = any(one.start <= name.start < one.end for one in read)
        own = doc.char_span(name.start, name.end, alignment_mode="expand")
        if inside or own is None or not find_place(name.name):
            continue
        if dateline is not None and name.start < dateline.end:
            continue
        above = own.root.head
        if own.root.dep_ == "pobj" and above.lower_ in PREPOSITIONS:
            yield name.start, name.end, Where(name.name, name.text, above.lower_, None)
        elif own.root.dep_ == "pobj" and above.lower_ == "of":
            resident = _resident(text, above.idx, people)
            if resident:
                yield name.start, name.end, Where(name.name, name.text, "of", None, None, resident)


def _resident(text: str, at: int, people: Mapping[int, str]) -> str | None:
    """The full name that ends right before an "of", but for an age between commas."""
    gap = AGED.search(text[max(0, at - 20) : at])
    end = at - len(gap[0]) if gap else -1
    name = people.get(end)
    return name if name and len(name.split()) > 1 else None


AGED = re.compile(r"(?:, ?(?:age |aged )?\d{1,3})?,? ?$")
PREPOSITIONS = frozenset({"in", "at", "near", "off", "outside", "around", "to", "from"})

# The weights of the times facet: what a place stands in tells as much as what a day stands in, and there are too few
# differing places in the shared stories (15) to fit them apart. LEAST is higher, since most events touch many places.
COVERED, COVERS, HEADS, VERBS, INTERCEPT = 2.6, 1.6, 4.0, 1.6, -5.4
LEAST = 0.5
OF_ONE = 0.8  # likelihood that two homes of one person, or two places equally far from a third, are given for one thing
DIRECTED = 0.7  # what the heads of equal places come to, in the middle


def _fits(left: Filler[Where], right: Filler[Where]) -> float:
    """The likelihood that two places are given for one thing."""
    compared = compare(left.value, right.value).agreement
    if (
        compared is Agreement.UNRELATED
        or left.value.preposition != right.value.preposition
        or of_other_days(left, right)
    ):
        return 0.0
    if left.value.resident or (left.value.distance and left.value.distance == right.value.distance):
        return OF_ONE
    like = liken(left.surroundings, right.surroundings)
    verbs = (left.governor == right.governor) - 0.5 if left.governor and right.governor else 0.0
    turned = left.value.direction and right.value.direction  # "east" and "west" are no nouns to be compared
    heads = DIRECTED if turned else heads_alike(left, right)
    score = INTERCEPT + COVERED * like.covered + COVERS * like.covers + HEADS * heads + VERBS * verbs
    return 1.0 / (1.0 + math.exp(-score - (compared is not Agreement.DIFFERENT)))


def _differ(left: Filler[Where], right: Filler[Where]) -> bool:
    return compare(left.value, right.value).agreement is Agreement.DIFFERENT


def _likely(left: Filler[Where], right: Filler[Where]) -> bool:
    return left.span.article != right.span.article and _fits(left, right) >= LEAST


def _difference(material: Material, group: Sequence[Filler[Where]]) -> Difference:
    turned = any(one.value.direction for one in group)
    return Difference(
        kind=FindingKind.PLACE,
        severity=Severity.MAJOR if turned else Severity.MINOR,
        why=f"The accounts put one thing {listed(list(dict.fromkeys(_shown(one.value) for one in group)))}.",
        sides=tuple(side(material, one, _shown(one.value)) for one in group),
        claims=claims_of(group),
        weight=0.7 if turned else 0.45,
    )


def _shown(where: Where) -> str:
    return f"{where.preposition} {where.words}".strip()
