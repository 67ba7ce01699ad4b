from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from firsthand.store import migrating
from firsthand.store.decisions import holding
from firsthand.store.migrating import upgrade
from firsthand.store.migrations.comparing import is_compared
from firsthand.store.opening import Store, StoreError, open_store
from firsthand.store.searching import Wanted, found_rows
from firsthand.store.tables import METADATA

from ..databases import KINDS, new_database


def test_the_migrations_lead_to_the_tables(store: Store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": is_compared, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, METADATA) == []


def test_the_latest_version_is_the_last_of_the_folder(store: Store) -> None:
    with store.read() as connection:
        folder = ScriptDirectory.from_config(migrating.config_of(connection))
        assert folder.get_heads() == [migrating.LATEST]
        assert migrating.version_of(connection) == migrating.LATEST


OLD = {
    "page": "INSERT INTO blobs (sha256, size, bytes) VALUES ('00', 1, :bytes)",
    "decision": "INSERT INTO decisions (at, who, subject_kind, subject, story, verdict, note, detail)"
    " VALUES ('2026-01-01T00:00:00.000Z', 'ada', 'story', 's', 's', 'right', 'old', '{}')",
    "claim": "INSERT INTO claims (number, id, story, place, text, why, articles, vector)"
    " VALUES (:number, :name, 's', 0, 'The bridge closed.', '', 1, :bytes)",
    "find": "INSERT INTO finds (kind, ref, story, terms) VALUES ('claim', 'c1', 's', 'bridge clos')",
}
"""What a store of the first tables held, in the words of that time."""


@pytest.mark.parametrize("kind", KINDS)
def test_an_old_store_is_brought_up_to_the_tables_of_now(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = str(tmp_path / "old.db") if kind == "sqlite" else new_database(empty=True)
    vector = bytes([5, 251] * 192)  # 5 and -5, in turns
    with monkeypatch.context() as then:
        then.setattr(migrating, "LATEST", "0001")
        then.setattr(migrating, "upgrade", lambda connection: upgrade(connection, "0001"))
        with open_store(place) as old, old.write() as connection:
            assert "sense" not in {column["name"] for column in inspect(connection).get_columns("claims")}
            connection.execute(text(OLD["page"]), {"bytes": b"x"})
            connection.execute(text(OLD["decision"]))
            connection.execute(text(OLD["find"]))
            for number, data in ((1, vector), (2, None), (7000, vector)):
                connection.execute(text(OLD["claim"]), {"number": number, "name": f"c{number}", "bytes": data})
    with open_store(place) as store, store.read() as connection:
        assert migrating.version_of(connection) == migrating.LATEST != "0001"
        rows = connection.execute(text("SELECT number, vector, sense FROM claims ORDER BY number")).all()
        assert [(row.number, bytes(row.sense) if row.sense else None) for row in rows] == [
            (1, b"\xaa" * 48), (2, None), (7000, b"\xaa" * 48)
        ]  # fmt: skip
        assert bytes(rows[0].vector) == vector
        (line,) = holding(connection)
        assert (line.who, line.note, line.detail) == ("ada", "old", {})
        assert found_rows(connection, Wanted(phrases=(("bridge",),)), (), None, 5)
        context = MigrationContext.configure(
            connection, opts={"include_name": is_compared, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, METADATA) == []


def test_a_store_that_is_opened_again_is_as_it_was(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("INSERT INTO meta (key, value) VALUES ('colour', 'green')"))
    place = store.url if not store.is_sqlite else str(store.path)
    with open_store(place) as again, again.read() as connection:
        assert connection.scalar(text("SELECT value FROM meta")) == "green"


def test_a_store_of_a_later_version_is_left_alone(store: Store) -> None:
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="later version"):
        open_store(store.url if not store.is_sqlite else str(store.path))


def test_every_table_has_a_key(store: Store) -> None:
    with store.read() as connection:
        found = inspect(connection)
        assert all(found.get_pk_constraint(name)["constrained_columns"] for name in METADATA.tables)


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        open_store(tmp_path / "nowhere" / "store.db")


def test_a_file_that_is_no_store_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>The bridge closed.</p>" * 100)
    with pytest.raises(StoreError, match="not a database"):
        open_store(tmp_path / "page.html")
