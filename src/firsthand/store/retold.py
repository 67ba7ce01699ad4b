"""What a story's report leaves in the tables: only the rows that changed are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, distinct, func, insert, select, update

from .articles import MANY
from .clock import now
from .inserting import put
from .stories import get_meta
from .tables import CLAIMS, FINDINGS, FINDS, SAID, SOURCES, STORIES

Row = Mapping[str, Any]


def vectors_of(connection: Connection, story: str) -> dict[str, bytes]:
    """The vectors of a story's claims, by the claim's text."""
    asked = select(CLAIMS.c.text, CLAIMS.c.vector).where(CLAIMS.c.story == story, CLAIMS.c.vector.is_not(None))
    return {text: vector for text, vector in connection.execute(asked) if vector is not None}


def remove_story(connection: Connection, story: str) -> None:
    """A story that has no articles any more."""
    write_said(connection, story, (), {})
    for table in (CLAIMS, FINDINGS, FINDS):
        connection.execute(delete(table).where(table.c.story == story))
    connection.execute(delete(STORIES).where(STORIES.c.id == story))


def write_story(connection: Connection, row: Row, report: bytes, digest: str, first_seen: str) -> bool:
    """The story's own row; whether its report is another than before, which makes it the next version."""
    old = connection.execute(
        select(STORIES.c.digest, STORIES.c.version, STORIES.c.updated, STORIES.c.first_seen).where(
            STORIES.c.id == row["id"]
        )
    ).first()
    changed = old is None or old.digest != digest
    made = {
        **row,
        "report": report,
        "digest": digest,
        "version": (old.version if old and old.version else int(get_meta(connection, "version") or 0)) + changed,
        "first_seen": old.first_seen if old else first_seen,
        "updated": now() if changed or old is None else old.updated,
    }
    put(connection, STORIES, [made], key=("id",))
    return changed


def write_claims(connection: Connection, story: str, rows: Sequence[Row]) -> list[str]:
    """The claims of a story; the ids of those that are new."""
    return _replace(connection, CLAIMS, story, rows, "id")


def write_findings(connection: Connection, story: str, rows: Sequence[Row]) -> list[str]:
    """The findings of a story; the ids of those that are new."""
    return _replace(connection, FINDINGS, story, rows, "id")


def write_finds(connection: Connection, story: str, rows: Sequence[Row]) -> None:
    """What a search finds in a story."""
    old = {(row.kind, row.ref): row for row in connection.execute(select(FINDS).where(FINDS.c.story == story))}
    new = {(row["kind"], row["ref"]): row for row in rows}
    gone = [row.number for key, row in old.items() if key not in new or new[key]["terms"] != row.terms]
    _delete(connection, FINDS, FINDS.c.number, gone)
    fresh = [row for key, row in new.items() if key not in old or old[key].terms != row["terms"]]
    if fresh:
        connection.execute(insert(FINDS), fresh)


def write_said(connection: Connection, story: str, rows: Sequence[Row], terms: Mapping[str, str]) -> None:
    """Who said what in a story, and the sources' own rows; `terms` are the words that find each source."""
    before = set(connection.scalars(select(SAID.c.source).where(SAID.c.story == story).distinct()))
    _replace(connection, SAID, story, rows, "statement")
    names = {row["source"]: row for row in rows}
    for source in sorted(before | set(names)):
        _count_source(connection, source, names.get(source), terms.get(source, ""))


def _count_source(connection: Connection, source: str, row: Row | None, terms: str) -> None:
    asked = select(func.count(distinct(SAID.c.story)), func.count()).where(SAID.c.source == source)
    stories, statements = connection.execute(asked).one()
    if not statements:
        connection.execute(delete(SOURCES).where(SOURCES.c.id == source))
        connection.execute(delete(FINDS).where(FINDS.c.kind == "source", FINDS.c.ref == source))
        return
    counts = {"stories": stories, "statements": statements}
    known = connection.execute(select(SOURCES).where(SOURCES.c.id == source)).first()
    if known is not None:
        roles = list(dict.fromkeys([*known.roles, *(row["roles"] if row else ())]))
        connection.execute(update(SOURCES).where(SOURCES.c.id == source).values(**counts, roles=roles))
    elif row is not None:
        made = {"id": source, "name": row["name"], "kind": row["kind"], "roles": list(row["roles"])}
        connection.execute(insert(SOURCES).values(**made, **counts))
        connection.execute(insert(FINDS).values(kind="source", ref=source, story=None, terms=terms))


def _replace(connection: Connection, table: Table, story: str, rows: Sequence[Row], key: str) -> list[str]:
    """Make the rows of a story these; the keys of those that were not there."""
    columns = [column.name for column in table.columns]
    rows = [{name: value for name, value in row.items() if name in columns} for row in rows]
    old = {row._mapping[key]: row for row in connection.execute(select(table).where(table.c.story == story))}
    new = {row[key]: row for row in rows}
    changed = [name for name in new if name in old and not _same(old[name]._asdict(), new[name])]
    gone = [row._mapping["number"] for name, row in old.items() if name not in new or name in set(changed)]
    _delete(connection, table, table.c.number, gone)
    fresh = [name for name in new if name not in old]
    if fresh or changed:
        connection.execute(insert(table), [new[name] for name in (*fresh, *changed)])
    return fresh


def _same(old: Row, new: Row) -> bool:
    return all(old[name] == value for name, value in new.items())


def _delete(connection: Connection, table: Table, column: Any, values: Iterable[Any]) -> None:
    names = list(values)
    for at in range(0, len(names), MANY):
        connection.execute(delete(table).where(column.in_(names[at : at + MANY])))
