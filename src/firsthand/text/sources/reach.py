"""How far a pronoun reaches: not into quotation marks from outside, nor to whom its own content names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .resolved import Piece


@dataclass(frozen=True, slots=True)
class Reach:
    """What bounds the pronouns of a text: its quotations in order, and what each mention of a source is cited for."""

    quotes: Sequence[Piece] = ()
    said: Mapping[Piece, Sequence[Piece]] = field(default_factory=dict)
    speakers: Sequence[tuple[Piece, Piece]] = ()
    """Each piece of content in order, with the mention that is cited for it."""
    tellers: frozenset[Piece] = frozenset()
    """The mentions whose verb does nothing but tell: who says or adds something is somebody, what shows it may not."""

    def quotation(self, at: int) -> Piece | None:
        """The quotation that a place lies in."""
        last = bisect_right(self.quotes, (at, at + 1)) - 1
        return self.quotes[last] if last >= 0 and self.quotes[last][0] <= at < self.quotes[last][1] else None

    def reaches(self, mention: Piece, at: int) -> bool:
        """Whether a pronoun can go back to what stands at a place: what is quoted speaks of its own, and who says
        something is not whom it speaks of."""
        around = self.quotation(at)
        if around is not None and around != self.quotation(mention[0]):
            return False
        return not any(start <= at < end for start, end in self.said.get(mention, ()))

    def speaker(self, at: int) -> Piece | None:
        """The mention of the one who is cited for the quotation that a place lies in."""
        return self.teller(at) if self.quotation(at) is not None else None

    def teller(self, at: int) -> Piece | None:
        """The mention of the one who is cited for the innermost content around a place."""
        last = bisect_right(self.speakers, ((at + 1, 0), (0, 0)))
        near = self.speakers[max(0, last - NEAREST) : last]
        inside = [(end - start, who) for (start, end), who in near if start <= at < end and who[0] != at]
        return min(inside)[1] if inside else None


NEAREST = 20
"""Contents that begin before a mention and are looked at: bounds the work on a hostile text."""
