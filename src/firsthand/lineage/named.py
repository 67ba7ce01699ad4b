"""An origin as the articles name it, with the sentences that rest on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import OriginKind
from .citations import Citation, same_who, who_words
from .story import Place


@dataclass(slots=True)
class Cited:
    """One named origin with the sentences that rest on it."""

    kind: OriginKind
    who: str | None
    outlet: str | None = None
    """Whom somebody spoke to in an interview."""
    citations: list[Citation] = field(default_factory=list)
    places: set[Place] = field(default_factory=set)
    attributed: set[Place] = field(default_factory=set)
    """The places that say themselves whom they rest on, or go on with one that does."""
    names: list[str] = field(default_factory=list)
    """All its author is called, in order of mention."""

    @property
    def author(self) -> frozenset[str]:
        """The telling words of all that its author is called."""
        return frozenset(word for name in self.names for word in who_words(name))

    def takes(self, citation: Citation) -> bool:
        """Whether a citation is of this origin."""
        if citation.kind is not self.kind:
            return False
        if self.outlet is not None and citation.outlet is not None and not same_who(self.outlet, citation.outlet):
            return False
        if self.kind is OriginKind.INTERVIEW and (self.who is None or citation.who is None):
            return self.outlet is not None and same_who(self.outlet, citation.outlet)
        return same_who(self.who, citation.who) or (self.who is None and citation.who is None)
