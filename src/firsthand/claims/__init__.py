"""Claims: statements on one point, side by side over all articles of a story."""

from .join import join_claims

__all__ = ["join_claims"]
