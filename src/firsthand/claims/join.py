"""Statements to claims: likely pairs, grouped by average link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..model import Article, Claim, Statement, content_id
from ..text.grouping import average_link
from ..text.phrases import body_of, phrase_of, read_text
from ..text.points import Point, likelihood, point_of
from .clearest import clearest

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

JOINED = (
    0.35  # mean likelihood of two groups: pairs of the shared stories joined 0.46 at precision 0.75; 0.25: 0.52, 0.67
)
NEAREST = 40  # candidates a statement is compared with; on the shared stories no joined pair lay beyond the 25th


def join_claims(statements: Sequence[Statement], articles: Mapping[str, Article]) -> tuple[Claim, ...]:
    """The claims of one story, in the order of their first statement. Every statement is in exactly one."""
    if not statements:
        return ()
    points = _points(statements, articles)
    groups = average_link(len(statements), _likely(points), JOINED)
    return tuple(_claim([statements[i] for i in group], [points[i] for i in group]) for group in groups)


def _points(statements: Sequence[Statement], articles: Mapping[str, Article]) -> list[Point]:
    order = list(dict.fromkeys(statement.span.article for statement in statements))
    readings = {key: read_text(articles[key].text) for key in order}
    body = body_of(readings[key] for key in order)
    return [
        point_of(phrase_of(readings[s.span.article], [(p.start, p.end) for p in s.pieces or (s.span,)], body))
        for s in statements
    ]


def _likely(points: Sequence[Point]) -> dict[tuple[int, int], float]:
    """The likelihood of every pair that could be one point: each with its nearest by meaning."""
    import numpy as np

    vectors = np.stack([point.phrase.vector for point in points])
    pairs: dict[tuple[int, int], float] = {}
    for i, point in enumerate(points):
        for j in _nearest(vectors @ vectors[i], i):
            pair = (min(i, j), max(i, j))
            if pair not in pairs:
                pairs[pair] = likelihood(point, points[j])
    return pairs


def _nearest(cosines: npt.NDArray[np.float32], own: int) -> list[int]:
    import numpy as np

    order = np.lexsort((np.arange(len(cosines)), -cosines.round(5)))
    return [int(j) for j in order[: NEAREST + 1] if j != own]


def _claim(statements: list[Statement], points: list[Point]) -> Claim:
    return Claim(
        id=content_id("claim", *sorted(s.id for s in statements)),
        text=clearest(statements, points),
        statements=tuple(statements),
    )
