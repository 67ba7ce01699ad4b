from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from firsthand.store import migrating
from firsthand.store.migrations.comparing import is_compared
from firsthand.store.opening import Store, StoreError, open_store
from firsthand.store.tables import METADATA


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
