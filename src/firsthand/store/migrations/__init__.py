"""Alembic's folder: one file a migration under `versions/`. The tables they lead to are those of `store.tables`."""
