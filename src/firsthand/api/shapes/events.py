"""Events: what happened, in order."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .base import Shape, When
from .watches import Kind


class Event(Shape):
    """Something that happened. Ids grow."""

    id: int
    at: When
    kind: Kind
    story: str | None
    data: dict[str, Any]


class Events(Shape):
    """Events, the oldest first."""

    items: list[Event]
    next: int = Field(description="Hand it back as `after` to get what follows.")
