"""What one account leaves open and another tells as fact."""

from __future__ import annotations

import pytest

from firsthand.model import FindingKind, Severity

from .telling import article, findings, focused

ALLEGED = article("alleged", "During the transport to Orme, Lund allegedly drew a knife and attacked two officers.")
PLAIN = article("plain", "Lund attacked two officers during the transport to Orme on Monday.")


def test_a_deed_alleged_here_and_told_as_fact_there_is_shown() -> None:
    (found,) = findings(FindingKind.ATTRIBUTION, ALLEGED, PLAIN)
    assert found.severity is Severity.MAJOR
    assert [side.value for side in found.sides] == ["alleged", "in the article's own voice"]
    assert focused(found, (ALLEGED, PLAIN)) == ["attacked", "attacked"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("Two officers were attacked during the transport to Orme on Monday.", id="laid to nobody"),
        pytest.param("The suspect Lund attacked two officers, prosecutors said.", id="credited"),
        pytest.param("Lund is accused of drawing a knife during the transport to Orme.", id="accused"),
        pytest.param("Karl Moe attacked two officers during a walk in Sund.", id="somebody else"),
        pytest.param("Lund did not attack any officers during the transport to Orme.", id="not done"),
    ],
)
def test_what_lays_the_deed_to_nobody_tells_no_fact(told: str) -> None:
    assert findings(FindingKind.ATTRIBUTION, ALLEGED, article("other", told)) == []
