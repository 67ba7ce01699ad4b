"""Lineage: who took text from whom in a story, which origins stand behind it, and how many there really are."""

from .independence import independence_of, whom_they_cite
from .possible import Cited
from .trace import trace_lineage

__all__ = ["Cited", "independence_of", "trace_lineage", "whom_they_cite"]
