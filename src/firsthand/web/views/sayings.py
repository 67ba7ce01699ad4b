"""What sources are cited for, story by story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.desk.values import Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySayings:
    """What a source is cited for in one story."""

    story: str
    title: str
    sayings: tuple[Saying, ...]


def by_story(sayings: Sequence[Saying]) -> tuple[StorySayings, ...]:
    """The sayings of each story together, stories in the order of their first."""
    found: dict[str, list[Saying]] = {}
    for one in sayings:
        found.setdefault(one.story, []).append(one)
    return tuple(
        StorySayings(story=story, title=all_[0].story_title, sayings=tuple(all_)) for story, all_ in found.items()
    )


def place_of(saying: Saying) -> str:
    """Where the words stand."""
    return f"/stories/{saying.story}/at/words/{saying.article}.{saying.start}.{saying.end}"
