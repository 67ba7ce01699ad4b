"""Quantities on NewsQuant (Almasian, Kazakova, Gertz 2023): precision, recall, F1 of value, and of value with unit.

    python bench/quantities.py ../shared/bench/quantities/newsquant-even.jsonl [--errors]

A value is right when amount (and upper end of a range) equal the gold's, each gold value once a sentence. A unit
is right when it is the gold's normalised unit; for plain counts when the last word of what is counted stands in the
gold's, in the singular. As in the data, ordinals and scores are left aside, and "one of three" is the ratio.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from firsthand.model import Bound, Quantity
from firsthand.text.quantities import find_quantities
from firsthand.text.quantities.naming import singular, unit_name


def main() -> None:
    """Print the figures, and with --errors what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    counts = {"value": [0, 0, 0], "value+unit": [0, 0, 0], "value+bound": [0, 0, 0]}
    for line in given.path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found = [q for q in find_quantities(item["text"]) if q.role not in ("ordinal", "score")]
        wrong = list(_score(counts, item["quantities"], found))
        if wrong and given.errors:
            print(item["text"])
            for text in wrong:
                print("   ", text)
    for name, (right, predicted, gold) in counts.items():
        precision, recall = right / max(1, predicted), right / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        shares = f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        print(f"{name:12} {shares}   ({right} right, {predicted} found, {gold} gold)")


def _score(counts: dict[str, list[int]], gold: list[dict[str, Any]], found: list[Quantity]) -> Iterator[str]:
    rest = list(found)
    for tally in counts.values():
        tally[1] += len(found)
        tally[2] += len(gold)
    for item in gold:
        fitting = [q for q in rest if _same_value(item["value"], q)]
        best = max(fitting, key=lambda q: _same_unit(item, q), default=None)
        if best is None:
            yield f"MISSED {item['change']} {item['value']} [{item['unit']} = {item['normalized_unit']}]"
            continue
        rest.remove(best)
        counts["value"][0] += 1
        counts["value+bound"][0] += _same_bound(item["change"], best)
        if _same_unit(item, best):
            counts["value+unit"][0] += 1
        else:
            yield f"UNIT   {best.text!r}: {best.unit} {best.counted!r}, gold {item['normalized_unit']}"
    for quantity in rest:
        read = f"{quantity.amount} {quantity.high} {quantity.unit} {quantity.counted!r} {quantity.role}"
        yield f"EXTRA  {quantity.text!r} {read}"


def _same_value(gold: str, found: Quantity) -> bool:
    ends = [
        Decimal(part) for part in re.findall(r"-?[\d.]+(?:[eE][-+]?\d+)?", re.sub(r"(?<=[\d.])-(?=[\d])", " ", gold))
    ]
    mine = [found.amount] if found.high is None else [found.amount, found.high]
    if found.of is not None:
        mine = [found.amount / found.of]
    if found.unit == "%" and len(ends) == 1 and abs(ends[0]) < 1 and not re.search(r"%|per", found.text):
        mine = [mine[0] / 100]
    if len(ends) == 1 and found.high is not None and found.bound is Bound.ABOUT:
        mine = [found.amount]
    if len(ends) != len(mine):
        return False
    return all(abs(a - b) <= abs(b) * Decimal("0.002") for a, b in zip(mine, ends, strict=True))


def _same_unit(gold: dict[str, Any], found: Quantity) -> bool:
    wanted = gold["normalized_unit"].lower()
    if found.role == "age":
        return wanted in (f"{found.unit} of age", found.unit)
    if found.unit is None:
        if wanted == "-":
            return True
        return bool(found.counted) and singular(re.findall(r"[\w-]+", str(found.counted))[-1]) in _heads(wanted)
    name = unit_name(found)
    if found.counted and wanted == f"{name} of {found.counted}":
        return True
    return wanted in (name, f"united states {name}") or (wanted.startswith("%") and name == "percentage")


def _heads(wanted: str) -> list[str]:
    return [singular(word) for word in re.findall(r"[\w-]+", wanted)]


def _same_bound(change: str, found: Quantity) -> bool:
    wanted = {"~": (Bound.ABOUT,), ">": (Bound.MORE,), "<": (Bound.LESS,)}.get(change)
    return found.bound in wanted if wanted else found.bound in (Bound.EXACT, Bound.RANGE)


if __name__ == "__main__":
    main()
