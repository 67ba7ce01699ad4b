"""Findings: where the accounts of a story differ, with the words of both sides and one sentence of why."""

from .compare import compare_claims
from .judged import words_of

__all__ = ["compare_claims", "words_of"]
