"""Time expressions on TimeBank and AQUAINT (TempEval-3, UzZaman et al. 2013): strict and relaxed extent, and value F1.

    python bench/times.py ../shared/bench/time/timebank-aquaint.jsonl [--errors]

Value F1 is relaxed extent F1 times the share of values that are right among the matched, as the TempEval-3 scorer has
it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from firsthand.model import TimeExpression
from firsthand.text.times import find_times


def main() -> None:
    """Print the figures, and with --errors the commonest faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    gold_count = found_count = strict = relaxed = values = types = 0
    faults: Counter[str] = Counter()
    for line in given.path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        anchor = date.fromisoformat(item["published"][:10]) if item["published"] else None
        found = list(find_times(item["text"], anchor))
        gold_count += len(item["timexes"])
        found_count += len(found)
        for gold in item["timexes"]:
            words = item["text"][gold["start"] : gold["end"]].replace("\n", " ")
            match = _overlapping(gold, found)
            if match is None:
                faults[f"MISSED {gold['type']} {words!r} {gold['value']}"] += 1
                continue
            found.remove(match)
            relaxed += 1
            exact = (match.start, match.end) == (gold["start"], gold["end"])
            strict += exact
            if not exact:
                faults[f"EXTENT {words!r} found {match.text!r}"] += 1
            types += match.type == gold["type"]
            values += match.value == gold["value"]
            if match.value != gold["value"]:
                around = item["text"][max(0, gold["start"] - 40) : gold["end"] + 10].replace("\n", " ")
                faults[
                    f"VALUE  {words!r} {gold['value']} found {match.value} (published {item['published']}) … {around}"
                ] += 1
        for extra in found:
            around = item["text"][max(0, extra.start - 30) : extra.end + 20].replace("\n", " ")
            faults[f"EXTRA  {extra.text!r} {extra.value} … {around}"] += 1
    if given.errors:
        for fault, number in sorted(faults.items(), key=lambda pair: (pair[0][:6], -pair[1], pair[0])):
            print(number, fault)
    _print("strict", strict, found_count, gold_count)
    relaxed_f1 = _print("relaxed", relaxed, found_count, gold_count)
    print(f"value    F1 {relaxed_f1 * values / max(1, relaxed):.3f}   (accuracy {values / max(1, relaxed):.3f})")
    print(f"type     F1 {relaxed_f1 * types / max(1, relaxed):.3f}")


def _overlapping(gold: dict[str, Any], found: list[TimeExpression]) -> TimeExpression | None:
    hits = [t for t in found if t.start < gold["end"] and gold["start"] < t.end]
    return next((t for t in hits if (t.start, t.end) == (gold["start"], gold["end"])), hits[0] if hits else None)


def _print(name: str, right: int, found: int, gold: int) -> float:
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:8} F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}   ({right} right, {found} found, {gold} gold)")
    return f1


if __name__ == "__main__":
    main()
