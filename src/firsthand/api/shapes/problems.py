"""Problems, as RFC 9457 has them."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from .base import Shape


class Fault(Shape):
    """One thing about a request that is not of the described form."""

    where: list[str | int] = Field(examples=[["query", "limit"]])
    why: str = Field(examples=["Input should be less than or equal to 100"])


class ProblemTold(Shape):
    """Why a request was not done."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such story."}
            ]
        }
    )

    type: str = Field(description="`about:blank`: the status says what kind of problem it is.")
    title: str
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="In plain words, for whoever asked.")
    errors: list[Fault] = Field(default=[], description="With 422: where and why.")
