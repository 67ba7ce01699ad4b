"""Regions: one named place put in parts of its country that exclude each other: "the southeastern city of Harl", "the
city of Harl in central Norland"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import FindingKind, Severity, Span
from ...text.places import find_place, opposed
from ..agreement import Difference
from ..material import Material
from ..slots import filler, side
from .wording import listed

POINT = r"(?P<point>(?:north|south)(?:-?(?:east|west))?|east|west|cent(?:er|re|ral))(?:ern)?"
NAME = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
KIND = r"(?:port city|city|town|village|port|suburb)"
KIND_OF = re.compile(rf"\bthe (?i:{POINT}) (?:[A-Z][a-z]+ )?{KIND} of {NAME}")
IN_PART = re.compile(rf"\b{KIND} of {NAME},? in (?:the )?(?i:{POINT}) (?P<whole>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
WEIGHT = 0.45


@dataclass(frozen=True, slots=True)
class Put:
    """A place, and the part of its country that an account puts it in."""

    name: str
    point: str
    words: str


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each named place that is put in parts of its country that exclude each other."""
    put: dict[str, list[tuple[Span, Put]]] = defaultdict(list)
    for key, article in material.articles.items():
        for found in sorted([*KIND_OF.finditer(article.text), *IN_PART.finditer(article.text)], key=re.Match.start):
            if _of_country(found):
                place = Put(found["name"], found["point"].lower().replace("-", ""), found[0])
                put[place.name].append((Span(key, *found.span()), place))
    for told in put.values():
        points = {place.point for _, place in told}
        if len(points) > 1 and any(_exclude(one, other) for one in points for other in points):
            yield _difference(material, told)


def _of_country(found: re.Match[str]) -> bool:
    """Whether the whole is the country: nothing else is said, or a country is."""
    whole = found.groupdict().get("whole")
    return whole is None or any(place.kind == "country" for place in find_place(whole)[:1])


def _exclude(left: str, right: str) -> bool:
    """Whether no place lies in both parts: the north and the south, the centre and any side."""
    central = {point.startswith("cent") for point in (left, right)}
    return len(central) == 2 or opposed(left, right)


def _difference(material: Material, told: list[tuple[Span, Put]]) -> Difference:
    first = list({place.point: (span, place) for span, place in reversed(told)}.values())[::-1]
    fillers = [filler(material, span.article, span.start, span.end, place) for span, place in first]
    words = listed([place.words for _, place in first])
    return Difference(
        kind=FindingKind.PLACE,
        severity=Severity.MINOR,
        why=f"The accounts put {first[0][1].name} in other parts of its country: {words}.",
        sides=tuple(side(material, one, one.value.words) for one in fillers),
        claims=tuple(dict.fromkeys(one.said.claim for one in fillers if one.said)),
        weight=WEIGHT,
    )
