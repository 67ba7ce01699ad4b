"""Two sentences laid side by side by a small trained cross-encoder: one point or not, entailment, contradiction."""

from .compare import CONTRADICTS, ENTAILS, SAME, Comparison, compare

__all__ = ["CONTRADICTS", "ENTAILS", "SAME", "Comparison", "compare"]
