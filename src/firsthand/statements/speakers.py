"""Who "I" and "we" are inside what somebody is quoted with: the one quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from firsthand.text.sources import Piece, Resolved
from firsthand.text.sources.kinds import FIRST_PERSON

from .attributions import Attribution
from .reading import Reading

NEAREST = 20
"""Contents that begin before a mention and are looked at: bounds the work on a hostile text."""


def with_speakers(
    reading: Reading, attributions: Sequence[Attribution], sources: Mapping[Piece, Resolved]
) -> dict[Piece, Resolved]:
    """The sources; an "I" or "we" inside quotation marks is whoever is cited for the innermost quotation around it."""
    found = dict(sources)
    contents = sorted((piece, a.source) for a in attributions if a.source in sources for piece in a.content)
    starts = [piece[0] for piece, _ in contents]
    for mention in sources:
        if not _is_first_person(reading, mention) or not _is_inside(mention, _before(mention, reading.quotes)):
            continue
        last = bisect_right(starts, mention[0])
        around = [
            (piece[1] - piece[0], speaker)
            for piece, speaker in contents[max(0, last - NEAREST) : last]
            if speaker is not None and speaker != mention and _is_inside(mention, (piece,))
        ]
        if around and not _is_first_person(reading, min(around)[1]):
            found[mention] = sources[min(around)[1]]
    return found


def _before(mention: Piece, stretches: Sequence[Piece]) -> Sequence[Piece]:
    """The last stretch that begins before a mention."""
    last = bisect_right(stretches, (mention[0], mention[1] + 1))
    return stretches[max(0, last - 1) : last]


def _is_first_person(reading: Reading, mention: Piece) -> bool:
    words = reading.text[mention[0] : mention[1]]
    return words != "US" and words.lower() in FIRST_PERSON  # the country


def _is_inside(mention: Piece, stretches: Sequence[Piece]) -> bool:
    return any(start <= mention[0] and mention[1] <= end for start, end in stretches)
