"""The tables, one file a subject. All hang on one `METADATA`, which the migrations are held against."""

from __future__ import annotations

from .asking import CLAIMS, FINDINGS, FINDS, SAID, SOURCES
from .base import METADATA
from .deciding import DECISIONS, PULLED
from .intake import ARTICLES, BLOBS, PAGES
from .people import AUDIT, PEOPLE, SESSIONS, TOKENS
from .stories import DIRTY, GONE, MEMBERSHIP, META, STORIES
from .telling import DELIVERIES, EVENTS, WATCHES
from .watching import ENTRIES, FEEDS

__all__ = [
    "ARTICLES",
    "AUDIT",
    "BLOBS",
    "CLAIMS",
    "DECISIONS",
    "DELIVERIES",
    "DIRTY",
    "ENTRIES",
    "EVENTS",
    "FEEDS",
    "FINDINGS",
    "FINDS",
    "GONE",
    "MEMBERSHIP",
    "META",
    "METADATA",
    "PAGES",
    "PEOPLE",
    "PULLED",
    "SAID",
    "SESSIONS",
    "SOURCES",
    "STORIES",
    "TOKENS",
    "WATCHES",
]
