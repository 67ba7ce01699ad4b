"""Text that was decoded wrongly on its way ("â€™" for an apostrophe), put right where that is certain."""

from __future__ import annotations

import re

from firsthand.model import Repair

_ISLAND = re.compile("[\u0080-\u04ff\u2000-\u25ff\ufb01\ufb02]{2,2000}")
"""Runs of the characters that single-byte encodings have beyond ASCII: other scripts cannot be a wrong decoding."""
MOST = 50_000
"""Repairs of one page. One with more is left as it is found: no article has so many, and each costs time."""
_PLAIN_STEPS = frozenset({"encode", "decode"})


def mend(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with its garbled stretches put right, and what was found in their places.

    Only stretches of characters beyond ASCII are looked at, each for itself, and only what turns back into the very
    characters found, by plain encoding and decoding, is put right; whatever else looks garbled is left as it is.
    """
    known: dict[str, str] = {}
    parts: list[str] = []
    repairs: list[Repair] = []
    at = length = 0
    for island in _ISLAND.finditer(text):
        found = island[0]
        if found not in known:
            known[found] = _mended(found)
        if known[found] == found:
            continue
        parts += (text[at : island.start()], known[found])
        start = length + island.start() - at
        length = start + len(known[found])
        repairs.append(Repair(start=start, end=length, original=found))
        at = island.end()
        if len(repairs) > MOST:
            return text, ()
    return "".join((*parts, text[at:])), tuple(repairs)


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
