"""The sides of a case that a claim's statements come from: authorities, parties, and what an article says itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Statement
from .agreement import Side
from .families import families_of
from .parties import Party
from .roles import Role

GENERIC = re.compile(r"(?:the\s)?(?:authorities|authority|officials?|officers?|government)", re.IGNORECASE)


def with_own_voice(
    groups: Sequence[Sequence[int]], statements: Sequence[Statement], parties: Sequence[Party | None]
) -> list[tuple[int, ...]]:
    """The groups, with what an article says in its own voice put to whom it cites for the same point.

    Where it cites two, its own words rest on either, and make the two no one source: they are left out.
    """
    home = {n: g for g, group in enumerate(groups) for n in group}
    cited: dict[str, set[int]] = {}
    for n, party in enumerate(parties):
        if party is not None:
            cited.setdefault(statements[n].span.article, set()).add(home[n])
    joins: list[tuple[int, int]] = []
    idle: set[int] = set()
    for g, group in enumerate(groups):
        if all(parties[n] is None for n in group):
            found = sorted({other for n in group for other in cited.get(statements[n].span.article, ())})
            joins += [(g, found[0])] if len(found) == 1 else []
            idle.update([g] if len(found) > 1 else [])
    merged = families_of(len(groups), joins)
    return [tuple(sorted(n for g in family for n in groups[g])) for family in merged if not idle >= set(family)]


def sides_of(
    groups: Sequence[Sequence[int]], parties: Sequence[Party | None]
) -> tuple[list[Side], list[tuple[int, ...]]]:
    """The groups that have a side of their own, and the others.

    Authorities are one side, since they hear of a case from each other. Named officials of different civil offices are
    each a side where no force or court is among the sources. A group with a named party or body is a side unless an
    authority is in it.
    """
    sides: list[Side] = []
    pool: list[int] = []
    civil: list[Side] = []
    unproven: list[tuple[int, ...]] = []
    for group in groups:
        members = [p for p in (parties[n] for n in group) if p is not None]
        officials = [p for p in members if p.role is Role.AUTHORITY]
        named = [p.called for p in members if p.role in (Role.PARTY, Role.BODY)]
        if officials and any(p.is_civil for p in officials):
            civil.append((_fullest([p.called for p in officials if p.is_civil]), tuple(group)))
        elif officials:
            pool += group
        elif named:
            sides.append((_fullest(named), tuple(group)))
        else:
            unproven.append(tuple(group))
    forces = any(p is not None and p.is_force for p in (parties[n] for n in pool))
    if len(civil) > 1 and not forces:
        return [*civil, *sides], [*unproven, tuple(sorted(pool))] if pool else unproven
    pool += [n for _, group in civil for n in group]
    if pool:
        sides.insert(0, (_authorities([parties[n] for n in sorted(pool)]), tuple(sorted(pool))))
    return sides, unproven


def _fullest(names: Sequence[str]) -> str:
    return max(names, key=lambda name: (len(name), name))


def _authorities(parties: Sequence[Party | None]) -> str:
    """The authorities with up to two of their names."""
    names = [
        p.called for p in parties if p is not None and p.role is Role.AUTHORITY and not GENERIC.fullmatch(p.called)
    ]
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), -len(name), name)):
        if not any(name.lower() in other.lower() or other.lower() in name.lower() for other in kept):
            kept.append(name)
    return f"the authorities ({', '.join(kept[:2])})" if kept else "the authorities"
