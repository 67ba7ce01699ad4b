"""Bringing a database up to the tables of this version, by Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

LATEST = "0002"
"""The last migration; a test holds it against the folder."""
FOLDER = Path(__file__).parent / "migrations"
_LOCK = 7_051_903_224
"""Of PostgreSQL: two servers that start at once migrate one after the other."""


class LaterVersionError(Exception):
    """The database has tables of a later version of the program."""


def migrate(engine: Engine) -> None:
    """Make what is missing. A database that is up to date is left alone, and Alembic is not loaded for it.

    Raises:
        LaterVersionError: a later version of the program has been here.
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found == LATEST:
        return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        upgrade(connection)


def version_of(connection: Connection) -> str | None:
    """The migration that a database stands at; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def upgrade(connection: Connection, to: str = "head") -> None:
    """Run the migrations on an open transaction."""
    from alembic import command
    from alembic.script.revision import ResolutionError
    from alembic.util import CommandError

    config = config_of(connection)
    try:
        command.upgrade(config, to)
    except (ResolutionError, CommandError) as error:
        raise LaterVersionError("it was made by a later version of Firsthand") from error


def config_of(connection: Connection) -> Config:
    """Alembic's settings for the migrations of this package, on this connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
