"""The matcher on the points of a story: one point in other words before another point."""

from __future__ import annotations

import pytest

from firsthand.claims.evidence import evidence
from firsthand.claims.matched import matched
from firsthand.claims.points import laid_out, points_of
from firsthand.model import Article

from ..findings.stories import BRIDGE, LANDSLIDE
from ..findings.telling import statements

SAME = [
    (BRIDGE, "Forty-three people were injured", "At least forty people", "The bridge was 394 feet long"),
    (BRIDGE, "The bridge was 120 metres long", "The bridge was 394 feet long", "At least forty people"),
    (LANDSLIDE, "17 people alive", "11 people alive", "closed for seven miles"),
]


@pytest.mark.parametrize(("accounts", "one", "same", "other"), SAME)
def test_one_point_is_likelier_than_another(accounts: tuple[Article, ...], one: str, same: str, other: str) -> None:
    own = {article.id: article for article in accounts}
    said = [statement for account in accounts for statement in statements(account)]
    points = points_of(said, own)
    layout = laid_out(points, said, own)
    left, right, table = evidence(layout)
    likely = dict(
        zip(zip(left.tolist(), right.tolist(), strict=True), matched(layout, left, right, table), strict=True)
    )
    at = {
        words: [n for n, point in enumerate(points) if words in said[point.statement].quote]
        for words in (one, same, other)
    }

    def best(words: str) -> float:
        return float(max(likely.get((min(i, j), max(i, j)), 0.0) for i in at[one] for j in at[words]))

    assert best(same) > best(other)
