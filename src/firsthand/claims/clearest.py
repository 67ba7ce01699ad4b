"""The one plain sentence that a claim is shown by."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from ..model import SourceKind, Stance, Statement
from ..text.wording import Wording, readable

DENIED = 0.6
"""What is left of a wording where it is the denial of the point."""
TAKEN_BACK = 0.3
"""The same where an account tells of itself what it said: "This article originally said that …"."""
TAKEN = 0.7
"""The same where another claim of the story is shown by these words already."""
ITSELF = re.compile(r"\bthis\s+(?:\w+\s+)?(?:article|story|column|piece|post|page)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Worded:
    """A statement, or a part of one, as a claim could be worded by it.

    `stated` is the whole that it is a part of; `near` how likely it is, on the mean, on one point with the others of
    its claim.
    """

    statement: Statement
    wordings: tuple[Wording, ...]
    stated: Statement | None = None
    near: float = 1.0
    shown: Statement | None = None
    """What the claim lists of it, where that is more: the whole sentence of what somebody is cited for."""


def clearest(told: Sequence[Worded], taken: Set[str] = frozenset()) -> str:
    """The words of the statement that says best what all of them say: nearest to the others, of a readable length, a
    clause that stands by itself rather than a fragment, else the sentence it stands in, the point itself rather than
    its denial, and other words than those by which other claims are shown."""
    texts = [
        (
            one.near
            * _firmness(one.statement)
            * wording.plainness
            * readable(wording.text)
            * (TAKEN if wording.text in taken else 1.0),
            wording.text,
        )
        for one in told
        for wording in one.wordings
    ]
    best = max(range(len(texts)), key=lambda i: (round(texts[i][0], 6), -i))
    return texts[best][1]


def _firmness(statement: Statement) -> float:
    if statement.stance in (Stance.DENIES, Stance.DOUBTS):
        return DENIED
    source = statement.source
    is_itself = source is not None and source.kind is SourceKind.DOCUMENT and ITSELF.search(source.name)
    return TAKEN_BACK if is_itself else 1.0
