"""What Alembic runs: the migrations, on the connection that it was handed."""

from __future__ import annotations

from alembic import context

from firsthand.store.migrations.comparing import is_compared
from firsthand.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=is_compared,  # type: ignore[arg-type]  # Alembic lists the kinds and keys one by one
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
