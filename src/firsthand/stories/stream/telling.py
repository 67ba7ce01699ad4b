"""The answer to a placement: where, why, what was nearest, what was nearest of those left out, what it follows up."""

from __future__ import annotations

from collections.abc import Callable

from ..grouping import FLOOR
from .evidence import REST
from .neighbours import Arrival
from .shelves import Shelves
from .values import Follows, Near, Outcome, Placement

SAID: dict[Outcome, str] = {
    "new": "no story is near enough",
    "joined": "it reports the story's event",
    "merged": "it reports the event of what had been two stories",
    "split": "with it, what had been one story shows to be two events",
}


def answer_of(arrival: Arrival, outcome: Outcome, shelves: Shelves, name_of: Callable[[int], str]) -> Placement:
    """What is said of one article that stands in its story; `name_of` gives the article of a row."""
    nearest, left_out = _nearest(arrival, shelves, name_of)
    follows = _follows(arrival, shelves)
    return Placement(
        article=arrival.article,
        story=shelves.by_key[int(shelves.story_of[arrival.row])].name,
        outcome=outcome,
        why=_why(outcome, nearest, left_out, follows),
        nearest=nearest,
        left_out=left_out,
        follows=follows,
    )


def _nearest(arrival: Arrival, shelves: Shelves, name_of: Callable[[int], str]) -> tuple[Near | None, Near | None]:
    """The nearest article of its story, and the nearest of another; ties to the earlier."""
    rows = list(arrival.near)
    mine = int(shelves.story_of[arrival.row])
    best: dict[bool, tuple[float, int]] = {}
    for row, story in zip(rows, shelves.story_of[rows].tolist(), strict=True):
        found = (-arrival.near[row], row)
        if found[0] < 0 and found < best.get(story == mine, (0.0, 0)):
            best[story == mine] = found

    def told(inside: bool) -> Near | None:
        if inside not in best:
            return None
        strength, row = best[inside]
        story = shelves.by_key[int(shelves.story_of[row])].name
        return Near(article=name_of(row), story=story, strength=-strength)

    return told(True), told(False)


def _follows(arrival: Arrival, shelves: Shelves) -> Follows | None:
    """The story that rested when this article came, and that it goes on with."""
    rows = [row for row, strength in arrival.raw.items() if strength > FLOOR and _gap(arrival, shelves, row) > REST]
    if not rows:
        return None
    row = min(rows, key=lambda one: (-arrival.raw[one], one))
    story = shelves.by_key[int(shelves.story_of[row])].name
    return Follows(story=story, days=_gap(arrival, shelves, row), strength=arrival.raw[row])


def _gap(arrival: Arrival, shelves: Shelves, row: int) -> int:
    """Days from a row to the article, 0 where one is undated or the article is the earlier."""
    before = int(shelves.day_of[row])
    return max(0, arrival.packed.own - before) if before > 0 else 0


def _why(outcome: Outcome, nearest: Near | None, left_out: Near | None, follows: Follows | None) -> str:
    said = [SAID[outcome]]
    if nearest:
        said.append(f"nearest in it {nearest.article}, strength {nearest.strength:.1f}")
    if left_out:
        said.append(f"nearest left out {left_out.article} of {left_out.story}, strength {left_out.strength:.1f}")
    if follows:
        said.append(f"follows {follows.story} after {follows.days} days")
    return "; ".join(said)
