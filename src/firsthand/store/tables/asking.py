"""What people ask for: claims, findings, who said what, and the index of words."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, Index, Table, Text, UniqueConstraint

from .base import METADATA, count, maybe, number, packed, text

CLAIMS = Table(
    "claims",
    METADATA,
    number(),
    text("id", index=True),
    text("story"),
    count("place"),
    text("text"),
    maybe("standing"),
    count("origins_min"),
    count("origins_max"),
    text("why"),
    count("articles"),
    Column("judged", Text),
    packed("vector"),
    packed("sense"),
    UniqueConstraint("story", "id"),
)
"""Claims as the story's report has them. `vector` is the sense of its text, 384 whole numbers of 8 bits; `sense` the
signs of these, 384 bits. The index on it holds all that a check reads of every claim."""
Index("ix_claims_sense", CLAIMS.c.sense)

FINDINGS = Table(
    "findings",
    METADATA,
    number(),
    text("id"),
    text("story"),
    text("kind"),
    text("severity"),
    text("why"),
    Column("weight", Float, nullable=False),
    text("words", index=True),
    Column("claims", JSON, nullable=False),
    Column("judged", Text),
    Column("dismissed", Boolean, nullable=False),
    UniqueConstraint("story", "id"),
)

SAID = Table(
    "said",
    METADATA,
    number(),
    text("source"),
    text("name"),
    text("kind"),
    text("story"),
    text("article"),
    maybe("publisher"),
    text("statement"),
    text("claim"),
    text("quote"),
    count("start"),
    count("end"),
    text("stance"),
    maybe("when"),
    Column("denied_by", JSON, nullable=False),
)
"""Who is cited for what, one row a statement with a named source."""
Index("ix_said_source_number", SAID.c.source, SAID.c.number)
Index("ix_said_story", SAID.c.story)

SOURCES = Table(
    "sources",
    METADATA,
    text("id", primary_key=True),
    text("name"),
    text("kind"),
    Column("roles", JSON, nullable=False),
    count("stories"),
    count("statements"),
)
Index("ix_sources_statements_id", SOURCES.c.statements, SOURCES.c.id)

FINDS = Table(
    "finds",
    METADATA,
    number(),
    text("kind"),
    text("ref"),
    maybe("story"),
    text("terms"),
    UniqueConstraint("kind", "ref", "story"),
)
"""What a search finds: `terms` are its words, folded, divided by blanks. SQLite indexes them in the virtual table
`finds_fts`, PostgreSQL in the column `tsv`; the migrations make both."""
Index("ix_finds_story", FINDS.c.story)
