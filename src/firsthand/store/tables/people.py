"""Who may do what, and what they did."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Table

from .base import METADATA, maybe, number, text

PEOPLE = Table(
    "people",
    METADATA,
    text("name", primary_key=True),
    text("role"),
    text("hash"),
    text("added_at"),
    text("added_by"),
    Column("disabled", Boolean, nullable=False),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    text("hash", primary_key=True),
    text("person", index=True),
    text("csrf"),
    text("created"),
    text("expires"),
    maybe("address"),
)
"""`hash` is the SHA-256 of what the cookie holds."""

TOKENS = Table(
    "tokens",
    METADATA,
    number(),
    text("name"),
    text("hash", unique=True),
    text("role"),
    text("created"),
    text("created_by"),
    maybe("last_used"),
    maybe("revoked"),
)

AUDIT = Table(
    "audit",
    METADATA,
    number(),
    text("at"),
    text("who"),
    text("action"),
    text("subject"),
    maybe("address"),
)
Index("ix_audit_who_number", AUDIT.c.who, AUDIT.c.number)
