"""Lineage: who took text from whom in a story, which origins stand behind it, and how many there really are."""

from .independence import independence_of
from .trace import trace_lineage

__all__ = ["independence_of", "trace_lineage"]
