"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

FTS_SQLITE = (
    "CREATE VIRTUAL TABLE finds_fts USING fts5(terms, content='finds', content_rowid='number',"
    " tokenize='unicode61 remove_diacritics 0', detail='full')",
    "CREATE TRIGGER finds_fts_in AFTER INSERT ON finds BEGIN"
    " INSERT INTO finds_fts(rowid, terms) VALUES (new.number, new.terms); END",
    "CREATE TRIGGER finds_fts_out AFTER DELETE ON finds BEGIN"
    " INSERT INTO finds_fts(finds_fts, rowid, terms) VALUES ('delete', old.number, old.terms); END",
    "CREATE TRIGGER finds_fts_new AFTER UPDATE OF terms ON finds BEGIN"
    " INSERT INTO finds_fts(finds_fts, rowid, terms) VALUES ('delete', old.number, old.terms);"
    " INSERT INTO finds_fts(rowid, terms) VALUES (new.number, new.terms); END",
)
FTS_POSTGRESQL = (
    "ALTER TABLE finds ADD COLUMN tsv tsvector GENERATED ALWAYS AS (to_tsvector('simple', terms)) STORED",
    "CREATE INDEX ix_finds_tsv ON finds USING gin (tsv)",
)


def upgrade() -> None:
    """Make all tables, and the index of words in the way of each database."""
    op.create_table(
        "articles",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("placed_in", sa.Text(), nullable=False),
        sa.Column("nearest", sa.Text(), nullable=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("placing", sa.LargeBinary(), nullable=True),
        sa.Column("statements", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
    )
    op.create_index(op.f("ix_articles_page"), "articles", ["page"], unique=False)
    op.create_index(op.f("ix_articles_placed_in"), "articles", ["placed_in"], unique=False)
    op.create_table(
        "audit",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_who_number", "audit", ["who", "number"], unique=False)
    op.create_table(
        "blobs",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", NUMBER, server_default="0", nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "claims",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("place", NUMBER, server_default="0", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=True),
        sa.Column("origins_min", NUMBER, server_default="0", nullable=False),
        sa.Column("origins_max", NUMBER, server_default="0", nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("articles", NUMBER, server_default="0", nullable=False),
        sa.Column("judged", sa.Text(), nullable=True),
        sa.Column("vector", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claims")),
        sa.UniqueConstraint("story", "id", name=op.f("uq_claims_story_id")),
    )
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)
    op.create_table(
        "decisions",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.Column("undoes", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
    )
    op.create_index("ix_decisions_story_number", "decisions", ["story", "number"], unique=False)
    op.create_index("ix_decisions_undoes", "decisions", ["undoes"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("watch", NUMBER, nullable=False),
        sa.Column("event", NUMBER, nullable=False),
        sa.Column("attempts", NUMBER, server_default="0", nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_deliveries")),
    )
    op.create_index("ix_deliveries_state_due", "deliveries", ["state", "due"], unique=False)
    op.create_index("ix_deliveries_watch", "deliveries", ["watch"], unique=False)
    op.create_table(
        "dirty",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("stamp", NUMBER, server_default="0", nullable=False),
        sa.Column("since", NUMBER, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_dirty")),
    )
    op.create_index("ix_dirty_since_story", "dirty", ["since", "story"], unique=False)
    op.create_table(
        "entries",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("hints", sa.JSON(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=False),
        sa.Column("attempts", NUMBER, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entries")),
        sa.UniqueConstraint("url", name=op.f("uq_entries_url")),
    )
    op.create_index("ix_entries_feed", "entries", ["feed"], unique=False)
    op.create_index("ix_entries_state_due", "entries", ["state", "due"], unique=False)
    op.create_table(
        "events",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_story_number", "events", ["story", "number"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("group_name", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("last_ok", sa.Text(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("failures", NUMBER, server_default="0", nullable=False),
        sa.Column("pages", NUMBER, server_default="0", nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("interval", NUMBER, server_default="0", nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_feeds")),
    )
    op.create_index(op.f("ix_feeds_group_name"), "feeds", ["group_name"], unique=False)
    op.create_table(
        "findings",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.Column("judged", sa.Text(), nullable=True),
        sa.Column("dismissed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_findings")),
        sa.UniqueConstraint("story", "id", name=op.f("uq_findings_story_id")),
    )
    op.create_index(op.f("ix_findings_words"), "findings", ["words"], unique=False)
    op.create_table(
        "finds",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_finds")),
        sa.UniqueConstraint("kind", "ref", "story", name=op.f("uq_finds_kind_ref_story")),
    )
    op.create_index("ix_finds_story", "finds", ["story"], unique=False)
    op.create_table(
        "gone",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("into", sa.Text(), nullable=False),
        sa.Column("decision", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_gone")),
    )
    op.create_table(
        "membership",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_membership")),
    )
    op.create_index("ix_membership_story_number", "membership", ["story", "number"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "people",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_people")),
    )
    op.create_table(
        "pulled",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("decision", NUMBER, nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article", "decision", name=op.f("pk_pulled")),
    )
    op.create_table(
        "said",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", NUMBER, server_default="0", nullable=False),
        sa.Column("end", NUMBER, server_default="0", nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("when", sa.Text(), nullable=True),
        sa.Column("denied_by", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_said")),
    )
    op.create_index("ix_said_source_number", "said", ["source", "number"], unique=False)
    op.create_index("ix_said_story", "said", ["story"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("csrf", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("expires", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_person"), "sessions", ["person"], unique=False)
    op.create_table(
        "sources",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("stories", NUMBER, server_default="0", nullable=False),
        sa.Column("statements", NUMBER, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_index("ix_sources_statements_id", "sources", ["statements", "id"], unique=False)
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("event_date", sa.Text(), nullable=True),
        sa.Column("event_place", sa.Text(), nullable=True),
        sa.Column("articles", NUMBER, server_default="0", nullable=False),
        sa.Column("publishers", sa.JSON(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("updated", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("standings", sa.JSON(), nullable=False),
        sa.Column("origins_min", NUMBER, server_default="0", nullable=False),
        sa.Column("origins_max", NUMBER, server_default="0", nullable=False),
        sa.Column("claims", NUMBER, server_default="0", nullable=False),
        sa.Column("findings", NUMBER, server_default="0", nullable=False),
        sa.Column("major", NUMBER, server_default="0", nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("single_origin", sa.Boolean(), nullable=False),
        sa.Column("judged", sa.Text(), nullable=True),
        sa.Column("version", NUMBER, server_default="0", nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("report", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_index("ix_stories_updated_id", "stories", ["updated", "id"], unique=False)
    op.create_index("ix_stories_weight_id", "stories", ["weight", "id"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("last_used", sa.Text(), nullable=True),
        sa.Column("revoked", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_tokens")),
        sa.UniqueConstraint("hash", name=op.f("uq_tokens_hash")),
    )
    op.create_table(
        "watches",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("story", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("told", NUMBER, server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_watches")),
    )
    op.create_table(
        "pages",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("charset", sa.Text(), nullable=True),
        sa.Column("read_as", sa.Text(), nullable=True),
        sa.Column("as_text", sa.Boolean(), nullable=False),
        sa.Column("hints", sa.JSON(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("part", sa.Text(), nullable=True),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("attempts", NUMBER, server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blobs.sha256"], name=op.f("fk_pages_sha256")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_pages")),
        sa.UniqueConstraint("id", name=op.f("uq_pages_id")),
    )
    op.create_index("ix_pages_feed", "pages", ["feed"], unique=False)
    op.create_index("ix_pages_state_number", "pages", ["state", "number"], unique=False)
    op.create_index("ix_pages_url", "pages", ["url"], unique=False)
    for statement in FTS_SQLITE if op.get_bind().dialect.name == "sqlite" else FTS_POSTGRESQL:
        op.execute(statement)
