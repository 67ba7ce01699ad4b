"""Findings: where the accounts of a story differ, with the words of both sides and one sentence of why."""

from .compare import compare_claims

__all__ = ["compare_claims"]
