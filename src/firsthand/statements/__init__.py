"""Statements: who is cited for what, how firmly, and what an article says in its own voice."""

from .statements import statements_of

__all__ = ["statements_of"]
