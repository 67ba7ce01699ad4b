"""Text that was decoded wrongly on its way ("â€™" for an apostrophe), put right where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from firsthand.model import Repair

_BEYOND = "[\u0080-\u04ff\u2000-\u25ff\ufb01\ufb02]"
"""What single-byte encodings have beyond ASCII: letters of other scripts cannot come of a wrong decoding."""
_ISLAND = re.compile(_BEYOND + _BEYOND + "+")
_RUN = re.compile(rb"\?\?+")
LONGEST = 2000
MOST = 50_000
"""Repairs of one page. One with more is left as it is found: no article has so many, and each costs time."""
_PLAIN_STEPS = frozenset({"encode", "decode"})


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with its garbled stretches put right, and what was found in their places.

    Only stretches of characters beyond ASCII are looked at, each for itself, and only what turns back into the very
    characters found, by plain encoding and decoding, is put right; whatever else looks garbled is left as it is.
    """
    parts: list[str] = []
    repairs: list[Repair] = []
    at = length = 0
    for island in _islands(text):
        found = island[0]
        made = _mended(found) if len(found) <= LONGEST else found
        if made == found:
            continue
        parts += (text[at : island.start()], made)
        start = length + island.start() - at
        length = start + len(made)
        repairs.append(Repair(start=start, end=length, original=found))
        at = island.end()
        if len(repairs) > MOST:
            return text, ()
    return "".join((*parts, text[at:])), tuple(repairs)


def _islands(text: str) -> Iterator[re.Match[str]]:
    """Stretches that may be garbled. A question mark for each character beyond ASCII, found as bytes: ten times as fast
    as looking at the characters."""
    marks = text.replace("?", "!").encode("ascii", "replace")
    for run in _RUN.finditer(marks):
        yield from _ISLAND.finditer(text, run.start(), run.end())


@lru_cache(maxsize=20_000)
def _mended(found: str) -> str:
    """What the characters were before the wrong decoding, or the same."""
    from ftfy import fix_encoding_and_explain
    from ftfy.badness import is_bad

    if not is_bad(found):
        return found
    fixed, steps = fix_encoding_and_explain(found)
    if not steps or any(step.action not in _PLAIN_STEPS for step in steps) or is_bad(fixed):
        return found
    return fixed
