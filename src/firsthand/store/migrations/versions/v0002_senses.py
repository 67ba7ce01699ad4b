"""Claims can be found by their sense: the signs of each vector, made of the vectors that are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
BATCH = 5000
CLAIMS = sa.table(
    "claims",
    sa.column("number", sa.BigInteger()),
    sa.column("vector", sa.LargeBinary()),
    sa.column("sense", sa.LargeBinary()),
)


def upgrade() -> None:
    """Add the column, fill it, and index it."""
    op.add_column("claims", sa.Column("sense", sa.LargeBinary(), nullable=True))
    connection, last = op.get_bind(), 0
    asked = sa.select(CLAIMS.c.number, CLAIMS.c.vector).order_by(CLAIMS.c.number).limit(BATCH)
    filled = CLAIMS.update().where(CLAIMS.c.number == sa.bindparam("claim")).values(sense=sa.bindparam("signs"))
    while rows := connection.execute(asked.where(CLAIMS.c.number > last)).all():
        last = rows[-1].number
        made = [{"claim": row.number, "signs": _signs(row.vector)} for row in rows if row.vector is not None]
        if made:
            connection.execute(filled, made)
    op.create_index("ix_claims_sense", "claims", ["sense"], unique=False)


def _signs(vector: bytes) -> bytes:
    import numpy as np

    return np.packbits(np.frombuffer(vector, dtype=np.int8) > 0).tobytes()
