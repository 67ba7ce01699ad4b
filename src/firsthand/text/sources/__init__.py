"""Who is meant where somebody is cited: "Singh", "he" and "the defence minister" are one."""

from .reach import Reach
from .resolved import Piece, Resolved
from .sources import Sources

__all__ = ["Piece", "Reach", "Resolved", "Sources"]
