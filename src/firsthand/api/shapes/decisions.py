"""Decisions: what people have said of findings, claims and stories. Nothing in the book is ever changed."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from .base import Asked, Listed, Shape, When, Words

SubjectKind = Literal["finding", "claim", "story", "note"]


class DecisionAsked(Asked):
    """A decision to write down."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "subject_kind": "finding",
                    "subject": "finding-1f3a09c2e880",
                    "story": "story-1f3a09c2b7de",
                    "verdict": "wrong",
                    "note": "Two different counts.",
                },
                {
                    "subject_kind": "claim",
                    "subject": "claim-77b1e0a9c3d2",
                    "story": "story-1f3a09c2b7de",
                    "verdict": "split",
                    "detail": {"statements": ["statement-5d21c0aa94e7"]},
                },
            ]
        }
    )

    subject_kind: SubjectKind
    subject: Words = Field(min_length=1, max_length=200, description="The id of what is decided on.")
    story: Words = Field(min_length=1, max_length=200)
    verdict: Literal["right", "wrong", "merge", "split", "note"]
    note: Words = Field(default="", max_length=5_000)
    detail: dict[str, Any] | None = Field(
        default=None,
        max_length=20,
        description='With `merge` of a story or a claim `{"into": id}`, the other one; with `split` of a story '
        '`{"articles": [ids]}`, of a claim `{"statements": [ids]}`, those that go.',
    )


class Decision(Shape):
    """One line of the book."""

    id: int
    at: When
    who: str
    subject_kind: SubjectKind
    subject: str
    story: str
    verdict: Literal["right", "wrong", "merge", "split", "note", "undo"]
    note: str
    detail: dict[str, Any]
    undoes: int | None
    undone: bool = Field(description="Whether a later line has taken it back.")


class Decisions(Listed[Decision]):
    """Lines of the book, the newest first."""
