"""The order of an origin's sentences: that of its most verbatim witness, with what the others add put in between."""

from __future__ import annotations

from collections.abc import Sequence

from .readings import Reading


def in_order(groups: Sequence[Sequence[Reading]]) -> list[list[Reading]]:
    """The groups as the origin had them, as far as its witnesses say.

    Witness after witness, from the one that quotes most: a sentence that is not yet placed goes beside the nearest
    sentence of that witness that is, and between two equally near ones before the later.
    """
    held: dict[int, list[tuple[int, int]]] = {}
    quoted: dict[int, int] = {}
    for number, group in enumerate(groups):
        nearest: dict[int, Reading] = {}
        for reading in group:
            article = reading.place[0]
            quoted[article] = quoted.get(article, 0) + (len(reading.folded) if reading.quoted else 0)
            if article not in nearest or (reading.quoted and not nearest[article].quoted):
                nearest[article] = reading
        for article, reading in nearest.items():
            held.setdefault(article, []).append((reading.place[1], number))
    order: list[int] = []
    for article in sorted(held, key=lambda a: (-quoted[a], -len(held[a]), a)):
        _place(order, sorted(held[article]))
    return [list(groups[number]) for number in order]


def _place(order: list[int], witness: Sequence[tuple[int, int]]) -> None:
    """Puts one witness's sentences into the order."""
    known = {number: sentence for sentence, number in witness if number in order}
    for sentence, number in witness:
        if number in order:
            continue
        before = max(((s, n) for n, s in known.items() if s < sentence), default=None)
        after = min(((s, n) for n, s in known.items() if s > sentence), default=None)
        if after is not None and (before is None or after[0] - sentence <= sentence - before[0]):
            order.insert(order.index(after[1]), number)
        elif before is not None:
            order.insert(order.index(before[1]) + 1, number)
        else:
            order.append(number)
        known[number] = sentence
