"""What the stream answers: where an article was put and why, what changed by it, and the stories as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["new", "joined", "merged", "split"]
"""What placing an article did: founded a story, joined one, joined stories into one, or parted one."""


ChangeKind = Literal["merged", "split", "follows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An article that the placed one was compared with, its story, and the strength of the evidence."""

    article: str
    story: str
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """A story that rests, which the placed article goes on with without being an account of its event."""

    story: str
    days: int
    """Days between the two."""
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where one article was put."""

    article: str
    story: str
    outcome: Outcome
    why: str
    """One sentence: the evidence that decided."""
    nearest: Near | None
    """The nearest article of its own story."""
    left_out: Near | None
    """The nearest article of another story."""
    follows: Follows | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the log, never changed later: `other` went into `story`, parted from it, or is its follow-up.

    `merged`: `other` is no more, its articles are in `story`. `split`: `articles` left `story` for `other`. `follows`:
    `other` tells later events of `story`.
    """

    number: int
    kind: ChangeKind
    story: str
    other: str
    articles: tuple[str, ...]
    """The articles that moved (of a merger or a split), or the one that follows."""
    because: str
    """The article whose placing brought it about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStory:
    """A story as it stands: its lasting id and its articles in the order of arrival."""

    id: str
    articles: tuple[str, ...]
