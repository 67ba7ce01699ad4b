"""The gate: on the project's own labelled cases no figure falls below its floor (bench/floors.json)."""

from __future__ import annotations

import json
from pathlib import Path

from bench.cases import cases, digest, measure

FLOORS = json.loads((Path(__file__).parents[1] / "bench" / "floors.json").read_text(encoding="utf-8"))


def test_the_floors_were_set_on_these_cases() -> None:
    assert digest() == FLOORS["sha256"], "the cases have changed: measure again and set the floors (bench/cases.py)"


def test_there_are_enough_cases_of_either_kind() -> None:
    kinds = [case.kind for case in cases()]
    assert len(kinds) >= 120
    assert 0.3 < kinds.count("none") / len(kinds) < 0.7


def test_no_figure_falls_below_its_floor() -> None:
    figures, wrong = measure()
    told = [f"{case.kind} ({case.note}): found {', '.join(kinds) or 'nothing'}" for case, kinds in wrong]
    low = {name: (figures[name], floor) for name, floor in FLOORS["floors"].items() if figures[name] < floor}
    assert not low, "\n".join([str(low), *told])
