"""Whether two stretches of two texts are on one point, by a small network over the states of their words."""

from .match import LONGEST, MARKS, laid_side_by_side, match, rows_of

__all__ = ["LONGEST", "MARKS", "laid_side_by_side", "match", "rows_of"]
