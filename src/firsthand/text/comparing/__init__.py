"""Two sentences laid side by side by a small trained cross-encoder: one point or not, entailment, contradiction."""

from .compare import Comparison, compare

__all__ = ["Comparison", "compare"]
