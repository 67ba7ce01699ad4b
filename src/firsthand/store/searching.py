"""Rows of the index that hold given words: SQLite by FTS5, PostgreSQL by tsvector, both over the same folded terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, bindparam, column, select, table, text

from .tables import FINDS
from .tables.base import AnyRow

_INDEX = table("finds_fts", column("rowid", BigInteger))
Phrase = tuple[str, ...]
"""Terms that must stand one after the other; mostly one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is searched for: every phrase must be there (`all`), or at least one."""

    phrases: tuple[Phrase, ...]
    all: bool = True


def found_rows(
    connection: Connection, wanted: Wanted, kinds: Sequence[str], before: int | None, limit: int
) -> list[AnyRow]:
    """The rows that came last of those that hold what is wanted, the last first. SQLite walks its index of words from
    the end and stops when there are enough: it is asked for the order of the index, not of the rows."""
    number: ColumnElement[int] = FINDS.c.number
    if connection.dialect.name == "sqlite":
        number = _INDEX.c.rowid
        asked = select(FINDS).join(_INDEX, number == FINDS.c.number).where(_matches(wanted))
    else:
        asked = select(FINDS).where(holds(connection, wanted))
    asked = asked.order_by(number.desc()).limit(limit)
    if kinds:
        asked = asked.where(FINDS.c.kind.in_(list(kinds)))
    if before is not None:
        asked = asked.where(number < before)
    return list(connection.execute(asked))


def refs_of(connection: Connection, wanted: Wanted, kind: str | None) -> Select[Any]:
    """What holds what is wanted, to be asked for inside another question: the `ref` of one kind, else the story."""
    if kind is not None:
        return select(FINDS.c.ref).where(holds(connection, wanted), FINDS.c.kind == kind)
    return select(FINDS.c.story).where(holds(connection, wanted), FINDS.c.story.is_not(None))


def holds(connection: Connection, wanted: Wanted) -> ColumnElement[bool]:
    """The condition that a row of the index holds what is wanted. Terms are letters and digits, so they need no more
    than their quotation marks."""
    if connection.dialect.name == "sqlite":
        return FINDS.c.number.in_(select(_INDEX.c.rowid).where(_matches(wanted)))
    said = (" & " if wanted.all else " | ").join(
        "(" + " <-> ".join(f"'{term}'" for term in phrase) + ")" for phrase in wanted.phrases
    )
    condition = text("finds.tsv @@ to_tsquery('simple', :wanted)")
    return condition.bindparams(bindparam("wanted", said, unique=True))  # type: ignore[return-value]


def _matches(wanted: Wanted) -> ColumnElement[bool]:
    said = (" AND " if wanted.all else " OR ").join(f'"{" ".join(phrase)}"' for phrase in wanted.phrases)
    condition = text("finds_fts MATCH :wanted")
    return condition.bindparams(bindparam("wanted", said, unique=True))  # type: ignore[return-value]
