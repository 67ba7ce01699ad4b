"""The book of decisions: lines are added, none is changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from .articles import MANY
from .clock import now
from .packing import storable
from .tables import DECISIONS, PULLED
from .tables.base import AnyRow


def add(connection: Connection, line: Mapping[str, Any]) -> int:
    """One more line; its number."""
    kept = {name: storable(said) if isinstance(said, str) else said for name, said in line.items()}
    done = connection.execute(insert(DECISIONS).values(at=now(), **kept))
    key = done.inserted_primary_key
    assert key is not None
    return int(key[0])


def line(connection: Connection, number: int) -> AnyRow | None:
    """One line."""
    return connection.execute(select(DECISIONS).where(DECISIONS.c.number == number)).first()


def undone(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Those of the lines that a later one takes back."""
    asked = select(DECISIONS.c.undoes).where(DECISIONS.c.undoes.in_(list(numbers)))
    return {int(one) for one in connection.scalars(asked) if one is not None}


def holding(connection: Connection, *verdicts: str) -> list[AnyRow]:
    """The lines that hold, oldest first: those that none takes back, and that take none back."""
    later = DECISIONS.alias()
    asked = (
        select(DECISIONS)
        .outerjoin(later, later.c.undoes == DECISIONS.c.number)
        .where(later.c.number.is_(None), DECISIONS.c.undoes.is_(None))
        .order_by(DECISIONS.c.number)
    )
    if verdicts:
        asked = asked.where(DECISIONS.c.verdict.in_(verdicts))
    return list(connection.execute(asked))


def lines(connection: Connection, story: str | None, before: int | None, limit: int) -> list[AnyRow]:
    """Lines of a story, or all, the newest first."""
    asked = select(DECISIONS).order_by(DECISIONS.c.number.desc()).limit(limit)
    if story is not None:
        asked = asked.where(DECISIONS.c.story == story)
    if before is not None:
        asked = asked.where(DECISIONS.c.number < before)
    return list(connection.execute(asked))


def pull(connection: Connection, articles: Sequence[str], decision: int, story: str) -> None:
    """Have a decision put articles into a story."""
    if articles:
        connection.execute(insert(PULLED), [{"article": a, "decision": decision, "story": story} for a in articles])


def pulled(connection: Connection, articles: Sequence[str], verdict: str | None = None) -> dict[str, AnyRow]:
    """Where the last decision that names an article puts it (the last of one verdict): `story`, `decision`, and the
    decision's `detail`."""
    asked = select(PULLED, DECISIONS.c.detail).join(DECISIONS, DECISIONS.c.number == PULLED.c.decision)
    asked = asked.order_by(PULLED.c.decision)
    if verdict is not None:
        asked = asked.where(DECISIONS.c.verdict == verdict)
    return {
        row.article: row
        for at in range(0, len(articles), MANY)
        for row in connection.execute(asked.where(PULLED.c.article.in_(articles[at : at + MANY])))
    }


def let_go(connection: Connection, decision: int) -> list[str]:
    """A decision that was taken back puts no article anywhere any more; which it had put."""
    had = connection.scalars(select(PULLED.c.article).where(PULLED.c.decision == decision)).all()
    connection.execute(delete(PULLED).where(PULLED.c.decision == decision))
    return list(had)
