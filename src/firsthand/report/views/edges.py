"""The lines between the articles of a drawing: arrows where one took from another, curves where they only share."""

from __future__ import annotations

from dataclasses import dataclass

from .. import wording
from ..index import StoryIndex
from .descent import Parents


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A path from one article to another."""

    path: str
    width: float
    kind: str
    title: str
    tip: str = ""


def tree_edges(
    order: list[tuple[str, int]],
    parents: Parents,
    xs: dict[str, int],
    ys: dict[str, int],
    index: StoryIndex,
) -> list[Edge]:
    """An arrow down to every article from the one it took most from."""
    edges = []
    for article, _ in order:
        if article in parents:
            giver, share = parents[article]
            x, top, y = xs[giver], ys[giver] + 11, ys[article]
            to = max(xs[article] - 13, x + 4)
            edges.append(
                Edge(
                    path=f"M{x} {top}V{y - 6}Q{x} {y} {min(x + 6, to)} {y}H{to - 4}",
                    width=round(1 + 3 * share, 1),
                    kind="took",
                    title=f"{index.numbers[article]} took {wording.percent(share)} of its text from "
                    f"{index.numbers[giver]}",
                    tip=f"M{to - 6} {y - 4}L{to} {y}L{to - 6} {y + 4}Z",
                )
            )
    return edges


def loose_edges(arcs: list[tuple[float, str, str]], ys: dict[str, int], left: int, index: StoryIndex) -> list[Edge]:
    """Curves at the left between articles that share text, where nothing says who took it from whom."""
    edges = []
    for share, a, b in arcs:
        top, bottom = sorted((ys[a], ys[b]))
        bulge = left - 14 - min(40, 8 + (bottom - top) // 8)
        edges.append(
            Edge(
                path=f"M{left - 14} {top}C{bulge} {top} {bulge} {bottom} {left - 14} {bottom}",
                width=round(1 + 2 * share, 1),
                kind="shares",
                title=f"{index.numbers[a]} and {index.numbers[b]} share text; who took from whom cannot be told",
            )
        )
    return edges
