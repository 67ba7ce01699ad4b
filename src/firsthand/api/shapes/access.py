"""Who asks, tokens, and the book of what was done."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from .base import Asked, Listed, Shape, When, Words

RoleName = Literal["reader", "editor", "admin"]


class Me(Shape):
    """Who asks."""

    name: str
    role: RoleName
    local: bool = Field(description="Whoever sits at this machine, on a desk without people.")


class TokenAsked(Asked):
    """A token to make."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "newsroom bot", "role": "reader"}]})

    name: Words = Field(min_length=1, max_length=60)
    role: RoleName


class Token(Shape):
    """A token, without its secret."""

    id: int
    name: str
    role: RoleName
    created: When
    created_by: str
    last_used: str | None
    revoked: str | None = Field(description="Since when it holds no longer.")


class NewToken(Token):
    """A token with its secret, which is told this once."""

    secret: str


class Tokens(Listed[Token]):
    """Tokens, the oldest first."""


class AuditLine(Shape):
    """One line of the book."""

    number: int
    at: When
    who: str
    action: str
    subject: str
    address: str | None


class AuditLines(Listed[AuditLine]):
    """Lines, the newest first."""
