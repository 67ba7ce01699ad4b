"""Who did it to whom."""

from __future__ import annotations

import pytest

from firsthand.model import FindingKind

from .telling import article, differing, findings

PORT = article("port", "The port sued the shipyard over the broken cranes.")


def test_a_deed_told_the_other_way_round() -> None:
    (found,) = findings(FindingKind.STATUS, PORT, article("yard", "The port was sued by the shipyard over the cranes."))
    assert {side.value for side in found.sides} == {"by port", "by shipyard"}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("The shipyard was sued by the port over the broken cranes.", id="in the passive"),
        pytest.param("The insurer sued the shipyard over the broken cranes.", id="another who sued"),
        pytest.param("The shipyard wants to sue the port over the broken cranes.", id="not done"),
    ],
)
def test_the_same_way_round(told: str) -> None:
    assert differing(FindingKind.STATUS, PORT, article("other", told)) == []


def test_what_goes_both_ways() -> None:
    left = article("left", "The minister met the union over the pensions.")
    assert differing(FindingKind.STATUS, left, article("right", "The union met the minister over the pensions.")) == []
