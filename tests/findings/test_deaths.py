"""Where somebody died."""

from __future__ import annotations

import pytest

from firsthand.model import FindingKind, Severity

from .telling import article, findings, focused

WAY = article("way", "The receptionist, Rosa Lind, died on the way to the hospital, police said.")
SCENE = article("scene", "Rosa Lind died at the scene.")


def test_on_the_way_and_at_the_scene() -> None:
    (found,) = findings(FindingKind.PLACE, WAY, SCENE)
    assert found.severity is Severity.MAJOR
    assert focused(found, (WAY, SCENE)) == ["on the way", "at the scene"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("Rosa Lind was pronounced dead at the hospital.", id="pronounced dead later"),
        pytest.param("Karl Moe died at the scene.", id="somebody else"),
        pytest.param("Rosa Lind died in March.", id="no place"),
        pytest.param("Rosa Lind died in hospital. Karl Moe died at the scene.", id="two dead, two places"),
    ],
)
def test_no_two_places_of_one_death(told: str) -> None:
    assert findings(FindingKind.PLACE, WAY, article("other", told)) == []
