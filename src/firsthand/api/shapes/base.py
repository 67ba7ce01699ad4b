"""What all shapes share."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

T = TypeVar("T")


def _storable(text: str) -> str:
    return text.replace("\x00", "\ufffd")


class Shape(BaseModel):
    """Something that is answered."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class Asked(BaseModel):
    """Something that is sent. What it does not know it refuses, so that a slip of the pen does not pass for silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Listed(Shape, Generic[T]):
    """A stretch of a list."""

    items: list[T]
    next: str | None = Field(
        description="Hand it back as `cursor` to get what follows; null at the end.", examples=["eyJhIjoxfQ"]
    )


def shown(kind: type[Shape], value: Any) -> dict[str, Any]:
    """A value of the desk in its shape, as plain data."""
    return kind.model_validate(value).model_dump(mode="json")


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Whole = Annotated[int, BeforeValidator(_whole), Field(strict=True)]
"""A whole number that is sent: to JSON 5.0 is one, and "5" and true are none."""
Words = Annotated[str, AfterValidator(_storable)]
"""Text that is sent: whatever cannot be stored stands in it as U+FFFD."""
When = Annotated[str, Field(description="ISO 8601 in UTC.", examples=["2026-03-14T07:02:11+00:00"])]
StoryId = Annotated[str, Field(examples=["story-1f3a09c2b7de"])]
ArticleId = Annotated[str, Field(examples=["article-0c9d7a51e2f4"])]
ClaimId = Annotated[str, Field(examples=["claim-77b1e0a9c3d2"])]
FindingId = Annotated[str, Field(examples=["finding-1f3a09c2e880"])]
