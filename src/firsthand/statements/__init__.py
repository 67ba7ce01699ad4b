"""Statements: who is cited for what, how firmly, and what an article says in its own voice."""

from .across import sources_across
from .statements import statements_of

__all__ = ["sources_across", "statements_of"]
