"""The gate: on the labelled sentences no figure of a check falls below its floor (bench/check_floors.json)."""

from __future__ import annotations

import json
from pathlib import Path

from bench.checks import digest, labelled, measure

FLOORS = json.loads((Path(__file__).parents[2] / "bench" / "check_floors.json").read_text(encoding="utf-8"))


def test_the_floors_were_set_on_these_sentences() -> None:
    assert digest() == FLOORS["sha256"], "the sentences have changed: measure again and set the floors"
    labels = [one.label for one in labelled()]
    assert all(labels.count(label) >= 25 for label in ("agrees", "differs", "none"))


def test_no_figure_falls_below_its_floor() -> None:
    figures, outcomes = measure()
    low = {name: (figures[name], floor) for name, floor in FLOORS["floors"].items() if figures[name] < floor}
    assert not low, "\n".join([str(low), *(f"{one.asked}: {one.told}" for one in outcomes if not one.hit or one.wrong)])
