"""Groups of things joined by pairs."""

from __future__ import annotations

from collections.abc import Iterable


def families_of(count: int, joins: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The connected groups of the numbers 0 .. count - 1, each in order, ordered by their first member."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for a, b in joins:
        first, second = sorted((root(a), root(b)))
        parent[second] = first
    groups: dict[int, list[int]] = {}
    for number in range(count):
        groups.setdefault(root(number), []).append(number)
    return [tuple(group) for group in groups.values()]
