"""What all tables share: one metadata, names for constraints that both databases keep, and the kinds of columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Row, Text

AnyRow = Row[*tuple[Any, ...]]
"""A row of an answer, whatever its columns."""
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up by itself only in a column that is called INTEGER, which there has 64 bits."""


def number() -> Column[int]:
    """A key that grows with each row and is never given out again."""
    return Column("number", NUMBER, primary_key=True, autoincrement=True)


def text(name: str, **more: Any) -> Column[str]:
    """Words that are always there."""
    return Column(name, Text, nullable=False, **more)


def maybe(name: str, **more: Any) -> Column[str | None]:
    """Words, or NULL where nothing is known."""
    return Column(name, Text, nullable=True, **more)


def count(name: str, **more: Any) -> Column[int]:
    """A number that is always there; 0 at first."""
    return Column(name, NUMBER, nullable=False, server_default="0", **more)


def packed(name: str, *, needed: bool = False) -> Column[bytes]:
    """Bytes, mostly JSON packed by zlib (see `store.packing`)."""
    return Column(name, LargeBinary, nullable=not needed)
