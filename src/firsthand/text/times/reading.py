"""What a rule makes of a match, and the scene it is read in: the text, its date, and what was named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from firsthand.model import TimeType

from .calendar import existing


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of a match. First and last are worked out from the value where a rule gives none."""

    type: TimeType
    value: str
    basis: str = "relative"
    first: date | None = None
    last: date | None = None
    clock: datetime | None = None
    precision: str | None = None
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """The text, its anchor, and the last whole day or period that the text named before."""

    text: str
    anchor: date | None
    named: str | None

    def future(self, at: int) -> bool:
        """Whether the words before a place in the same sentence look forward ("will meet on …")."""
        clause = CUT.split(self.text[max(0, at - 160) : at])[-1]
        found = None
        for match in CUES.finditer(clause):
            found = match
        return found is not None and found.lastgroup == "future"


CUT = re.compile(r"[.;:!?][\s\"”’]+(?=[A-Z\"“])|\n|\bsaid\b(?! on)[^,]*,")
CUES = re.compile(
    r"(?P<future>\b(?:will|shall|would|won['’]t|may|might|could|should|must)\b(?: not| also| likely| only| then)?(?: be| have)?"
    r"(?: \w+ed\b)?|['’]ll\b|\bto (?:be|begin|start|meet|visit|hold|return|resume|open|close|take|vote|decide|announce"
    r"|attend|appear|leave|arrive|expire|end|go|do|make)\b(?: \w+ed\b)?|\b(?:scheduled|due|expected|expects?|expecting|plans?|planned|slated|set) (?:to|for|by|on|in)\b"
    r"|\b(?:until|till|upcoming|by|deadline|next)\b)"
    r"|(?P<past>\b(?:was|were|had|did|said|has|have|went|came|took|told|saw|won|lost|met|fell|rose|made|got|held|began"
    r"|left|sent|gave|found|since|\w{3,}ed)\b)",
    re.I,
)

Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Scene], Reading | None]]


def nearest_year(month: int, day: int, scene: Scene, at: int) -> int | None:
    """The year of a day or month written without one: that which lies nearest to the anchor, the past preferred.

    The future counts for more where the sentence looks forward, for less where it does not.
    """
    if scene.anchor is None:
        return None
    ahead = 0.5 if scene.future(at) else 2.0
    best: tuple[float, int] | None = None
    for year in (scene.anchor.year, scene.anchor.year - 1, scene.anchor.year + 1):
        there = existing(year, month, day)
        if there is None:
            continue
        days = (there - scene.anchor).days
        cost = days * ahead if days > 0 else -days / (1 if ahead > 1 else 0.5)
        if best is None or cost < best[0]:
            best = (cost, year)
    return best[1] if best else None
