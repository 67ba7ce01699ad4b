"""Whether two cited sources, of two articles, are one."""

from __future__ import annotations

import re
from enum import StrEnum

from ..model import Source, SourceKind
from .citations import who_words

_CAPITALS = re.compile(r"\b[A-Z][\w’'-]*")


class Likeness(StrEnum):
    """How two sources stand to each other."""

    SAME = "same"
    DIFFERENT = "different"
    UNCLEAR = "unclear"


def likeness(a: Source, b: Source) -> Likeness:
    """Same if one name's telling words hold the other's, or the surnames agree; different only for two proper names."""
    left, right = who_words(a.name), who_words(b.name)
    if not left or not right:
        return Likeness.UNCLEAR
    if left <= right or right <= left or _initials(a.name, b.name):
        return Likeness.SAME
    if left & right:
        return Likeness.UNCLEAR
    vague = (SourceKind.UNNAMED, SourceKind.CROWD)
    if a.kind in vague or b.kind in vague or not _CAPITALS.search(a.name) or not _CAPITALS.search(b.name):
        return Likeness.UNCLEAR
    return Likeness.DIFFERENT


def _initials(a: str, b: str) -> bool:
    for short, long in ((a, b), (b, a)):
        letters = "".join(w[0] for w in _CAPITALS.findall(long))
        if short.isupper() and len(short) >= 2 and letters == short:
            return True
    return False
